package org.godwit.engine.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table that are found by key: all of them, for as long as the run lasts. Not thread-safe. */
final class KeyedTable {
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Promises.Promise> promises;
    private final Map<Long, Promises.Promise> promisedIds = new HashMap<>();
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

    /**
     * @param nextId the first that is free, also of promises
     * @param promises ids that are kept for rows, by {@link Promises#hash}
     */
    KeyedTable(long nextId, Map<String, Promises.Promise> promises) {
        this.nextId = nextId;
        this.promises = promises;
        promises.values().forEach(promise -> promisedIds.put(promise.id(), promise));
    }

    /** Returns the row of a key; a new one has an id and nothing else. */
    Row row(String key) {
        Row row = rows.get(key);
        if (row == null) {
            Promises.Promise promise = promise(key);
            row = new Row(promise == null ? nextId++ : promise.id());
            put(key, row, promise);
        }
        return row;
    }

    private Promises.@Nullable Promise promise(@Nullable String key) {
        return key == null || promises.isEmpty() ? null : promises.get(Promises.hash(key));
    }

    private void put(String key, Row row, Promises.@Nullable Promise promise) {
        rows.put(key, row);
        if (promise != null) {
            promise.keep(row);
        }
    }

    /** Adds a row that stands in the target. */
    void put(String key, Row row) {
        put(key, row, promise(key));
    }

    /**
     * Takes note that a row of the target has an id.
     *
     * @param key null if it is not known
     */
    void stands(long id, @Nullable String key) {
        Promises.Promise promise = promisedIds.get(id);
        if (promise != null && promise(key) != promise) {
            promise.move(nextId++);
            promisedIds.remove(id);
        }
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
