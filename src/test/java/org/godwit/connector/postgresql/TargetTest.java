package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.godwit.connector.HostileValues;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.model.Connection;
import org.godwit.model.Connection.Tls;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TargetTest {
    private static final PostgresServer SERVER = PostgresServer.shared();

    private String database = "";

    @BeforeEach
    void makeDatabase() {
        database = SERVER.newDatabase();
    }

    private TargetSession open() {
        return open(SERVER.connection(database));
    }

    private static TargetSession open(Connection connection) {
        return new PostgresTarget(place -> new char[0]).open(new Place.Server(connection), new TaskContext());
    }

    private static TargetTable keyed(String name, ForeignKey... keys) {
        return new TargetTable(
                name, List.of("id", "label"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of(), List.of("id"), List.of(), List.of(keys), "id");
    }

    @SafeVarargs
    private static Consumer<Consumer<RowBatch>> rows(TargetTable table, List<@Nullable Object>... rows) {
        return sink -> {
            RowBatch batch = table.batch();
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    HostileValues.add(batch.column(i), row.get(i));
                }
            }
            sink.accept(batch);
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static GodwitException assertRefused(ErrorCode code, ThrowingCallable action) {
        GodwitException[] caught = new GodwitException[1];
        assertThatThrownBy(action).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).as(e.toString()).isEqualTo(code);
            caught[0] = e;
        });
        return caught[0];
    }

    private void run(TargetTable table, List<TargetTable> made, List<@Nullable Object> row) {
        try (TargetSession session = open()) {
            made.forEach(session::create);
            session.write(table, rows(table, row));
            session.finish(made, List.of());
            session.commit();
        }
    }

    @Test
    void countsOnAfterTheGreatestNumber() {
        TargetTable table = keyed("counted");
        run(table, List.of(table), row(41L, "a"));
        SERVER.run(database, "INSERT INTO counted (label) VALUES ('b')");
        assertThat(SERVER.rows(database, "SELECT id, label FROM counted ORDER BY id")).containsExactly(List.of("41", "a"), List.of("42", "b"));
        run(table, List.of(), row(100L, "c"));
        SERVER.run(database, "INSERT INTO counted (label) VALUES ('d')");
        assertThat(SERVER.text(database, "SELECT max(id) FROM counted")).isEqualTo("101");
        run(table, List.of(), row(7L, "e"));
        SERVER.run(database, "INSERT INTO counted (label) VALUES ('f')");
        assertThat(SERVER.text(database, "SELECT max(id) FROM counted")).as("never back").isEqualTo("102");
    }

    @Test
    void leavesSequencesAsTheyWereWithoutCommit() {
        SERVER.run(database, "CREATE TABLE old (id bigserial PRIMARY KEY, label text)", "INSERT INTO old (label) VALUES ('a')");
        TargetTable table = keyed("old");
        try (TargetSession session = open()) {
            session.write(table, rows(table, row(500L, "x")));
            session.finish(List.of(), List.of());
        }
        SERVER.run(database, "INSERT INTO old (label) VALUES ('b')");
        assertThat(SERVER.rows(database, "SELECT id FROM old ORDER BY id")).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void declaresKeysReferencesAndIndexes() {
        TargetTable parent = keyed("parent");
        TargetTable child = new TargetTable(
                "child", List.of("a", "b", "c"), List.of(DataType.BIGINT, DataType.BIGINT, DataType.INTEGER), Set.of("c"), List.of(), List.of(List.of("a", "b")),
                List.of(new ForeignKey(List.of("a"), "parent", List.of("id")), new ForeignKey(List.of("b"), "parent", List.of("id"))), "");
        try (TargetSession session = open()) {
            List.of(child, parent).forEach(session::create);
            session.finish(List.of(child, parent), List.of());
            session.commit();
        }
        String constraints = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype <> 'n' AND connamespace = 'public'::regnamespace ORDER BY 1";
        assertThat(SERVER.rows(database, constraints).stream().map(r -> r.get(0))).containsExactly(
                "FOREIGN KEY (a) REFERENCES parent(id) DEFERRABLE", "FOREIGN KEY (b) REFERENCES parent(id) DEFERRABLE", "PRIMARY KEY (id)", "UNIQUE (a, b)");
        assertThat(SERVER.rows(database, "SELECT indexdef FROM pg_indexes WHERE tablename = 'child' ORDER BY 1").toString())
                .contains("(b)").contains("(a, b)").doesNotContain("btree (a)");
        assertThat(SERVER.text(database, "SELECT attnotnull FROM pg_attribute WHERE attrelid = 'child'::regclass AND attname = 'c'")).isEqualTo("t");
    }

    @Test
    void emptiesAndFillsTablesThatPointToEachOtherInAnyOrder() {
        TargetTable one = keyed("one");
        TargetTable two = new TargetTable(
                "two", List.of("id", "one"), List.of(DataType.BIGINT, DataType.BIGINT), Set.of(), List.of("id"), List.of(),
                List.of(new ForeignKey(List.of("one"), "one", List.of("id"))), "");
        try (TargetSession session = open()) {
            List.of(one, two).forEach(session::create);
            session.write(one, rows(one, row(1L, "a")));
            session.write(two, rows(two, row(1L, 1L)));
            session.finish(List.of(one, two), List.of());
            session.commit();
        }
        try (TargetSession session = open()) {
            session.clear("one");
            session.clear("two");
            session.write(two, rows(two, row(5L, 9L)));
            session.write(one, rows(one, row(9L, "b")));
            session.finish(List.of(), List.of());
            session.commit();
        }
        assertThat(SERVER.rows(database, "SELECT two.id, label FROM two JOIN one ON one.id = two.one")).containsExactly(List.of("5", "b"));
        try (TargetSession session = open()) {
            session.write(two, rows(two, row(6L, 77L)));
            GodwitException e = assertRefused(ErrorCode.TARGET_REFUSED, () -> session.finish(List.of(), List.of()));
            assertThat(e.arguments().get(1)).isEqualTo("two");
            assertThat(e.arguments().get(3).toString()).contains("77");
        }
    }

    @Test
    void keepsNamesThatPostgresCannotHold() {
        String longName = "\u00e4".repeat(40) + " table";
        List<String> columns = List.of("x".repeat(63), "x".repeat(64), "x".repeat(65), "ctid", "xmin", "\ud83d\ude00".repeat(20));
        TargetTable table = TargetTable.plain(longName, columns, columns.stream().map(c -> DataType.INTEGER).toList());
        run(table, List.of(table), row(1L, 2L, 3L, 4L, 5L, 6L));
        try (TargetSession session = open()) {
            assertThat(session.tables()).containsExactly(Map.entry(longName, columns));
            session.write(table, rows(table, row(7L, 8L, 9L, 10L, 11L, 12L)));
            int[] seen = new int[1];
            session.scan(table.batch(), null, chunk -> seen[0] += chunk.rows());
            assertThat(seen[0]).isEqualTo(2);
        }
        String stored = "SELECT attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
                + " WHERE attnum > 0 AND relkind = 'r' AND relnamespace = 'public'::regnamespace";
        assertThat(SERVER.rows(database, stored)).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void refusesNamesThatNoTableCanHave() {
        try (TargetSession session = open()) {
            TargetTable table = TargetTable.plain("zero\u0000", List.of("a"), List.of(DataType.INTEGER));
            assertRefused(ErrorCode.TARGET_REFUSED, () -> session.create(table));
        }
    }

    @Test
    void refusesTablesThatAreTooWideBeforeAnythingIsWritten() {
        List<String> names = IntStream.rangeClosed(1, 1601).mapToObj(i -> "c" + i).toList();
        TargetTable table = TargetTable.plain("wide", names, names.stream().map(n -> DataType.BOOLEAN).toList());
        try (TargetSession session = open()) {
            GodwitException e = assertRefused(ErrorCode.TARGET_REFUSED, () -> session.create(table));
            assertThat(e.arguments().subList(1, 4)).containsExactly("wide", "1601 columns", "a table of PostgreSQL has at most 1600 columns");
            assertThat(session.tables()).isEmpty();
        }
    }

    @Test
    void saysWhichRowAndColumnItRefused() {
        TargetTable table = new TargetTable("t", List.of("n", "must"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of("must"), List.of(), List.of(), List.of(), "");
        try (TargetSession session = open()) {
            session.create(table);
            GodwitException e = assertRefused(ErrorCode.TARGET_REFUSED, () -> session.write(table, rows(table, row(1L, "a"), row(2L, "b\u0000"))));
            assertThat(e.arguments().subList(1, 4)).containsExactly(
                    "t", "row 2, column must", "the character U+0000 at position 2 of the text, which PostgreSQL cannot hold");
        }
        try (TargetSession session = open()) {
            session.create(table);
            GodwitException e = assertRefused(ErrorCode.TARGET_REFUSED, () -> session.write(table, rows(table, row(1L, "a"), row(2L, "half \ud800 pair"))));
            assertThat(e.arguments().get(2)).isEqualTo("row 2, column must");
        }
        try (TargetSession session = open()) {
            session.create(table);
            GodwitException e = assertRefused(ErrorCode.TARGET_REFUSED, () -> session.write(table, rows(table, row(1L, "a"), row(2L, "b"), row(3L, null))));
            assertThat(e.arguments().get(2)).isEqualTo("row 3, column must");
        }
    }

    @Test
    void takesColumnsThatHoldThePlansTypesExactlyAndNoOthers() {
        SERVER.run(database, "CREATE TABLE theirs (i bigint, t varchar(3), d numeric(20,4), j json, at timestamp(3), extra text DEFAULT 'e')");
        List<DataType> types = List.of(DataType.INTEGER, DataType.VARCHAR, DataType.decimal(10, 2), DataType.JSON);
        TargetTable fits = TargetTable.plain("theirs", List.of("i", "t", "d", "j"), types);
        run(fits, List.of(), row(7L, "\ud83d\ude00\ud83d\ude00\ud83d\ude00", new java.math.BigDecimal("1.50"), "{ }"));
        try (TargetSession session = open()) {
            session.scan(fits.batch(), null, chunk -> {
                assertThat(chunk.column(0).longAt(0)).isEqualTo(7);
                assertThat(chunk.column(2).objectAt(0)).isEqualTo(new java.math.BigDecimal("1.50"));
                assertThat(chunk.column(3).objectAt(0)).isEqualTo("{ }");
            });
            assertRefused(ErrorCode.TARGET_REFUSED, () -> session.write(fits, rows(fits, row(1L, "four", new java.math.BigDecimal("1.00"), "1"))));
        }
        Map<String, DataType> others = Map.of("i", DataType.DOUBLE, "t", DataType.JSON, "d", DataType.decimal(10, 5), "j", DataType.BLOB, "at", DataType.TIMESTAMP);
        others.forEach((name, type) -> {
            TargetTable differs = TargetTable.plain("theirs", List.of(name), List.of(type));
            try (TargetSession session = open()) {
                GodwitException e = assertRefused(ErrorCode.TARGET_DIFFERS, () -> session.write(differs, rows(differs)));
                assertThat(e.arguments().get(2).toString()).startsWith("column " + name + " is ");
            }
        });
    }

    @Test
    void keepsASecondRunOutAndSaysWhoIsIn() {
        try (TargetSession first = open()) {
            first.create(keyed("mine"));
            GodwitException e = assertRefused(ErrorCode.TARGET_LOCKED, () -> open().close());
            assertThat(e.arguments().get(1).toString()).matches("process \\d+, user postgres, godwit " + ProcessHandle.current().pid() + ", from 127.0.0.1");
        }
        open().close();
    }

    @Test
    void makesTheSchemaThatIsNamedAndWritesThere() {
        Connection usual = SERVER.connection(database);
        Connection other = new Connection("postgresql", usual.host(), usual.port(), database, "my \"lab\"", "postgres", "", Tls.OFF, null, Map.of());
        TargetTable table = keyed("t");
        try (TargetSession session = open(other)) {
            assertThat(session.tables()).isEmpty();
            session.create(table);
            session.write(table, rows(table, row(1L, "a")));
            session.finish(List.of(table), List.of(new Plan.View("v", "SELECT label FROM t")));
            session.commit();
        }
        assertThat(SERVER.text(database, "SELECT label FROM \"my \"\"lab\"\"\".v")).isEqualTo("a");
        try (TargetSession session = open(other)) {
            assertThat(session.tables()).containsOnlyKeys("t");
            session.finish(List.of(), List.of(new Plan.View("v", "SELECT 1 AS something, label FROM t")));
            session.commit();
        }
        assertThat(SERVER.text(database, "SELECT something FROM \"my \"\"lab\"\"\".v")).isEqualTo("1");
    }

    @Test
    void makesNoMoreOfAViewThanAView() {
        TargetTable table = keyed("t");
        run(table, List.of(table), row(1L, "a"));
        for (String sql : List.of("SELECT 1 AS x; DROP TABLE t", "DROP TABLE t", "SELECT 1 AS x;; DELETE FROM t")) {
            try (TargetSession session = open()) {
                assertRefused(ErrorCode.TARGET_REFUSED, () -> session.finish(List.of(), List.of(new Plan.View("v", sql))));
            }
        }
        try (TargetSession session = open()) {
            assertRefused(ErrorCode.SERVER_FAILED,
                    () -> session.finish(List.of(), List.of(new Plan.View("v", "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone"))));
        }
        assertThat(SERVER.text(database, "SELECT count(*) FROM t")).isEqualTo("1");
    }

    @Test
    void saysWhatTheUserMayNotDo() {
        try (TargetSession session = open(SERVER.connection(database, SERVER.port(), "stranger"))) {
            GodwitException e = assertRefused(ErrorCode.SERVER_RIGHT, () -> session.create(keyed("t")));
            assertThat(e.arguments().get(1).toString()).startsWith("make the table t (");
            assertThat(e.arguments().get(2)).isEqualTo("stranger");
        }
    }

    @Test
    void refusesAServerThatOnlyAnswers() {
        SERVER.run("postgres", "ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        GodwitException e = assertRefused(ErrorCode.TARGET_UNWRITABLE, () -> open().close());
        assertThat(e.arguments().get(1).toString()).contains("only answers");
    }

    @Test
    void updatesRowsWhoseKeyHasNothingInIt() {
        TargetTable table = TargetTable.plain("t", List.of("a", "b", "v"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.VARCHAR));
        try (TargetSession session = open()) {
            session.create(table);
            session.write(table, rows(table, row(1L, null, "old"), row(1L, "x", "old"), row(2L, null, "old")));
            rows(table, row(1L, null, "new"), row(1L, "x", "neu")).accept(batch -> session.update(table, List.of("a", "b"), batch));
            rows(table, row(2L, null, "two")).accept(batch -> session.update(table, List.of("a", "b"), batch));
            session.finish(List.of(table), List.of());
            session.commit();
        }
        assertThat(SERVER.rows(database, "SELECT v FROM t ORDER BY v")).containsExactly(List.of("neu"), List.of("new"), List.of("two"));
    }
}
