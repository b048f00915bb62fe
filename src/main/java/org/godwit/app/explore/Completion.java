package org.godwit.app.explore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.godwit.duck.CatalogTable;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;

/**
 * What may come next in a statement.
 *
 * @param word what is shown
 * @param insert what is put in, quoted if need be
 * @param kind what it is
 * @param detail where it belongs, such as a column's table
 */
record Completion(String word, String insert, Kind kind, String detail) {
    private static final int MOST = 14;
    private static final List<String> KEYWORDS = List.of(
            "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "JOIN", "LEFT JOIN", "ON", "USING", "AS", "AND", "OR", "NOT", "IN",
            "IS NULL", "IS NOT NULL", "LIKE", "ILIKE", "BETWEEN", "CASE", "WHEN", "THEN", "ELSE", "END", "DISTINCT", "UNION ALL", "WITH", "DESC", "ASC",
            "count(*)", "sum(", "avg(", "min(", "max(", "median(", "round(", "coalesce(", "quantile_cont(", "stddev(", "SUMMARIZE", "DESCRIBE", "EXPLAIN", "QUALIFY");

    /** What can be put in. */
    enum Kind {
        TABLE,
        COLUMN,
        KEYWORD
    }

    /** Returns where the word that ends at the caret starts. */
    static int start(String text, int caret) {
        int at = caret;
        while (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_')) {
            at--;
        }
        return at;
    }

    /** Returns what may stand at the caret, the likeliest first: columns of tables that are named, tables, other columns, keywords. */
    static List<Completion> of(String text, int caret, List<CatalogTable> tables) {
        int start = start(text, caret);
        String begun = text.substring(start, caret).toLowerCase(Locale.ROOT);
        String before = text.substring(0, start);
        boolean qualified = before.endsWith(".");
        String owner = qualified ? before.substring(start(before, start - 1), start - 1) : "";
        String statement = text.toLowerCase(Locale.ROOT);
        List<CatalogTable> named = tables.stream()
                .filter(table -> qualified ? isOwner(statement, owner, table.name()) : names(statement, table.name()))
                .toList();
        Set<Completion> found = new LinkedHashSet<>();
        named.forEach(table -> table.columns().forEach(column -> add(found, begun, column(column, table))));
        if (qualified && !named.isEmpty()) {
            return List.copyOf(found).subList(0, Math.min(MOST, found.size()));
        }
        tables.stream().filter(table -> !table.isSystem() || begun.startsWith("_")).forEach(table ->
                add(found, begun, new Completion(table.name(), quoted(table.name()), Kind.TABLE, table.rows().isPresent() ? Long.toString(table.rows().getAsLong()) : "")));
        List<String> keywords = new ArrayList<>(KEYWORDS);
        keywords.forEach(word -> add(found, begun, new Completion(word, word, Kind.KEYWORD, "")));
        if (named.isEmpty() && !begun.isEmpty()) {
            tables.forEach(table -> table.columns().forEach(column -> add(found, begun, column(column, table))));
        }
        return found.stream().limit(MOST).toList();
    }

    private static Completion column(QueryResult.Column column, CatalogTable table) {
        return new Completion(column.name(), quoted(column.name()), Kind.COLUMN, table.name());
    }

    private static void add(Set<Completion> found, String begun, Completion one) {
        String word = one.word().toLowerCase(Locale.ROOT);
        boolean known = found.stream().anyMatch(other -> other.word().equals(one.word()) && other.kind() == one.kind());
        if (word.startsWith(begun) && !word.equals(begun) && !known) {
            found.add(one);
        }
    }

    private static boolean names(String statement, String table) {
        return statement.matches("(?s).*\\b(from|join)\\s+[^;]*\\b" + java.util.regex.Pattern.quote(table.toLowerCase(Locale.ROOT)) + "\\b.*");
    }

    private static boolean isOwner(String statement, String owner, String table) {
        String name = java.util.regex.Pattern.quote(table.toLowerCase(Locale.ROOT));
        String alias = java.util.regex.Pattern.quote(owner.toLowerCase(Locale.ROOT));
        return owner.equalsIgnoreCase(table) || statement.matches("(?s).*\\b" + name + "\"?\\s+(as\\s+)?" + alias + "\\b.*");
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : Sql.name(name);
    }
}
