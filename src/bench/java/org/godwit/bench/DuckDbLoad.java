package org.godwit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The limit: DuckDB alone reads an NDJSON file into one table, in a JVM of its own. Arguments: the file, the database
 * to make, the number of threads.
 */
final class DuckDbLoad {
    private DuckDbLoad() {}

    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[1]);
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(args[2]));
            statement.execute("CREATE TABLE records AS SELECT * FROM read_json('" + args[0].replace("'", "''") + "')");
        }
    }
}
