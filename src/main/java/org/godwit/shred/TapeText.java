package org.godwit.shred;

/** Writes nodes of a tape as compact JSON text: numbers as in the source, only what must be escaped escaped. */
public final class TapeText {
    private static final String HEX = "0123456789abcdef";

    private TapeText() {}

    /** Appends a node and everything below it. NaN and Infinity are written as they are. */
    public static void append(StringBuilder out, JsonTape tape, int node) {
        switch (tape.kind(node)) {
            case JsonTape.OBJECT -> {
                out.append('{');
                for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
                    if (child > node + 1) {
                        out.append(',');
                    }
                    appendString(out, String.valueOf(tape.key(child)));
                    out.append(':');
                    append(out, tape, child);
                }
                out.append('}');
            }
            case JsonTape.ARRAY -> {
                out.append('[');
                for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
                    if (child > node + 1) {
                        out.append(',');
                    }
                    append(out, tape, child);
                }
                out.append(']');
            }
            case JsonTape.STRING -> appendString(out, tape.text(node));
            case JsonTape.NUMBER -> out.append(tape.text(node));
            case JsonTape.TRUE -> out.append("true");
            case JsonTape.FALSE -> out.append("false");
            default -> out.append("null");
        }
    }

    /** Appends a string in quotes. */
    public static void appendString(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, done, i);
            done = i + 1;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        out.append(text, done, text.length()).append('"');
    }
}
