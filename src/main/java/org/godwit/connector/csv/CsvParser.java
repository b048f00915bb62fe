package org.godwit.connector.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes CSV (RFC 4180) apart, record by record, from bytes in UTF-8; line ends may be CR, LF or both. It tells a quoted
 * field from one without quotes, knows where everything is, and goes on after a record that is broken. Not thread-safe.
 */
final class CsvParser {
    /** What is longer than this without an end is no record. */
    private static final int MAX_RECORD = 64 << 20;
    private static final int MAX_LOST_QUOTES = 100;
    private static final int FIRST_BUFFER = 1 << 17;
    private static final byte PLAIN = 0;
    private static final byte QUOTED = 1;
    private static final byte ESCAPED = 2;
    private static final char REPLACED = '\ufffd';

    private final InputStream in;
    private final byte delimiter;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int at;
    private int limit;
    private boolean ended;
    private long bufferOffset;
    private long line;
    private long nextLine;
    private int count;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private byte[] kinds = new byte[64];
    private int end;
    private String fault = "";
    private int lostQuotes;

    /**
     * @param offset where in the file the stream begins
     * @param line the number of its first line
     */
    CsvParser(InputStream in, char delimiter, long offset, long line) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.bufferOffset = offset;
        this.nextLine = line;
    }

    /** Returns the number of fields of the record; those of a broken one mean nothing. */
    int count() {
        return count;
    }

    /** Returns the line that the record starts in, from 1. */
    long line() {
        return line;
    }

    /** Returns where in the file the record starts. */
    long offset() {
        return bufferOffset + start;
    }

    /** Returns what is wrong with the record; empty if nothing is. */
    String fault() {
        return fault;
    }

    boolean isQuoted(int field) {
        return kinds[field] != PLAIN;
    }

    boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    /** Returns whether nothing is in the line. */
    boolean isBlank() {
        return count == 1 && isEmpty(0) && kinds[0] == PLAIN && fault.isEmpty();
    }

    byte[] bytes() {
        return buffer;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    /** Returns a field; what is no UTF-8 is U+FFFD, see {@link #badByte}. */
    String text(int field) {
        String text = new String(buffer, from[field], to[field] - from[field], StandardCharsets.UTF_8);
        return kinds[field] == ESCAPED ? text.replace("\"\"", "\"") : text;
    }

    /** Returns a field with each byte as one character. */
    String rawText(int field) {
        return new String(buffer, from[field], to[field] - from[field], StandardCharsets.ISO_8859_1);
    }

    /** Returns the whole record as it is in the file, as far as it is UTF-8. */
    String record() {
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }

    /** Returns where in the file the first byte of a field is that is no UTF-8, given its text; -1 if there is none. */
    long badByte(int field, String text) {
        if (text.indexOf(REPLACED) < 0) {
            return -1;
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, from[field], to[field] - from[field]);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(to[field] - from[field]), true);
        return result.isError() ? bufferOffset + bytes.position() : -1;
    }

    /** Goes to the next record; returns false at the end. */
    boolean next() throws IOException {
        start = at;
        line = nextLine;
        count = 0;
        fault = "";
        if (at == limit && !fill()) {
            return false;
        }
        while (field()) {
            // The next field of the same record.
        }
        return true;
    }

    // Reads one field; returns whether another follows.
    private boolean field() throws IOException {
        if (at == limit && !fill()) {
            add(at, at, PLAIN);
            end = at;
            return false;
        }
        return buffer[at] == '"' ? quotedField() : plainField();
    }

    private boolean plainField() throws IOException {
        int begin = at - start;
        do {
            byte[] bytes = buffer;
            int stop = limit;
            for (int i = at; i < stop; i++) {
                byte b = bytes[i];
                if (b == delimiter || b == '\n' || b == '\r') {
                    at = i;
                    add(start + begin, i, PLAIN);
                    return separator();
                }
            }
            at = stop;
        } while (fill());
        add(start + begin, at, PLAIN);
        end = at;
        return false;
    }

    private boolean quotedField() throws IOException {
        int begin = ++at - start;
        byte kind = QUOTED;
        while (at < limit || (!isFull() && fill())) {
            byte b = buffer[at];
            if (b == '"') {
                if ((at + 1 == limit && !fill()) || buffer[at + 1] != '"') {
                    add(start + begin, at, kind);
                    at++;
                    return afterQuote();
                }
                // A pair stands for one.
                kind = ESCAPED;
                at++;
            } else if (b == '\n' || (b == '\r' && ((at + 1 == limit && !fill()) || buffer[at + 1] != '\n'))) {
                nextLine++;
            }
            at++;
        }
        return lostQuote();
    }

    private boolean afterQuote() throws IOException {
        if (at == limit && !fill()) {
            end = at;
            return false;
        }
        byte b = buffer[at];
        if (b == delimiter || b == '\n' || b == '\r') {
            return separator();
        }
        fault = "there is text after the closing quote of field " + count;
        return restOfLine();
    }

    private boolean restOfLine() throws IOException {
        while (at < limit || fill()) {
            if (buffer[at] == '\n' || buffer[at] == '\r') {
                separator();
                return false;
            }
            at++;
        }
        end = at;
        return false;
    }

    private boolean lostQuote() throws IOException {
        if (++lostQuotes > MAX_LOST_QUOTES) {
            throw new IOException("line " + line + ": quotes are opened and never closed, again and again");
        }
        fault = "a quote is opened and never closed";
        // Everything up to the end was swallowed: go on after the line in which it began.
        at = start;
        nextLine = line;
        return restOfLine();
    }

    private void add(int begin, int stop, byte kind) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        from[count] = begin;
        to[count] = stop;
        kinds[count++] = kind;
    }

    // Goes over what ends a field; returns whether it was a delimiter.
    private boolean separator() throws IOException {
        end = at;
        byte b = buffer[at++];
        if (b == delimiter) {
            return true;
        }
        nextLine++;
        if (b == '\r' && (at < limit || fill()) && buffer[at] == '\n') {
            at++;
        }
        return false;
    }

    private boolean isFull() {
        return limit == buffer.length && start == 0 && buffer.length >= MAX_RECORD;
    }

    // Reads more; what the record has so far moves to the front. Returns whether there is more.
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (limit == buffer.length) {
            if (start > 0) {
                moveToFront();
            } else if (isFull()) {
                throw new IOException("line " + line + ": the record is longer than " + (MAX_RECORD >> 20) + " MiB; is a quote missing?");
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
        return !ended;
    }

    private void moveToFront() {
        int shift = start;
        System.arraycopy(buffer, shift, buffer, 0, limit - shift);
        bufferOffset += shift;
        for (int i = 0; i < count; i++) {
            from[i] -= shift;
            to[i] -= shift;
        }
        start = 0;
        at -= shift;
        end -= shift;
        limit -= shift;
    }
}
