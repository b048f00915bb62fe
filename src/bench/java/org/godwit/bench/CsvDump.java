package org.godwit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The first half of a peer's road: DuckDB writes a table to a CSV file. Arguments: the database, the file. */
final class CsvDump {
    private CsvDump() {}

    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY results TO '" + args[1].replace("'", "''") + "' (HEADER)");
        }
    }
}
