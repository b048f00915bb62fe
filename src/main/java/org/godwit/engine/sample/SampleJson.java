package org.godwit.engine.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trees of maps, lists, texts, numbers, booleans and nulls as Python's {@code json.dump(…, indent=2)} does. */
final class SampleJson {
    private SampleJson() {}

    /** A number whose text is kept, such as one that no Java number holds. */
    record Raw(String text) {}

    /** Returns a map of alternating names and values that keeps its order. */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    static List<@Nullable Object> array(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value);
        }
        return list;
    }

    static String text(Map<String, @Nullable Object> document) {
        StringBuilder out = new StringBuilder();
        value(out, document, "\n");
        return out.append('\n').toString();
    }

    private static void value(StringBuilder out, @Nullable Object value, String line) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(out, map, line);
            case List<?> list -> list(out, list, line);
            case String text -> string(out, text);
            case Double number -> out.append(number(number));
            case Raw raw -> out.append(raw.text());
            default -> out.append(value);
        }
    }

    private static String number(double number) {
        return Double.isInfinite(number) ? (number > 0 ? "Infinity" : "-Infinity") : Double.toString(number);
    }

    private static void object(StringBuilder out, Map<?, ?> map, String line) {
        String inner = line + "  ";
        String separator = "{" + inner;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            string(out, String.valueOf(entry.getKey()));
            out.append(": ");
            value(out, entry.getValue(), inner);
            separator = "," + inner;
        }
        out.append(map.isEmpty() ? "{}" : line + "}");
    }

    private static void list(StringBuilder out, List<?> list, String line) {
        String inner = line + "  ";
        String separator = "[" + inner;
        for (Object item : list) {
            out.append(separator);
            value(out, item, inner);
            separator = "," + inner;
        }
        out.append(list.isEmpty() ? "[]" : line + "]");
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
