package org.godwit.duck;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.model.DataType;
import org.godwit.shred.RowBatch;
import org.godwit.shred.Utf8;

/** The one place that puts names and texts into DuckDB SQL. Every result is one token of SQL, whatever is in the text. */
public final class Sql {
    private Sql() {}

    /**
     * Returns a name of a table, column or view as a quoted identifier.
     *
     * @throws IllegalArgumentException if it is empty or has a character that no identifier can hold (U+0000, half a surrogate pair)
     */
    public static String name(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        }
        return '"' + checked(name).replace("\"", "\"\"") + '"';
    }

    /**
     * Returns a text as a string literal.
     *
     * @throws IllegalArgumentException if it has a character that SQL text cannot hold (U+0000, half a surrogate pair)
     */
    public static String literal(String text) {
        return '\'' + checked(text).replace("'", "''") + '\'';
    }

    /**
     * Returns a path as a pattern that only this path matches: where DuckDB reads files it takes a path for a pattern,
     * so that one with a star would be other files too, or only other ones.
     */
    public static String pattern(Path path) {
        return path.toString().replaceAll("[\\[*?]", "[$0]");
    }

    /** Returns quoted names, separated by commas. */
    public static String names(List<String> names) {
        return names.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    /** Returns what to select so that a query's rows fit a batch: its columns by name, bytes as base64. */
    public static String reading(RowBatch form) {
        return reading(form, "");
    }

    /** Returns the same for columns of a table that the query calls by another name. */
    public static String reading(RowBatch form, String alias) {
        String before = alias.isEmpty() ? "" : name(alias) + ".";
        return IntStream.range(0, form.names().size())
            .mapToObj(i -> {
                String column = before + name(form.names().get(i));
                return form.column(i).type().kind() == DataType.Kind.BLOB ? "base64(" + column + ")" : column;
            })
            .collect(Collectors.joining(", "));
    }

    /** Returns a statement that creates a table with these columns; it fails if there is one. */
    public static String createTable(String table, List<String> columns, List<DataType> types) {
        return "CREATE TABLE " + name(table) + " (" + definitions(columns, types) + ")";
    }

    /**
     * Returns a statement that creates a table with these columns; it fails if there is one.
     *
     * @param constraints of the table, each as SQL
     */
    public static String createTable(String table, List<String> columns, List<DataType> types, List<String> constraints) {
        String more = constraints.stream().map(constraint -> ", " + constraint).collect(Collectors.joining());
        return "CREATE TABLE " + name(table) + " (" + definitions(columns, types) + more + ")";
    }

    /** Returns a statement that creates a table with these columns, unless there is one of this name. */
    public static String createTableIfMissing(String table, List<String> columns, List<DataType> types) {
        return "CREATE TABLE IF NOT EXISTS " + name(table) + " (" + definitions(columns, types) + ")";
    }

    private static String definitions(List<String> columns, List<DataType> types) {
        if (columns.size() != types.size() || columns.isEmpty()) {
            throw new IllegalArgumentException(columns.size() + " columns for " + types.size() + " types");
        }
        return IntStream.range(0, columns.size())
            .mapToObj(i -> name(columns.get(i)) + " " + types.get(i).sql())
            .collect(Collectors.joining(", "));
    }

    /**
     * Returns the text if SQL can carry it: engines read SQL as UTF-8, some up to the first zero byte, and half a surrogate pair
     * would become another character.
     *
     * @throws IllegalArgumentException if it has U+0000 or half a surrogate pair
     */
    public static String checked(String text) {
        int zero = text.indexOf(0);
        int half = Utf8.firstUnwritable(text);
        if (zero >= 0 || half >= 0) {
            int first = zero < 0 || (half >= 0 && half < zero) ? half : zero;
            throw new IllegalArgumentException("U+%04X cannot be in SQL".formatted((int) text.charAt(first)));
        }
        return text;
    }
}
