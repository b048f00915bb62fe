package org.godwit.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every row of a table keeps to. These are the conditions that mean the same in every database; as there, a row
 * breaks one only if it is false for it, not if a value is missing.
 */
public sealed interface RowCheck {
    /** Returns the columns that it speaks of. */
    Set<String> columns();

    /** Returns the same of columns with other names. */
    RowCheck renamed(UnaryOperator<String> name);

    /** Two values compared. */
    record Compare(Term left, Operator operator, Term right) implements RowCheck {
        @Override
        public Set<String> columns() {
            return joined(Stream.of(left.columns(), right.columns()));
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new Compare(left.renamed(name), operator, right.renamed(name));
        }
    }

    /** A value is one of a list. */
    record In(Term value, List<Literal> choices) implements RowCheck {
        public In {
            choices = List.copyOf(choices);
        }

        @Override
        public Set<String> columns() {
            return value.columns();
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new In(value.renamed(name), choices);
        }
    }

    /**
     * A text has a form, in which upper and lower case differ.
     *
     * @param pattern {@code %} for any characters, {@code _} for one; no way to write these themselves
     */
    record Like(String column, String pattern) implements RowCheck {
        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new Like(name.apply(column), pattern);
        }
    }

    /** A column has no value. */
    record IsNull(String column) implements RowCheck {
        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new IsNull(name.apply(column));
        }
    }

    /** A column of truth values is true. */
    record Truth(String column) implements RowCheck {
        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new Truth(name.apply(column));
        }
    }

    /** The contrary. */
    record Not(RowCheck part) implements RowCheck {
        @Override
        public Set<String> columns() {
            return part.columns();
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new Not(part.renamed(name));
        }
    }

    /** All of these. */
    record And(List<RowCheck> parts) implements RowCheck {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<String> columns() {
            return joined(parts.stream().map(RowCheck::columns));
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new And(parts.stream().map(part -> part.renamed(name)).toList());
        }
    }

    /** One of these, or more. */
    record Or(List<RowCheck> parts) implements RowCheck {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<String> columns() {
            return joined(parts.stream().map(RowCheck::columns));
        }

        @Override
        public RowCheck renamed(UnaryOperator<String> name) {
            return new Or(parts.stream().map(part -> part.renamed(name)).toList());
        }
    }

    /** How values compare. */
    enum Operator {
        EQUAL("="),
        DIFFERENT("<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        /** Returns how SQL writes it. */
        public String sql() {
            return sql;
        }
    }

    /** A value. */
    sealed interface Term permits Column, Length, Literal {
        /** Returns the columns that it is made of. */
        default Set<String> columns() {
            return Set.of();
        }

        /** Returns the same of columns with other names. */
        default Term renamed(UnaryOperator<String> name) {
            return this;
        }
    }

    /** What a column holds. */
    record Column(String name) implements Term {
        @Override
        public Set<String> columns() {
            return Set.of(name);
        }

        @Override
        public Term renamed(UnaryOperator<String> other) {
            return new Column(other.apply(name));
        }
    }

    /** How many characters a column's text has. */
    record Length(String column) implements Term {
        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public Term renamed(UnaryOperator<String> name) {
            return new Length(name.apply(column));
        }
    }

    /** A value that is written down. */
    sealed interface Literal extends Term permits Num, Text, Bool, Day, Moment {}

    /** A number. */
    record Num(BigDecimal value) implements Literal {}

    /** A text. */
    record Text(String value) implements Literal {}

    /** A truth value. */
    record Bool(boolean value) implements Literal {}

    /** A day. */
    record Day(LocalDate value) implements Literal {}

    /** A moment without zone. */
    record Moment(LocalDateTime value) implements Literal {}

    private static Set<String> joined(Stream<Set<String>> columns) {
        return columns.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
