package org.godwit.connector.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.server.Dialling;
import org.godwit.connector.spi.server.Dialling.Answer;
import org.godwit.connector.spi.server.ServerFault;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.model.Connection;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;

/**
 * One connection to a server: strict, in UTC, in UTF-8, with errors in words. A server that asks for a file of this
 * machine gets nothing, whatever the statement. Not thread-safe.
 */
final class Link implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int TIDY_MILLIS = 2_000;
    // Long statements send nothing while they work: this only ends waiting for a server that has gone.
    private static final int SOCKET_MILLIS = 900_000;
    private static final int DEFAULT_PORT = 3306;
    private static final int RIGHT_NOW = 0;

    /** How the session is set up: nothing may be changed in silence, and pauses of the engine are not taken for its end. */
    private static final String SETTINGS =
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO',"
                    + " time_zone = '+00:00', net_write_timeout = 3600, net_read_timeout = 3600, wait_timeout = 28800, lock_wait_timeout = 60";

    /** What a connection is for. */
    enum Use {
        /** Everything but LOAD DATA LOCAL. */
        PLAIN,
        /** Loading rows, by LOAD DATA LOCAL with streams of ours. */
        LOADING,
        /** Tidying up after a connection that broke: one short try. */
        TIDYING
    }

    private final Connection place;
    private final org.mariadb.jdbc.Connection jdbc;

    private Link(Connection place, org.mariadb.jdbc.Connection jdbc) {
        this.place = place;
        this.jdbc = jdbc;
    }

    /**
     * Connects; what may pass is tried again.
     *
     * @throws GodwitException SERVER_..., CONNECTION_REFUSED_PROPERTY, SECRET_MISSING
     */
    static Link open(Connection place, Secrets secrets, Use use, TaskContext context) {
        ServerPlace.requireSafe(place);
        DriverOptions.check(place);
        char[] password = secrets.password(place);
        try {
            return use == Use.TIDYING ? once(place, password, use) : new Dialling(context).open(place, () -> attempt(place, password, use));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static Link once(Connection place, char[] password, Use use) {
        return switch (attempt(place, password, use)) {
            case Answer.Connected<Link>(Link link) -> link;
            case Answer.Failed<Link>(ServerFault fault, GodwitException error) -> throw error;
        };
    }

    private static Answer<Link> attempt(Connection place, char[] password, Use use) {
        try {
            return new Answer.Connected<>(connect(place, configuration(place, new String(password), use)));
        } catch (SQLException e) {
            ServerFault fault = MariaErrors.login(e, password.length == 0);
            return new Answer.Failed<>(fault, fault.error(place, e));
        }
    }

    private static Link connect(Connection place, Configuration configuration) throws SQLException {
        try {
            Link link = new Link(place, Driver.connect(configuration));
            try {
                link.attempt(SETTINGS);
            } catch (SQLException e) {
                link.abort();
                throw e;
            }
            return link;
        } catch (IllegalStateException e) {
            // So the driver says that the server wants the password in clear text on an unprotected way.
            throw new SQLException(e.getMessage(), "08004", e);
        }
    }

    private static Configuration configuration(Connection place, String password, Use use) throws SQLException {
        // Fields, never a URL: nothing in them can become another property.
        Configuration.Builder builder = Configuration.parse("jdbc:mariadb://localhost/").toBuilder()
                .addresses(List.of(HostAddress.from(ServerPlace.host(place), place.port() == 0 ? DEFAULT_PORT : place.port())))
                .database(place.database())
                .connectTimeout(CONNECT_MILLIS)
                .socketTimeout(SOCKET_MILLIS);
        DriverOptions.apply(place, builder);
        if (use == Use.TIDYING) {
            builder.connectTimeout(TIDY_MILLIS);
        }
        builder.user(ServerPlace.user(place))
                .password(password)
                .allowLocalInfile(use == Use.LOADING)
                .allowMultiQueries(false)
                .allowPublicKeyRetrieval(false)
                .permitRedirect(false)
                .restrictedAuth("mysql_native_password,client_ed25519,caching_sha2_password,parsec")
                .dumpQueriesOnException(false)
                .tinyInt1isBit(false)
                .yearIsDateType(false)
                .useServerPrepStmts(true)
                .useBulkStmtsForInserts(true)
                .useCatalogTerm("CATALOG");
        switch (place.tls()) {
            case VERIFY_FULL -> builder.sslMode("verify-full").tlsSocketType(PinnedTls.TYPE);
            case PINNED -> builder.sslMode("verify-ca").tlsSocketType(PinnedTls.TYPE)
                    .serverSslCert(PinnedTls.FINGERPRINT + place.certificate());
            case OFF -> builder.sslMode("disable");
        }
        return builder.build();
    }

    /** Returns what went wrong in Godwit's words. */
    GodwitException failed(SQLException e) {
        return MariaErrors.of(place, e);
    }

    Connection place() {
        return place;
    }

    /** Returns the server's number of this connection. */
    long thread() {
        return jdbc.getThreadId();
    }

    /** Returns whether the server is MariaDB and not MySQL. */
    boolean isMaria() {
        return jdbc.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT).contains("mariadb");
    }

    void run(String sql) {
        try {
            attempt(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a statement whose errors the caller knows better. */
    void attempt(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
        }
    }

    /**
     * Runs LOAD DATA LOCAL with a stream of ours.
     *
     * @return the number of rows that are new
     */
    long load(String sql, InputStream rows) throws SQLException {
        try (Statement statement = jdbc.createStatement()) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            return statement.executeLargeUpdate(sql);
        }
    }

    /** Returns a statement for anything but LOAD DATA LOCAL. */
    Statement statement() throws SQLException {
        return guarded(jdbc.createStatement());
    }

    /** Returns a statement of the binary protocol, in which numbers are not rounded to text. */
    PreparedStatement prepare(String sql) throws SQLException {
        return guarded(jdbc.prepareStatement(sql));
    }

    private static <S extends Statement> S guarded(S statement) throws SQLException {
        statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(new Nothing());
        return statement;
    }

    /** Returns the one number of a query, 0 if it is null or missing. */
    long number(String sql) {
        try (Statement statement = statement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns all rows of a small query as text. */
    List<List<@Nullable String>> texts(String sql) {
        try (Statement statement = statement(); ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            List<List<@Nullable String>> result = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    row.add(rows.getString(i));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns whether the server still answers. */
    boolean isAlive() {
        try {
            return !jdbc.isClosed() && jdbc.isValid(RIGHT_NOW);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Closes without waiting for what the server still sends. */
    void abort() {
        try {
            jdbc.abort(Runnable::run);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            jdbc.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What a server gets that asks for a file which nobody offered. */
    private static final class Nothing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException(MariaErrors.ASKS_FOR_FILES);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
