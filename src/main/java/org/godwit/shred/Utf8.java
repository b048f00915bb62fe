package org.godwit.shred;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks of UTF-8 bytes, eight at a time where they are ASCII, and of texts that are to become UTF-8. */
public final class Utf8 {
    /** Eight bytes of an array, the first one lowest. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Returns where the first sequence begins that is not UTF-8 (RFC 3629), or -1. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            while (i + 8 <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                i += 8;
            }
            while (i < to && bytes[i] >= 0) {
                i++;
            }
            while (i < to && bytes[i] < 0) {
                int length = sequenceLength(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /** Returns the length of the multi-byte sequence that begins here, or 0 if it is not UTF-8. */
    static int sequenceLength(byte[] bytes, int i, int to) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (i + length > to) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Returns whether there may be an escape of a surrogate, such as {@code \ud83d}. */
    static boolean escapesSurrogate(byte[] bytes, int from, int to) {
        for (int i = indexOf(bytes, '\\', from, to); i >= 0 && i + 3 < to; i = indexOf(bytes, '\\', i + 1, to)) {
            if (bytes[i + 1] == 'u' && (bytes[i + 2] == 'd' || bytes[i + 2] == 'D') && bytes[i + 3] > '7') {
                return true;
            }
        }
        return false;
    }

    static int indexOf(byte[] bytes, char wanted, int from, int to) {
        long pattern = wanted * 0x0101010101010101L;
        int i = from;
        while (i + 8 <= to) {
            long difference = (long) LONGS.get(bytes, i) ^ pattern;
            if (((difference - 0x0101010101010101L) & ~difference & HIGH_BITS) != 0) {
                break;
            }
            i += 8;
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i < to ? i : -1;
    }

    /** Returns where the first half of a surrogate pair without its other half is, which UTF-8 has no bytes for; -1 for nowhere. */
    public static int firstUnwritable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
