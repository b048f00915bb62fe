package org.godwit.connector.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file become UTF-8: it may be packed (gzip), and be UTF-8 or UTF-16 with or without a byte order
 * mark. Everything else is taken for UTF-8, and told from it where it is none.
 *
 * @param wide the encoding, if it is UTF-16
 * @param mark length of the byte order mark
 */
record CsvText(Path file, boolean packed, @Nullable Charset wide, int mark) {
    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 4;
    private static final int GZIP_0 = 0x1f;
    private static final int GZIP_1 = 0x8b;

    static CsvText of(Path file) throws IOException {
        byte[] start = first(file, false);
        boolean packed = at(start, 0) == GZIP_0 && at(start, 1) == GZIP_1;
        byte[] first = packed ? first(file, true) : start;
        if (at(first, 0) == 0xEF && at(first, 1) == 0xBB && at(first, 2) == 0xBF) {
            return new CsvText(file, packed, null, 3);
        }
        if (at(first, 0) == 0xFF && at(first, 1) == 0xFE) {
            return new CsvText(file, packed, StandardCharsets.UTF_16LE, 2);
        }
        if (at(first, 0) == 0xFE && at(first, 1) == 0xFF) {
            return new CsvText(file, packed, StandardCharsets.UTF_16BE, 2);
        }
        // Without a mark: the zero bytes of two characters of ASCII show the width.
        if (first.length == FIRST && first[0] != 0 && first[1] == 0 && first[2] != 0 && first[3] == 0) {
            return new CsvText(file, packed, StandardCharsets.UTF_16LE, 0);
        }
        if (first.length == FIRST && first[0] == 0 && first[1] != 0 && first[2] == 0 && first[3] != 0) {
            return new CsvText(file, packed, StandardCharsets.UTF_16BE, 0);
        }
        return new CsvText(file, packed, null, 0);
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    private static byte[] first(Path file, boolean packed) throws IOException {
        try (InputStream in = bytes(file, packed, 0)) {
            return in.readNBytes(FIRST);
        }
    }

    private static InputStream bytes(Path file, boolean packed, long offset) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean ours = false;
        try {
            channel.position(offset);
            InputStream plain = Channels.newInputStream(channel);
            InputStream in = packed ? new GZIPInputStream(new BufferedInputStream(plain, BUFFER), BUFFER) : plain;
            ours = true;
            return in;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
    }

    /** Returns whether reading can begin anywhere. */
    boolean isSeekable() {
        return !packed && wide == null;
    }

    /**
     * Opens the text.
     *
     * @param offset where to begin, {@code mark} for the first character; another one only if it is seekable
     */
    InputStream open(long offset) throws IOException {
        InputStream in = bytes(file, packed, packed ? 0 : offset);
        if (packed) {
            in.skipNBytes(mark);
        }
        return wide == null ? in : new Utf16Input(in, wide, mark);
    }
}
