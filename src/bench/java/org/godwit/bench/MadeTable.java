package org.godwit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/**
 * Makes the seeded table of the roads: ten columns, with NULLs, empty texts and doubles that need all their digits.
 * Arguments: {@code sqlite} or {@code duckdb}, the file, the number of rows.
 */
final class MadeTable {
    private static final String COLUMNS = "id BIGINT, model VARCHAR, hardware VARCHAR, batch BIGINT, latency DOUBLE, throughput DOUBLE,"
            + " memory DOUBLE, ok BIGINT, note VARCHAR, made VARCHAR";
    private static final int BATCH = 10_000;

    private MadeTable() {}

    public static void main(String[] args) throws SQLException {
        long rows = Long.parseLong(args[2]);
        if (args[0].equals("sqlite")) {
            sqlite(args[1], rows);
        } else {
            duckdb(args[1], rows);
        }
    }

    private static void sqlite(String file, long rows) throws SQLException {
        SplittableRandom random = new SplittableRandom(7);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            String columns = COLUMNS.replace("id BIGINT", "id INTEGER PRIMARY KEY").replace("VARCHAR", "TEXT");
            statement.execute("CREATE TABLE results (" + columns.replace("DOUBLE", "REAL").replace("BIGINT", "INTEGER") + ")");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO results VALUES (?,?,?,?,?,?,?,?,?,?)")) {
                for (long id = 1; id <= rows; id++) {
                    insert.setLong(1, id);
                    insert.setString(2, "model-" + random.nextInt(300));
                    insert.setString(3, "hardware-" + random.nextInt(50));
                    insert.setLong(4, 1L << random.nextInt(8));
                    insert.setDouble(5, random.nextDouble() * 100);
                    insert.setDouble(6, random.nextDouble() * 1e6);
                    if (random.nextInt(10) == 0) {
                        insert.setObject(7, null);
                    } else {
                        insert.setDouble(7, random.nextDouble() * 1e4);
                    }
                    insert.setLong(8, random.nextInt(2));
                    insert.setString(9, random.nextInt(5) == 0 ? "" : random.nextInt(4) == 0 ? null : "run " + random.nextInt(1000) + ", \"quoted\"");
                    insert.setString(10, "2026-%02d-%02dT%02d:%02d:00".formatted(
                            1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60)));
                    insert.addBatch();
                    if (id % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private static void duckdb(String file, long rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file); Statement statement = connection.createStatement()) {
            statement.execute("SELECT setseed(0.7)");
            statement.execute("CREATE TABLE results (" + COLUMNS + ")");
            statement.execute("INSERT INTO results SELECT i, 'model-' || (i % 300), 'hardware-' || (i % 50), 1 << (i % 8)::INTEGER, random() * 100,"
                    + " random() * 1e6, CASE WHEN i % 10 = 0 THEN NULL ELSE random() * 1e4 END, i % 2,"
                    + " CASE WHEN i % 5 = 0 THEN '' WHEN i % 4 = 0 THEN NULL ELSE 'run ' || i || ', \"quoted\"' END,"
                    + " '2026-01-01T00:00:00' FROM range(1, " + (rows + 1) + ") r(i)");
        }
    }
}
