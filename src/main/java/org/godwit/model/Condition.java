package org.godwit.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of a feed are made. Written in a plan as text: {@code exists(@.model) and @.success = true}. */
public sealed interface Condition
        permits Condition.Exists, Condition.TypeIs, Condition.Compare, Condition.And, Condition.Or, Condition.Not {
    /** {@code exists(path)}: there is a node, even null. */
    record Exists(PathExpr path) implements Condition {}

    /** {@code type(path) = 'object'}. */
    record TypeIs(PathExpr path, JsonType type) implements Condition {}

    /**
     * {@code path < literal}. False when there is no node or the types differ (except for NOT_EQUAL: then true).
     *
     * @param literal String, Boolean, java.math.BigDecimal or null
     */
    record Compare(PathExpr path, Operator operator, @Nullable Object literal) implements Condition {}

    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /** How two values are compared: numbers by exact value, text by code points. */
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
