package org.godwit.analysis.explore;

import java.util.ArrayList;
import java.util.List;
import org.godwit.duck.Sql;

/**
 * A condition on one column. Values are texts as people write them; one that the column's type does not know equals nothing.
 *
 * @param from the value to compare with; the lower end of a range, empty for none
 * @param to the upper end of a range, empty for none; otherwise unused
 */
public record Filter(RowSource.Column column, Kind kind, String from, String to) {
    /** How it compares. */
    public enum Kind {
        EQUALS,
        DIFFERS,
        CONTAINS,
        RANGE,
        IS_NULL,
        NOT_NULL
    }

    String sql() {
        String name = Sql.name(column.name());
        return switch (kind) {
            case EQUALS -> name + "::VARCHAR = " + Sql.literal(from) + typed(name + " = ", from);
            case DIFFERS -> "NOT coalesce(" + name + "::VARCHAR = " + Sql.literal(from) + typed(name + " = ", from) + ", false)";
            case CONTAINS -> "contains(lower(" + name + "::VARCHAR), lower(" + Sql.literal(from) + "))";
            case RANGE -> range(name);
            case IS_NULL -> name + " IS NULL";
            case NOT_NULL -> name + " IS NOT NULL";
        };
    }

    /** What is written in another form, such as 1.0 for 1, is the same value. */
    private String typed(String comparison, String value) {
        return column.numeric() ? " OR " + comparison + cast(value) : "";
    }

    private String cast(String value) {
        return "TRY_CAST(" + Sql.literal(value) + " AS " + type() + ")";
    }

    // The type is DuckDB's own word for a column of the table, but nested types hold names that people chose.
    private String type() {
        boolean plain = column.type().chars().allMatch(c -> Character.isLetterOrDigit(c) || "(), _".indexOf(c) >= 0);
        return plain ? column.type() : "VARCHAR";
    }

    private String range(String name) {
        List<String> ends = new ArrayList<>();
        if (!from.isEmpty()) {
            ends.add(name + " >= " + cast(from));
        }
        if (!to.isEmpty()) {
            ends.add(name + " <= " + cast(to));
        }
        return ends.isEmpty() ? "true" : String.join(" AND ", ends);
    }
}
