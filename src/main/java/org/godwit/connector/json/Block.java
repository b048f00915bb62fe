package org.godwit.connector.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.FileReport;
import org.godwit.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a part of one that was cut at a line's end, in memory.
 *
 * @param data holds the unpacked text from {@code from} to {@code to}
 * @param offset where {@code data[0]} stands in the unpacked file
 * @param line the number of the first line, from 1
 * @param shape whether it is known to be lines
 * @param sha256 of the whole file, null while unknown
 * @param stop why the file cannot be read on, null if it can
 * @param storedBytes how many stored bytes it stands for
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: never compared
record Block(
        SourceFile file,
        byte[] data,
        int from,
        int to,
        long offset,
        long line,
        Shape shape,
        boolean first,
        boolean last,
        @Nullable String sha256,
        @Nullable Stop stop,
        long storedBytes) {
    private static final int EXCERPT_BYTES = 100;

    /** What the text is, as far as it is known before parsing. */
    enum Shape {
        /** All of a file: one document or lines. */
        WHOLE,
        LINES
    }

    /** Why a file was not read to its end, or a line of it was left out. */
    record Stop(FileReport.Status status, Problem problem) {}

    /** Returns the same part with its text in other bytes. */
    Block withData(byte[] text, int start, int end) {
        return new Block(file, text, start, end, offset, line, shape, first, last, sha256, stop, storedBytes);
    }

    /** Places a problem at a byte of the data, in a text that is UTF-8. */
    Problem problem(int at, String reason) {
        long column = at - Bytes.lastLineStart(data, from, at) + 1L;
        return new Problem(file.name(), line + Bytes.countLines(data, from, at), column, offset + at, reason, excerpt(at, from, to));
    }

    /** Likewise, in a line that is a document of its own. */
    Problem problemInLine(int at, long atLine, int start, int end, String reason) {
        return new Problem(file.name(), atLine, at - start + 1L, offset + at, reason, excerpt(at, start, end));
    }

    private String excerpt(int at, int lowest, int highest) {
        int start = Math.max(lowest, at - EXCERPT_BYTES);
        int stop = Math.min(highest, at + EXCERPT_BYTES);
        while (start > lowest && start < at && (data[start] & 0xC0) == 0x80) {
            start++;
        }
        while (stop < highest && stop > at && (data[stop] & 0xC0) == 0x80) {
            stop--;
        }
        return new String(data, start, stop - start, StandardCharsets.UTF_8);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", Math.max(1, bytes >> 20));
    }
}
