package org.godwit.connector.spi.probe;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Reads an SQLite file: its own quick check, the catalogue, and first and last rows of every table. */
final class SqliteTrial {
    private static final int ROWS = 1_000;
    private static final int SECONDS = 20;

    private SqliteTrial() {}

    static void read(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.execute("PRAGMA trusted_schema = OFF");
            String fault = quickCheck(statement);
            if (!fault.equals("ok")) {
                throw new SQLException("it is damaged: " + fault);
            }
            for (String table : tables(statement)) {
                String name = '"' + table.replace("\"", "\"\"") + '"';
                rows(statement, "SELECT * FROM " + name + " LIMIT " + ROWS);
                lastRows(statement, name);
            }
        }
    }

    private static String quickCheck(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() ? result.getString(1) : "its own check says nothing";
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static void lastRows(Statement statement, String name) throws SQLException {
        boolean counted;
        try (ResultSet result = statement.executeQuery("SELECT max(rowid) FROM " + name)) {
            counted = result.next();
        } catch (SQLException e) {
            // A table WITHOUT ROWID: its first rows must do.
            counted = false;
        }
        if (counted) {
            rows(statement, "SELECT * FROM " + name + " ORDER BY rowid DESC LIMIT " + ROWS);
        }
    }

    private static void rows(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= width; i++) {
                    result.getBytes(i);
                }
            }
        }
    }
}
