package org.godwit.shred;

import java.math.BigDecimal;
import org.godwit.model.Condition;
import org.godwit.model.JsonType;
import org.jspecify.annotations.Nullable;

/** Tells whether a feed's condition holds for a row. Pure. */
final class Conditions {
    private Conditions() {}

    static boolean holds(Condition condition, CompiledFeed feed, RowPlace place) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, feed, place));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, feed, place));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), feed, place);
        }
        if (condition instanceof Condition.Exists exists) {
            return !RowPlace.isMissing(place.value(path(feed, exists.path())));
        }
        if (condition instanceof Condition.TypeIs is) {
            Object value = place.value(path(feed, is.path()));
            return !RowPlace.isMissing(value) && type(value) == is.type();
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return compare(place.value(path(feed, compare.path())), compare);
    }

    private static PlanPath path(CompiledFeed feed, org.godwit.model.PathExpr path) {
        PlanPath compiled = feed.whenPaths.get(path);
        if (compiled == null) {
            throw new IllegalStateException("not compiled: " + path);
        }
        return compiled;
    }

    private static JsonType type(@Nullable Object value) {
        if (value == null) {
            return JsonType.NULL;
        }
        if (value instanceof String) {
            return JsonType.STRING;
        }
        if (value instanceof Boolean) {
            return JsonType.BOOLEAN;
        }
        if (value instanceof Transforms.NumberText) {
            return JsonType.NUMBER;
        }
        return ((Transforms.JsonText) value).text().startsWith("{") ? JsonType.OBJECT : JsonType.ARRAY;
    }

    private static boolean compare(@Nullable Object value, Condition.Compare compare) {
        Object literal = compare.literal() == null ? null : Transforms.constant(compare.literal());
        boolean unequal = compare.operator() == Condition.Operator.NOT_EQUAL;
        if (RowPlace.isMissing(value)) {
            return unequal;
        }
        if (value == null || literal == null) {
            boolean bothNull = value == null && literal == null;
            return bothNull ? compare.operator() == Condition.Operator.EQUAL : unequal;
        }
        Integer order = order(value, literal);
        return order == null ? unequal : test(compare.operator(), order);
    }

    private static @Nullable Integer order(Object value, Object literal) {
        if (value instanceof Transforms.NumberText a && literal instanceof Transforms.NumberText b) {
            return Transforms.isNumber(a.text()) ? new BigDecimal(a.text()).compareTo(new BigDecimal(b.text())) : null;
        }
        if (value instanceof String a && literal instanceof String b) {
            return a.compareTo(b);
        }
        return value instanceof Boolean a && literal instanceof Boolean b ? (Integer) Boolean.compare(a, b) : null;
    }

    private static boolean test(Condition.Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
