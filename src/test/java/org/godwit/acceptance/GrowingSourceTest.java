package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.godwit.duck.Session;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source to which something was added since the last run: exactly that is loaded. */
class GrowingSourceTest {
    @TempDir
    private Path folder;

    private Places places;

    @BeforeEach
    void prepare() {
        places = new Places(folder);
    }

    private Plan plan(Path source, String target) {
        return places.plan(List.of(source.toString()), places.file(target), Optional.empty());
    }

    private static long added(RunResult result) {
        return result.tables().stream().mapToLong(RunResult.TableRows::rows).sum();
    }

    private String asked(String sql) {
        try (Session session = Session.open(folder.resolve("out.duckdb"))) {
            return session.texts(sql).toString();
        }
    }

    private static Path append(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Two measurements may have the same result. */
    @ParameterizedTest
    @CsvSource({"log.csv, out.duckdb", "log.ndjson, out.duckdb", "log.csv, out.sqlite", "log.ndjson, out.sqlite"})
    void whatIsTheSameAsSomethingLoadedIsLoadedToo(String name, String target) throws IOException {
        boolean csv = name.endsWith(".csv");
        String ok = csv ? "ok,1\n" : "{\"status\": \"ok\", \"ms\": 1}\n";
        String slow = csv ? "slow,9\n" : "{\"status\": \"slow\", \"ms\": 9}\n";
        Path file = append(folder.resolve(name), (csv ? "status,ms\n" : "") + ok + slow + ok);
        Plan plan = plan(file, target);
        assertThat(added(places.run(plan))).isEqualTo(3);
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);

        append(file, ok + ok + slow);
        RunResult next = places.run(plan);
        assertThat(added(next)).isEqualTo(3);
        assertThat(next.known()).isEqualTo(3);
        assertThat(next.findings()).isEmpty();
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(places.verify(plan).passed()).isTrue();
    }

    /** Rows that many workers look at together, each many times. */
    @Test
    void manyRowsThatAreTheSameAreCounted() throws IOException {
        Path file = append(folder.resolve("log.csv"), "a,b\n" + "x,1\ny,2\nx,1\n".repeat(60_000));
        Plan plan = plan(file, "out.duckdb");
        assertThat(added(places.run(plan))).isEqualTo(180_000);

        append(file, "x,1\nz,3\n".repeat(20_000));
        RunResult next = places.run(plan);
        assertThat(added(next)).isEqualTo(40_000);
        assertThat(next.findings()).isEmpty();
        assertThat(asked("SELECT a, count(*) FROM log GROUP BY a ORDER BY a")).isEqualTo("[[x, 140000], [y, 60000], [z, 20000]]");
    }

    /** As a new database is, and a file of a program that has measured nothing yet. */
    @ParameterizedTest
    @ValueSource(strings = {"out.duckdb", "out.sqlite", "out.json"})
    void tablesWithoutRowsAreMade(String target) throws SQLException {
        Path database = folder.resolve("source.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)");
            Plan plan = plan(database, target);

            RunResult first = places.run(plan);
            assertThat(first.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
            assertThat(first.tables()).extracting(RunResult.TableRows::name, RunResult.TableRows::total).containsExactly(tuple("t", 0L));
            assertThat(folder.resolve(target)).exists();
            if (!target.endsWith(".json")) {
                assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
            }
            statement.execute("INSERT INTO t VALUES (1, 'a')");
            assertThat(added(places.run(plan))).isEqualTo(1);
        }
    }

