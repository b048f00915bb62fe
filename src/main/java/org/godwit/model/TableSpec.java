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
 * @param constraints what the target is to watch over
 */
public record TableSpec(
        String name, List<String> key, OnConflict onConflict, List<Column> columns, List<Feed> feeds, Constraints constraints) {
    /** A table without constraints. */
    public TableSpec(String name, List<String> key, OnConflict onConflict, List<Column> columns, List<Feed> feeds) {
        this(name, key, onConflict, columns, feeds, Constraints.NONE);
    }

    public TableSpec {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        feeds = List.copyOf(feeds);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /**
     * Returns the columns that tell its rows apart whatever else changes: the generated id, or else the key. Empty if there is neither,
     * or the key refers to other rows: until those have come, keys may look alike.
     */
    public List<String> identity() {
        List<String> id = columns.stream().filter(Column::generateId).map(Column::name).toList();
        boolean refers = feeds.stream().flatMap(feed -> key.stream().map(feed.set()::get)).anyMatch(ValueSpec.Ref.class::isInstance);
        return !id.isEmpty() || refers ? id : key;
    }

    /** Returns the table with other constraints. */
    public TableSpec with(Constraints others) {
        return new TableSpec(name, key, onConflict, columns, feeds, others);
    }

    /** Returns the table with other columns, feeds and key. */
    public TableSpec with(List<String> otherKey, List<Column> otherColumns, List<Feed> otherFeeds) {
        return new TableSpec(name, otherKey, onConflict, otherColumns, otherFeeds, constraints);
    }

    /**
     * What a database watches over by itself. SQL servers and SQLite declare all of it; DuckDB declares primary keys.
     *
     * @param primaryKey columns; empty for none
     * @param unique other sets of columns that no two rows share
     * @param foreignKeys references to tables of the plan
     * @param indexes other lists of columns by which rows are to be found fast; DuckDB makes none, it has figures of each block
     * @param checks what every row keeps to; DuckDB declares them
     */
    public record Constraints(
            List<String> primaryKey, List<List<String>> unique, List<TableInfo.ForeignKey> foreignKeys, List<List<String>> indexes, List<Check> checks) {
        public static final Constraints NONE = new Constraints(List.of(), List.of(), List.of(), List.of(), List.of());

        public Constraints {
            primaryKey = List.copyOf(primaryKey);
            unique = unique.stream().map(List::copyOf).toList();
            foreignKeys = List.copyOf(foreignKeys);
            indexes = indexes.stream().map(List::copyOf).toList();
            checks = List.copyOf(checks);
        }

        /** Returns them with other references. */
        public Constraints referring(List<TableInfo.ForeignKey> others) {
            return new Constraints(primaryKey, unique, others, indexes, checks);
        }

        /** Returns them with other checks. */
        public Constraints checking(List<Check> others) {
            return new Constraints(primaryKey, unique, foreignKeys, indexes, others);
        }

        /** Returns them after a column of their table got another name, or none. */
        public Constraints renamed(String column, @Nullable String to) {
            if (to == null) {
                return new Constraints(
                        primaryKey.contains(column) ? List.of() : primaryKey,
                        unique.stream().filter(set -> !set.contains(column)).toList(),
                        foreignKeys.stream().filter(key -> !key.columns().contains(column)).toList(),
                        indexes.stream().filter(index -> !index.contains(column)).toList(),
                        checks.stream().filter(check -> !check.condition.columns().contains(column)).toList());
            }
            return new Constraints(
                    renamed(primaryKey, column, to),
                    unique.stream().map(set -> renamed(set, column, to)).toList(),
                    foreignKeys.stream()
                            .map(key -> new TableInfo.ForeignKey(renamed(key.columns(), column, to), key.table(), key.references()))
                            .toList(),
                    indexes.stream().map(index -> renamed(index, column, to)).toList(),
                    checks.stream().map(check -> check.renamed(column, to)).toList());
        }

        /** Returns them after a table got another name, or none. */
        public Constraints renamedTable(String table, @Nullable String to) {
            return referring(foreignKeys.stream()
                    .filter(key -> to != null || !key.table().equals(table))
                    .map(key -> to != null && key.table().equals(table) ? new TableInfo.ForeignKey(key.columns(), to, key.references()) : key)
                    .toList());
        }

        /** Returns them after a column of a table that they refer to got another name, or none. */
        public Constraints renamedThere(String table, String column, @Nullable String to) {
            return referring(foreignKeys.stream()
                    .filter(key -> to != null || !key.table().equals(table) || !key.references().contains(column))
                    .map(key -> to != null && key.table().equals(table)
                            ? new TableInfo.ForeignKey(key.columns(), key.table(), renamed(key.references(), column, to))
                            : key)
                    .toList());
        }

        private static List<String> renamed(List<String> columns, String column, String to) {
            return columns.stream().map(name -> name.equals(column) ? to : name).toList();
        }

        public boolean isEmpty() {
            return primaryKey.isEmpty() && unique.isEmpty() && foreignKeys.isEmpty() && indexes.isEmpty() && checks.isEmpty();
        }
    }

    /**
     * A condition that every row keeps to.
     *
     * @param name empty if the target is to find one
     */
    public record Check(String name, RowCheck condition) {
        Check renamed(String column, String to) {
            return new Check(name, condition.renamed(each -> each.equals(column) ? to : each));
        }
    }

    /** What happens when a row with the same key is there already. */
    public enum OnConflict {
        /** The first row stays; equal values are merged, different ones are kept in the document's rest. */
        KEEP_FIRST,
        /** The later row takes the place of the first; what it says otherwise is kept in the rest of the earlier documents. */
        KEEP_LAST,
        /** The first row stays, and its empty cells are filled from later rows; different values are kept in their document's rest. */
        MERGE,
        /** A later row stops the run. */
        ERROR;

        /** Returns whether a row may change once a later one of the same key has come. */
        public boolean changesRows() {
            return this == KEEP_LAST || this == MERGE;
        }
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
