package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.connector.testing.TcpProxy;
import org.godwit.connector.testing.TcpProxy.Trouble;
import org.godwit.connector.testing.TcpProxy.Way;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to the server breaks. */
final class BrokenWayTest {
    private static final PostgresServer SERVER = PostgresServer.shared();
    private static final TargetTable TABLE = TargetTable.plain("rows", List.of("n", "t"), List.of(DataType.BIGINT, DataType.VARCHAR));

    private static void assertUnreachable(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).as(e.toString()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(e.toString()).doesNotContain(PostgresServer.PASSWORD);
        });
    }

    private static Consumer<Consumer<RowBatch>> rows(int count) {
        return sink -> {
            RowBatch batch = TABLE.batch();
            for (long i = 0; i < count; i++) {
                batch.column(0).addLong(i);
                batch.column(1).addObject("x".repeat(100));
                if (batch.rows() == 1000) {
                    sink.accept(batch);
                    batch.clear();
                }
            }
            sink.accept(batch);
        };
    }

    private static Place place(String database, TcpProxy proxy) {
        return new Place.Server(SERVER.connection(database, proxy.port(), "postgres"));
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"CUT", "RESET"})
    void leavesTheTargetAsItWasWhenCutOffInTheMiddleOfALoad(Trouble trouble) {
        String database = SERVER.newDatabase();
        SERVER.run(database, "CREATE TABLE rows (n bigint, t text)", "INSERT INTO rows VALUES (1, 'before')");
        PostgresTarget target = new PostgresTarget(connection -> new char[0]);
        try (TcpProxy proxy = TcpProxy.to(SERVER.port()); TargetSession session = target.open(place(database, proxy), new TaskContext())) {
            session.create(TargetTable.plain("more", TABLE.names(), TABLE.types()));
            proxy.arm(trouble, Way.TO_SERVER, 1_000_000);
            assertUnreachable(() -> session.write(TABLE, rows(100_000)));
        }
        assertThat(SERVER.rows(database, "SELECT * FROM rows")).containsExactly(List.of("1", "before"));
        assertThat(SERVER.text(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isEqualTo("1");
        // The server has noticed by now or does so soon: the next run gets its lock.
        target.open(SERVER.place(database), new TaskContext()).close();
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"CUT", "RESET"})
    void saysSoWhenCutOffInTheMiddleOfASource(Trouble trouble) {
        String database = SERVER.newDatabase();
        SERVER.run(database, "CREATE TABLE rows AS SELECT i AS n, repeat('x', 100) AS t FROM generate_series(1, 50000) i");
        try (TcpProxy proxy = TcpProxy.to(SERVER.port());
                TableSource source = new PostgresConnector(connection -> new char[0]).open(place(database, proxy), List.of(), new TaskContext())) {
            proxy.arm(trouble, Way.TO_CLIENT, 1_000_000);
            assertUnreachable(() -> Cells.of(source, "rows", 1_000_000));
        }
    }

    @Test
    void learnsWhatBecameOfACommitWhoseAnswerWasLost() {
        String database = SERVER.newDatabase();
        try (TcpProxy proxy = TcpProxy.to(SERVER.port());
                TargetSession session = new PostgresTarget(connection -> new char[0]).open(place(database, proxy), new TaskContext())) {
            session.create(TABLE);
            session.write(TABLE, rows(10));
            session.finish(List.of(TABLE), List.of());
            proxy.cutAnswerTo("COMMIT");
            session.commit();
        }
        assertThat(SERVER.text(database, "SELECT count(*) FROM rows")).isEqualTo("10");
    }
}
