package org.godwit.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;

/** A database, of which the same can be asked as source and as target. */
enum Engine {
    SQLITE,
    DUCKDB,
    POSTGRESQL,
    MARIADB;

    String place(Places places) {
        return switch (this) {
            case SQLITE -> places.file(System.nanoTime() + ".sqlite");
            case DUCKDB -> places.file(System.nanoTime() + ".duckdb");
            case POSTGRESQL -> Places.postgres();
            case MARIADB -> Places.mariadb();
        };
    }

    void run(String place, String... statements) throws SQLException {
        try (Connection connection = connect(place); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection connect(String place) throws SQLException {
        String bare = place.replaceAll("^\\w+://[^/]*/|\\?.*$", "");
        return switch (this) {
            case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + place);
            case DUCKDB -> DriverManager.getConnection("jdbc:duckdb:" + place);
            case POSTGRESQL -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + PostgresServer.shared().port() + "/" + bare + "?user=postgres");
            case MARIADB -> DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + MariaServer.get().port() + "/" + bare + "?user=" + MariaServer.USER + "&password=" + MariaServer.PASSWORD);
        };
    }
}
