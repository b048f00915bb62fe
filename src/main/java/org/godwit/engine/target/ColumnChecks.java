package org.godwit.engine.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.shred.CellHash;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Counts, null counts and content hashes of the columns of tables, drawn up once from what is loaded and once from what
 * is found. Not thread-safe; sums of several threads are {@linkplain #add(ColumnChecks) added}.
 */
public final class ColumnChecks {
    private final Map<String, Map<String, Figures>> tables = new TreeMap<>();

    /** The figures of one column. */
    public static final class Figures {
        private long rows;
        private long nulls;
        private long hash;

        public long rows() {
            return rows;
        }

        public long nulls() {
            return nulls;
        }

        public String hash() {
            return Long.toHexString(hash);
        }

        boolean same(Figures other) {
            return rows == other.rows && nulls == other.nulls && hash == other.hash;
        }
    }

    /** A column whose figures differ. */
    public record Mismatch(String table, String column, @Nullable Figures expected, @Nullable Figures actual) {}

    /** Returns the checks that a run has left in a target. */
    public static ColumnChecks of(Session session, String run) {
        ColumnChecks checks = new ColumnChecks();
        String sql = "SELECT table_name, column_name, row_count, null_count, content_hash FROM " + SystemTables.CHECKS + " WHERE run = " + Sql.literal(run);
        session.texts(sql)
                .forEach(row -> checks.set(row.get(0), row.get(1), Long.parseLong(row.get(2)), Long.parseLong(row.get(3)), row.get(4)));
        return checks;
    }

    /** Returns the checks as a run leaves them in a target. */
    public RowBatch rows(String run) {
        RowBatch rows = SystemTables.checks();
        tables.forEach((table, columns) -> columns.forEach((column, figures) -> {
            rows.column(0).addObject(run);
            rows.column(1).addObject(table);
            rows.column(2).addObject(column);
            rows.column(3).addLong(figures.rows);
            rows.column(4).addLong(figures.nulls);
            rows.column(5).addObject(figures.hash());
        }));
        return rows;
    }

    /**
     * Takes the rows of a batch whose last three columns are lineage.
     *
     * @param columns which columns count, by place; not those that the target computes itself
     */
    public void take(RowBatch batch, List<Integer> columns) {
        int width = batch.columns().size();
        ColumnVector doc = batch.column(width - 3);
        ColumnVector at = batch.column(width - 2);
        ColumnVector feed = batch.column(width - 1);
        int rows = batch.rows();
        long[] identities = new long[rows];
        for (int row = 0; row < rows; row++) {
            identities[row] = CellHash.row(doc.longAt(row), at, row, feed.longAt(row));
        }
        Map<String, Figures> figures = tables.computeIfAbsent(batch.table(), t -> new TreeMap<>());
        for (int index : columns) {
            ColumnVector column = batch.column(index);
            Figures sums = figures.computeIfAbsent(batch.names().get(index), c -> new Figures());
            int nulls = column.nulls(rows);
            sums.rows += rows;
            sums.nulls += nulls;
            sums.hash += CellHash.sum(identities, column, nulls > 0);
        }
    }

    /** Takes note that a cell that was NULL has been filled, if its column was taken. */
    public void fill(String table, String column, long rowHash, ColumnVector nothing, ColumnVector value, int row) {
        fill(table, column, rowHash, nothing, value, row, 1);
    }

    /** Takes note that a cell that had a value is NULL now, if its column was taken. */
    public void empty(String table, String column, long rowHash, ColumnVector nothing, ColumnVector value, int row) {
        fill(table, column, rowHash, nothing, value, row, -1);
    }

    private void fill(String table, String column, long rowHash, ColumnVector nothing, ColumnVector value, int row, int sign) {
        Figures sums = tables.getOrDefault(table, Map.of()).get(column);
        if (sums != null) {
            sums.hash += sign * (CellHash.cell(rowHash, value, row) - CellHash.cell(rowHash, nothing, 0));
            sums.nulls -= sign;
        }
    }

    /** Takes back one row of a batch whose last three columns are lineage; of columns that were taken. */
    public void drop(RowBatch batch, int row) {
        change(batch, row, -1);
    }

    /** Takes one row more; of columns that were taken. */
    public void put(RowBatch batch, int row) {
        change(batch, row, 1);
    }

    private void change(RowBatch batch, int row, int sign) {
        int width = batch.columns().size();
        long identity = CellHash.row(batch.column(width - 3).longAt(row), batch.column(width - 2), row, batch.column(width - 1).longAt(row));
        Map<String, Figures> figures = tables.getOrDefault(batch.table(), Map.of());
        for (int i = 0; i < width - 3; i++) {
            Figures sums = figures.get(batch.names().get(i));
            if (sums != null) {
                sums.rows += sign;
                sums.nulls += batch.column(i).isNull(row) ? sign : 0;
                sums.hash += sign * CellHash.cell(identity, batch.column(i), row);
            }
        }
    }

    private void set(String table, String column, long rows, long nulls, String hash) {
        Figures figures = new Figures();
        figures.rows = rows;
        figures.nulls = nulls;
        figures.hash = Long.parseUnsignedLong(hash, 16);
        tables.computeIfAbsent(table, t -> new TreeMap<>()).put(column, figures);
    }

    public void add(ColumnChecks other) {
        other.tables.forEach((table, columns) -> columns.forEach((column, figures) -> {
            Figures sums = tables.computeIfAbsent(table, t -> new TreeMap<>()).computeIfAbsent(column, c -> new Figures());
            sums.rows += figures.rows;
            sums.nulls += figures.nulls;
            sums.hash += figures.hash;
        }));
    }

    /** Returns the columns of these checks that the other ones do not confirm. */
    public List<Mismatch> mismatches(ColumnChecks found) {
        List<Mismatch> result = new ArrayList<>();
        tables.forEach((table, columns) -> columns.forEach((column, expected) -> {
            Figures actual = found.tables.getOrDefault(table, Map.of()).get(column);
            boolean nothing = actual == null && expected.rows == 0;
            if (!nothing && (actual == null || !expected.same(actual))) {
                result.add(new Mismatch(table, column, expected, actual));
            }
        }));
        return result;
    }
}
