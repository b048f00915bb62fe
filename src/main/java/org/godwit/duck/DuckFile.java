package org.godwit.duck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells DuckDB's files by how they begin. */
public final class DuckFile {
    // Source: DuckDB, MainHeader::MAGIC_BYTES in src/storage/single_file_block_manager.cpp; eight bytes stand before it.
    private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);
    private static final int AT = 8;
    private static final int END = AT + MAGIC.length;

    private DuckFile() {}

    /** Returns whether these are the first bytes of such a file. */
    public static boolean begins(byte[] first) {
        return first.length >= END && Arrays.equals(first, AT, END, MAGIC, 0, MAGIC.length);
    }

    /** Returns whether a file begins so. */
    public static boolean test(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return begins(in.readNBytes(END));
        }
    }
}
