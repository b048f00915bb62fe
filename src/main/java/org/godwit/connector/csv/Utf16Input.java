package org.godwit.connector.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-16 as UTF-8. What is no UTF-16 is an error that names its place. Not thread-safe. */
final class Utf16Input extends InputStream {
    private static final int SIZE = 1 << 15;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE * 2).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(SIZE);
    private ByteBuffer utf8 = ByteBuffer.allocate(0);
    private long offset;
    private boolean ended;

    /** @param offset where in the file the stream begins */
    Utf16Input(InputStream in, Charset charset, long offset) {
        this.in = in;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        this.offset = offset;
    }

    @Override
    public int read() throws IOException {
        return fill() ? utf8.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, utf8.remaining());
        utf8.get(to, at, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (!utf8.hasRemaining() && !ended) {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            chars.clear();
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            offset += bytes.position() - before;
            if (result.isError()) {
                throw new IOException("byte " + offset + " is no " + decoder.charset() + " (UTF-16) text");
            }
            utf8 = StandardCharsets.UTF_8.encode(chars.flip());
        }
        return utf8.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
