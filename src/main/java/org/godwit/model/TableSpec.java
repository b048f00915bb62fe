package org.godwit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of the target.
 *
 * @param key columns that identify a row; rows with an equal key are one row. Empty: every source row is a row
 * @param feeds how datasets fill it
 */
public record TableSpec(String name, List<String> key, OnConflict onConflict, List<Column> columns, List<Feed> feeds) {
    public TableSpec {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        feeds = List.copyOf(feeds);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** What happens when a row with the same key is there already. */
    public enum OnConflict {
        /** The first row stays; equal values are merged, different ones are kept in the document's rest. */
        KEEP_FIRST,
        /** The later row is rejected. */
        ERROR
    }

    /**
     * A column of a table.
     *
     * @param required a row without a value is rejected
     * @param generateId the column is the row's id, counted on from the target's greatest
     * @param unit the unit of a measure, such as {@code ms}; empty if none
     */
    public record Column(String name, DataType type, boolean required, boolean generateId, String unit) {}

    /**
     * How one dataset fills the table.
     *
     * @param rows what becomes a row: a path from the document whose fanning steps may be named levels
     * @param when which rows; null for all. What it leaves out is counted as skipped
     * @param set column name to value, in the order written
     */
    public record Feed(String dataset, PathExpr rows, @Nullable Condition when, Map<String, ValueSpec> set) {
        public Feed {
            set = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(set));
        }
    }
}
