package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.godwit.connector.SharedData;

/** Databases of tests, written and counted past the connector. */
final class Sqlite {
    private static final Pattern SERIES = Pattern.compile("generate_series\\((-?\\d+), (-?\\d+)\\)");

    private Sqlite() {}

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** Carries out statements and closes the database. */
    static Path make(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file)) {
            run(connection, statements);
        }
        return file;
    }

    /** Carries out statements; {@code generate_series(from, to)} is what the sqlite3 program knows by that name. */
    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(SERIES.matcher(sql).replaceAll(
                        "(WITH RECURSIVE s(value) AS (SELECT $1 UNION ALL SELECT value + 1 FROM s WHERE value < $2) SELECT value FROM s)"));
            }
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    static String text(Path file, String sql) throws SQLException {
        try (Connection connection = connect(file)) {
            return text(connection, sql);
        }
    }

    /** Returns a copy of one of the real databases. */
    static Path shared(Path folder, String name) throws IOException {
        Path data = SharedData.path("databases/" + name);
        return Files.copy(data, folder.resolve(data.getFileName()));
    }
}
