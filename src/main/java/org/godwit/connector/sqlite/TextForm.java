package org.godwit.connector.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a database writes its texts. Thread-safe. */
record TextForm(Charset charset) {
    private static final int ENCODING = 59;
    private static final byte UTF_16LE = 2;
    private static final byte UTF_16BE = 3;
    private static final char REPLACED = '\ufffd';

    /** Reads it from the first bytes of a file. */
    static TextForm of(byte[] header) {
        byte encoding = header.length > ENCODING ? header[ENCODING] : 1;
        return new TextForm(encoding == UTF_16LE ? StandardCharsets.UTF_16LE : encoding == UTF_16BE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
    }

    /** Returns whether texts need not be decoded. */
    boolean passes() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Returns a text, or null if the bytes are none. */
    @Nullable String read(byte[] bytes) {
        String text = new String(bytes, charset);
        return text.indexOf(REPLACED) < 0 || strictly(bytes) ? text : null;
    }

    private boolean strictly(byte[] bytes) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns a text whose faults do not matter, such as a name in the catalogue. */
    String readLoosely(byte[] bytes) {
        return new String(bytes, charset);
    }
}
