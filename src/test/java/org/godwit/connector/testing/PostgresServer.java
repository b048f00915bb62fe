package org.godwit.connector.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.connector.spi.Place;
import org.godwit.model.Connection.Tls;

/**
 * A real PostgreSQL, started once for each JVM when it is first asked for, on a free port of 127.0.0.1; it ends with the
 * JVM. Anybody is let in as {@code postgres}; {@code guarded} needs {@link #PASSWORD}. Thread-safe.
 */
public final class PostgresServer {
    /** The password of {@code guarded}: a word that must appear nowhere. */
    public static final String PASSWORD = "canary-7f3a-Gänsefuß";

    private final EmbeddedPostgres server;
    private final TlsFiles tls;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(EmbeddedPostgres server, TlsFiles tls) {
        this.server = server;
        this.tls = tls;
    }

    private static final class Holder {
        static final PostgresServer SHARED = start();
    }

    /** Returns the one of this JVM. */
    public static PostgresServer shared() {
        return Holder.SHARED;
    }

    private static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("godwit-postgres", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            TlsFiles tls = TlsFiles.make(folder);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", tls.certificate().toString())
                    .setServerConfig("ssl_key_file", tls.key().toString())
                    .start();
            PostgresServer started = new PostgresServer(server, tls);
            started.guard();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void guard() throws IOException {
        Path rules = Path.of(text("postgres", "SHOW hba_file"));
        String guarded = "host all guarded 127.0.0.1/32 scram-sha-256\nhost all barred 127.0.0.1/32 reject\n";
        Files.writeString(rules, guarded + Files.readString(rules));
        run("postgres", "CREATE ROLE guarded LOGIN PASSWORD '" + PASSWORD + "'", "CREATE ROLE barred LOGIN", "CREATE ROLE stranger LOGIN", "SELECT pg_reload_conf()");
    }

    public int port() {
        return server.getPort();
    }

    /** Returns what the server shows for TLS. */
    public TlsFiles tls() {
        return tls;
    }

    /** Makes an empty database and returns its name. */
    public String newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        run("postgres", "CREATE DATABASE " + name);
        return name;
    }

    /** Returns a database as {@code postgres} reaches it. */
    public org.godwit.model.Connection connection(String database) {
        return connection(database, port(), "postgres");
    }

    /** Returns a database as a user reaches it over a port, such as a proxy's. */
    public org.godwit.model.Connection connection(String database, int port, String user) {
        return new org.godwit.model.Connection("postgresql", "127.0.0.1", port, database, "", user, "", Tls.OFF, null, Map.of());
    }

    /** Returns the place of a database. */
    public Place place(String database) {
        return new Place.Server(connection(database));
    }

    /** Opens a plain connection that commits each statement. */
    public Connection open(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    /** Runs statements. */
    public void run(String database, String... statements) {
        try (Connection connection = open(database); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all rows of a query as text, NULL as {@code null}. */
    public List<List<String>> rows(String database, String sql) {
        try (Connection connection = open(database); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the first value of a query. */
    public String text(String database, String sql) {
        return rows(database, sql).get(0).get(0);
    }
}
