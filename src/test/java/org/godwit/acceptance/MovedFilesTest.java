package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.godwit.analysis.trace.Place;
import org.godwit.analysis.trace.Trace;
import org.godwit.analysis.trace.Tracer;
import org.godwit.duck.Leases;
import org.godwit.model.Finding;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that have another name than when they were loaded: what they hold is not loaded again, and nothing else is left out for it. */
class MovedFilesTest {
    private static final int MANY = 200_000;

    @TempDir
    private Path folder;

    private Path results;
    private Places places;

    @BeforeEach
    void prepare() throws IOException {
        places = new Places(folder);
        results = Files.createDirectory(folder.resolve("results"));
    }

    private Plan plan(String target) {
        return places.plan(List.of(results.toString()), places.file(target), Optional.empty());
    }

    private static long added(RunResult result) {
        return result.tables().stream().mapToLong(RunResult.TableRows::rows).sum();
    }

    private Path file(String name) throws IOException {
        Path file = results.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static byte[] rows(String name, int from, int to) throws IOException {
        return rows(name, name.contains(".csv") ? "model,ms\n" : "", from, to);
    }

    private static byte[] rows(String name, String head, int from, int to) throws IOException {
        StringBuilder text = new StringBuilder(head);
        for (int i = from; i < to; i++) {
            text.append(name.contains(".csv") ? "bert," + i + ".5\n" : "{\"model\": \"bert\", \"ms\": " + i + ".5}\n");
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        if (!name.endsWith(".gz")) {
            return plain;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "run_1.csv, run_7.csv, out.duckdb", "run_1.csv.gz, run_7.csv.gz, out.duckdb",
        "run_1.ndjson, run_7.ndjson, out.duckdb", "run_1.ndjson.gz, old/run_7.ndjson.gz, out.duckdb",
        "run_1.csv, run_7.csv, out.sqlite", "run_1.ndjson, run_7.ndjson, out.sqlite", "run_1.csv, run_7.csv, postgresql"})
    void aFileIsNotLoadedAgainUnderAnotherName(String name, String later, String target) throws IOException {
        Files.write(file(name), rows(name, 0, 30));
        Files.write(file(name.replace('1', '2')), rows(name, 100, 110));
        String place = target.equals("postgresql") ? Places.postgres() : places.file(target);
        Plan plan = places.plan(List.of(results.toString()), place, Optional.empty());
        assertThat(added(places.run(plan))).isEqualTo(40);

        Files.move(file(name), file(later));
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);

        // What comes then, to this file and beside it, is new all the same.
        Files.write(file(later), rows(name, "", 30, 35), StandardOpenOption.APPEND);
        Files.write(file(name.replace('1', '3')), rows(name, 0, 5));
        RunResult next = places.run(plan);
        assertThat(added(next)).isEqualTo(10);
        assertThat(next.findings()).anySatisfy(finding -> {
            assertThat(finding.place()).contains(later.substring(0, later.indexOf('.')));
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message()).startsWith("it begins with what earlier runs have read as");
        });
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(places.verify(plan).passed()).isTrue();
    }

