package org.godwit.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A small database in the benchmark star schema, with names that try to break out of SQL, XML and terminals. */
public final class StarDatabase {
    /** A model whose name is hostile. */
    public static final String HOSTILE = "x'; DROP TABLE models; -- <b>&\"\u0007,\n漢";

    private StarDatabase() {}

    /**
     * Makes it. On {@code bert}: cuda has 10, 20 and 30 items/s and a simulated 1000; cpu has 0 and a NULL; tpu has only a
     * NULL; mps only a NaN. Batch size 1 all over. On {@code two}: cpu in batch sizes 1 and 8.
     */
    public static Path make(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE models (model_id BIGINT, model_name VARCHAR, model_family VARCHAR)");
            statement.execute("CREATE TABLE hardware_platforms (hardware_id BIGINT, hardware_type VARCHAR)");
            statement.execute("CREATE TABLE performance_results (result_id BIGINT, model_id BIGINT, hardware_id BIGINT, batch_size INTEGER,"
                + " throughput_items_per_second DOUBLE, average_latency_ms DOUBLE, is_simulated BOOLEAN, _doc BIGINT, _at VARCHAR, _feed INTEGER)");
            statement.execute("INSERT INTO models VALUES (1, 'bert', 'text'), (2, 'two', 'text'), (3, '" + HOSTILE.replace("'", "''") + "', NULL)");
            statement.execute("INSERT INTO hardware_platforms VALUES (1, 'cpu'), (2, 'cuda'), (3, 'tpu'), (4, 'mps'), (5, '" + HOSTILE.replace("'", "''")
                + "')");
            statement.execute("INSERT INTO performance_results VALUES"
                + " (1, 1, 2, 1, 10, 5, false, 7, '/a', 0), (2, 1, 2, 1, 20, 4, NULL, 7, '/b', 0), (3, 1, 2, 1, 30, 3, false, 7, '/c', 0),"
                + " (4, 1, 2, 1, 1000, 1, true, 8, '/d', 0), (5, 1, 1, 1, 0, 9, false, 8, '/e', 0), (6, 1, 1, 1, NULL, 8, false, 8, '/f', 0),"
                + " (7, 1, 3, 1, NULL, NULL, false, 9, '/g', 0), (8, 1, 4, 1, 'NaN', NULL, false, 9, '/h', 0),"
                + " (9, 2, 1, 1, 5, 2, false, 9, '/i', 0), (10, 2, 1, 8, 40, 3, false, 9, '/j', 0), (11, 3, 5, 1, 7, 6, false, 9, '/k', 0),"
                + " (12, 2, NULL, 8, 6, 3, false, 9, '/l', 0)");
        }
        return file;
    }
}
