package org.godwit.connector.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a JSON text, by its first bytes: UTF-8, or UTF-16 and UTF-32 in either byte order, each with or
 * without a byte order mark (the first character of JSON text is ASCII, so its zero bytes show the width).
 *
 * @param charset null for UTF-8
 * @param mark length of the byte order mark
 * @param unit bytes of a code unit
 */
record Encodings(@Nullable Charset charset, int mark, int unit) {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    static Encodings of(byte[] b, int from, int to) {
        int length = to - from;
        int b0 = length > 0 ? b[from] & 0xFF : -1;
        int b1 = length > 1 ? b[from + 1] & 0xFF : -1;
        int b2 = length > 2 ? b[from + 2] & 0xFF : -1;
        int b3 = length > 3 ? b[from + 3] & 0xFF : -1;
        if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
            return new Encodings(null, 3, 1);
        }
        if (b0 == 0xFF && b1 == 0xFE) {
            return b2 == 0 && b3 == 0 ? new Encodings(UTF_32LE, 4, 4) : new Encodings(StandardCharsets.UTF_16LE, 2, 2);
        }
        if (b0 == 0xFE && b1 == 0xFF) {
            return new Encodings(StandardCharsets.UTF_16BE, 2, 2);
        }
        if (b0 == 0 && b1 == 0) {
            return b2 == 0xFE && b3 == 0xFF ? new Encodings(UTF_32BE, 4, 4)
                    : new Encodings(b2 == 0 && isText(b3) ? UTF_32BE : null, 0, b2 == 0 && isText(b3) ? 4 : 1);
        }
        if (isText(b0) && b1 == 0) {
            return b2 == 0 && b3 == 0 ? new Encodings(UTF_32LE, 0, 4) : new Encodings(StandardCharsets.UTF_16LE, 0, 2);
        }
        if (b0 == 0 && isText(b1)) {
            return new Encodings(StandardCharsets.UTF_16BE, 0, 2);
        }
        return new Encodings(null, 0, 1);
    }

    private static boolean isText(int b) {
        return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
    }

    boolean isWide() {
        return charset != null;
    }

    /**
     * Decodes to UTF-8.
     *
     * @return the bytes, and how many of the source's bytes were decoded: fewer than all if the text is malformed there
     */
    Decoded decode(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = (charset == null ? StandardCharsets.UTF_8 : charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from + mark, to - from - mark);
        CharBuffer out = CharBuffer.allocate((to - from - mark) / unit * (unit == 4 ? 2 : 1) + 2);
        CoderResult result = decoder.decode(in, out, true);
        byte[] utf8 = out.flip().toString().getBytes(StandardCharsets.UTF_8);
        return new Decoded(utf8, result.isError() ? in.position() - from : -1);
    }

    /** Returns how many bytes so much of the decoded text takes in this encoding. */
    int sourceBytes(byte[] utf8, int from, int to) {
        int units = 0;
        for (int i = from; i < to; i++) {
            int b = utf8[i] & 0xFF;
            if (b < 0x80 || b >= 0xC0) {
                units += unit == 2 && b >= 0xF0 ? 2 : 1;
            }
        }
        return units * unit;
    }

    /**
     * Text as UTF-8.
     *
     * @param faultAt the first byte of the source that could not be decoded, -1 if all could
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: never compared
    record Decoded(byte[] utf8, int faultAt) {}
}
