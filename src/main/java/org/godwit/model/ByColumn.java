package org.godwit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of columns by their names, {@code table.column}, where the table may be a pattern for many ({@link NameGlob}). What
 * is said of a table by its very name goes first. Immutable.
 */
public final class ByColumn<T> {
    private final Map<String, T> said;
    private final List<String> patterns = new ArrayList<>();

    public ByColumn(Map<String, T> said) {
        this.said = Map.copyOf(said);
        said.keySet().stream().filter(NameGlob::isPattern).forEach(patterns::add);
    }

    /** Returns what is said of a column; null for nothing. */
    public @Nullable T of(String table, String column) {
        T own = said.get(table + "." + column);
        if (own != null || patterns.isEmpty()) {
            return own;
        }
        String end = "." + column;
        return patterns.stream()
                .filter(name -> name.endsWith(end) && NameGlob.of(name.substring(0, name.length() - end.length())).matches(table))
                .findFirst()
                .map(said::get)
                .orElse(null);
    }
}
