package org.godwit.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.connector.mariadb.MariaConnector;
import org.godwit.connector.mariadb.testing.GreedyServer;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.postgresql.PostgresConnector;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.connector.testing.TlsFiles;
import org.godwit.model.Connection.Tls;
import org.godwit.model.ErrorCode;

/** A real server on which every usual fault can be had. */
sealed interface FaultyServer {
    AtomicInteger USERS = new AtomicInteger();
    /** How many connections a user of few may have; reading a source takes less. */
    int FEW = 8;

    /** What a new user may do. */
    enum Right {
        /** Not even use the database. */
        NONE,
        /** See the tables, not read them. */
        NO_READING,
        /** Everything, over {@link #FEW} connections at a time. */
        FEW_CONNECTIONS
    }

    /** Something that speaks the server's language and has no TLS. */
    interface Plain extends AutoCloseable {
        int port();

        @Override
        void close();
    }

    TableConnector connector(Secrets secrets);

    int port();

    TlsFiles tls();

    /** The property that names a file of trusted certificates. */
    String trustProperty();

    /** The value of {@code connectTimeout} for one second. */
    String oneSecond();

    /** A user with every right and {@link #password()}. */
    String guarded();

    String password();

    /** A user who is not let in from this machine. */
    String barred();

    /** A server that knows users by name and machine together cannot tell an unknown user from an unwelcome machine. */
    ErrorCode barredCode();

    Object[] barredWords();

    String newDatabase();

    /** Makes a user with {@link #password()}, or none needed. */
    String newUser(String database, Right right);

    void run(String database, String... statements);

    /** Returns what makes a table of some megabytes. */
    String[] manyRows(String table);

    /** Takes every connection that a user may have. */
    List<Connection> crowd(String database, String user) throws SQLException;

    Plain plain() throws IOException;

    /** Returns a database without protection, over a port such as a proxy's. */
    org.godwit.model.Connection place(int port, String database, String user);

    /** PostgreSQL. */
    record Postgres() implements FaultyServer {
        private static final PostgresServer SERVER = PostgresServer.shared();

        @Override
        public TableConnector connector(Secrets secrets) {
            return new PostgresConnector(secrets);
        }

        @Override
        public int port() {
            return SERVER.port();
        }

        @Override
        public TlsFiles tls() {
            return SERVER.tls();
        }

        @Override
        public String trustProperty() {
            return "sslrootcert";
        }

        @Override
        public String oneSecond() {
            return "1";
        }

        @Override
        public String guarded() {
            return "guarded";
        }

        @Override
        public String password() {
            return PostgresServer.PASSWORD;
        }

        @Override
        public String barred() {
            return "barred";
        }

        @Override
        public ErrorCode barredCode() {
            return ErrorCode.SERVER_RIGHT;
        }

        @Override
        public Object[] barredWords() {
            return new Object[] {"log in from this machine", barred()};
        }

        @Override
        public String newDatabase() {
            String database = SERVER.newDatabase();
            SERVER.run(database, "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO guarded");
            return database;
        }

        @Override
        public String newUser(String database, Right right) {
            String user = "faulty_" + USERS.incrementAndGet();
            SERVER.run(database, "CREATE ROLE " + user + " LOGIN" + (right == Right.FEW_CONNECTIONS ? " CONNECTION LIMIT " + FEW : ""));
            if (right == Right.NONE) {
                SERVER.run(database, "REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC");
            }
            return user;
        }

        @Override
        public void run(String database, String... statements) {
            SERVER.run(database, statements);
        }

        @Override
        public String[] manyRows(String table) {
            return new String[] {"CREATE TABLE " + table + " AS SELECT i AS n, repeat('x', 100) AS t FROM generate_series(1, 50000) i"};
        }

        @Override
        public List<Connection> crowd(String database, String user) throws SQLException {
            List<Connection> guests = new ArrayList<>();
            for (int i = 0; i < FEW; i++) {
                guests.add(DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, user, ""));
            }
            return guests;
        }

