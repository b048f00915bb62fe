package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.godwit.model.Condition;
import org.jspecify.annotations.Nullable;

/** Writes conditions as {@link ConditionParser} reads them. */
public final class ConditionText {
    private ConditionText() {}

    /** Returns the condition as written in a plan. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.Exists exists -> "exists(" + exists.path().text() + ")";
            case Condition.TypeIs is -> "type(" + is.path().text() + ") = '" + is.type().name().toLowerCase(Locale.ROOT) + "'";
            case Condition.Compare compare ->
                compare.path().text() + " " + compare.operator().symbol() + " " + literal(compare.literal());
            case Condition.And and -> joined(and.parts(), " and ");
            case Condition.Or or -> joined(or.parts(), " or ");
            case Condition.Not not -> "not " + inside(not.part());
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(ConditionText::inside).collect(Collectors.joining(word));
    }

    /** Brackets stand around every inner and/or, even where they are not needed: they help the reader. */
    private static String inside(Condition part) {
        boolean compound = part instanceof Condition.And || part instanceof Condition.Or;
        return compound ? "(" + of(part) + ")" : of(part);
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case Boolean bool -> bool.toString();
            case BigDecimal number -> number.toString();
            default -> throw new IllegalArgumentException("no literal: " + value);
        };
    }
}
