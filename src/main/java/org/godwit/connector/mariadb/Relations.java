package org.godwit.connector.mariadb;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo.ForeignKey;
import org.jspecify.annotations.Nullable;

/** Declares what ties rows together, uniques and references, and indexes. Everything is checked before it is declared. */
final class Relations {
    private final Link link;

    Relations(Link link) {
        this.link = link;
    }

    /** Declares the sets of columns of a table that tell rows apart, beside the primary key. */
    void uniques(String stage, TargetTable table, CellCheck check) {
        List<String> parts = table.unique().stream()
                .filter(columns -> !columns.equals(table.primaryKey()))
                .map(columns -> "ADD UNIQUE (" + MariaSql.names(columns) + ")")
                .toList();
        if (!parts.isEmpty()) {
            alter("ALTER TABLE " + MariaSql.name(stage) + " " + String.join(", ", parts), stage, check, "a unique key");
        }
    }

    /**
     * Makes the indexes that are wanted beside those of keys; references get theirs from the server.
     *
     * @param widths of columns that are declared shorter than their type, in characters
     */
    void indexes(String stage, TargetTable table, CellCheck check, Map<String, Integer> widths) {
        List<List<String>> there = new ArrayList<>(table.unique());
        there.add(table.primaryKey());
        table.foreignKeys().forEach(key -> there.add(key.columns()));
        List<String> parts = table.missing(there).stream()
                .map(columns -> "ADD INDEX ("
                        + columns.stream().map(column -> KeyWidths.indexed(table, column, columns.size(), widths)).collect(Collectors.joining(", ")) + ")")
                .toList();
        if (!parts.isEmpty()) {
            alter("ALTER TABLE " + MariaSql.name(stage) + " " + String.join(", ", parts), stage, check, "an index");
        }
    }

    /**
     * Declares references.
     *
     * @param real what a table of the plan is called on the server
     */
    void references(String stage, TargetTable table, List<ForeignKey> keys, CellCheck check, Function<String, String> real) {
        List<String> parts = new ArrayList<>();
        for (ForeignKey key : keys) {
            orphans(link, stage, key.columns(), real.apply(key.table()), key.references(), check, key.table());
            parts.add("ADD CONSTRAINT " + MariaSql.name(name(table, key)) + " FOREIGN KEY (" + MariaSql.names(key.columns()) + ") REFERENCES "
                    + MariaSql.name(real.apply(key.table())) + " (" + MariaSql.names(key.references()) + ")");
        }
        if (!parts.isEmpty()) {
            // Checked above, by an index; the server would copy the table to check it again.
            link.run("SET SESSION foreign_key_checks = 0");
            alter("ALTER TABLE " + MariaSql.name(stage) + " " + String.join(", ", parts), stage, check, "its references");
            link.run("SET SESSION foreign_key_checks = 1");
        }
    }

    // Names of references are one to a database; the same reference has the same name in every run.
    private static String name(TargetTable table, ForeignKey key) {
        String text = table.name() + "\0" + String.join("\0", key.columns()) + "\0\0" + key.table();
        return "godwit_" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void alter(String sql, String stage, CellCheck check, String where) {
        try {
            link.attempt(sql);
        } catch (SQLException e) {
            if (Refusal.isAboutRows(e)) {
                throw Refusal.of(check, MariaErrors.reason(e), 0, stage);
            }
            GodwitException known = link.failed(e);
            throw known.code() == ErrorCode.SERVER_FAILED ? check.refused(where, MariaErrors.reason(e)) : known;
        }
    }

    /**
     * Looks for rows that refer to nothing.
     *
     * @param seeing the connection that sees all rows
     * @throws GodwitException TARGET_REFUSED with the first one
     */
    static void orphans(Link seeing, String child, List<String> columns, String parent, List<String> references, CellCheck check, String parentName) {
        String on = IntStream.range(0, columns.size())
                .mapToObj(i -> "p." + MariaSql.name(references.get(i)) + " = c." + MariaSql.name(columns.get(i)))
                .collect(Collectors.joining(" AND "));
        String known = columns.stream().map(c -> "c." + MariaSql.name(c) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String values = columns.stream().map(c -> "c." + MariaSql.name(c)).collect(Collectors.joining(", "));
        List<List<@Nullable String>> lost = seeing.texts("SELECT " + values + " FROM " + MariaSql.name(child) + " c LEFT JOIN " + MariaSql.name(parent)
                + " p ON " + on + " WHERE " + known + " AND p." + MariaSql.name(references.get(0)) + " IS NULL LIMIT 1");
        if (!lost.isEmpty()) {
            throw check.refused("column " + String.join(", ", columns), "it refers to " + parentName + " " + lost.get(0) + ", which is not there");
        }
    }
}
