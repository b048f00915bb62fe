package org.godwit.connector.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A database file seen from outside: what its first bytes say, and how SQLite is told of it. */
final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE = 16;
    private static final int READ_VERSION = 19;
    private static final int CHANGES = 24;
    private static final int PAGES = 28;
    private static final int VALID_FOR = 92;
    private static final int WAL = 2;

    private SqliteFile() {}

    /** Returns whether these are the first bytes of a database. */
    static boolean recognises(byte[] first) {
        return first.length >= MAGIC.length && Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Returns the first bytes. Not for files that SQLite has open in this process: closing a file drops the locks that
     * the process holds on it.
     */
    static byte[] header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEADER);
        }
    }

    /** Returns whether a header says that changes go to a log beside the file. */
    static boolean logsAhead(byte[] header) {
        return header.length == HEADER && header[READ_VERSION] == WAL;
    }

    /**
     * Returns how many bytes a file should have by its header, 0 if the header does not tell. Only for files without a
     * log beside them. SQLite itself reads the missing end of a last page as zeros.
     */
    static long size(byte[] header) {
        if (header.length < HEADER) {
            return HEADER;
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        boolean valid = fields.getInt(CHANGES) == fields.getInt(VALID_FOR);
        int page = fields.getShort(PAGE_SIZE) & 0xffff;
        return valid ? (fields.getInt(PAGES) & 0xffff_ffffL) * (page == 1 ? 65_536 : page) : 0;
    }

    /** Returns a file that SQLite keeps beside a database. */
    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /**
     * Returns a file name that means exactly this file, whatever is in its path.
     *
     * @param parameters {@code mode=ro}, {@code immutable=1}
     */
    static String uri(Path file, String parameters) {
        StringBuilder uri = new StringBuilder("file://");
        String path = file.toAbsolutePath().toString().replace('\\', '/');
        if (!path.startsWith("/")) {
            uri.append('/');
        }
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "/._-:".indexOf(b) >= 0;
            if (plain) {
                uri.append((char) b);
            } else {
                uri.append('%').append("%02X".formatted(b & 0xff));
            }
        }
        return uri.append('?').append(parameters).toString();
    }
}
