package org.godwit.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.testing.TcpProxy;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run is seen whole or not at all, whatever happens to it. */
final class MariaAtomicityTest {
    private static final TargetTable PARENTS = new TargetTable(
            "parents", List.of("id", "v"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of(), List.of("id"), List.of(), List.of(), "");
    private static final TargetTable CHILDREN = new TargetTable(
            "children", List.of("id", "parent"), List.of(DataType.BIGINT, DataType.BIGINT), Set.of(), List.of("id"), List.of(),
            List.of(new ForeignKey(List.of("parent"), "parents", List.of("id"))), "");

    private final MariaServer server = MariaServer.get();
    private final String database = server.newDatabase();

    private TargetSession open(int port, TaskContext context) {
        return new MariaTarget(MariaServer.SECRETS)
                .open(new Place.Server(MariaServer.connection("mariadb", "127.0.0.1", port, database, MariaServer.USER)), context);
    }

    private TargetSession open() {
        return open(server.port(), new TaskContext());
    }

    private static Consumer<Consumer<RowBatch>> parents(long from, long to) {
        return sink -> {
            RowBatch batch = PARENTS.batch();
            for (long id = from; id < to; id++) {
                batch.column(0).addLong(id);
                batch.column(1).addObject("parent " + id + " ".repeat(80));
                if (batch.rows() == 2_048) {
                    sink.accept(batch);
                    batch.clear();
                }
            }
            sink.accept(batch);
        };
    }

    private static Consumer<Consumer<RowBatch>> children(long... pairs) {
        return sink -> {
            RowBatch batch = CHILDREN.batch();
            for (int i = 0; i < pairs.length; i += 2) {
                batch.column(0).addLong(pairs[i]);
                batch.column(1).addLong(pairs[i + 1]);
            }
            sink.accept(batch);
        };
    }

    private List<List<@Nullable String>> query(String sql) {
        return server.rows(database, sql);
    }

    private List<String> tables() {
        return query("SHOW TABLES").stream().map(row -> String.valueOf(row.get(0))).toList();
    }

    private void makeParents(long count) {
        try (TargetSession session = open()) {
            session.create(PARENTS);
            session.write(PARENTS, parents(0, count));
            session.finish(List.of(PARENTS), List.of());
            session.commit();
        }
    }

    @ParameterizedTest
    @CsvSource({"CUT, TO_SERVER, 3000000, false", "RESET, TO_SERVER, 3000000, true", "CUT, TO_SERVER, 200000, true", "RESET, TO_SERVER, 100000, false",
        "CUT, TO_CLIENT, 20, false", "RESET, TO_CLIENT, 500, true"})
    void leavesTheTargetAsItWasWhenTheConnectionBreaks(TcpProxy.Trouble trouble, TcpProxy.Way way, long after, boolean there) {
        if (there) {
            makeParents(10);
        }
        try (TcpProxy proxy = TcpProxy.to(server.port())) {
            GodwitException e = catchThrowableOfType(GodwitException.class, () -> {
                try (TargetSession session = open(proxy.port(), new TaskContext())) {
                    if (!there) {
                        session.create(PARENTS);
                    }
                    proxy.arm(trouble, way, after);
                    session.write(PARENTS, parents(100, 60_000));
                    session.finish(List.of(PARENTS), List.of());
                    session.commit();
                }
            });
            assertThat(e).isNotNull();
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        }
        try (TargetSession session = open()) {
            assertThat(session.tables()).hasSize(there ? 1 : 0);
        }
        assertThat(tables()).isEqualTo(there ? List.of("parents") : List.of());
        if (there) {
            assertThat(query("SELECT count(*) FROM parents")).containsExactly(List.of("10"));
        }
    }

    @Test
    void stopsWhenItIsCancelled() {
        makeParents(10);
        TaskContext context = new TaskContext();
        assertThatThrownBy(() -> {
            try (TargetSession session = open(server.port(), context)) {
                session.create(CHILDREN);
                session.write(PARENTS, sink -> parents(100, 40_000).accept(batch -> {
                    sink.accept(batch);
                    context.cancel();
                }));
            }
        }).isInstanceOf(TaskCancelledException.class);
        assertThat(tables()).containsExactly("parents");
        assertThat(query("SELECT count(*) FROM parents")).containsExactly(List.of("10"));
    }

    @Test
    void stopsWhenItIsCancelledAndTheServerHangs() {
        TaskContext context = new TaskContext();
        try (TcpProxy proxy = TcpProxy.to(server.port())) {
            assertThatThrownBy(() -> {
                try (TargetSession session = open(proxy.port(), context)) {
                    session.create(PARENTS);
                    proxy.arm(TcpProxy.Trouble.STALL, TcpProxy.Way.TO_SERVER, 1_000_000);
                    session.write(PARENTS, sink -> parents(0, 1_000_000).accept(batch -> {
                        if (batch.column(0).longAt(0) == 0) {
                            // Cancelled while the writer waits for the server.
                            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(context::cancel);
                        }
                        sink.accept(batch);
                    }));
                }
            }).isInstanceOf(TaskCancelledException.class);
        }
        try (TargetSession session = open()) {
            assertThat(session.tables()).isEmpty();
        }
    }

    @Test
    void changesManyRowsInOneGo() {
        makeParents(3_000);
        RowBatch others = PARENTS.batch();
        for (long id = 0; id < 2_000; id++) {
            others.column(0).addLong(id);
            others.column(1).addObject("other " + id);
        }
        try (TargetSession session = open()) {
            session.update(PARENTS, List.of("id"), others);
            session.finish(List.of(), List.of());
            assertThat(query("SELECT count(*) FROM parents WHERE v LIKE 'other%'")).containsExactly(List.of("0"));
            session.commit();
        }
        assertThat(query("SELECT count(*), sum(v = concat('other ', id)) FROM parents")).containsExactly(List.of("3000", "2000"));
        others.column(0).setLong(1_999, 9_999);
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> {
            try (TargetSession session = open()) {
                session.update(PARENTS, List.of("id"), others);
            }
        });
        assertThat(e.code()).isEqualTo(ErrorCode.TARGET_REFUSED);
        assertThat(e.arguments().get(3)).isEqualTo("their id are those of 1999 rows, of 1999 of them");
    }

