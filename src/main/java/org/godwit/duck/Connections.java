package org.godwit.duck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** Opens databases. The only place that makes JDBC URLs. */
final class Connections {
    private static final String URL = "jdbc:duckdb:";

    private Connections() {}

    static DuckDBConnection open(Path file, Properties properties) throws SQLException {
        // The driver reads what stands after a semicolon as options.
        if (file.toString().indexOf(';') >= 0) {
            throw new SQLException("The path has a semicolon");
        }
        Properties all = new Properties();
        all.putAll(properties);
        // DriverManager would look for other drivers first, in every library there is.
        return new DuckDBDriver().connect(URL + file, all).unwrap(DuckDBConnection.class);
    }

    /** Returns the file of a connection, null if its database is in memory. */
    static @Nullable Path file(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        String path = url.startsWith(URL) ? url.substring(URL.length()) : "";
        return path.isEmpty() || path.startsWith(":memory:") ? null : Path.of(path);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns who holds a file that could not be locked, in DuckDB's words. */
    static String holder(Path file) {
        Properties properties = new Properties();
        properties.setProperty("access_mode", "READ_ONLY");
        try (Connection connection = open(file, properties)) {
            return connection.isReadOnly() ? "another process, a moment ago" : "another process";
        } catch (SQLException e) {
            GodwitException locked = DuckErrors.notOpened(e, file);
            return locked.arguments().get(1).toString();
        }
    }
}
