package org.godwit.connector.postgresql;

import java.util.Arrays;

/** Bytes of a COPY that are yet to be sent. Not thread-safe. */
final class CopyBuffer {
    private static final int SIX_BITS = 0x3f;

    private byte[] bytes = new byte[1 << 17];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    private void room(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, count), (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 16)));
        }
    }

    void putShort(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        room(Integer.BYTES);
        setInt(size, value);
        size += Integer.BYTES;
    }

    private void setInt(int position, int value) {
        bytes[position] = (byte) (value >> 24);
        bytes[position + 1] = (byte) (value >> 16);
        bytes[position + 2] = (byte) (value >> 8);
        bytes[position + 3] = (byte) value;
    }

    void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    void putByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void putBytes(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /**
     * Adds a text as UTF-8 and its length in front.
     *
     * @return -1, or the position of a character that PostgreSQL cannot hold: U+0000 or half a surrogate pair
     */
    int putText(String text) {
        int length = text.length();
        room(Math.addExact(Integer.BYTES, Math.multiplyExact(length, 3)));
        int lengthAt = size;
        int to = size + Integer.BYTES;
        byte[] into = bytes;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c == 0) {
                    return i;
                }
                into[to++] = (byte) c;
            } else if (c < 0x800) {
                into[to++] = (byte) (0xc0 | c >> 6);
                into[to++] = (byte) (0x80 | (c & SIX_BITS));
            } else if (!Character.isSurrogate(c)) {
                into[to++] = (byte) (0xe0 | c >> 12);
                into[to++] = (byte) (0x80 | (c >> 6 & SIX_BITS));
                into[to++] = (byte) (0x80 | (c & SIX_BITS));
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                into[to++] = (byte) (0xf0 | point >> 18);
                into[to++] = (byte) (0x80 | (point >> 12 & SIX_BITS));
                into[to++] = (byte) (0x80 | (point >> 6 & SIX_BITS));
                into[to++] = (byte) (0x80 | (point & SIX_BITS));
            } else {
                return i;
            }
        }
        setInt(lengthAt, to - lengthAt - Integer.BYTES);
        size = to;
        return -1;
    }
}