    @Test
    void bringsNewTablesAndNewRowsToLightTogether() {
        makeParents(3);
        try (TargetSession session = open()) {
            session.create(CHILDREN);
            session.write(PARENTS, parents(10, 12));
            session.write(CHILDREN, children(1, 11, 2, 0));
            session.finish(List.of(CHILDREN), List.of(new Plan.View("both", "SELECT c.id, p.v FROM children c JOIN parents p ON p.id = c.parent")));
            assertThat(query("SELECT count(*) FROM parents")).containsExactly(List.of("3"));
            assertThat(tables()).doesNotContain("children", "both");
            session.commit();
        }
        assertThat(tables()).containsExactly("both", "children", "parents");
        assertThat(query("SELECT count(*) FROM parents")).containsExactly(List.of("5"));
        assertThat(query("SELECT id FROM `both` ORDER BY id")).containsExactly(List.of("1"), List.of("2"));
        assertThatThrownBy(() -> server.run(database, "INSERT INTO children VALUES (9, 9)")).hasMessageContaining("foreign key constraint fails");
    }

    @Test
    void refusesRowsOfOldTablesThatPointNowhere() {
        try (TargetSession session = open()) {
            session.create(CHILDREN);
            session.create(PARENTS);
            session.write(PARENTS, parents(0, 3));
            session.write(CHILDREN, children(1, 1));
            session.finish(List.of(CHILDREN, PARENTS), List.of());
            session.commit();
        }
        GodwitException orphan = catchThrowableOfType(GodwitException.class, () -> {
            try (TargetSession session = open()) {
                session.write(CHILDREN, children(2, 2, 3, 77));
                session.finish(List.of(), List.of());
                session.commit();
            }
        });
        assertThat(orphan.code()).isEqualTo(ErrorCode.TARGET_REFUSED);
        assertThat(orphan.arguments().subList(1, 4)).containsExactly("children", "column parent", "it refers to parents [77], which is not there");
        GodwitException lost = catchThrowableOfType(GodwitException.class, () -> {
            try (TargetSession session = open()) {
                session.clear("parents");
                session.write(PARENTS, parents(5, 7));
                session.finish(List.of(), List.of());
                session.commit();
            }
        });
        assertThat(lost.code()).isEqualTo(ErrorCode.TARGET_REFUSED);
        assertThat(query("SELECT id FROM parents")).hasSize(3);
        assertThat(query("SELECT id FROM children")).hasSize(1);
    }