    @Test
    void rowsThatWereChangedOrTakenOutAreTold() throws SQLException {
        Path database = folder.resolve("source.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)");
            statement.execute("INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')");
            Plan plan = plan(database, "out.duckdb");
            places.run(plan);

            statement.execute("UPDATE t SET v = 'changed' WHERE id = 2");
            statement.execute("DELETE FROM t WHERE id = 3");
            RunResult next = places.run(plan);

            assertThat(added(next)).isEqualTo(1);
            assertThat(next.findings()).filteredOn(finding -> finding.place().equals("source.db#t")).singleElement().satisfies(finding -> {
                assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                assertThat(finding.message()).startsWith("2 that earlier runs have loaded are changed or gone since");
            });
            assertThat(places.run(plan.with(Plan.Mode.REPLACE)).findings()).filteredOn(finding -> finding.message().contains("changed or gone")).isEmpty();
            assertThat(asked("SELECT id, v FROM t ORDER BY id")).isEqualTo("[[1, a], [2, changed]]");
        }
    }

    @Test
    void aDocumentThatWasWrittenAnewIsTold() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        for (int i = 0; i < 8; i++) {
            Files.writeString(results.resolve(i + ".json"), "{\"ms\": " + i + "}");
        }
        Plan plan = plan(results, "out.duckdb");
        places.run(plan);
        for (int i = 1; i < 8; i++) {
            Files.writeString(results.resolve(i + ".json"), "{\"ms\": " + i + ".5}");
        }
        RunResult next = places.run(plan);

        assertThat(next.loaded()).isEqualTo(7);
        assertThat(next.findings()).extracting(Finding::message).hasSize(6).last().asString().isEqualTo("2 more files have changed likewise");
        assertThat(next.findings().getFirst().place()).isEqualTo("1.json");
    }

    /** Files may be copies of each other; the tables of a database are none, though all of them lie in one file. */
    @Test
    void onlyFilesAreLeftOutAsCopies() throws SQLException, IOException {
        Path database = folder.resolve("source.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database); Statement statement = connection.createStatement()) {
            for (String table : List.of("a", "b", "c")) {
                statement.execute("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, v TEXT)");
                statement.execute("INSERT INTO " + table + " VALUES (1, '" + table + "')");
            }
        }
        Path runs = Files.createDirectory(folder.resolve("runs"));
        for (String name : List.of("run_1.csv", "run_2.csv", "run_3.csv")) {
            Files.writeString(runs.resolve(name), name.startsWith("run_3") ? "v\nz\n" : "v\nx\n");
        }
        Plan plan = places.plan(List.of(database.toString(), runs.toString()), places.file("out.duckdb"), Optional.empty());
        Options usual = plan.options();
        Options first = new Options(usual.onReject(), Options.Duplicates.FIRST, usual.lineage(), usual.strategy());

        RunResult result = places.run(new Plan(
                plan.version(), plan.name(), plan.description(), plan.sources(), plan.target(), plan.datasets(), plan.tables(), plan.views(), first));

        assertThat(result.tables()).extracting(RunResult.TableRows::name, RunResult.TableRows::rows)
                .containsExactlyInAnyOrder(tuple("a", 1L), tuple("b", 1L), tuple("c", 1L), tuple("run", 2L));
        assertThat(result.ledger().total().skipped()).isEqualTo(1);
        assertThat(asked("SELECT v, file FROM run ORDER BY v")).isEqualTo("[[x, run_1], [z, run_3]]");
    }

    /** The names of its files are others then: that of their source stands before them. */
    @Test
    void anotherSourceMakesNoOtherRowsOfThoseThatAreThere() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        append(first.resolve("t.csv"), "a,b\n1,x\n2,y\n");
        Path second = Files.createDirectory(folder.resolve("second"));
        append(second.resolve("t.csv"), "a,b\n1,x\n3,z\n");
        String target = places.file("out.duckdb");
        places.run(places.plan(List.of(first.toString()), target, Optional.empty()));

        Plan both = places.plan(List.of(first.toString(), second.toString()), target, Optional.empty());
        assertThat(added(places.run(both))).isEqualTo(2);
        Plan turned = places.plan(List.of(second.toString(), first.toString()), target, Optional.empty());
        assertThat(places.run(turned).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        append(first.resolve("t.csv"), "4,w\n");
        assertThat(added(places.run(turned))).isEqualTo(1);
        assertThat(places.run(turned).outcome()).as("known by two names").isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(places.run(both).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        Plan one = places.plan(List.of(second.toString()), target, Optional.empty());
        assertThat(places.run(one).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(asked("SELECT a, b FROM t ORDER BY ALL")).isEqualTo("[[1, x], [1, x], [2, y], [3, z], [4, w]]");
        assertThat(places.verify(both).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"out.duckdb", "out.sqlite"})
    void aPlanThatWasChangedIsNotTakenForCarriedOut(String target) throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        append(results.resolve("a.json"), "{\"model\": \"bert\", \"ms\": 1}");
        Plan plan = plan(results, target);
        places.run(plan);
        assertThat(places.run(plan).findings()).isEmpty();

        TableSpec table = plan.tables().getFirst();
        TableSpec other = new TableSpec("other", table.key(), table.onConflict(), table.columns(), table.feeds(), table.constraints());
        RunResult again = places.run(plan.withTables(List.of(table, other), List.of()));
        assertThat(again.outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(again.findings()).singleElement().satisfies(finding -> assertThat(finding.message()).contains("no earlier run has had these tables"));
    }

    /** Whole numbers at first, then one with a fraction: a plan that is made anew wants another column. */
    @ParameterizedTest
    @ValueSource(strings = {"out.duckdb", "out.sqlite", "postgresql", "mariadb"})
    void columnsThatTheDataHasOutgrownAreNamed(String kind) throws IOException {
        String target = switch (kind) {
            case "postgresql" -> Places.postgres();
            case "mariadb" -> Places.mariadb();
            default -> places.file(kind);
        };
        Path file = append(folder.resolve("log.csv"), "a,b\n1,x\n");
        places.migrate(file.toString(), target);
        append(file, "2.5,y\n");

        assertThatThrownBy(() -> places.migrate(file.toString(), target)).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TARGET_DIFFERS);
            assertThat(e.arguments().getLast()).asString().matches("column a is (BIGINT|bigint), the plan('s| has) DOUBLE.*");
        });
    }

    /** A folder of the same name is another folder, unless the first one has moved. */
    @ParameterizedTest
    @ValueSource(strings = {"log.csv", "log.ndjson"})
    void whatIsCalledTheSameElsewhereIsSomethingElse(String name) throws IOException {
        boolean csv = name.endsWith(".csv");
        String head = csv ? "status,ms\n" : "";
        String ok = csv ? "ok,1\n" : "{\"status\": \"ok\", \"ms\": 1}\n";
        String slow = csv ? "slow,9\n" : "{\"status\": \"slow\", \"ms\": 9}\n";
        Path older = Files.createDirectories(folder.resolve("2025/results"));
        Path newer = Files.createDirectories(folder.resolve("2026/results"));
        append(older.resolve(name), head + ok + ok);
        append(newer.resolve(name), head + ok + slow);
        Plan first = plan(older, "out.duckdb");
        assertThat(added(places.run(first))).isEqualTo(2);
        assertThat(added(places.run(plan(newer, "out.duckdb")))).isEqualTo(2);
        assertThat(places.run(first).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(places.run(plan(newer, "out.duckdb")).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);

        Path moved = Files.move(older, Files.createDirectories(folder.resolve("archive")).resolve("results"));
        append(moved.resolve(name), slow);
        RunResult after = places.run(plan(moved, "out.duckdb"));
        assertThat(added(after)).isEqualTo(1);
        assertThat(after.verification().passed()).isTrue();
    }
}
