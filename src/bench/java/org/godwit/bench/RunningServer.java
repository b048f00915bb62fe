package org.godwit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A {@link BenchServer}, from its start to its end. What is asked of it here is not measured. Not thread-safe. */
final class RunningServer implements AutoCloseable {
    private static final int SECONDS_TO_END = 60;

    private final String kind;
    private final Process process;
    private final String password;
    private final int port;

    private RunningServer(String kind, Process process, String password, int port) {
        this.kind = kind;
        this.process = process;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts a server and waits until it is there.
     *
     * @param kind {@code postgresql} or {@code mariadb}, which is the scheme of its addresses too
     * @throws Unable if this machine cannot start it
     */
    static RunningServer start(String kind, Places places) throws Unable, IOException {
        System.out.println("starting " + kind);
        String password = UUID.randomUUID().toString();
        Path folder = places.scratch().resolve(kind);
        Path log = places.scratch().resolve(kind + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(places.java(), "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                BenchServer.class.getName(), kind, folder.toString())).redirectError(log.toFile());
        builder.environment().put(BenchServer.PASSWORD, password);
        Process process = builder.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(BenchServer.READY)) {
                return new RunningServer(kind, process, password, Integer.parseInt(line.substring(BenchServer.READY.length())));
            }
        }
        throw new Unable(kind + " does not start here, see " + log.getFileName());
    }

    /** A server that is not there: a matter of the machine, so what needs it is left out. */
    static final class Unable extends Exception {
        private static final long serialVersionUID = 1;

        Unable(String message) {
            super(message);
        }
    }

    String port() {
        return Integer.toString(port);
    }

    /** What clients find the password under: Godwit's and pgloader's, psql's, and the client's of MariaDB. */
    Map<String, String> environment() {
        return Map.of(BenchServer.PASSWORD, password, "PGPASSWORD", password, "MYSQL_PWD", password);
    }

    String address(String database) {
        return kind + "://" + BenchServer.USER + "@127.0.0.1:" + port + "/" + database + "?tls=off";
    }

    /** Makes a database that has nothing in it, and lets the server write to its disk what came before. */
    void makeEmpty(String database) throws IOException {
        if (kind.equals("postgresql")) {
            run("postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)", "CREATE DATABASE " + database, "CHECKPOINT");
        } else {
            run("mysql", "DROP DATABASE IF EXISTS " + database, "CREATE DATABASE " + database);
        }
    }

    void run(String database, String... statements) throws IOException {
        try (Connection connection = open(database); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** @throws BenchFailure if a table has another number of rows: what was measured was then no such load */
    void mustHave(String database, String table, long rows) throws BenchFailure, IOException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            count.next();
            if (count.getLong(1) != rows) {
                throw new BenchFailure(kind + ", " + database + ": " + table + " has " + count.getLong(1) + " rows instead of " + rows);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + kind + "://127.0.0.1:" + port + "/" + database, BenchServer.USER, password);
    }

    /** Ends it and waits for that. */
    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
