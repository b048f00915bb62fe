package org.godwit.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random JSON documents: most follow one of a few random shapes and break it here and there, as measured data does;
 * some are anything. The same seed gives the same documents.
 */
final class RandomDocuments {
    /** Names that break what is careless with names. */
    static final List<String> KEYS = List.of(
            "id", "name", "value", "Value", "a", "b", "c", "items", "rest", "_doc", "_at", "_feed", "select", "", " ", "-", "$", "@", "*", ".*", "[*]", "a.b", "a/b",
            "a~b", "~0", "~1", "a[0]", "['x']", "it's", "\"q\"", "\\", "\n", "\u0000", "0", "1", "16", "\u043a\u043b\u044e\u0447", "\u00e9", "e\u0301", "\ud83d\ude00",
            "key(x)", "pos(i)", "bert-base", "cuda", "cpu", "x".repeat(70), "long ".repeat(200));
    private static final List<List<String>> NUMBERS = List.of(
            List.of("0", "1", "-1", "42", "2147483647", "-2147483648", "-0"),
            List.of("2147483648", "9007199254740993", "9223372036854775807", "-9223372036854775808"),
            List.of("9223372036854775808", "18446744073709551617", "-170141183460469231731687303715884105728", "170141183460469231731687303715884105728"),
            List.of("1234567890123456789012345678901234567890", "1e40", "1e400", "-1E+400"),
            List.of("12.75", "0.1", "-0.0", "1.10", "100.00", "0.5", "3"),
            List.of("0.12345678901234567891", "1.7976931348623157e308", "5e-324", "1e-400", "2.5e-3", "1E5", "0.1e1"),
            List.of("NaN", "Infinity", "-Infinity", "1.5", "2"),
            List.of("99999999999999999999999999999999999.999", "0.00000000000000000000000000000000000001", "12"));
    private static final List<List<String>> STRINGS = List.of(
            List.of("", "a", "b", "success", "Success (REAL)"),
            List.of("2025-03-03T04:16:06", "2025-03-03T04:16:06.123456", "2025-03-03T04:16:06Z", "2025-03-03 04:16:06", "20250303_041606", "2025-03-03", "1741000000"),
            List.of("1", "2.50", "007", "1e3", "true", "null", "NaN", "{\"a\":1}", "[1, 2]"),
            List.of("\u0000", "tab\tline\nquote\"back\\slash/", "\u007f\u0085\u2028", "\ud83d\ude00\ud800\udc00", "\u6f22\u5b57", "\ufffe\uffff", " lead and trail "),
            List.of("x".repeat(3000), "'; DROP TABLE t; --", "$['a']", "-"));

    private final Random random;
    private final List<String> keys;
    private final List<Shape> shapes = new ArrayList<>();

    RandomDocuments(long seed, List<String> keys) {
        this.random = new Random(seed);
        this.keys = keys;
        int count = 1 + random.nextInt(3);
        while (shapes.size() < count) {
            shapes.add(members(0));
        }
    }

    /** What values at one place look like. */
    private sealed interface Shape {
        record Scalar(int kind) implements Shape {}

        record Members(Map<String, Shape> members) implements Shape {}

        record Named(Shape entry) implements Shape {}

        record Elements(Shape element) implements Shape {}

        record Anything() implements Shape {}
    }

    String next() {
        StringBuilder out = new StringBuilder();
        Shape shape = random.nextInt(10) == 0 ? new Shape.Anything() : shapes.get(random.nextInt(shapes.size()));
        write(out, shape, 0, 0);
        return out.toString();
    }

    private Shape shape(int depth) {
        int dice = random.nextInt(depth > 4 ? 5 : 10);
        if (dice < 5) {
            return dice == 0 && random.nextInt(4) == 0 ? new Shape.Anything() : new Shape.Scalar(random.nextInt(NUMBERS.size() + STRINGS.size() + 2));
        }
        return dice < 7 ? members(depth + 1) : dice < 9 ? new Shape.Elements(shape(depth + 1)) : new Shape.Named(shape(depth + 1));
    }

    private Shape members(int depth) {
        Map<String, Shape> members = new LinkedHashMap<>();
        int count = random.nextInt(depth == 0 ? 9 : 5);
        for (int i = 0; i < count; i++) {
            members.put(key(), shape(depth));
        }
        return new Shape.Members(members);
    }

    private String key() {
        String key = keys.get(random.nextInt(keys.size()));
        return random.nextInt(30) == 0 ? key + random.nextInt(100) : key;
    }

    private void write(StringBuilder out, Shape planned, int depth, int oddity) {
        Shape shape = random.nextInt(40) < oddity ? new Shape.Anything() : planned;
        switch (shape) {
            case Shape.Scalar scalar -> scalar(out, scalar.kind());
            case Shape.Members object -> object(out, object, depth);
            case Shape.Named map -> {
                Map<String, Shape> entries = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    entries.put("model-" + random.nextInt(500), map.entry());
                }
                members(out, entries, depth);
            }
            case Shape.Elements array -> {
                out.append('[');
                int count = random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    out.append(i == 0 ? "" : ", ");
                    write(out, array.element(), depth + 1, 2);
                }
                out.append(']');
            }
            case Shape.Anything _ -> write(out, depth > 5 ? new Shape.Scalar(random.nextInt(16)) : shape(depth + 1), depth + 1, 0);
        }
    }

    private void object(StringBuilder out, Shape.Members object, int depth) {
        Map<String, Shape> present = new LinkedHashMap<>();
        object.members().forEach((key, shape) -> {
            if (random.nextInt(10) > 0) {
                present.put(key, shape);
            }
        });
        if (random.nextInt(40) == 0) {
            present.put(key(), new Shape.Anything());
        }
        members(out, present, depth);
    }

    private void members(StringBuilder out, Map<String, Shape> members, int depth) {
        out.append('{');
        boolean more = false;
        for (Map.Entry<String, Shape> member : members.entrySet()) {
            out.append(more ? ", " : "");
            more = true;
            string(out, member.getKey());
            out.append(": ");
            write(out, member.getValue(), depth + 1, 2);
        }
        out.append('}');
    }

    private void scalar(StringBuilder out, int kind) {
        if (random.nextInt(12) == 0) {
            out.append("null");
        } else if (kind < NUMBERS.size()) {
            List<String> pool = NUMBERS.get(kind);
            out.append(random.nextInt(3) == 0 ? Integer.toString(random.nextInt(1000)) : pool.get(random.nextInt(pool.size())));
        } else if (kind < NUMBERS.size() + STRINGS.size()) {
            List<String> pool = STRINGS.get(kind - NUMBERS.size());
            string(out, pool.get(random.nextInt(pool.size())));
        } else {
            out.append(random.nextBoolean());
        }
    }

    /** Writes a string; characters that may stand for themselves are escaped now and then. */
    private void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || (c > '~' && random.nextBoolean() && !Character.isSurrogate(c))) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
