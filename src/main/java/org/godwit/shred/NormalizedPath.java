package org.godwit.shred;

import java.util.List;
import org.godwit.model.Step;

/** Writes normalized paths (RFC 9535, {@code $['a'][0]}) and JSON pointers (RFC 6901, {@code /a/0}) of nodes. */
public final class NormalizedPath {
    private NormalizedPath() {}

    /** Returns the normalized path of a node. */
    static String of(JsonTape tape, DocumentScan scan, int node) {
        StringBuilder out = new StringBuilder();
        append(out, tape, scan, node);
        return out.toString();
    }

    /** Returns the normalized path of typed steps: String for a member, Integer for an element. */
    static String of(List<Object> steps) {
        StringBuilder out = new StringBuilder("$");
        for (Object step : steps) {
            if (step instanceof String key) {
                appendKey(out, key);
            } else {
                appendIndex(out, (Integer) step);
            }
        }
        return out.toString();
    }

    /** Returns the normalized path of what would be at these steps below a node. */
    static String below(JsonTape tape, DocumentScan scan, int node, List<Step> steps) {
        StringBuilder out = new StringBuilder();
        append(out, tape, scan, node);
        for (Step step : steps) {
            if (step instanceof Step.Key key) {
                appendKey(out, key.name());
            } else if (step instanceof Step.Index index) {
                appendIndex(out, index.position());
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, JsonTape tape, DocumentScan scan, int node) {
        int parent = scan.parent[node];
        if (node == 0 || parent < 0) {
            out.append('$');
            return;
        }
        append(out, tape, scan, parent);
        if (tape.kind(parent) == JsonTape.OBJECT) {
            appendKey(out, DocumentScan.key(tape, node));
        } else {
            appendIndex(out, scan.position[node]);
        }
    }

    static void appendIndex(StringBuilder out, int position) {
        out.append('[').append(position).append(']');
    }

    static void appendKey(StringBuilder out, String key) {
        out.append("['");
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                appendControl(out, c);
            } else {
                out.append(c);
            }
        }
        out.append("']");
    }

    private static void appendControl(StringBuilder out, char c) {
        int known = "\b\t\n\f\r".indexOf(c);
        if (known >= 0) {
            out.append('\\').append("btnfr".charAt(known));
        } else {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }

    /** Appends one token of a JSON pointer. */
    static void appendPointer(StringBuilder out, String token) {
        out.append('/');
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '~') {
                out.append("~0");
            } else if (c == '/') {
                out.append("~1");
            } else {
                out.append(c);
            }
        }
    }

    /** Returns the JSON pointer of a node. */
    static String pointer(JsonTape tape, DocumentScan scan, int node) {
        StringBuilder out = new StringBuilder();
        appendPointerOf(out, tape, scan, node);
        return out.toString();
    }

    private static void appendPointerOf(StringBuilder out, JsonTape tape, DocumentScan scan, int node) {
        int parent = scan.parent[node];
        if (node == 0 || parent < 0) {
            return;
        }
        appendPointerOf(out, tape, scan, parent);
        if (tape.kind(parent) == JsonTape.OBJECT) {
            appendPointer(out, DocumentScan.key(tape, node));
        } else {
            out.append('/').append(scan.position[node]);
        }
    }
}