    @Test
    void completesWhatAnEarlierRunCouldNot() {
        makeParents(1);
        // As a run leaves it that ends between its transaction and the naming of its tables.
        server.run(database,
                "CREATE TABLE _godwit_stage_1 (id BIGINT PRIMARY KEY) ENGINE=InnoDB", "INSERT INTO _godwit_stage_1 VALUES (1), (2)",
                "CREATE TABLE _godwit_stage_2 (id BIGINT PRIMARY KEY) ENGINE=InnoDB",
                "CREATE TABLE _godwit_stage_pending (stage VARCHAR(64) NOT NULL, name VARCHAR(64) NOT NULL) ENGINE=InnoDB",
                "INSERT INTO _godwit_stage_pending VALUES ('_godwit_stage_1', 'late ones')");
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsOnlyKeys("late ones", "parents");
        }
        assertThat(tables()).containsExactly("late ones", "parents");
        assertThat(query("SELECT id FROM `late ones`")).hasSize(2);
    }

    @Test
    void removesWhatAnEndedRunLeft() {
        server.run(database, "CREATE TABLE _godwit_stage_1 (id BIGINT PRIMARY KEY) ENGINE=InnoDB",
                "CREATE TABLE _godwit_stage_2 (id BIGINT, FOREIGN KEY (id) REFERENCES _godwit_stage_1 (id)) ENGINE=InnoDB");
        try (TargetSession session = open()) {
            assertThat(session.tables()).isEmpty();
        }
        assertThat(tables()).isEmpty();
    }

    @Test
    void keepsTwoRunsApart() {
        try (TargetSession first = open()) {
            first.create(PARENTS);
            GodwitException e = catchThrowableOfType(GodwitException.class, () -> open().close());
            assertThat(e.code()).isEqualTo(ErrorCode.TARGET_LOCKED);
            assertThat(e.arguments().get(1).toString()).matches("another run of Godwit \\(connection \\d+ of godwit at (localhost|127\\.0\\.0\\.1).*\\)");
            first.write(PARENTS, parents(0, 1));
            first.finish(List.of(PARENTS), List.of());
            first.commit();
        }
        makeMore();
        assertThat(query("SELECT count(*) FROM parents")).containsExactly(List.of("2"));
    }

    private void makeMore() {
        try (TargetSession session = open()) {
            session.write(PARENTS, parents(50, 51));
            session.finish(List.of(), List.of());
            session.commit();
        }
    }

    @Test
    void loadsMoreThanOneStatementTakes() {
        makeParents(0);
        long rows = 700_000;
        try (TargetSession session = open()) {
            assertThat(session.write(PARENTS, parents(0, rows))).isEqualTo(rows);
            session.finish(List.of(), List.of());
            session.commit();
        }
        assertThat(query("SELECT count(*), max(id) FROM parents")).containsExactly(List.of("700000", "699999"));
    }
}
