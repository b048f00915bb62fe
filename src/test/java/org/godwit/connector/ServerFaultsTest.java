package org.godwit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.testing.TcpProxy;
import org.godwit.connector.testing.TcpProxy.Trouble;
import org.godwit.connector.testing.TcpProxy.Way;
import org.godwit.model.Connection.Tls;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same fault is told in the same words by every server, real ones, and is waited for only where it may pass. */
final class ServerFaultsTest {
    static Stream<FaultyServer> servers() {
        return Stream.of(new FaultyServer.Postgres(), new FaultyServer.Maria());
    }

    private static TableSource open(FaultyServer server, org.godwit.model.Connection place, String password, TaskContext context) {
        return server.connector(connection -> password.toCharArray()).open(new Place.Server(place), List.of(), context);
    }

    /** Returns how it fails; no word of it may show the password. */
    private static GodwitException failure(FaultyServer server, ThrowingCallable action) {
        GodwitException e = catchThrowableOfType(GodwitException.class, action);
        assertThat(e).isNotNull();
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all, true));
        assertThat(all.toString()).doesNotContain(server.password());
        return e;
    }

    private static GodwitException failure(FaultyServer server, org.godwit.model.Connection place, String password) {
        return failure(server, () -> open(server, place, password, new TaskContext()).close());
    }

    private static void assertSaid(GodwitException e, ErrorCode code, org.godwit.model.Connection place, Object... rest) {
        List<Object> said = new ArrayList<>(List.of(place.text()));
        said.addAll(List.of(rest));
        assertThat(e.code()).as(e.toString()).isEqualTo(code);
        assertThat(e.arguments()).isEqualTo(said);
    }

    private static org.godwit.model.Connection safe(
            org.godwit.model.Connection base, String host, Tls tls, @Nullable String pin, Map<String, String> properties) {
        return new org.godwit.model.Connection(base.type(), host, base.port(), base.database(), "", base.user(), "", tls, pin, properties);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatNoHostHasThatName(FaultyServer server) {
        var place = safe(server.place(1, "x", "u"), "no-such-host.invalid", Tls.VERIFY_FULL, null, Map.of());
        assertSaid(failure(server, place, server.password()), ErrorCode.SERVER_UNREACHABLE, place, "no host is called no-such-host.invalid");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatNothingListens(FaultyServer server) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var place = server.place(port, "x", "u");
        assertSaid(failure(server, place, server.password()), ErrorCode.SERVER_UNREACHABLE, place, "nothing listens there (the connection was refused)");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatNobodyAnswersAfterOneTry(FaultyServer server) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var base = server.place(silent.getLocalPort(), "x", "u");
            var place = safe(base, "127.0.0.1", Tls.OFF, null, Map.of("connectTimeout", server.oneSecond()));
            assertSaid(failure(server, place, server.password()), ErrorCode.SERVER_UNREACHABLE, place, "it does not answer in time");
            silent.accept().close();
            silent.setSoTimeout(300);
            assertThatThrownBy(silent::accept).as("it was tried once").isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatThePasswordIsWrongAndNeverTriesItAgain(FaultyServer server) {
        try (TcpProxy proxy = TcpProxy.to(server.port())) {
            var place = server.place(proxy.port(), server.newDatabase(), server.guarded());
            assertSaid(failure(server, place, server.password() + "x"), ErrorCode.SERVER_LOGIN, place, server.guarded());
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatAPasswordIsAskedFor(FaultyServer server) {
        var place = server.place(server.port(), server.newDatabase(), server.guarded());
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> open(server, place, "", new TaskContext()));
        assertSaid(e, ErrorCode.SECRET_MISSING, place, "the server asks for one, and none is given");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatThereIsNoSuchDatabase(FaultyServer server) {
        var place = server.place(server.port(), "nowhere", server.guarded());
        assertSaid(failure(server, place, server.password()), ErrorCode.SERVER_DATABASE, place, "nowhere");
        var unnamed = server.place(server.port(), "", server.guarded());
        assertSaid(failure(server, unnamed, server.password()), ErrorCode.SERVER_DATABASE, unnamed, "without a name");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysWhichDatabaseIsNotForThisUser(FaultyServer server) {
        String database = server.newDatabase();
        String user = server.newUser(database, FaultyServer.Right.NONE);
        var place = server.place(server.port(), database, user);
        assertSaid(failure(server, place, server.password()), ErrorCode.SERVER_RIGHT, place, "use the database " + database, user);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysWhichTableIsNotForThisUser(FaultyServer server) {
        String database = server.newDatabase();
        server.run(database, "CREATE TABLE closed (n integer)", "INSERT INTO closed VALUES (1)");
        String user = server.newUser(database, FaultyServer.Right.NO_READING);
        var place = server.place(server.port(), database, user);
        GodwitException e = failure(server, () -> {
            try (TableSource source = open(server, place, server.password(), new TaskContext())) {
                Rows.of(source, "closed", 10);
            }
        });
        assertSaid(e, ErrorCode.SERVER_RIGHT, place, "use the table closed", user);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatUsersAreNotLetInFromHere(FaultyServer server) {
        var place = server.place(server.port(), server.newDatabase(), server.barred());
        assertSaid(failure(server, place, server.password()), server.barredCode(), place, server.barredWords());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatProtectionIsNotOffered(FaultyServer server) throws IOException {
        try (FaultyServer.Plain plain = server.plain()) {
            var place = safe(server.place(plain.port(), "x", "u"), "127.0.0.1", Tls.VERIFY_FULL, null, Map.of());
            assertSaid(failure(server, place, server.password()), ErrorCode.SERVER_TLS, place, "it offers no protected connections");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysWhatIsWrongWithACertificate(FaultyServer server) {
        var base = server.place(server.port(), server.newDatabase(), server.guarded());
        Map<String, String> trusted = Map.of(server.trustProperty(), server.tls().certificate().toString());
        open(server, safe(base, "localhost", Tls.VERIFY_FULL, null, trusted), server.password(), new TaskContext()).close();
        var untrusted = safe(base, "localhost", Tls.VERIFY_FULL, null, Map.of());
        assertSaid(failure(server, untrusted, server.password()), ErrorCode.SERVER_TLS, untrusted, "its certificate is signed by nobody whom this machine trusts");
        var otherHost = safe(base, "127.0.0.1", Tls.VERIFY_FULL, null, trusted);
        assertSaid(failure(server, otherHost, server.password()), ErrorCode.SERVER_TLS, otherHost, "its certificate is for another host");
        var otherPin = safe(base, "127.0.0.1", Tls.PINNED, "0".repeat(64), Map.of());
        assertSaid(
                failure(server, otherPin, server.password()), ErrorCode.SERVER_TLS, otherPin,
                "its certificate has the fingerprint " + server.tls().fingerprint() + ", which is not the pinned one");
        var noPin = safe(base, "127.0.0.1", Tls.PINNED, "abc", Map.of());
        assertSaid(failure(server, noPin, server.password()), ErrorCode.SERVER_TLS, noPin, "the pinned fingerprint is not 64 hexadecimal digits");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void neverAsksForAPasswordThatWouldGoUnprotectedToAnotherMachine(FaultyServer server) {
        var place = safe(server.place(1, "x", "u"), "db.example.org", Tls.OFF, null, Map.of());
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> server.connector(connection -> {
            throw new AssertionError("asked");
        }).open(new Place.Server(place), List.of(), new TaskContext()));
        assertSaid(e, ErrorCode.SERVER_TLS, place, "unprotected connections are only for servers on this machine");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void saysThatItWasCutOffInTheMiddle(FaultyServer server) {
        String database = server.newDatabase();
        server.run(database, server.manyRows("big"));
        for (Trouble trouble : List.of(Trouble.CUT, Trouble.RESET)) {
            try (TcpProxy proxy = TcpProxy.to(server.port())) {
                var place = server.place(proxy.port(), database, server.guarded());
                GodwitException e = failure(server, () -> {
                    try (TableSource source = open(server, place, server.password(), new TaskContext())) {
                        proxy.arm(trouble, Way.TO_CLIENT, 500_000);
                        Rows.of(source, "big", 1_000_000);
                    }
                });
                assertSaid(e, ErrorCode.SERVER_UNREACHABLE, place, "the connection was cut off");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void triesAgainWhenItIsCutOffWhileConnecting(FaultyServer server) {
        for (Trouble trouble : List.of(Trouble.CUT, Trouble.RESET)) {
            try (TcpProxy proxy = TcpProxy.to(server.port())) {
                proxy.arm(trouble, Way.TO_CLIENT, 0);
                open(server, server.place(proxy.port(), server.newDatabase(), server.guarded()), server.password(), new TaskContext()).close();
                assertThat(proxy.connections()).isGreaterThan(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void waitsForAPlaceOnACrowdedServerAndSaysSo(FaultyServer server) throws SQLException {
        Crowd crowd = Crowd.before(server);
        crowd.leave();
        assertThat(crowd.opening).succeedsWithin(Duration.ofMinutes(1));
        assertThat(crowd.context.sample().waiting()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void stopsWaitingWhenToldTo(FaultyServer server) throws SQLException {
        Crowd crowd = Crowd.before(server);
        crowd.context.cancel();
        assertThatThrownBy(crowd.opening::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(TaskCancelledException.class);
        crowd.leave();
    }

    /** Somebody who waits to get in, and those who are in the way. */
    private record Crowd(TaskContext context, List<Connection> guests, CompletableFuture<Void> opening) {
        /** Returns once somebody waits, and says so. */
        static Crowd before(FaultyServer server) throws SQLException {
            String database = server.newDatabase();
            String user = server.newUser(database, FaultyServer.Right.FEW_CONNECTIONS);
            var place = server.place(server.port(), database, user);
            TaskContext context = new TaskContext();
            List<Connection> guests = server.crowd(database, user);
            CompletableFuture<Void> opening = CompletableFuture.runAsync(() -> open(server, place, server.password(), context).close());
            String words = place.text() + ": it has too many connections already";
            while (!context.sample().waiting().equals(words)) {
                assertThat(opening).as(words).isNotDone();
                Thread.onSpinWait();
            }
            return new Crowd(context, guests, opening);
        }

        void leave() throws SQLException {
            for (Connection guest : guests) {
                guest.close();
            }
        }
    }
}
