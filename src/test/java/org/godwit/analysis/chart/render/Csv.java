package org.godwit.analysis.chart.render;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads a CSV with a reader that is not ours: DuckDB's. */
final class Csv {
    private Csv() {}

    /** Puts it into a table t of a new database and returns how many rows it has. */
    static String read(Path csv, Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT * FROM read_csv('" + csv + "', header = true, quote = '\"', escape = '\"')");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
