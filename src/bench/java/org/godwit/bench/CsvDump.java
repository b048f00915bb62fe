package org.godwit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The first half of a peer's road: DuckDB writes a table to a CSV file. Arguments: the database, the file, and what a
 * NULL is written as, if that is not nothing.
 */
final class CsvDump {
    private CsvDump() {}

    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0]);
                Statement statement = connection.createStatement()) {
            String none = args.length > 2 ? args[2] : "";
            statement.execute("COPY results TO '" + args[1].replace("'", "''") + "' (HEADER, NULLSTR '" + none.replace("'", "''") + "')");
        }
    }
}
