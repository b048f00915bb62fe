package org.godwit.duck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A type of DuckDB as its catalogue writes it, taken apart: {@code STRUCT(a INTEGER, "b c" VARCHAR[])}. */
public sealed interface DuckType {
    /**
     * A type without parts.
     *
     * @param name in capitals, without what stands in parentheses: {@code DECIMAL}, {@code TIMESTAMP WITH TIME ZONE}
     * @param arguments the numbers in parentheses; for ENUM none
     */
    record Plain(String name, List<Integer> arguments) implements DuckType {
        public Plain {
            arguments = List.copyOf(arguments);
        }
    }

    /** A LIST or ARRAY. */
    record Sequence(DuckType element) implements DuckType {}

    /** A STRUCT. */
    record Struct(List<Field> fields) implements DuckType {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /** A MAP. */
    record Pairs(DuckType key, DuckType value) implements DuckType {}

    /** A UNION. */
    record Union(List<Field> members) implements DuckType {
        public Union {
            members = List.copyOf(members);
        }
    }

    /** A named part of a struct or union. */
    record Field(String name, DuckType type) {}

    /**
     * Takes a type apart.
     *
     * @throws IllegalArgumentException if that is no type
     */
    static DuckType parse(String text) {
        Parser parser = new Parser(text);
        DuckType type = parser.type();
        parser.expectEnd();
        return type;
    }

    /** Goes through the text once. */
    final class Parser {
        private static final Set<String> NESTED = Set.of("STRUCT", "MAP", "UNION");

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        private IllegalArgumentException fault() {
            return new IllegalArgumentException("no type: " + text);
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void expect(char c) {
            if (peek() != c) {
                throw fault();
            }
            at++;
        }

        private boolean take(char c) {
            boolean there = peek() == c;
            at += there ? 1 : 0;
            return there;
        }

        private void spaces() {
            while (peek() == ' ') {
                at++;
            }
        }

        void expectEnd() {
            if (at != text.length()) {
                throw fault();
            }
        }

        DuckType type() {
            String name = name();
            DuckType type = NESTED.contains(name) && peek() == '(' ? nested(name) : new Plain(name, arguments(name));
            while (take('[')) {
                while (Character.isDigit(peek())) {
                    at++;
                }
                expect(']');
                type = new Sequence(type);
            }
            return type;
        }

        // A name of words, or a quoted one: a type of the database's own.
        private String name() {
            if (peek() == '"') {
                return quoted('"');
            }
            int from = at;
            while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == ' ' || peek() == '.') {
                at++;
            }
            if (from == at) {
                throw fault();
            }
            return text.substring(from, at).strip().toUpperCase(Locale.ROOT);
        }

        private DuckType nested(String name) {
            expect('(');
            DuckType type;
            if (name.equals("MAP")) {
                DuckType key = type();
                expect(',');
                spaces();
                type = new Pairs(key, type());
            } else {
                List<Field> fields = fields();
                type = name.equals("UNION") ? new Union(fields) : new Struct(fields);
            }
            expect(')');
            return type;
        }

        private List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            do {
                spaces();
                String name = fieldName();
                spaces();
                fields.add(new Field(name, type()));
            } while (take(','));
            return fields;
        }

        private String fieldName() {
            if (peek() == '"') {
                return quoted('"');
            }
            int from = at;
            while (peek() != ' ' && peek() != 0) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted(char quote) {
            expect(quote);
            StringBuilder name = new StringBuilder();
            while (true) {
                char c = peek();
                if (at >= text.length()) {
                    throw fault();
                }
                at++;
                if (c == quote && !take(quote)) {
                    return name.toString();
                }
                name.append(c);
            }
        }

        private List<Integer> arguments(String name) {
            List<Integer> numbers = new ArrayList<>();
            if (!take('(')) {
                return numbers;
            }
            while (!take(')')) {
                spaces();
                if (peek() == '\'') {
                    quoted('\'');
                } else if (Character.isDigit(peek())) {
                    int from = at;
                    while (Character.isDigit(peek())) {
                        at++;
                    }
                    numbers.add(Integer.valueOf(text.substring(from, at)));
                } else if (!take(',') || name.isEmpty()) {
                    throw fault();
                }
            }
            return numbers;
        }
    }
}
