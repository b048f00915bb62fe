package org.godwit.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.connector.mariadb.testing.GreedyServer;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.testing.TcpProxy;
import org.godwit.model.Connection;
import org.godwit.model.Connection.Tls;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is reached, and in which words it is said when it is not. */
final class MariaConnectionTest {
    private final MariaServer server = MariaServer.get();

    private static Connection with(Connection base, Map<String, String> properties) {
        return new Connection(base.type(), base.host(), base.port(), base.database(), "", base.user(), base.password(), base.tls(), base.certificate(), properties);
    }

    private static Connection safe(Connection base, String host, Tls tls, @org.jspecify.annotations.Nullable String certificate, Map<String, String> properties) {
        return new Connection(base.type(), host, base.port(), base.database(), "", base.user(), base.password(), tls, certificate, properties);
    }

    private static void open(Connection connection) {
        try (TableSource source = new MariaConnector(MariaServer.SECRETS).open(new Place.Server(connection), List.of(), new TaskContext())) {
            assertThat(source.tables()).isEmpty();
        }
    }

    /** Returns how opening fails; no word of it may show the password. */
    private static GodwitException failure(Connection connection) {
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> open(connection));
        assertThat(e).isNotNull();
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all, true));
        assertThat(all.toString()).doesNotContain(MariaServer.PASSWORD);
        return e;
    }

    private String database() {
        return server.newDatabase();
    }

    @Test
    void saysWhenNoHostHasThatName() {
        GodwitException e = failure(new Connection("mariadb", "no-such-host.invalid", 1, "x", "", "u", "", Tls.VERIFY_FULL, null, Map.of()));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(e.arguments().get(1)).isEqualTo("no host is called no-such-host.invalid");
    }

    @Test
    void saysWhenNothingListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        GodwitException e = failure(MariaServer.connection("mariadb", "127.0.0.1", port, "x", "u"));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(e.arguments().get(1).toString()).contains("the connection was refused");
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Connection base = MariaServer.connection("mariadb", "127.0.0.1", silent.getLocalPort(), "x", "u");
            GodwitException e = failure(with(base, Map.of("connectTimeout", "200")));
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(e.arguments().get(1)).isEqualTo("it does not answer in time");
        }
    }

    @Test
    void saysWhoIsNotLetIn() {
        Connection base = MariaServer.connection("mariadb", "127.0.0.1", server.port(), database(), MariaServer.USER);
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> new MariaConnector(c -> "wr0ng-canary".toCharArray())
                .open(new Place.Server(base), List.of(), new TaskContext()));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_LOGIN);
        assertThat(e.arguments()).containsExactly(base.text(), MariaServer.USER);
        assertThat(e).hasStackTraceContaining("Access denied");
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all, true));
        assertThat(all.toString()).doesNotContain("wr0ng-canary");
    }

    @Test
    void saysWhichDatabaseIsNotThere() {
        GodwitException e = failure(server.connection("nowhere"));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_DATABASE);
        assertThat(e.arguments().get(1)).isEqualTo("nowhere");
        assertThat(failure(server.connection("")).code()).isEqualTo(ErrorCode.SERVER_DATABASE);
    }

    @Test
    void saysWhatIsNotAllowed() {
        String database = database();
        server.run("", "CREATE OR REPLACE USER 'nobody'@'localhost' IDENTIFIED BY '" + MariaServer.PASSWORD + "'");
        Connection connection = MariaServer.connection("mariadb", "127.0.0.1", server.port(), database, "nobody");
        GodwitException e = failure(connection);
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_RIGHT);
        assertThat(e.arguments()).containsExactly(connection.text(), "use the database " + database, "nobody");
    }

    @Test
    void wipesThePassword() {
        char[] password = MariaServer.PASSWORD.toCharArray();
        try (TableSource source = new MariaConnector(c -> password).open(new Place.Server(server.connection(database())), List.of(), new TaskContext())) {
            assertThat(source.tables()).isEmpty();
        } catch (GodwitException e) {
            // The second connection gets an empty password, because there is only this one array.
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_LOGIN);
        }
        assertThat(password).containsOnly('\0');
    }

    @Test
    void comesThroughWhenTheServerIsThereAMomentLater() {
        try (TcpProxy proxy = TcpProxy.to(server.port())) {
            proxy.arm(TcpProxy.Trouble.CUT, TcpProxy.Way.TO_CLIENT, 0);
            open(MariaServer.connection("mariadb", "127.0.0.1", proxy.port(), database(), MariaServer.USER));
            assertThat(proxy.connections()).isGreaterThan(1);
        }
    }

    @Test
    void triesThreeTimes() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        try (ServerSocket closing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        // Counted first: the client goes on as soon as it is closed.
                        try (Socket caller = closing.accept()) {
                            assertThat(caller.isConnected()).isTrue();
                            tries.incrementAndGet();
                        }
                    }
                } catch (IOException ignored) {
                    // The test has ended.
                }
            });
            GodwitException e = failure(MariaServer.connection("mariadb", "127.0.0.1", closing.getLocalPort(), "x", "u"));
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(tries).hasValue(3);
        }
    }

    @Test
    void refusesUnprotectedWaysToOtherMachines() {
        GodwitException e = failure(MariaServer.connection("mariadb", "db.example.org", 3306, "x", "u"));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
    }

    @Test
    void trustsNobodyWhomNobodySigned() {
        Connection base = server.connection(database());
        GodwitException e = failure(safe(base, "localhost", Tls.VERIFY_FULL, null, Map.of()));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
        assertThat(e.arguments().get(1)).isEqualTo("its certificate is signed by nobody whom this machine trusts");
    }

    @Test
    void trustsACertificateThatIsNamedForItsHostOnly() {
        Connection base = server.connection(database());
        Map<String, String> trusted = Map.of("serverSslCert", server.tls().certificate().toString());
        open(safe(base, "localhost", Tls.VERIFY_FULL, null, trusted));
        GodwitException e = failure(safe(base, "127.0.0.1", Tls.VERIFY_FULL, null, trusted));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
        assertThat(e.arguments().get(1)).isEqualTo("its certificate is for another host");
    }

    @Test
    void trustsExactlyThePinnedCertificate() {
        Connection base = server.connection(database());
        open(safe(base, "127.0.0.1", Tls.PINNED, server.tls().fingerprint(), Map.of()));
        GodwitException e = failure(safe(base, "127.0.0.1", Tls.PINNED, "0".repeat(64), Map.of()));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
        assertThat(e.arguments().get(1).toString()).contains(server.tls().fingerprint());
    }

    @Test
    void saysWhenTheServerOffersNoProtection() {
        try (GreedyServer plain = GreedyServer.start("/etc/passwd", sql -> false)) {
            Connection base = MariaServer.connection("mysql", "127.0.0.1", plain.port(), "x", "u");
            GodwitException e = failure(safe(base, "127.0.0.1", Tls.VERIFY_FULL, null, Map.of()));
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
            assertThat(e.arguments().get(1)).isEqualTo("it offers no protected connections");
            assertThat(plain.queries()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "allowLocalInfile", "allowMultiQueries", "allowPublicKeyRetrieval", "autocommit", "connectionAttributes", "createDatabaseIfNotExist", "credentialType",
        "dumpQueriesOnException", "galeraAllowedState", "geometryDefaultType", "initSql", "keyPassword", "keyStore", "keyStorePassword", "localSocket",
        "localSocketAddress", "password", "permitRedirect", "pipe", "pool", "poolName", "queryInterceptors", "restrictedAuth", "rewriteBatchedStatements",
        "serverRsaPublicKeyFile", "servicePrincipalName", "sessionVariables", "socketFactory", "sslMode", "tinyInt1isBit", "tlsSocketType", "transactionReplay",
        "trustStore", "trustStoreType", "useBulkStmts", "user", "useServerPrepStmts", "AllowLocalInfile", "autoDeserialize", "", "a&allowLocalInfile=true"})
    void refusesPropertiesThatAreNotOnTheList(String name) {
        GodwitException e = failure(with(server.connection("x"), Map.of(name, "true")));
        assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_REFUSED_PROPERTY);
        assertThat(e.arguments().get(1)).isEqualTo(name);
    }

    @Test
    void refusesValuesThatArePropertiesThemselves() {
        List<Map<String, String>> bad = List.of(
                Map.of("connectTimeout", "1000&allowLocalInfile=true"), Map.of("socketTimeout", "-1"), Map.of("useCompression", "yes"),
                Map.of("serverSslCert", "http://127.0.0.1/x.pem"), Map.of("serverSslCert", "file:///etc/passwd"), Map.of("serverSslCert", "-----BEGIN"),
                Map.of("enabledSslProtocolSuites", "TLSv1.2 x"));
        assertThat(bad).allSatisfy(properties ->
                assertThat(failure(with(server.connection("x"), properties)).code()).isEqualTo(ErrorCode.CONNECTION_REFUSED_PROPERTY));
        open(with(server.connection(database()), Map.of("connectTimeout", "5000", "tcpKeepAlive", "true", "useCompression", "true")));
    }

    @Test
    void doesNotTakeNamesForProperties() {
        GodwitException e = failure(server.connection("x?allowLocalInfile=true&allowMultiQueries=true"));
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_DATABASE);
        assertThat(e.arguments().get(1)).isEqualTo("x?allowLocalInfile=true&allowMultiQueries=true");
    }

    @ParameterizedTest
    @EnumSource(Link.Use.class)
    void givesNoByteOfAFileToAServerThatAsks(Link.Use use) {
        List<String> moments = List.of("set sql_mode", "SET SESSION", "information_schema", "CREATE VIEW", "DELETE");
        for (String moment : moments) {
            try (GreedyServer greedy = GreedyServer.start("/etc/passwd", sql -> sql.contains(moment))) {
                Connection connection = MariaServer.connection("mysql", "127.0.0.1", greedy.port(), "x", "u");
                assertThatThrownBy(() -> {
                    try (Link link = Link.open(connection, MariaServer.SECRETS, use, new TaskContext())) {
                        link.run("CREATE VIEW v AS SELECT 'x' /* LOAD DATA LOCAL INFILE '/etc/passwd' */");
                        link.run("DELETE FROM t");
                        link.texts("SELECT 1 FROM information_schema.tables WHERE ' LOAD DATA LOCAL INFILE ''/etc/passwd''' = ''");
                    }
                }).isInstanceOfSatisfying(GodwitException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
                    assertThat(e.arguments().get(1).toString()).contains("asked for a file");
                });
                assertThat(greedy.asked()).as(moment).isPositive();
                assertThat(greedy.bytes()).as(moment).isZero();
            }
        }
    }

    @Test
    void givesNoByteOfAFileToASourceThatAsks() {
        try (GreedyServer greedy = GreedyServer.start("/etc/passwd", sql -> sql.startsWith("SELECT"))) {
            GodwitException e = failure(MariaServer.connection("mysql", "127.0.0.1", greedy.port(), "x", "u"));
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
            assertThat(greedy.asked()).isPositive();
            assertThat(greedy.bytes()).isZero();
        }
    }

    @Test
    void isNamedAsItWasAskedFor() {
        List<String> types = new ArrayList<>();
        types.add(new MariaConnector(MariaServer.SECRETS).type());
        types.add(new MariaConnector(MariaServer.SECRETS, MariaConnector.MYSQL).type());
        types.add(new MariaTarget(MariaServer.SECRETS).type());
        types.add(new MariaTarget(MariaServer.SECRETS, MariaConnector.MYSQL).type());
        assertThat(types).containsExactly("mariadb", "mysql", "mariadb", "mysql");
    }
}
