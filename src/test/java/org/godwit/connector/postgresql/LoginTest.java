package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.godwit.connector.spi.Place;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.connector.testing.TcpProxy;
import org.godwit.model.Connection;
import org.godwit.model.Connection.Tls;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each usual failure has its own error in words, and none of them tells the password. */
final class LoginTest {
    private static final PostgresServer SERVER = PostgresServer.shared();

    private final List<char[]> given = new ArrayList<>();

    private char[] password(String word) {
        char[] copy = word.toCharArray();
        given.add(copy);
        return copy;
    }

    private static Connection connection(String host, int port, String database, String user, Tls tls, @Nullable String pin, Map<String, String> properties) {
        return new Connection("postgresql", host, port, database, "", user, "", tls, pin, properties);
    }

    private static Connection local(int port, String database, String user) {
        return connection("127.0.0.1", port, database, user, Tls.OFF, null, Map.of());
    }

    private void open(Connection connection, String word) {
        new PostgresConnector(place -> password(word)).open(new Place.Server(connection), List.of(), new TaskContext()).close();
    }

    private GodwitException refused(Connection connection, String word) {
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> open(connection, word));
        assertThat(e).isNotNull();
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(PostgresServer.PASSWORD);
        assertThat(e.arguments().toString()).doesNotContain(PostgresServer.PASSWORD);
        assertThat(given).allSatisfy(copy -> assertThat(copy).isEqualTo(new char[copy.length]));
        return e;
    }

    @Test
    void letsInWithThePasswordAndOverwritesIt() {
        open(local(SERVER.port(), "postgres", "guarded"), PostgresServer.PASSWORD);
        assertThat(given).hasSize(1).allSatisfy(copy -> assertThat(copy).isEqualTo(new char[copy.length]));
    }

    @Test
    void saysThatThePasswordIsWrong() {
        GodwitException e = refused(local(SERVER.port(), "postgres", "guarded"), PostgresServer.PASSWORD + "x");
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_LOGIN);
        assertThat(e.arguments()).containsExactly("postgresql://127.0.0.1:" + SERVER.port() + "/postgres", "guarded");
    }

    @Test
    void saysThatAPasswordIsNeeded() {
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> open(local(SERVER.port(), "postgres", "guarded"), ""));
        assertThat(e.code()).isEqualTo(ErrorCode.SECRET_MISSING);
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        GodwitException e = refused(local(SERVER.port(), "nowhere", "postgres"), "");
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_DATABASE);
        assertThat(e.arguments().get(1)).isEqualTo("nowhere");
    }

    @Test
    void saysThatTheServerLetsNobodyInFromHere() {
        GodwitException e = refused(local(SERVER.port(), "postgres", "barred"), PostgresServer.PASSWORD);
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_RIGHT);
        assertThat(e.arguments().get(1)).isEqualTo("log in from this machine");
        assertThat(e.arguments().get(2)).isEqualTo("barred");
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        GodwitException e = refused(local(free, "postgres", "postgres"), PostgresServer.PASSWORD);
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(e.arguments().get(1).toString()).contains("refused");
    }

    @Test
    void triesThreeTimesAndAsksForThePasswordOnce() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (TcpProxy proxy = TcpProxy.to(free)) {
            GodwitException e = refused(local(proxy.port(), "postgres", "postgres"), PostgresServer.PASSWORD);
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(e.arguments().get(1).toString()).contains("cut off");
            assertThat(proxy.connections()).isEqualTo(3);
            assertThat(given).hasSize(1);
        }
    }

    @Test
    void doesNotWaitForeverForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Map<String, String> hasty = Map.of("connectTimeout", "1");
            GodwitException e = refused(connection("127.0.0.1", silent.getLocalPort(), "postgres", "guarded", Tls.OFF, null, hasty), PostgresServer.PASSWORD);
            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(e.arguments().get(1)).isEqualTo("it does not answer in time");
        }
    }

    @Test
    void comesThroughWhenTheServerAnswersAtTheSecondTry() {
        try (TcpProxy proxy = TcpProxy.to(SERVER.port())) {
            proxy.arm(TcpProxy.Trouble.RESET, TcpProxy.Way.TO_SERVER, 0);
            open(local(proxy.port(), "postgres", "guarded"), PostgresServer.PASSWORD);
            assertThat(proxy.connections()).isGreaterThan(1);
        }
    }

    @Test
    void saysThatNoSuchHostIsKnown() {
        GodwitException e = refused(connection("no-such-host.invalid", 0, "postgres", "postgres", Tls.VERIFY_FULL, null, Map.of()), PostgresServer.PASSWORD);
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(e.arguments().get(1)).isEqualTo("no host is called no-such-host.invalid");
    }

    @Test
    void neverGoesUnprotectedToAnotherMachine() {
        GodwitException e = refused(connection("db.example.org", 0, "postgres", "postgres", Tls.OFF, null, Map.of()), PostgresServer.PASSWORD);
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
        assertThat(given).as("the password was not even asked for").isEmpty();
    }

    @Test
    void trustsACertificateThatIsSignedByWhomItTrusts() {
        Map<String, String> root = Map.of("sslrootcert", SERVER.tls().certificate().toString());
        open(connection("localhost", SERVER.port(), "postgres", "guarded", Tls.VERIFY_FULL, null, root), PostgresServer.PASSWORD);
        GodwitException e = refused(connection("127.0.0.1", SERVER.port(), "postgres", "guarded", Tls.VERIFY_FULL, null, root), PostgresServer.PASSWORD);
        assertThat(e.code()).as("the certificate is of another host").isEqualTo(ErrorCode.SERVER_TLS);
        e = refused(connection("localhost", SERVER.port(), "postgres", "guarded", Tls.VERIFY_FULL, null, Map.of()), PostgresServer.PASSWORD);
        assertThat(e.code()).as("nobody that is trusted signed it").isEqualTo(ErrorCode.SERVER_TLS);
    }

    @Test
    void trustsThePinnedCertificateAndNoOther() {
        String pin = SERVER.tls().fingerprint();
        open(connection("127.0.0.1", SERVER.port(), "postgres", "guarded", Tls.PINNED, pin, Map.of()), PostgresServer.PASSWORD);
        GodwitException e = refused(connection("127.0.0.1", SERVER.port(), "postgres", "guarded", Tls.PINNED, "0".repeat(64), Map.of()), PostgresServer.PASSWORD);
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_TLS);
        assertThat(e.arguments().get(1).toString()).contains(pin);
    }

    @Test
    void doesNotFallBackToPlainTextWhenTheServerHasNoTls() throws IOException, InterruptedException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<Integer> sent = java.util.Collections.synchronizedList(new ArrayList<>());
            Thread server = Thread.ofVirtual().start(() -> answerWithoutTls(plain, sent));
            Connection place = connection("127.0.0.1", plain.getLocalPort(), "postgres", "guarded", Tls.PINNED, "0".repeat(64), Map.of());
            assertThat(refused(place, PostgresServer.PASSWORD).code()).isEqualTo(ErrorCode.SERVER_TLS);
            // It hears that the client is gone only after the client knows why.
            server.join();
            assertThat(sent).as("nothing but the request for TLS was sent").containsExactly(8);
        }
    }

    private static void answerWithoutTls(ServerSocket listener, List<Integer> sent) {
        try (Socket client = listener.accept()) {
            int request = client.getInputStream().readNBytes(8).length;
            client.getOutputStream().write('N');
            client.getOutputStream().flush();
            sent.add(request + client.getInputStream().readAllBytes().length);
        } catch (IOException ignored) {
            // The client went away, as it should.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "socketFactory", "socketFactoryArg", "sslfactory", "sslfactoryarg", "sslhostnameverifier", "sslpasswordcallback", "authenticationPluginClassName", "loggerFile",
            "loggerLevel", "xmlFactoryFactory", "preferQueryMode", "jaasLogin", "jaasApplicationName", "sslmode", "ssl", "service", "options", "user", "password", "PGHOST",
            "localSocketAddress", "godwit.ticket", "allowEncodingChanges", "autosave"})
    void refusesPropertiesThatAreNotOnTheList(String name) {
        GodwitException e = refused(
                connection("127.0.0.1", SERVER.port(), "postgres", "postgres", Tls.OFF, null, Map.of(name, "x")), PostgresServer.PASSWORD);
        assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_REFUSED_PROPERTY);
        assertThat(e.arguments().get(1)).isEqualTo(name);
        assertThat(given).isEmpty();
    }

    @Test
    void takesHarmlessPropertiesOnly() {
        open(connection("127.0.0.1", SERVER.port(), "postgres", "postgres", Tls.OFF, null, Map.of("connectTimeout", "5", "ApplicationName", "a&sslmode=disable")), "");
        GodwitException e = refused(connection("127.0.0.1", SERVER.port(), "postgres", "postgres", Tls.OFF, null, Map.of("connectTimeout", "5&x=y")), "");
        assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_REFUSED_PROPERTY);
    }

    @Test
    void takesNamesAsTheyAreAndNotAsPartsOfAnAddress() {
        GodwitException e = refused(local(SERVER.port(), "postgres?sslfactory=x&user=y", "postgres"), "");
        assertThat(e.code()).isEqualTo(ErrorCode.SERVER_DATABASE);
    }
}
