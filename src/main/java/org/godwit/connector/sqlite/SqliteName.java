package org.godwit.connector.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;

/** The one place that puts names and texts into SQLite's SQL. Every result is one token, whatever is in the text. */
final class SqliteName {
    private SqliteName() {}

    /**
     * Returns a name as a quoted identifier.
     *
     * @throws IllegalArgumentException if it has a character that SQL text cannot hold
     */
    static String of(String name) {
        return '"' + Sql.checked(name).replace("\"", "\"\"") + '"';
    }

    /** Returns quoted names, separated by commas. */
    static String list(List<String> names) {
        return names.stream().map(SqliteName::of).collect(Collectors.joining(", "));
    }

    /**
     * Returns a text as a string literal.
     *
     * @throws IllegalArgumentException if it has a character that SQL text cannot hold
     */
    static String literal(String text) {
        return '\'' + Sql.checked(text).replace("'", "''") + '\'';
    }
}
