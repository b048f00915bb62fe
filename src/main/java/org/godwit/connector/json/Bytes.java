package org.godwit.connector.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in text that is held as bytes. */
final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;

    private Bytes() {}

    /** Returns the index of the first line feed, or {@code to}. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long difference = (long) LONGS.get(bytes, i) ^ NEWLINES;
            long found = (difference - ONES) & ~difference & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Returns the index after the last line feed, or {@code from} if there is none. */
    static int lastLineStart(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    /** Returns the index of the first byte that is no JSON white space, or {@code to}. */
    static int skipBlank(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    static int countLines(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int i = lineEnd(bytes, from, to); i < to; i = lineEnd(bytes, i + 1, to)) {
            lines++;
        }
        return lines;
    }
}
