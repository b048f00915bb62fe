package org.godwit.duck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the engine uses it: statements, figures, batches in and batches out, with errors in words. Loads may
 * come from several threads, one at a time; everything else from one thread.
 */
public final class Session implements AutoCloseable {
    private final DuckDBConnection connection;
    private @Nullable BatchLoader loader;

    /** Takes over a connection; closing the session closes it. */
    public Session(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database for writing, in place.
     *
     * @throws org.godwit.model.GodwitException TARGET_LOCKED or TARGET_UNREADABLE
     */
    public static Session open(java.nio.file.Path database) {
        try {
            return new Session(Connections.open(database, new java.util.Properties()));
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, database);
        }
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DuckErrors.failed(e, null, sql);
        }
    }

    /**
     * Says how many threads DuckDB may use for this database. With more than one, a statement that one thread does alone
     * (such as a load) keeps a second one polling for it.
     */
    public void threads(int threads) {
        execute("SET threads = " + threads);
    }

    /** Returns the one number of a query, 0 if it is null or missing. */
    public long number(String sql) {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw DuckErrors.failed(e, null, sql);
        }
    }

    /** Returns all rows of a small query as text. */
    public List<List<String>> texts(String sql) {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            List<List<String>> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    String value = rows.getString(i);
                    row.add(value == null ? "" : value);
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw DuckErrors.failed(e, null, sql);
        }
    }

    /** Returns the names of the tables of the main schema. */
    public List<String> tables() {
        return texts("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT temporary").stream().map(row -> row.get(0)).toList();
    }

    /** Returns the columns of a table and their types as DuckDB names them, in order. */
    public Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        texts("SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = " + Sql.literal(table) + " ORDER BY column_index")
                .forEach(row -> columns.put(row.get(0), row.get(1)));
        return columns;
    }

    public void load(RowBatch batch) {
        if (batch.rows() > 0) {
            loader().load(batch);
        }
    }

    public void load(RowBatch batch, List<LoadColumn> columns) {
        if (batch.rows() > 0) {
            loader().load(batch, columns);
        }
    }

    private synchronized BatchLoader loader() {
        if (loader == null) {
            loader = new BatchLoader(connection);
        }
        return loader;
    }

    /**
     * Reads a query chunk by chunk with bounded memory.
     *
     * @param form a batch of the query's columns; filled anew for every chunk
     */
    public void scan(String sql, RowBatch form, Consumer<RowBatch> chunks) {
        BatchScan.read(connection, sql, form, chunks);
    }

    @Override
    public void close() {
        if (loader != null) {
            loader.close();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckErrors.failed(e, null, "close");
        }
    }
}
