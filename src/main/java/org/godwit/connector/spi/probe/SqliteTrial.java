package org.godwit.connector.spi.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * Reads an SQLite file: its own quick check if it is small, the catalogue, and first and last rows of every table. Nothing is
 * put beside it, and nobody who writes it is waited for.
 */
final class SqliteTrial {
    private static final int ROWS = 1_000;
    private static final int SECONDS = 20;
    private static final long SMALL = 8L << 20;

    private SqliteTrial() {}

    static void read(Path file) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setBusyTimeout(0);
        // Without a log beside it SQLite would make one, or ask who else has the file.
        String mode = Files.exists(file.resolveSibling(file.getFileName() + "-wal")) ? "?mode=ro" : "?mode=ro&immutable=1";
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri() + mode); Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.execute("PRAGMA trusted_schema = OFF");
            if (Files.size(file) <= SMALL) {
                String fault = quickCheck(statement);
                if (!fault.equals("ok")) {
                    throw new SQLException("it is damaged: " + fault);
                }
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
