package org.godwit.shred;

import java.util.List;
import org.godwit.model.DataType;

/** Rows of one table, column by column, on their way into the target. All columns have the same size. Not thread-safe. */
public final class RowBatch {
    /** A unit with more rows is an exception that says nothing of the next. */
    private static final int MOST_FORESEEN = 16_384;

    private final String table;
    private final List<String> names;
    private final List<ColumnVector> columns;

    /**
     * @param table the table of the target
     * @param names column names, in the order of {@code types}
     */
    public RowBatch(String table, List<String> names, List<DataType> types) {
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + types.size() + " types");
        }
        this.table = table;
        this.names = List.copyOf(names);
        this.columns = types.stream().map(ColumnVector::new).toList();
    }

    /** Returns an empty batch of the same form, for about as many rows. */
    RowBatch another() {
        int rows = Math.min(rows(), MOST_FORESEEN);
        return new RowBatch(columns.stream().map(column -> new ColumnVector(column.type(), rows)).toList(), table, names);
    }

    private RowBatch(List<ColumnVector> columns, String table, List<String> names) {
        this.table = table;
        this.names = names;
        this.columns = columns;
    }

    public String table() {
        return table;
    }

    public List<String> names() {
        return names;
    }

    public List<ColumnVector> columns() {
        return columns;
    }

    public ColumnVector column(int index) {
        return columns.get(index);
    }

    /** Returns the number of rows. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    /** Returns a batch of its own with the same rows. */
    public RowBatch copy() {
        return new RowBatch(columns.stream().map(ColumnVector::copy).toList(), table, names);
    }

    /** Adds a row of a batch whose columns are the first of this one. */
    public void addRow(RowBatch other, int row) {
        for (int i = 0; i < other.columns.size(); i++) {
            columns.get(i).addFrom(other.columns.get(i), row);
        }
    }

    public void clear() {
        columns.forEach(ColumnVector::clear);
    }
}