    /** A cell leads to the file by the name that it has now. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void aCellLeadsToTheFileUnderItsNewName(String type) throws IOException {
        Files.write(file("run_1." + type), rows("run_1." + type, 0, 20));
        Files.write(file("run_2." + type), rows("run_2." + type, 50, 60));
        Plan plan = plan("out.duckdb");
        places.run(plan);
        Files.move(file("run_1." + type), file("run_7." + type));
        Files.write(file("run_8." + type), rows("run_8." + type, 70, 80));
        places.run(plan);

        Trace trace = new Tracer(new Leases(), run -> Optional.of(folder), places.workbench()::document)
                .trace(new Place(folder.resolve("out.duckdb"), plan.tables().getFirst().name(), 3, "", 0, "ms"), new TaskContext());
        assertThat(trace.source().name()).contains("run_7");
        assertThat(trace.source().state()).isEqualTo(Trace.State.SAME);
        assertThat(trace.spot()).hasValueSatisfying(spot -> assertThat(spot.value()).isEqualTo("3.5"));
    }

    /** A file that is read in several parts is known by its content only at its end. */
    @Test
    void aBigFileOfDocumentsIsNotLoadedAgainUnderAnotherName() throws IOException {
        Files.write(file("a.ndjson"), rows("a.ndjson", 0, MANY));
        Plan plan = plan("out.duckdb");
        assertThat(added(places.run(plan))).isEqualTo(MANY);

        Files.move(file("a.ndjson"), file("b.ndjson"));
        RunResult moved = places.run(plan);
        assertThat(moved.outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(moved.known()).isEqualTo(MANY);

        Files.copy(file("b.ndjson"), file("c.ndjson"));
        assertThat(added(places.run(plan))).isEqualTo(MANY);
    }

    @Test
    void aParquetFileIsNotLoadedAgainUnderAnotherName() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1 AS ms) TO '" + file("p1.parquet") + "' (FORMAT parquet)");
            statement.execute("COPY (SELECT 2 AS ms) TO '" + file("p2.parquet") + "' (FORMAT parquet)");
            Plan plan = plan("out.duckdb");
            assertThat(added(places.run(plan))).isEqualTo(2);

            Files.move(file("p1.parquet"), file("p9.parquet"));
            statement.execute("COPY (SELECT 3 AS ms) TO '" + file("p1.parquet") + "' (FORMAT parquet)");
            assertThat(added(places.run(plan))).isEqualTo(1);
            assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        }
    }

    /** As programs do that put a log away and begin a new one: all the names are known, and each stands for something else. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void namesThatMoveOnLoseNothing(String type) throws IOException {
        String head = type.equals("csv") ? "status,ms\n" : "";
        String ok = type.equals("csv") ? "ok,1\n" : "{\"status\": \"ok\", \"ms\": 1}\n";
        String slow = type.equals("csv") ? "slow,9\n" : "{\"status\": \"slow\", \"ms\": 9}\n";
        append(file("log_2." + type), head + slow + slow);
        append(file("log_1." + type), head + slow + ok);
        append(file("log_0." + type), head + ok + ok);
        Plan plan = plan("out.duckdb");
        assertThat(added(places.run(plan))).isEqualTo(6);

        append(file("log_0." + type), slow);
        Files.delete(file("log_2." + type));
        Files.move(file("log_1." + type), file("log_2." + type));
        Files.move(file("log_0." + type), file("log_1." + type));
        append(file("log_0." + type), head + ok);
        RunResult next = places.run(plan);

        // One was added before the file was put away, one came to the new one; it is the same as rows that its name had before.
        assertThat(added(next)).isEqualTo(2);
        assertThat(next.known()).isEqualTo(4);
        assertThat(next.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.INFO);
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(places.verify(plan).passed()).isTrue();
    }

    /** Measurements may have the same result, and each of them its file: what is still there was not moved. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "json"})
    void aCopyIsAFileLikeAnyOther(String type) throws IOException {
        String text = type.equals("csv") ? "status\nok\n" : "{\"status\": \"ok\"}\n";
        append(file("day_1." + type), text);
        append(file("day_2." + type), text);
        Plan plan = plan("out.duckdb");
        Options usual = plan.options();
        Options first = new Options(usual.onReject(), Options.Duplicates.FIRST, usual.lineage(), usual.strategy());
        Plan once = new Plan(plan.version(), plan.name(), plan.description(), plan.sources(), plan.target(), plan.datasets(), plan.tables(), plan.views(), first);
        assertThat(added(places.run(plan))).isEqualTo(2);

        append(file("day_3." + type), text);
        assertThat(places.run(once).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        RunResult next = places.run(plan);
        assertThat(added(next)).isEqualTo(1);
        assertThat(next.findings()).isEmpty();
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);

        // One of the three has another name; then the newest stands for something else.
        Files.move(file("day_1." + type), file("day_4." + type));
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        Files.move(file("day_3." + type), file("day_5." + type));
        append(file("day_3." + type), text.replace("ok", "slow"));
        assertThat(added(places.run(plan))).isEqualTo(1);
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
    }
}
