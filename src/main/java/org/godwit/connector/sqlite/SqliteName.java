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

    /** Returns where the first half of a surrogate pair without its other half is; -1 for nowhere. */
    static int firstUnwritable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
