package org.godwit.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.godwit.connector.HostileValues;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Road.class)
final class SqliteTargetTest {
    @TempDir
    Path folder;

    private final Road road;

    SqliteTargetTest(Road road) {
        this.road = road;
    }

    private TargetSession open(Path file) {
        return new SqliteTarget(road).open(new Place.Files(file), new TaskContext());
    }

    private Path file() {
        return folder.resolve("a target?.db");
    }

    private static Consumer<Consumer<RowBatch>> rows(TargetTable table, @Nullable Object... cells) {
        return sink -> {
            RowBatch batch = table.batch();
            for (int i = 0; i < cells.length; i++) {
                HostileValues.add(batch.column(i % table.names().size()), cells[i]);
            }
            sink.accept(batch);
        };
    }

    private static TargetTable table(String name, DataType... types) {
        return TargetTable.plain(name, Stream.of("a", "b", "c").limit(types.length).toList(), List.of(types));
    }

    private static void assertFails(ErrorCode code, String words, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.arguments().toString()).contains(words);
        });
    }

    private void write(Path file, TargetTable table, @Nullable Object... cells) {
        try (TargetSession session = open(file)) {
            if (!session.tables().containsKey(table.name())) {
                session.create(table);
            }
            session.write(table, rows(table, cells));
            session.finish(List.of(table), List.of());
            session.commit();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** The test's own driver would take what follows a question mark for parameters. */
    private String ask(Path file, String sql) throws IOException, SQLException {
        return Sqlite.text(Files.copy(file, folder.resolve("copy" + System.nanoTime() + ".db")), sql);
    }

    @Test
    void declaresWhatPeopleExpect() throws IOException, SQLException {
        TargetTable parent = new TargetTable(
                "models", List.of("model_id", "model_name"), List.of(DataType.BIGINT, DataType.VARCHAR),
                Set.of("model_name"), List.of("model_name"), List.of(), List.of(), "model_id");
        TargetTable child = new TargetTable(
                "results", List.of("id", "model", "ok", "n", "big", "x", "price", "day", "at", "doc", "raw"),
                List.of(DataType.INTEGER, DataType.BIGINT, DataType.BOOLEAN, DataType.INTEGER, DataType.HUGEINT, DataType.DOUBLE, DataType.decimal(10, 2), DataType.DATE,
                        DataType.TIMESTAMP, DataType.JSON, DataType.BLOB),
                Set.of(), List.of("id"), List.of(List.of("day", "n")), List.of(new ForeignKey(List.of("model"), "models", List.of("model_id"))), "");
        try (TargetSession session = open(file())) {
            session.create(child);
            session.create(parent);
            session.finish(List.of(child, parent), List.of());
            session.commit();
        }
        assertThat(ask(file(), "SELECT group_concat(sql, ';\n') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name)")).isEqualTo("""
                CREATE TABLE "models" (
                  "model_id" INTEGER PRIMARY KEY,
                  "model_name" TEXT NOT NULL
                );
                CREATE UNIQUE INDEX "models_model_name_key" ON "models" ("model_name");
                CREATE TABLE "results" (
                  "id" INTEGER PRIMARY KEY NOT NULL,
                  "model" BIGINT,
                  "ok" BOOLEAN,
                  "n" INTEGER,
                  "big" DECIMAL TEXT(39,0),
                  "x" DOUBLE,
                  "price" DECIMAL TEXT(10,2),
                  "day" DATE,
                  "at" TIMESTAMP,
                  "doc" JSON TEXT,
                  "raw" BLOB,
                  FOREIGN KEY ("model") REFERENCES "models" ("model_id")
                );
                CREATE UNIQUE INDEX "results_day_n_key" ON "results" ("day", "n");
                CREATE INDEX "results_model_idx" ON "results" ("model")""");
        assertThat(ask(file(), "PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void storesWhatSqliteItselfUnderstands() throws IOException, SQLException {
        TargetTable table = table("t", DataType.TIMESTAMP, DataType.DATE, DataType.BOOLEAN);
        write(file(), table, 1_706_695_200_500_000L, 19_753L, 1L);
        assertThat(ask(file(), "SELECT a || '|' || b || '|' || c || '|' || typeof(c) || '|' || strftime('%s', a) FROM t"))
                .isEqualTo("2024-01-31 10:00:00.5|2024-01-31|1|integer|1706695200");
    }

    @Test
    void countsOnAfterTheGreatestNumber() throws IOException, SQLException {
        TargetTable table = new TargetTable("t", List.of("id", "x"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of(), List.of("id"), List.of(), List.of(), "id");
        write(file(), table, 41L, "a", 7L, "b");
        Path copy = Files.copy(file(), folder.resolve("copy.db"));
        Sqlite.make(copy, "INSERT INTO t(x) VALUES ('next')");
        assertThat(Sqlite.text(copy, "SELECT id FROM t WHERE x = 'next'")).isEqualTo("42");
    }

    @Test
    void makesUpNoNumberForARow() {
        TargetTable table = new TargetTable("t", List.of("id", "x"), List.of(DataType.BIGINT, DataType.VARCHAR), Set.of(), List.of(), List.of(), List.of(), "id");
        assertFails(ErrorCode.TARGET_REFUSED, "row 2, column id", () -> write(file(), table, 1L, "a", null, "b"));
        assertThat(file()).doesNotExist();
    }

    @Test
    void namesRowAndColumnsThatAreRefused() {
        TargetTable table = new TargetTable(
                "t", List.of("k", "l", "must"), List.of(DataType.VARCHAR, DataType.BIGINT, DataType.VARCHAR), Set.of("must"), List.of("k", "l"), List.of(), List.of(), "");
        assertFails(ErrorCode.TARGET_REFUSED, "t, row 3, column k, l, ", () -> write(file(), table, "a", 1L, "x", "a", 2L, "y", "a", 1L, "z"));
        assertFails(ErrorCode.TARGET_REFUSED, "t, row 2, column must, ", () -> write(file(), table, "a", 1L, "x", "b", 1L, null));
        TargetTable text = table("u", DataType.BIGINT, DataType.VARCHAR);
        assertFails(ErrorCode.TARGET_REFUSED, "u, row 2, column b, half a surrogate pair (U+D800) at position 1", () -> write(file(), text, 1L, "fine", 2L, "x\ud800y"));
        TargetTable blob = table("u", DataType.BLOB);
        assertFails(ErrorCode.TARGET_REFUSED, "u, row 1, column a, not base64", () -> write(file(), blob, "?"));
    }

    @Test
    void refusesNamesThatSqliteDoesNotHave() {
        assertFails(ErrorCode.TARGET_REFUSED, "SQLite's own", () -> write(file(), table("sqlite_x", DataType.BIGINT)));
        assertFails(ErrorCode.TARGET_REFUSED, "U+0000", () -> write(file(), table("a\0b", DataType.BIGINT)));
        TargetTable twins = TargetTable.plain("t", List.of("a", "A"), List.of(DataType.BIGINT, DataType.BIGINT));
        assertFails(ErrorCode.TARGET_REFUSED, "duplicate column name", () -> write(file(), twins));
        assertThat(file()).doesNotExist();
    }

    @Test
    void keepsNegativeZeroAmongManyNumbers() throws IOException, SQLException {
        TargetTable table = new TargetTable(
                "t", List.of("id", "x", "y"), List.of(DataType.BIGINT, DataType.DOUBLE, DataType.DOUBLE), Set.of(), List.of("id"), List.of(), List.of(), "id");
        write(file(), table, 1L, 5.0, 1.0, 2L, -0.0, 2.0, 3L, Double.NaN, 3.5, 4L, 0.0, null);
        assertThat(ask(file(), "SELECT group_concat(typeof(x) || ' ' || typeof(y), ', ') FROM t")).isEqualTo("real real, real real, text real, real null");
        try (TargetSession session = open(file())) {
            session.write(table, rows(table, 5L, -0.0, 1.0));
            session.scan(table.batch(), new TargetSession.Bound("id", 2), chunk -> {
                assertThat(chunk.rows()).isEqualTo(4);
                assertThat(chunk.column(1).doubleAt(0)).isEqualTo(-0.0);
                assertThat(chunk.column(1).doubleAt(1)).isNaN();
                assertThat(chunk.column(1).doubleAt(2)).isEqualTo(0.0);
                assertThat(chunk.column(1).doubleAt(3)).isEqualTo(-0.0);
            });
            assertFails(ErrorCode.TARGET_REFUSED, "row 1, column y, -0.0", () -> session.write(table, rows(table, 6L, 0.0, -0.0)));
        }
    }

    @Test
    void doesNotWriteWhereSqliteWouldChangeValues() throws SQLException {
        Path there = Sqlite.make(folder.resolve("there.db"), "CREATE TABLE t(a INTEGER, b NUMERIC(10,2), c TEXT)");
        try (TargetSession session = open(there)) {
            TargetTable texts = table("t", DataType.VARCHAR);
            assertFails(ErrorCode.TARGET_DIFFERS, "column a is declared INTEGER", () -> session.write(texts, rows(texts, "007")));
            TargetTable wide = table("t", DataType.BIGINT, DataType.decimal(20, 2));
            assertFails(ErrorCode.TARGET_DIFFERS, "column b is declared NUMERIC(10,2)", () -> session.write(wide, rows(wide, 1L, null)));
            TargetTable more = TargetTable.plain("t", List.of("a", "z"), List.of(DataType.BIGINT, DataType.BIGINT));
            assertFails(ErrorCode.TARGET_DIFFERS, "it has no column z", () -> session.write(more, rows(more, 1L, 2L)));
            TargetTable fits = table("t", DataType.INTEGER, DataType.decimal(10, 2), DataType.VARCHAR);
            session.write(fits, rows(fits, 1L, new java.math.BigDecimal("5.00"), "007", 2L, new java.math.BigDecimal("-12345678.90"), ""));
            session.scan(fits.batch(), null, chunk -> {
                assertThat(chunk.column(1).objectAt(0)).isEqualTo(new java.math.BigDecimal("5.00"));
                assertThat(chunk.column(1).objectAt(1)).isEqualTo(new java.math.BigDecimal("-12345678.90"));
                assertThat(chunk.column(2).objectAt(0)).isEqualTo("007");
            });
        }
    }

    @Test
    void findsTriggersHoweverTheyWriteTheNameOfTheTable() throws SQLException {
        Path there = Sqlite.make(
                folder.resolve("there.db"), "CREATE TABLE runs(a INTEGER)", "CREATE TABLE \"\u00e4\"(a INTEGER)", "CREATE TABLE \"\u00c4\"(a INTEGER)",
                "CREATE TRIGGER noting AFTER INSERT ON RUNS BEGIN SELECT 1; END", "CREATE TRIGGER other AFTER INSERT ON \"\u00c4\" BEGIN SELECT 1; END");
        try (TargetSession session = open(there)) {
            assertFails(ErrorCode.TARGET_REFUSED, "runs, trigger noting", () -> session.clear("runs"));
            assertFails(ErrorCode.TARGET_REFUSED, "trigger other", () -> session.clear("\u00c4"));
            session.clear("\u00e4");
        }
    }

    @Test
    void leavesTheFileAsItWasWithoutCommit() throws IOException, SQLException {
        for (String journal : List.of("DELETE", "WAL")) {
            Path there = Sqlite.make(
                    folder.resolve(journal + ".db"), "PRAGMA journal_mode = " + journal, "CREATE TABLE t(a BIGINT, b TEXT)",
                    "INSERT INTO t SELECT value, 'x' FROM generate_series(1, 500)");
            byte[] before = Files.readAllBytes(there);
            List<Path> files = files();
            try (TargetSession session = open(there)) {
                TargetTable table = table("t", DataType.BIGINT, DataType.VARCHAR);
                session.clear("t");
                session.write(table, rows(table, 1L, "y"));
                session.create(table("u", DataType.BIGINT));
                session.finish(List.of(), List.of());
            }
            assertThat(Files.readAllBytes(there)).isEqualTo(before);
            assertThat(files()).containsExactlyInAnyOrderElementsOf(files);
            assertThat(Sqlite.text(there, "PRAGMA journal_mode")).isEqualTo(journal.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void keepsTheTargetWhenItsProcessIsKilled() throws IOException, SQLException {
        Path there = Sqlite.make(folder.resolve("there.db"), "CREATE TABLE t(a)", "INSERT INTO t SELECT value FROM generate_series(1, 5000)");
        try (OtherProgram killed = OtherProgram.loading(there, road)) {
            assertThat(killed.pid()).isPositive();
        }
        assertThat(Sqlite.text(there, "SELECT count(*) FROM t")).isEqualTo("5000");
        assertThat(Sqlite.text(there, "SELECT count(*) FROM sqlite_master")).isEqualTo("1");
        assertThat(Sqlite.text(there, "PRAGMA integrity_check")).isEqualTo("ok");
        try (OtherProgram killed = OtherProgram.loading(file(), road)) {
            assertThat(killed.pid()).isPositive();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "no database, but somebody's file");
        assertFails(ErrorCode.TARGET_UNREADABLE, "no SQLite database", () -> open(text));
        assertThat(text).hasContent("no database, but somebody's file");
        assertFails(ErrorCode.TARGET_UNWRITABLE, "folder", () -> open(folder));
        assertFails(ErrorCode.TARGET_UNWRITABLE, "", () -> open(text.resolve("below.db")));
    }

    @Test
    void saysWhoHoldsTheTarget() throws IOException, SQLException {
        Path there = Sqlite.make(folder.resolve("there.db"), "CREATE TABLE t(a)");
        try (OtherProgram holder = OtherProgram.holding(there, "BEGIN IMMEDIATE", "INSERT INTO t VALUES (1)")) {
            String who = Files.isReadable(Path.of("/proc/locks")) ? "process " + holder.pid() : "another program";
            assertFails(ErrorCode.TARGET_LOCKED, who, () -> open(there));
        }
        open(there).close();
    }

    @Test
    void doesNotHoldFormerFaultsAgainstARun() throws SQLException {
        Path there = Sqlite.make(
                folder.resolve("there.db"), "CREATE TABLE p(a INTEGER PRIMARY KEY)", "CREATE TABLE c(a INTEGER PRIMARY KEY, b BIGINT REFERENCES p, c BIGINT REFERENCES p)",
                "INSERT INTO p VALUES (1)", "INSERT INTO c VALUES (1, 99, 1)");
        TargetTable table = table("c", DataType.BIGINT, DataType.BIGINT, DataType.BIGINT);
        try (TargetSession session = open(there)) {
            session.write(table, rows(table, 2L, 1L, 1L));
            session.finish(List.of(), List.of());
            session.write(table, rows(table, 3L, 1L, 55L, 4L, 1L, 55L));
            assertFails(ErrorCode.TARGET_REFUSED, "c, row id 3, column c, it refers to a row of p that is not there, and 1 more rows", () -> session.finish(List.of(), List.of()));
        }
        try (TargetSession session = open(there)) {
            session.clear("p");
            assertFails(ErrorCode.TARGET_REFUSED, "c, row id 1, column c", () -> session.finish(List.of(), List.of()));
        }
    }

    @Test
    void refusesReferencesToWhatIsNotUnique() throws SQLException {
        Path there = Sqlite.make(folder.resolve("there.db"), "CREATE TABLE p(a BIGINT)", "INSERT INTO p VALUES (1), (1)");
        TargetTable child = new TargetTable(
                "c", List.of("x"), List.of(DataType.BIGINT), Set.of(), List.of(), List.of(), List.of(new ForeignKey(List.of("x"), "p", List.of("a"))), "");
        try (TargetSession session = open(there)) {
            session.create(child);
            assertFails(ErrorCode.TARGET_REFUSED, "mismatch", () -> {
                session.write(child, rows(child, 1L));
                session.finish(List.of(child), List.of());
            });
        }
    }

    @Test
    void refusesViewsThatSqliteDoesNotUnderstand() {
        try (TargetSession session = open(file())) {
            session.create(table("t", DataType.BIGINT));
            assertFails(ErrorCode.TARGET_REFUSED, "v, view", () -> session.finish(List.of(), List.of(new Plan.View("v", "SELECT a::INT FROM t"))));
        }
        try (TargetSession session = open(file())) {
            session.create(table("t", DataType.BIGINT));
            assertFails(ErrorCode.TARGET_REFUSED, "no such column", () -> session.finish(List.of(), List.of(new Plan.View("v", "SELECT missing FROM t"))));
        }
    }

    @Test
    void saysWhatIsThereInsteadOfAValue() throws SQLException {
        Path there = Sqlite.make(folder.resolve("there.db"), "CREATE TABLE t(a BIGINT, b BOOLEAN)", "INSERT INTO t VALUES (1, 1), ('x', 0), (3, 7)");
        try (TargetSession session = open(there)) {
            assertFails(ErrorCode.TARGET_DIFFERS, "row 2, column a holds TEXT 'x', which is no BIGINT",
                    () -> session.scan(table("t", DataType.BIGINT).batch(), null, chunk -> { }));
            RowBatch form = new RowBatch("t", List.of("b"), List.of(DataType.BOOLEAN));
            assertFails(ErrorCode.TARGET_DIFFERS, "row 3, column b holds INTEGER 7", () -> session.scan(form, null, chunk -> { }));
        }
    }

    @Test
    void tellsAFullDiskFromOtherFaults() {
        Path target = folder.resolve("x.db");
        assertThat(SqliteErrors.failed(target, new SQLException("database or disk is full", null, 13)).code()).isEqualTo(ErrorCode.DISK_FULL);
        assertThat(SqliteErrors.failed(target, new SQLException("disk I/O error", null, 10 | 3 << 8)).code()).isEqualTo(ErrorCode.TARGET_UNWRITABLE);
        assertThat(SqliteErrors.failed(target, new SQLException("malformed", null, 11)).code()).isEqualTo(ErrorCode.TARGET_UNREADABLE);
    }

    @Test
    void readsASourceAndWritesItIntoTheSameFile() throws SQLException {
        Path there = Sqlite.make(folder.resolve("both.db"), "CREATE TABLE t(a BIGINT)", "INSERT INTO t VALUES (1), (2)");
        TargetTable table = table("u", DataType.BIGINT);
        try (var source = new SqliteConnector(road).open(new Place.Files(there), List.of(), new TaskContext())) {
            assertThat(Cells.of(source, "t").rows()).hasSize(2);
        }
        write(there, table, 1L, 2L);
        assertThat(Sqlite.text(there, "SELECT count(*) FROM u")).isEqualTo("2");
    }
}
