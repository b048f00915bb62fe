package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays a plan out as text. Whether something gets lines of its own depends only on what it is, never on how long it
 * is: a longer name changes one line. Objects in blocks start with their short members on the line of the bracket.
 */
final class JsonLayout {
    /** Members of objects in blocks whose elements or members stand on a line each. */
    private static final List<String> BLOCKS =
            List.of("sources", "datasets", "tables", "views", "columns", "feeds", "set");
    /** Members that get a line of their own. */
    private static final List<String> LINES = List.of("description", "target", "match", "options");
    /** Blocks whose elements have blocks inside. */
    private static final List<String> NESTED = List.of("datasets", "tables", "feeds");
    /** A map of more values than this is a block, even within a value. */
    private static final int SMALL_MAP = 4;

    private final StringBuilder out = new StringBuilder();

    private JsonLayout() {}

    static String write(JsonValue.Obj plan) {
        JsonLayout layout = new JsonLayout();
        layout.nested(plan, 0);
        return layout.out.append('\n').toString();
    }

    /** Writes the bracket and the short members in one line and below it, indented, the members that get lines of their own. */
    private void nested(JsonValue.Obj object, int indent) {
        out.append("{ ");
        boolean first = true;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String key = member.getKey();
            boolean ownLine = BLOCKS.contains(key) || LINES.contains(key);
            if (!first) {
                out.append(ownLine ? "," : ", ");
            }
            if (ownLine) {
                newLine(indent + 2);
            }
            quoted(key);
            out.append(": ");
            if (BLOCKS.contains(key)) {
                block(member.getValue(), indent + 2, NESTED.contains(key));
            } else {
                inline(member.getValue(), indent + 2);
            }
            first = false;
        }
        out.append(" }");
    }

    private void block(JsonValue value, int indent, boolean nested) {
        List<Runnable> lines = new ArrayList<>();
        if (value instanceof JsonValue.Arr array) {
            for (JsonValue element : array.elements()) {
                lines.add(nested && element instanceof JsonValue.Obj object
                        ? () -> nested(object, indent + 2)
                        : () -> inline(element, indent + 2));
            }
            lines(lines, indent, "[", "]");
        } else if (value instanceof JsonValue.Obj object) {
            object.members().forEach((key, member) -> lines.add(() -> {
                quoted(key);
                out.append(": ");
                inline(member, indent + 2);
            }));
            lines(lines, indent, "{", "}");
        } else {
            inline(value, indent);
        }
    }

    private void lines(List<Runnable> lines, int indent, String open, String close) {
        out.append(open);
        String separator = "";
        for (Runnable line : lines) {
            out.append(separator);
            newLine(indent + 2);
            line.run();
            separator = ",";
        }
        if (!lines.isEmpty()) {
            newLine(indent);
        }
        out.append(close);
    }

    private void inline(JsonValue value, int indent) {
        switch (value) {
            case JsonValue.Obj object -> inlineObject(object, indent);
            case JsonValue.Arr array -> inlineArray(array, indent);
            case JsonValue.Str text -> quoted(text.text());
            case JsonValue.Num number -> out.append(number.number());
            case JsonValue.Bool bool -> out.append(bool.value());
            case JsonValue.Null _ -> out.append("null");
        }
    }

    private void inlineObject(JsonValue.Obj object, int indent) {
        String separator = "{ ";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(separator);
            quoted(member.getKey());
            out.append(": ");
            if (isLargeMap(member)) {
                block(member.getValue(), indent, false);
            } else {
                inline(member.getValue(), indent);
            }
            separator = ", ";
        }
        out.append(object.members().isEmpty() ? "{}" : " }");
    }

    private static boolean isLargeMap(Map.Entry<String, JsonValue> member) {
        return member.getKey().equals("values")
                && member.getValue() instanceof JsonValue.Obj values
                && values.members().size() > SMALL_MAP;
    }

    private void inlineArray(JsonValue.Arr array, int indent) {
        out.append('[');
        String separator = "";
        for (JsonValue element : array.elements()) {
            out.append(separator);
            inline(element, indent);
            separator = ", ";
        }
        out.append(']');
    }

    private void newLine(int indent) {
        out.append('\n').repeat(' ', indent);
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
