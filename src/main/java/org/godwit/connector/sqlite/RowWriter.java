package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** Carries a statement out for each row of batches. */
final class RowWriter implements AutoCloseable {
    /** {@code UNIQUE constraint failed: table.column, table.other}; {@code … column table.column}. */
    private static final Pattern COLUMNS = Pattern.compile("(?:failed: |column )(.*)$", Pattern.DOTALL);

    private final TargetFile file;
    private final String table;
    private final Prepared statement;
    private final List<CellWriter> writers;
    private final Loosening loosening;
    private long rows;

    /** Makes a column hold everything. */
    @FunctionalInterface
    interface Loosening {
        /** Returns whether it does so now; not if the table is not ours to change. */
        boolean of(String column) throws SQLException;
    }

    /**
     * @param sql with a parameter for each writer
     * @param writers what binds each column of the batches
     */
    RowWriter(TargetFile file, String table, String sql, List<CellWriter> writers, Loosening loosening) throws SQLException {
        this.file = file;
        this.table = table;
        this.statement = file.link().prepare(sql);
        this.writers = new ArrayList<>(writers);
        this.loosening = loosening;
    }

    /** Makes a writer that changes rows found by their identity. */
    static RowWriter updating(TargetFile file, TargetTable table, List<String> identity, TargetColumns columns, Loosening loosening) throws SQLException {
        List<String> set = new ArrayList<>();
        List<String> where = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            String name = table.names().get(i);
            (identity.contains(name) ? where : set).add(SqliteName.of(name) + (identity.contains(name) ? " IS ?" : " = ?") + (i + 1));
        }
        if (set.isEmpty()) {
            set.add(where.get(0).replace("\" IS ?", "\" = ?"));
        }
        String sql = "UPDATE main." + SqliteName.of(table.name()) + " SET " + String.join(", ", set) + " WHERE " + String.join(" AND ", where);
        return new RowWriter(file, table.name(), sql, columns.writers(table.names()), loosening);
    }

    long rows() {
        return rows;
    }

    /** Adds the rows of a batch. */
    void insert(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            run(batch, row);
        }
    }

    /** Changes one row for each row of a batch. */
    void update(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long changed = run(batch, row);
            if (changed != 1) {
                throw refused("row " + rows, changed == 0 ? "the row that is to be changed is not there" : changed + " rows are the one that is to be changed", null);
            }
        }
    }

    private long run(RowBatch batch, int row) {
        rows++;
        int column = 0;
        try {
            for (; column < writers.size(); column++) {
                String name = batch.names().get(column);
                String reason = writers.get(column).bind(statement, batch.column(column), row);
                if (CellWriter.NEGATIVE_ZERO.equals(reason) && loosening.of(name)) {
                    // The statement finds the table as it is now by itself, with what is bound.
                    writers.set(column, new CellWriter(column + 1, false, Affinity.NONE));
                } else if (reason != null) {
                    throw refused("row " + rows + ", column " + name, reason, null);
                }
            }
            return statement.run();
        } catch (SQLException e) {
            if (!SqliteErrors.refusal(e)) {
                throw SqliteErrors.failed(file.place(), e);
            }
            String where = column < writers.size() ? batch.names().get(column) : named(SqliteErrors.detail(e));
            throw refused("row " + rows + (where.isEmpty() ? "" : ", column " + where), SqliteErrors.detail(e), e);
        }
    }

    /** Returns the columns that SQLite's words name, empty if they name none. */
    private String named(String words) {
        Matcher columns = COLUMNS.matcher(words);
        return columns.find() && columns.group(1).contains(table + ".") ? columns.group(1).replace(table + ".", "") : "";
    }

    private GodwitException refused(String where, String reason, @Nullable SQLException cause) {
        return new GodwitException(cause, ErrorCode.TARGET_REFUSED, file.place(), table, where, reason);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
