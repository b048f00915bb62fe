package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.TableInfo.ForeignKey;

/**
 * Rows that point nowhere. SQLite looks for them at the end, so that the order of writing does not matter; what was
 * wrong before the run is not held against it.
 */
final class References {
    private final Catalogue catalogue;
    private final Map<String, Set<String>> before = new HashMap<>();

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
                before.put(entry.name(), new HashSet<>(faults(entry.name())));
            }
        }
    }

    /** Returns the first row of each table that points nowhere now and did not before. */
    List<Orphan> orphans() throws SQLException {
        List<Orphan> orphans = new ArrayList<>();
        for (Map.Entry<String, Set<String>> table : before.entrySet()) {
            List<String> now = new ArrayList<>(faults(table.getKey()));
            now.removeAll(table.getValue());
            if (!now.isEmpty()) {
                String[] first = now.get(0).split(" ", 2);
                List<ForeignKey> keys = catalogue.foreignKeys(table.getKey());
                // The catalogue lists the last reference first.
                ForeignKey key = keys.get(keys.size() - 1 - Integer.parseInt(first[0]));
                orphans.add(new Orphan(table.getKey(), first[1], key, now.size() - 1));
            }
        }
        return orphans;
    }

    private List<String> faults(String table) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (List<String> row : catalogue.rows("PRAGMA main.foreign_key_check(" + SqliteName.of(table) + ")", 4)) {
            faults.add(row.get(3) + " " + row.get(1));
        }
        return faults;
    }
}
