package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.TableInfo.ForeignKey;
import org.jspecify.annotations.Nullable;

/**
 * Rows that point nowhere. SQLite looks for them at the end, so that the order of writing does not matter; what was
 * wrong before the run is not held against it.
 */
final class References {
    private final Catalogue catalogue;
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Set<String> made = new HashSet<>();

    References(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A row that points nowhere.
     *
     * @param row its row id; empty for tables without
     */
    record Orphan(String table, String row, ForeignKey key, int others) {}

    /** Notes what is wrong by now with the tables that a change of this one can break: itself and those that refer to it. */
    void willChange(String table) throws SQLException {
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (!entry.kind().equals("table") || before.containsKey(entry.name())) {
                continue;
            }
            List<ForeignKey> keys = catalogue.foreignKeys(entry.name());
            if (!keys.isEmpty() && (entry.name().equals(table) || keys.stream().anyMatch(key -> key.table().equalsIgnoreCase(table)))) {
                note(entry.name());
            }
        }
    }

    /** Tells that a table is of this run. */
    void made(String table) {
        made.add(table);
    }

    private void note(String table) throws SQLException {
        try {
            before.put(table, new HashSet<>(faults(table)));
        } catch (SQLException e) {
            if (!SqliteErrors.refusal(e)) {
                throw e;
            }
            // It refers to columns that do not tell rows apart. Of a table of this run the end will say so.
            if (made.contains(table)) {
                before.put(table, Set.of());
            }
        }
    }

    /** Returns the tables of which something was noted. */
    List<String> tables() {
        return before.keySet().stream().sorted().toList();
    }

    /** Returns the first row of a table that points nowhere now and did not before, null if there is none. */
    @Nullable Orphan orphan(String table) throws SQLException {
        List<String> now = new ArrayList<>(faults(table));
        now.removeAll(before.getOrDefault(table, Set.of()));
        if (now.isEmpty()) {
            return null;
        }
        String[] first = now.get(0).split(" ", 2);
        List<ForeignKey> keys = catalogue.foreignKeys(table);
        // SQLite numbers the last reference of a table 0.
        ForeignKey key = keys.get(keys.size() - 1 - Integer.parseInt(first[0]));
        return new Orphan(table, first[1], key, now.size() - 1);
    }

    private List<String> faults(String table) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (List<String> row : catalogue.rows("PRAGMA main.foreign_key_check(" + SqliteName.of(table) + ")", 4)) {
            faults.add(row.get(3) + " " + row.get(1));
        }
        return faults;
    }
}
