package org.godwit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The second half of a peer's road: DuckDB reads a CSV file into one table. Arguments: the file, the database. */
final class CsvLoad {
    private CsvLoad() {}

    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[1]);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE results AS SELECT * FROM read_csv('" + args[0].replace("'", "''") + "', header = true)");
        }
    }
}
