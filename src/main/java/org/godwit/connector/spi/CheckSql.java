package org.godwit.connector.spi;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.model.RowCheck;
import org.godwit.model.TableSpec;

/** Writes conditions in the SQL of a dialect; what is the same in all of them is written here. */
public interface CheckSql {
    /** A moment as SQL writes it. */
    DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE).appendLiteral(' ').append(DateTimeFormatter.ISO_LOCAL_TIME).toFormatter(java.util.Locale.ROOT);

    /** Returns a name as one token. */
    String name(String name);

    /** Returns a text as one token. */
    String literal(String text);

    /** Returns the value of a column, to be compared. */
    default String column(String column) {
        return name(column);
    }

    /** Returns the number of characters of a column's text. */
    default String length(String column) {
        return "length(" + name(column) + ")";
    }

    /**
     * Returns whether the text of a column has a form.
     *
     * @param not empty, or NOT and a space
     */
    default String like(String column, String not, String pattern) {
        return name(column) + " " + not + "LIKE " + literal(pattern);
    }

    default String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    default String day(LocalDate day) {
        return "DATE " + literal(day.toString());
    }

    default String moment(LocalDateTime moment) {
        return "TIMESTAMP " + literal(MOMENT.format(moment));
    }

    /** Returns what declares a check in the statement that makes a table. */
    default String declared(TableSpec.Check check) {
        return (check.name().isEmpty() ? "" : "CONSTRAINT " + name(check.name()) + " ") + "CHECK (" + of(check.condition()) + ")";
    }

    /** Returns a condition. */
    default String of(RowCheck check) {
        return switch (check) {
            case RowCheck.Compare compare -> of(compare.left()) + " " + compare.operator().sql() + " " + of(compare.right());
            case RowCheck.In in -> in(in, "");
            case RowCheck.Like like -> like(like.column(), "", like.pattern());
            case RowCheck.IsNull empty -> name(empty.column()) + " IS NULL";
            case RowCheck.Truth truth -> name(truth.column());
            case RowCheck.Not not -> not(not.part());
            case RowCheck.And and -> joined(and.parts(), " AND ");
            case RowCheck.Or or -> joined(or.parts(), " OR ");
        };
    }

    private String not(RowCheck part) {
        return switch (part) {
            case RowCheck.In in -> in(in, "NOT ");
            case RowCheck.Like like -> like(like.column(), "NOT ", like.pattern());
            case RowCheck.IsNull empty -> name(empty.column()) + " IS NOT NULL";
            case RowCheck.Truth truth -> "NOT " + name(truth.column());
            case RowCheck.Compare _, RowCheck.Not _, RowCheck.And _, RowCheck.Or _ -> "NOT (" + of(part) + ")";
        };
    }

    private String in(RowCheck.In in, String not) {
        return of(in.value()) + " " + not + "IN " + in.choices().stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private String joined(List<RowCheck> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof RowCheck.And || part instanceof RowCheck.Or ? "(" + of(part) + ")" : of(part))
                .collect(Collectors.joining(word));
    }

    private String of(RowCheck.Term term) {
        return switch (term) {
            case RowCheck.Column column -> column(column.name());
            case RowCheck.Length length -> length(length.column());
            case RowCheck.Num number -> number.value().toPlainString();
            case RowCheck.Text text -> literal(text.value());
            case RowCheck.Bool bool -> bool(bool.value());
            case RowCheck.Day day -> day(day.value());
            case RowCheck.Moment moment -> moment(moment.value());
        };
    }
}