        @Override
        public Plain plain() throws IOException {
            ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> sayNo(listener));
            return new Plain() {
                @Override
                public int port() {
                    return listener.getLocalPort();
                }

                @Override
                public void close() {
                    try {
                        listener.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }

        private static void sayNo(ServerSocket listener) {
            try (Socket client = listener.accept()) {
                byte[] request = client.getInputStream().readNBytes(8);
                client.getOutputStream().write(request.length == 8 ? 'N' : 'E');
                client.getOutputStream().flush();
                client.getInputStream().readAllBytes();
            } catch (IOException ignored) {
                // The client went away, as it should.
            }
        }

        @Override
        public org.godwit.model.Connection place(int port, String database, String user) {
            return SERVER.connection(database, port, user);
        }

        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }

    /** MariaDB. */
    record Maria() implements FaultyServer {
        private static final MariaServer SERVER = MariaServer.get();

        @Override
        public TableConnector connector(Secrets secrets) {
            return new MariaConnector(secrets);
        }

        @Override
        public int port() {
            return SERVER.port();
        }

        @Override
        public TlsFiles tls() {
            return SERVER.tls();
        }

        @Override
        public String trustProperty() {
            return "serverSslCert";
        }

        @Override
        public String oneSecond() {
            return "1000";
        }

        @Override
        public String guarded() {
            return MariaServer.USER;
        }

        @Override
        public String password() {
            return MariaServer.PASSWORD;
        }

        @Override
        public String barred() {
            SERVER.run("", "CREATE OR REPLACE USER 'barred'@'192.0.2.1' IDENTIFIED BY '" + MariaServer.PASSWORD + "'");
            return "barred";
        }

        @Override
        public ErrorCode barredCode() {
            return ErrorCode.SERVER_LOGIN;
        }

        @Override
        public Object[] barredWords() {
            return new Object[] {"barred"};
        }

        @Override
        public String newDatabase() {
            return SERVER.newDatabase();
        }

        @Override
        public String newUser(String database, Right right) {
            String user = "faulty_" + USERS.incrementAndGet();
            String name = "'" + user + "'@'localhost'";
            SERVER.run("", "CREATE USER " + name + " IDENTIFIED BY '" + MariaServer.PASSWORD + "'" + (right == Right.FEW_CONNECTIONS ? " WITH MAX_USER_CONNECTIONS " + FEW : ""));
            switch (right) {
                case NONE -> {}
                case NO_READING -> SERVER.run("", "GRANT INSERT ON " + database + ".closed TO " + name);
                case FEW_CONNECTIONS -> SERVER.run("", "GRANT ALL ON " + database + ".* TO " + name);
            }
            return user;
        }

        @Override
        public void run(String database, String... statements) {
            SERVER.run(database, statements);
        }

        @Override
        public String[] manyRows(String table) {
            return new String[] {"CREATE TABLE " + table + " (n int PRIMARY KEY, t varchar(100))", "INSERT INTO " + table + " SELECT seq, repeat('x', 100) FROM seq_1_to_50000"};
        }

        @Override
        public List<Connection> crowd(String database, String user) throws SQLException {
            List<Connection> guests = new ArrayList<>();
            for (int i = 0; i < FEW; i++) {
                guests.add(DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port() + "/" + database + "?user=" + user + "&password=" + MariaServer.PASSWORD));
            }
            return guests;
        }

        @Override
        public Plain plain() {
            GreedyServer server = GreedyServer.start("/etc/passwd", sql -> false);
            return new Plain() {
                @Override
                public int port() {
                    return server.port();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        }

        @Override
        public org.godwit.model.Connection place(int port, String database, String user) {
            return new org.godwit.model.Connection("mariadb", "127.0.0.1", port, database, "", user, "", Tls.OFF, null, java.util.Map.of());
        }

        @Override
        public String toString() {
            return "MariaDB";
        }
    }
}
