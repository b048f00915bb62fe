package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out which program holds a lock on a file. */
final class Holder {
    private static final Path LOCKS = Path.of("/proc/locks");
    private static final int PID = 4;
    private static final int FILE = 5;
    private static final String NOBODY_KNOWN = "another program";

    private Holder() {}

    /** Returns the program and its process, where the system tells; otherwise {@code another program}. */
    static String of(Path file) {
        if (!Files.isReadable(LOCKS)) {
            return NOBODY_KNOWN;
        }
        try {
            String inode = ":" + Files.getAttribute(file, "unix:ino");
            for (String line : Files.readAllLines(LOCKS)) {
                String[] words = line.strip().split("\\s+");
                if (words.length > FILE && words[FILE].endsWith(inode) && words[PID].matches("\\d+")) {
                    return name(words[PID]);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            return NOBODY_KNOWN;
        }
        return NOBODY_KNOWN;
    }

    private static String name(String pid) throws IOException {
        if (Long.parseLong(pid) == ProcessHandle.current().pid()) {
            return "Godwit itself (process " + pid + ")";
        }
        Path program = Path.of("/proc", pid, "comm");
        return (Files.isReadable(program) ? Files.readString(program).strip() : NOBODY_KNOWN) + " (process " + pid + ")";
    }
}
