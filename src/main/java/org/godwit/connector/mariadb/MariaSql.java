package org.godwit.connector.mariadb;

import java.util.List;
import java.util.stream.Collectors;

/** The one place that puts names and texts into SQL for MariaDB. Every result is one token, whatever is in the text. */
final class MariaSql {
    private static final int MAX_NAME = 64;

    private MariaSql() {}

    /** Returns a name as a quoted identifier. */
    static String name(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** Returns quoted names, separated by commas. */
    static String names(List<String> names) {
        return names.stream().map(MariaSql::name).collect(Collectors.joining(", "));
    }

    /** Returns a text as a string literal; the session's sql_mode has no NO_BACKSLASH_ESCAPES. */
    static String literal(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + '\'';
    }

    /** Returns why MariaDB does not take a name of a table or column; empty if it does. */
    static String fault(String name) {
        if (name.isEmpty()) {
            return "the name is empty";
        }
        if (name.length() > MAX_NAME) {
            return "the name has " + name.length() + " characters, and MariaDB takes " + MAX_NAME;
        }
        if (name.endsWith(" ")) {
            return "the name ends with a space, which MariaDB does not take";
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return "the name has the character U+%04X, which MariaDB does not take in names".formatted(name.codePointAt(i));
            }
        }
        return "";
    }
}
