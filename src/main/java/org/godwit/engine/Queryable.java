package org.godwit.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.godwit.duck.DuckFile;

/** Tells which targets of runs can be looked into and queried: DuckDB files. */
public final class Queryable {
    private Queryable() {}

    /** Returns whether a place is a DuckDB file: by its ending, and where that tells nothing, by its first bytes. */
    public static boolean test(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        if (isServer(target) || target.isEmpty()) {
            return false;
        }
        try {
            Path path = Path.of(target);
            boolean named = name.endsWith(".duckdb") || name.endsWith(".ddb");
            return named ? !Files.isDirectory(path) : Files.isRegularFile(path) && isDuckDb(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns whether a place is a database on a server. */
    public static boolean isServer(String target) {
        return target.contains("://");
    }

    /** Returns whether a file begins as those of DuckDB do; false if it cannot be read. */
    public static boolean isDuckDb(Path file) {
        try {
            return DuckFile.test(file);
        } catch (IOException e) {
            return false;
        }
    }
}
