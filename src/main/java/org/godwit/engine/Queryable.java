package org.godwit.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Tells which targets of runs can be looked into and queried: DuckDB files. */
public final class Queryable {
    private static final int MAGIC_AT = 8;
    private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);

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
            return named ? !Files.isDirectory(path) : Files.isRegularFile(path) && hasMagic(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns whether a place is a database on a server. */
    public static boolean isServer(String target) {
        return target.contains("://");
    }

    /** Returns whether a file begins as those of DuckDB do. */
    public static boolean hasMagic(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(MAGIC_AT + MAGIC.length);
            return first.length == MAGIC_AT + MAGIC.length
                    && java.util.Arrays.equals(first, MAGIC_AT, first.length, MAGIC, 0, MAGIC.length);
        } catch (IOException e) {
            return false;
        }
    }
}
