package org.godwit.connector.postgresql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.Connection;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** One connection to a server, with errors in words. Every statement is part of one transaction. Not thread-safe. */
final class Link implements AutoCloseable {
    private final Connection place;
    private final java.sql.Connection connection;

    Link(Connection place, java.sql.Connection connection) {
        this.place = place;
        this.connection = connection;
    }

    /** Makes something of the current row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    Connection place() {
        return place;
    }

    /** @param doing what it is for, in words that follow "to" */
    void execute(String doing, String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw failed(e, doing);
        }
    }

    /** Runs a statement as it is, without the driver's escapes, and returns how many rows it changed. */
    long run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return statement.getLargeUpdateCount();
        }
    }

    <T> List<T> rows(String doing, String sql, Reading<T> reading, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reading.of(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw failed(e, doing);
        }
    }

    /** Returns the first value of a query's first row, null if there is none. */
    @Nullable String text(String doing, String sql, Object... parameters) {
        List<String> found = rows(doing, sql, row -> String.valueOf(row.getString(1)), parameters);
        return found.isEmpty() || found.get(0).equals("null") ? null : found.get(0);
    }

    CopyOut copyOut(String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    CopyIn copyIn(String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    GodwitException failed(SQLException e, String doing) {
        return Faults.of(e, place, doing);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Closes without another word to the server, which takes back what was not committed. */
    void drop() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException ignored) {
            // Nothing was to be kept.
        }
    }

    /** Takes back what was not committed, if the server can still be reached, and closes. */
    @Override
    public void close() {
        try (java.sql.Connection closing = connection) {
            closing.rollback();
        } catch (SQLException ignored) {
            // The server takes everything back when a connection ends.
        }
    }
}
