package org.godwit.engine.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The SQL of a view, cut into words. Only as much of SQL is understood as is needed to follow a name: texts and comments
 * are left alone, quoted names are names.
 */
final class ViewText {
    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", ",");

    private final String sql;
    private final List<Word> words = new ArrayList<>();

    /** A name, or a sign that stands alone; {@code end} is after it. */
    private record Word(int start, int end, String name, boolean isName) {}

    ViewText(String sql) {
        this.sql = sql;
        int at = 0;
        while (at < sql.length()) {
            at = word(at);
        }
    }

    private int word(int at) {
        char c = sql.charAt(at);
        if (c == '\'') {
            return closed(at, '\'');
        }
        if (c == '"') {
            int end = closed(at, '"');
            words.add(new Word(at, end, sql.substring(at + 1, Math.max(at + 1, end - 1)).replace("\"\"", "\""), true));
            return end;
        }
        if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", at)) {
            int end = sql.indexOf("*/", at + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        if (Character.isLetter(c) || c == '_') {
            int end = at;
            while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_' || sql.charAt(end) == '$')) {
                end++;
            }
            words.add(new Word(at, end, sql.substring(at, end), true));
            return end;
        }
        if (!Character.isWhitespace(c)) {
            words.add(new Word(at, at + 1, String.valueOf(c), false));
        }
        return at + 1;
    }

    private int closed(int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        return sql.length();
    }

    /** Returns whether the name stands anywhere in it. */
    boolean names(String name) {
        return words.stream().anyMatch(word -> is(word, name));
    }

    /** Returns whether every place where a table's name stands is one for a table: after FROM or JOIN, or before a dot. */
    boolean namesOnlyTables(String table) {
        for (int i = 0; i < words.size(); i++) {
            if (is(words.get(i), table)) {
                boolean after = i > 0 && BEFORE_TABLES.contains(words.get(i - 1).name.toLowerCase(Locale.ROOT));
                boolean before = i + 1 < words.size() && words.get(i + 1).name.equals(".");
                boolean part = i > 0 && words.get(i - 1).name.equals(".");
                if (part || !(after || before)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether the name is given to something in it: {@code AS name}. Then it cannot be told what it means. */
    boolean gives(String name) {
        for (int i = 1; i < words.size(); i++) {
            if (is(words.get(i), name) && words.get(i - 1).name.equalsIgnoreCase("as")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the SQL with another name at every place. */
    String renamed(String from, String to) {
        String plain = to.matches("[a-z_][a-z0-9_]*") && !org.godwit.engine.profile.SafeNames.isReserved(to) ? to : '"' + to.replace("\"", "\"\"") + '"';
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Word word : words) {
            if (is(word, from)) {
                out.append(sql, at, word.start).append(plain);
                at = word.end;
            }
        }
        return out.append(sql, at, sql.length()).toString();
    }

    private static boolean is(Word word, String name) {
        return word.isName && word.name.equalsIgnoreCase(name);
    }
}
