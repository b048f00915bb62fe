package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.godwit.model.FileReport;
import org.godwit.model.Inspection;
import org.godwit.model.LeafCounts;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The main job on real result files; every figure here was counted by an independent program. */
final class RealDataTest {
    private static final int LEAVES = 16_234;
    private static final int DOCUMENTS = 187;
    private static final double LATENCY = 1_326.2107849121094;
    private static final double THROUGHPUT = 921.7287250288201;

    @TempDir
    private Path folder;

    @Test
    void inspectionCountsWhatIsThere() {
        Inspection inspection = new Migration(folder).inspect(results());
        assertThat(inspection.statusCounts())
                .containsAllEntriesOf(Map.of(FileReport.Status.OK, 187L, FileReport.Status.MALFORMED, 1L, FileReport.Status.EMPTY, 0L, FileReport.Status.UNREADABLE, 0L));
        assertThat(inspection.documents()).isEqualTo(DOCUMENTS);
        assertThat(inspection.leaves()).isEqualTo(new LeafCounts(7_424, 7_182, 1_174, 272, 64, 118));
        assertThat(inspection.leaves().total()).isEqualTo(LEAVES);
        assertThat(inspection.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("test_benchmark_database/database_metadata.json");
            assertThat(List.of(problem.line(), problem.column())).containsExactly(5L, 21L);
        });
    }

    @Test
    void theRecipeGivesExactlyTheRowsThatAreThere() throws IOException {
        Migration migration = new Migration(folder);
        Plan plan = migration.plan(results(), Optional.of("benchmark-results"));
        RunResult result = migration.run(plan);
        assertProven(result);
        assertThat(result.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.file()).isEqualTo("test_benchmark_database/database_metadata.json");
            assertThat(List.of(reject.line(), reject.column())).containsExactly(5L, 21L);
        });
        assertThat(rowsByShape(migration)).containsExactlyInAnyOrder(
                List.of("direct_benchmark", "11", "12", "50", "0", "0"),
                List.of("batch_size_benchmark", "7", "14", "0", "7", "0"),
                List.of("model_functionality", "9", "0", "0", "117", "0"),
                List.of("compatibility_matrix", "7", "0", "0", "99", "0"),
                List.of("hf_performance", "8", "48", "0", "0", "184"));
        List<String> sums = migration.query("SELECT fsum(average_latency_ms), fsum(throughput_items_per_second)"
                + " FROM performance_results JOIN test_runs USING (run_id) WHERE test_type = 'direct_benchmark'").get(0);
        assertThat(Double.parseDouble(sums.get(0))).isEqualTo(LATENCY, within(1e-9));
        assertThat(Double.parseDouble(sums.get(1))).isEqualTo(THROUGHPUT, within(1e-9));
        assertThat(migration.query("SELECT * FROM performance_results WHERE average_latency_ms = 0 AND throughput_items_per_second = 0")).isEmpty();
        for (String statement : checks()) {
            assertThat(migration.query(statement)).as(statement).isEmpty();
        }
        assertThat(migration.verify(plan).passed()).isTrue();
        assertNothingNew(migration, plan);
    }

    @Test
    void withoutARecipeTheTablesHoldNearlyEverything() throws IOException {
        Migration migration = new Migration(folder);
        Plan plan = migration.plan(results(), Optional.empty());
        RunResult result = migration.run(plan);
        assertProven(result);
        assertThat(result.rejects()).extracting(Reject::level).doesNotContain(Reject.Level.VALUE, Reject.Level.ROW);
        long rest = Long.parseLong(migration.query("SELECT coalesce(sum(strlen(CAST(rest AS VARCHAR))), 0) FROM _godwit_documents").get(0).get(0));
        assertThat(rest).isLessThanOrEqualTo(bytes(results()) / 100);
        assertThat(migration.verify(plan).passed()).isTrue();
        assertNothingNew(migration, plan);
    }

    private static void assertProven(RunResult result) {
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(result.rejectCount()).isEqualTo(1);
        assertThat(result.ledger().balanced()).isTrue();
        assertThat(result.ledger().total().read()).isEqualTo(LEAVES);
        assertThat(result.verification().differences()).isEmpty();
        assertThat(result.verification().passed()).isTrue();
        assertThat(List.of(result.verification().documents(), result.verification().rebuilt())).containsExactly(187L, 187L);
    }

    private static void assertNothingNew(Migration migration, Plan plan) throws IOException {
        byte[] before = Files.readAllBytes(migration.target());
        RunResult second = migration.run(plan);
        assertThat(second.outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(List.of(second.loaded(), second.known())).containsExactly(0L, (long) DOCUMENTS);
        assertThat(second.tables()).allMatch(table -> table.rows() == 0);
        assertThat(Files.readAllBytes(migration.target())).isEqualTo(before);
    }

    private static List<List<String>> rowsByShape(Migration migration) {
        return migration.query("SELECT test_type, count(*),"
                + " (SELECT count(*) FROM performance_results JOIN test_runs USING (run_id) WHERE test_type = r.test_type),"
                + " (SELECT count(*) FROM performance_batch_results JOIN performance_results USING (result_id) JOIN test_runs USING (run_id) WHERE test_type = r.test_type),"
                + " (SELECT count(*) FROM hardware_compatibility JOIN test_runs USING (run_id) WHERE test_type = r.test_type),"
                + " (SELECT count(*) FROM integration_test_results JOIN test_runs USING (run_id) WHERE test_type = r.test_type)"
                + " FROM test_runs r GROUP BY test_type");
    }

    private static List<String> checks() throws IOException {
        try (InputStream in = Objects.requireNonNull(RealDataTest.class.getResourceAsStream("/recipes/benchmark-results.checks.sql"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split(";\\R")).map(String::strip).filter(statement -> !statement.isEmpty()).toList();
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    static Path results() {
        return Stream.iterate(Path.of(System.getProperty("user.dir")).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared").resolve("data").resolve("benchmark-results"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the real data folder shared/data is not here"));
    }
}
