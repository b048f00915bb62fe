package org.godwit.connector.spi;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Says for people why a file cannot be read. */
public final class IoReasons {
    private IoReasons() {}

    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission to read it";
        }
        if (e instanceof NoSuchFileException) {
            return "it is no longer there";
        }
        if (e instanceof FileSystemLoopException) {
            return "its links lead back to itself";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return "it cannot be read" + (reason == null ? "" : ": " + reason);
    }
}
