package org.godwit.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.diagnose.Trial;
import org.godwit.engine.diagnose.TryOut;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.engine.plan.PathParser;
import org.godwit.engine.profile.Inspector;
import org.godwit.engine.propose.Proposer;
import org.godwit.engine.propose.Suggestion;
import org.godwit.engine.recipe.Recipes;
import org.godwit.model.DataType;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.Ledger;
import org.godwit.model.Plan;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoverageTest {
    private static final Ledger.Counts REAL = new Ledger.Counts(16_234, 16_197, 37, 0, 0, 0);

    @TempDir
    private Path folder;

    @Test
    void saysOfRealDataWhatTheLedgerSays() {
        Path data = data();
        Inspection inspection = new Inspector(new JsonConnector()).inspect(List.of(data.toString()), new TaskContext());
        Plan plan = new Proposer().propose(inspection, List.of(data.toString()), "t.duckdb").plan();
        Coverage coverage = Coverage.of(inspection, plan);
        assertThat(coverage.total()).isEqualTo(REAL);
        Trial trial = new TryOut(new JsonConnector(), new TaskContext()).run(plan, folder, true);
        assertThat(trial.ledger().total()).isEqualTo(REAL);
        assertThat(coverage.with(plan, trial.ledger()).total()).isEqualTo(REAL);
    }

    @Test
    void saysOfRealDataWithTheRecipeWhatTheLedgerSays() {
        Path data = data();
        Plan recipe = Recipes.load("benchmark-results");
        Inspection inspection = new Inspector(new JsonConnector()).inspect(List.of(data.toString()), recipe.datasets(), new TaskContext());
        Plan plan = new Proposer().propose(inspection, List.of(data.toString()), "t.duckdb", recipe).plan();
        Coverage coverage = Coverage.of(inspection, plan);
        assertThat(coverage.total()).isEqualTo(REAL);
        assertThat(coverage.isExact()).as("conditions and keys leave a doubt").isFalse();
        Trial trial = new TryOut(new JsonConnector(), new TaskContext()).run(plan, folder, true);
        Coverage sure = coverage.with(plan, trial.ledger());
        assertThat(sure.total()).isEqualTo(REAL);
        assertThat(sure.isExact()).isTrue();
    }

    @Test
    void countsWhatDoesNotFitAnotherType() throws IOException {
        Made made = made("{\"n\": 1.5, \"t\": \"a\"}", "{\"n\": 2, \"t\": \"b\"}");
        assertThat(Coverage.of(made.inspection, made.plan).total()).isEqualTo(new Ledger.Counts(4, 4, 0, 0, 0, 0));
        Plan retyped = new ColumnEdit.Retype(made.table(), "n", DataType.INTEGER).apply(made.plan);
        Coverage coverage = Coverage.of(made.inspection, made.plan).with(retyped);
        assertThat(coverage.total()).isEqualTo(new Ledger.Counts(4, 3, 0, 0, 0, 1)).isEqualTo(made.ledger(retyped));
        assertThat(fate(coverage, made, "$.n").isNowhere()).isTrue();
        assertThat(fate(coverage, made, "$.t").inColumn()).isTrue();
    }

    @Test
    void countsWhatADroppedColumnLeavesToRest() throws IOException {
        Made made = made("{\"n\": 1, \"t\": {\"deep\": [1, 2, null]}}", "{\"n\": null}");
        Plan dropped = new ColumnEdit.Drop(made.table(), "n").apply(made.plan);
        Coverage coverage = Coverage.of(made.inspection, dropped);
        assertThat(coverage.total()).isEqualTo(made.ledger(dropped));
        assertThat(fate(coverage, made, "$.n").inRest()).isTrue();
        assertThat(fate(coverage, made, "$.n").inColumn()).isFalse();
    }

    @Test
    void tellsTypesThatHoldEverythingTheTightestFirst() throws IOException {
        Made made = made("{\"n\": 1.5, \"t\": \"a\"}", "{\"n\": 2, \"t\": \"b\"}");
        assertThat(Fit.fitting(node(made, "$.n"))).startsWith(DataType.DOUBLE).endsWith(DataType.JSON).doesNotContain(DataType.BIGINT);
        assertThat(Fit.fitting(node(made, "$.t"))).containsExactly(DataType.VARCHAR, DataType.JSON);
    }

    private static Fate fate(Coverage coverage, Made made, String path) {
        return coverage.fate(made.dataset().name(), node(made, path)).orElseThrow();
    }

    private static org.godwit.model.PathProfile node(Made made, String path) {
        return Suggestion.at(made.dataset().root(), FeedPaths.unnamed(PathParser.parse(path).steps())).orElseThrow();
    }

    /** Documents, what was found in them, and the plan proposed for them. */
    private record Made(Path folder, Inspection inspection, Plan plan) {
        DatasetProfile dataset() {
            return inspection.datasets().getFirst();
        }

        String table() {
            return plan.tables().getFirst().name();
        }

        Ledger.Counts ledger(Plan other) {
            return new TryOut(new JsonConnector(), new TaskContext()).run(other, folder, true).ledger().total();
        }
    }

    private Made made(String... documents) throws IOException {
        Path file = folder.resolve("in.ndjson");
        Files.writeString(file, String.join("\n", documents) + "\n");
        Inspection inspection = new Inspector(new JsonConnector()).inspect(List.of(file.toString()), new TaskContext());
        return new Made(folder, inspection, new Proposer().propose(inspection, List.of(file.toString()), "t.duckdb").plan());
    }

    private static Path data() {
        Optional<Path> found = Optional.empty();
        for (Path up = Path.of(System.getProperty("user.dir")).toAbsolutePath(); up != null && found.isEmpty(); up = up.getParent()) {
            Path data = up.resolve("shared/data/benchmark-results");
            found = Files.isDirectory(data) ? Optional.of(data) : Optional.empty();
        }
        assumeThat(found).as("the real benchmark results are not here").isPresent();
        return found.orElseThrow();
    }
}
