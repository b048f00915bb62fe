package org.godwit.shred;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first fault of a JSON text that {@link TapeReader} refused, and names it. Slower than the reader and only
 * used when something is wrong; it knows the same rules. For one text.
 */
final class FaultFinder {
    private final byte[] bytes;
    private final int to;
    private final JsonLimits limits;
    private int at;
    private int depth;
    private int nodes;
    private @Nullable JsonFault fault;

    FaultFinder(byte[] bytes, int to, JsonLimits limits) {
        this.bytes = bytes;
        this.to = to;
        this.limits = limits;
    }

    /** Returns the first fault of the first value from here on, or null if it has none. */
    @Nullable JsonFault find(int from) {
        at = from;
        value();
        return fault;
    }

    /** Returns the index of the byte after the value, if it has no fault. */
    int end() {
        return at;
    }

    private boolean fail(int offset, String reason) {
        fault = new JsonFault(offset, reason);
        return false;
    }

    private int peek() {
        return at < to ? bytes[at] & 0xFF : -1;
    }

    private void skipBlank() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean value() {
        skipBlank();
        if (++nodes > limits.nodes()) {
            return fail(at, "the document has more than " + limits.nodes()
                    + " values, the limit with this much memory: write one document per line, or give more memory");
        }
        int c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string() != null;
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            case 'N' -> word("NaN");
            case 'I' -> word("Infinity");
            default -> (c == '-' || (c >= '0' && c <= '9')) ? number() : fail(at, "expecting a value, " + found());
        };
    }

    private boolean enter() {
        at++;
        return ++depth <= limits.depth() || fail(at - 1, "nested more than " + limits.depth() + " levels deep");
    }

    private boolean leave() {
        at++;
        depth--;
        return true;
    }

    private boolean object() {
        if (!enter()) {
            return false;
        }
        skipBlank();
        if (peek() == '}') {
            return leave();
        }
        Set<String> names = new HashSet<>();
        while (true) {
            skipBlank();
            int start = at;
            if (peek() != '"') {
                return fail(at, "expecting a member name in double quotes, " + found());
            }
            String name = string();
            if (name == null) {
                return false;
            }
            if (!names.add(name)) {
                return fail(start, "the member name " + shown(name) + " stands twice in the same object");
            }
            skipBlank();
            if (peek() != ':') {
                return fail(at, "expecting ':' after the member name, " + found());
            }
            at++;
            if (!value()) {
                return false;
            }
            skipBlank();
            if (peek() == '}') {
                return leave();
            }
            if (!comma('}')) {
                return false;
            }
        }
    }

    private boolean array() {
        if (!enter()) {
            return false;
        }
        skipBlank();
        if (peek() == ']') {
            return leave();
        }
        while (value()) {
            skipBlank();
            if (peek() == ']') {
                return leave();
            }
            if (!comma(']')) {
                return false;
            }
        }
        return false;
    }

    private boolean comma(char closing) {
        if (peek() != ',') {
            return fail(at, "expecting ',' or '" + closing + "', " + found());
        }
        int comma = at++;
        skipBlank();
        return peek() != closing || fail(comma, "a comma stands before '" + closing + "' with nothing after it");
    }

    private boolean word(String word) {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                return at == to ? fail(at, "the text ends inside the word " + word) : fail(start, "expecting a value, " + foundWord(start));
            }
            at++;
        }
        return !isWordPart(peek()) || fail(start, "expecting a value, " + foundWord(start));
    }

    private static boolean isWordPart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private boolean number() {
        int start = at;
        if (peek() == '-') {
            at++;
            if (peek() == 'I') {
                return word("Infinity");
            }
        }
        if (peek() == '0') {
            at++;
            if (isDigit()) {
                return fail(start, "a number begins with 0 and goes on with digits");
            }
        } else if (!digits()) {
            return false;
        }
        if (peek() == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            if (!digits()) {
                return false;
            }
        }
        if (at - start > limits.numberChars()) {
            return fail(start, "a number of more than " + limits.numberChars() + " characters");
        }
        return (!isWordPart(peek()) && peek() != '.') || fail(at, "unexpected character in a number, " + found());
    }

    private boolean isDigit() {
        return at < to && bytes[at] >= '0' && bytes[at] <= '9';
    }

    private boolean digits() {
        if (!isDigit()) {
            return fail(at, "expecting a digit, " + found());
        }
        while (isDigit()) {
            at++;
        }
        return true;
    }

    /** Returns the characters of the string that begins here, or null after a fault. */
    private @Nullable String string() {
        StringBuilder text = new StringBuilder();
        int start = at++;
        while (true) {
            int c = peek();
            if (text.length() > limits.stringChars()) {
                fail(start, "a string of more than " + limits.stringChars() + " characters");
                return null;
            }
            if (c == '"') {
                at++;
                return text.toString();
            }
            boolean fine;
            if (c == '\\') {
                fine = escape(text);
            } else if (c < ' ') {
                fine = c < 0 ? fail(at, "the text ends inside a string: it looks cut off")
                        : fail(at, String.format("a control character (0x%02X) stands unescaped in a string", c));
            } else if (c < 0x80) {
                text.append((char) c);
                at++;
                fine = true;
            } else {
                fine = multiByte(text);
            }
            if (!fine) {
                return null;
            }
        }
    }

    private boolean multiByte(StringBuilder text) {
        int length = Utf8.sequenceLength(bytes, at, to);
        if (length == 0) {
            return fail(at, String.format("invalid UTF-8 (byte 0x%02X)", bytes[at]));
        }
        text.append(new String(bytes, at, length, java.nio.charset.StandardCharsets.UTF_8));
        at += length;
        return true;
    }

    private boolean escape(StringBuilder text) {
        int start = at++;
        int c = peek();
        int known = "\"\\/bfnrt".indexOf(c);
        if (c >= 0 && known >= 0) {
            text.append("\"\\/\b\f\n\r\t".charAt(known));
            at++;
            return true;
        }
        if (c != 'u') {
            return c < 0 ? fail(at, "the text ends inside a string: it looks cut off")
                    : fail(start, "no such escape in a string: backslash and " + character());
        }
        int unit = hex(start);
        if (unit < 0) {
            return false;
        }
        text.append((char) unit);
        if (!Character.isSurrogate((char) unit)) {
            return true;
        }
        if (Character.isHighSurrogate((char) unit) && peek() == '\\' && at + 1 < to && bytes[at + 1] == 'u') {
            int second = at++;
            int low = hex(second);
            if (low < 0) {
                return false;
            }
            if (Character.isLowSurrogate((char) low)) {
                text.append((char) low);
                return true;
            }
        }
        return fail(start, String.format("\\u%04x is half of a surrogate pair without its other half: no character, so it cannot be kept", unit));
    }

    /** Returns the UTF-16 unit of an escape whose {@code u} comes next, or -1 after a fault. */
    private int hex(int start) {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = at < to ? Character.digit(bytes[at], 16) : -1;
            if (digit < 0) {
                fail(at < to ? start : to, at < to ? "\\u must be followed by four hexadecimal digits" : "the text ends inside a string: it looks cut off");
                return -1;
            }
            unit = (unit << 4) | digit;
        }
        at++;
        return unit;
    }

    private String found() {
        return switch (peek()) {
            case -1 -> "but the text ends here: it looks cut off";
            case '\'' -> "found a single quote: JSON has double quotes only";
            case '/', '#' -> "found " + character() + ": JSON has no comments";
            default -> "found " + character();
        };
    }

    private String foundWord(int start) {
        int stop = start;
        while (stop < to && stop - start < 20 && isWordPart(bytes[stop] & 0xFF)) {
            stop++;
        }
        return "found " + new String(bytes, start, stop - start, java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** Names the character that comes next. */
    private String character() {
        int c = peek();
        if (c > ' ' && c < 0x7F) {
            return "'" + (char) c + "'";
        }
        int length = c < 0x80 ? 0 : Utf8.sequenceLength(bytes, at, to);
        return length == 0
                ? String.format("the byte 0x%02X", c)
                : "'" + new String(bytes, at, length, java.nio.charset.StandardCharsets.UTF_8) + "'";
    }

    private static String shown(String name) {
        StringBuilder out = new StringBuilder();
        TapeText.appendString(out, name.length() > 100 ? name.substring(0, 100) + "…" : name);
        return out.toString();
    }
}
