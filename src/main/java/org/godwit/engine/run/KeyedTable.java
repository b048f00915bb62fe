package org.godwit.engine.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table that are found by key: all of them, for as long as the run lasts. Not thread-safe. */
final class KeyedTable {
    private final Map<String, Row> rows = new HashMap<>();
    private long nextId;

    /** A row, or a number that was asked for before its row came. */
    static final class Row {
        final long id;
        boolean made;
        /** It stands in the target since an earlier run. */
        boolean stood;
        long document;
        String at = "";
        int feed;
        @Nullable String[] cells = new String[0];
        /** Columns that some feed has spoken for; the others may still be filled. */
        final BitSet claimed = new BitSet();

        Row(long id) {
            this.id = id;
        }
    }

    KeyedTable(long nextId) {
        this.nextId = nextId;
    }

    /** Returns the row of a key; a new one has an id and nothing else. */
    Row row(String key) {
        Row row = rows.get(key);
        if (row == null) {
            row = new Row(nextId++);
            rows.put(key, row);
        }
        return row;
    }

    /** Adds a row that stands in the target. */
    void put(String key, Row row) {
        rows.put(key, row);
    }

    /** Returns the keys that were asked for and whose row never came. */
    Map<String, Row> missing() {
        Map<String, Row> missing = new HashMap<>();
        rows.forEach((key, row) -> {
            if (!row.made) {
                missing.put(key, row);
            }
        });
        return missing;
    }
}
