package org.godwit.analysis.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.godwit.task.TaskContext;

/** A text in UTF-8 that is read once from its beginning, and knows where it is. Not thread-safe. */
final class JsonText {
    private static final int BUFFER = 1 << 16;
    private static final int HEX = 16;

    private final InputStream in;
    private final TaskContext context;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long before;
    private long line = 1;
    private long column = 1;

    /** The text is no JSON here. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A place in the text. */
    record Mark(long offset, long line, long column) {
        Span to(long end, boolean isNull) {
            return new Span(offset, end, line, column, isNull);
        }
    }

    JsonText(InputStream in, TaskContext context) throws IOException {
        this.in = in;
        this.context = context;
        if (fill() && filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    long offset() {
        return before + at;
    }

    Mark mark() {
        return new Mark(offset(), line, column);
    }

    /** Goes to the beginning of a line, or to the end of the text if it has fewer. */
    void skipToLine(long wanted) throws IOException {
        while (line < wanted && (at < filled || fill())) {
            while (at < filled && line < wanted) {
                if (buffer[at++] == '\n') {
                    line++;
                }
            }
        }
        column = 1;
    }

    /** Goes to the next byte that is no white space, and returns it; -1 at the end. */
    int skipBlank() throws IOException {
        int b = peek();
        while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            next();
            b = peek();
        }
        return b;
    }

    void expect(char wanted) throws IOException {
        if (peek() != wanted) {
            throw new Malformed();
        }
        next();
    }

    void passString() throws IOException {
        expect('"');
        for (int b = some(); b != '"'; b = some()) {
            if (b == '\\') {
                some();
            }
        }
    }

    /** Passes over a number, or one of the words true, false, null, NaN and the like. */
    void passWord() throws IOException {
        int length = 0;
        for (int b = peek(); isOfWord(b); b = peek()) {
            next();
            length++;
        }
        if (length == 0) {
            throw new Malformed();
        }
    }

    private static boolean isOfWord(int b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '-' || b == '+' || b == '.';
    }

    /** Reads a string and returns what it says. */
    String string() throws IOException {
        expect('"');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder escaped = new StringBuilder();
        for (int b = some(); b != '"'; b = some()) {
            if (b == '\\') {
                escaped.append(out.toString(StandardCharsets.UTF_8)).append(escape(some()));
                out.reset();
            } else {
                out.write(b);
            }
        }
        return escaped.append(out.toString(StandardCharsets.UTF_8)).toString();
    }

    private char escape(int b) throws IOException {
        return switch (b) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    unit = unit * HEX + Math.max(0, Character.digit(some(), HEX));
                }
                yield (char) unit;
            }
            default -> (char) b;
        };
    }

    private int peek() throws IOException {
        return at < filled || fill() ? buffer[at] & 0xFF : -1;
    }

    private int some() throws IOException {
        int b = next();
        if (b < 0) {
            throw new Malformed();
        }
        return b;
    }

    private int next() throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        int b = buffer[at++] & 0xFF;
        if (b == '\n') {
            line++;
            column = 1;
        } else if ((b & 0xC0) != 0x80) {
            column++;
        }
        return b;
    }

    private boolean fill() throws IOException {
        context.checkCancelled();
        before += filled;
        at = 0;
        filled = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
        return filled > 0;
    }
}
