package org.godwit.app.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakePages;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.RunResult.Outcome;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The straight path without a stage: background work happens at once, on the test's own thread. */
final class MigrateModelTest {
    private final FakeWorkbench workbench = new FakeWorkbench();
    private final FakeDesk desk = new FakeDesk();
    private final FxTasks tasks = new FxTasks(new TaskService(Runnable::run), Runnable::run);
    private final List<Path> plansUsed = new ArrayList<>();
    private final MigrateModel model = new MigrateModel(workbench, new FakePages(), new Kit(tasks, desk), plansUsed::add);

    @TempDir
    private Path folder;

    private Path results = Path.of("");

    @BeforeEach
    void makeResults() throws IOException {
        results = Files.createDirectory(folder.resolve("benchmark-results"));
    }

    @Test
    void suggestsTheRecipeThatSuitsAndATargetBesideTheSource() {
        FoundModel found = found();

        assertThat(found.recipeProperty().get()).contains("benchmark-results");
        assertThat(found.target().path()).isEqualTo(folder.resolve("benchmark-results.duckdb"));
        assertThat(found.target().stateProperty().get()).isEqualTo(TargetState.NEW);
        assertThat(found.verbBinding().get()).isEqualTo("Migrate 187 documents into benchmark-results.duckdb");
        assertThat(found.readyBinding().get()).isTrue();
    }

    @Test
    void saysWhatStandsAtTheTargetsPlace() throws IOException {
        TargetModel target = found().target();

        Files.createFile(folder.resolve("there.duckdb"));
        assertThat(stateOf(target, folder.resolve("there.duckdb").toString())).isEqualTo(TargetState.EXISTS);
        assertThat(stateOf(target, folder.toString())).isEqualTo(TargetState.IS_FOLDER);
        assertThat(stateOf(target, folder.resolve("no/such/a.duckdb").toString())).isEqualTo(TargetState.NO_FOLDER);
        assertThat(stateOf(target, "  ")).isEqualTo(TargetState.EMPTY);
    }

    @Test
    void doesNothingWhileTheTargetIsOfNoUse() {
        FoundModel found = found();
        found.target().textProperty().set("");
        model.migrate();
        assertThat(model.stateProperty().get()).isInstanceOf(MigrateState.Found.class);
    }

    @Test
    void isNotReadyWhenNothingWasFound() {
        workbench.willFindNothing();
        assertThat(found().readyBinding().get()).isFalse();
    }

    @Test
    void endsWithAResultByTheChosenRecipe() {
        found();
        model.migrate();
        assertThat(model.stateProperty().get()).isInstanceOf(MigrateState.Finished.class);
        assertThat(workbench.usedRecipe()).contains("benchmark-results");
    }

    @Test
    void letsTablesBeProposedWhenNoRecipeIsChosen() {
        found().recipeProperty().set(Optional.empty());
        model.migrate();
        assertThat(workbench.usedRecipe()).isEmpty();
    }

    @Test
    void namesTheFailureAndWhatWasKeptAndLeadsBack() {
        FoundModel found = found();
        workbench.willFail(new GodwitException(ErrorCode.TARGET_LOCKED, "a.duckdb", "process 42"));
        model.migrate();

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(MigrateState.Failed.class, failed -> {
            assertThat(failed.trouble().code()).isEqualTo("GW-1301");
            assertThat(failed.trouble().message()).contains("a.duckdb").contains("process 42");
            assertThat(failed.trouble().kept()).startsWith("benchmark-results.duckdb is exactly as it was before.");
            assertThat(failed.back()).contains(found);
        });
        model.back(found);
        assertThat(model.stateProperty().get()).isEqualTo(new MigrateState.Found(found));
    }

    @Test
    void namesTheFailureOfReading() {
        workbench.willFail(new GodwitException(ErrorCode.SOURCE_MISSING, results.toString()));
        model.open(List.of(results));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(MigrateState.Failed.class, failed -> {
            assertThat(failed.trouble().code()).isEqualTo("GW-1102");
            assertThat(failed.back()).isEmpty();
            assertThat(failed.places()).containsExactly(results);
        });
    }

    @Test
    void opensAPlanAndRunsItFromItsFolder() throws IOException {
        Path plan = Files.createFile(folder.resolve("nightly.plan.json"));
        model.open(List.of(plan));

        FoundModel found = state(MigrateState.Found.class).found();
        assertThat(found.inspection().locations()).containsExactly(results.resolveSibling("results").toString());
        assertThat(found.target().path()).isEqualTo(folder.resolve("out.duckdb"));
        assertThat(plansUsed).containsExactly(plan);

        model.migrate();
        assertThat(workbench.usedBase()).isEqualTo(folder);
    }

    @Test
    void startsOverWithoutForgettingARunThatGoesOn() {
        found();
        workbench.willEnd(Outcome.NOTHING_NEW);
        model.migrate();
        model.startOver();
        assertThat(model.stateProperty().get()).isEqualTo(new MigrateState.Empty());
        assertThat(model.isRunning()).isFalse();
    }

    @Test
    void tellsTheExactCommandLine() {
        Discovery found = found().discovery();
        assertThat(CommandLine.of(found, Path.of("/a/b c.duckdb"), Optional.of("benchmark-results")))
                .contains("godwit migrate " + results + " --to '/a/b c.duckdb' --recipe benchmark-results");
        assertThat(CommandLine.of(found, Path.of("/it's.duckdb"), Optional.empty()))
                .contains("godwit migrate " + results + " --to '/it'\\''s.duckdb'");
    }

    @Test
    void namesTheTargetOfAFileByItsStem() {
        assertThat(Places.target(List.of(folder.resolve("runs.jsonl.gz"))).getFileName()).hasToString("runs.duckdb");
        assertThat(Places.target(List.of(results.resolve("a.json"), results.resolve("b.json"))).getFileName())
                .hasToString("benchmark-results.duckdb");
    }

    private FoundModel found() {
        model.open(List.of(results));
        return state(MigrateState.Found.class).found();
    }

    private <T> T state(Class<T> kind) {
        return assertThat(model.stateProperty().get()).asInstanceOf(InstanceOfAssertFactories.type(kind)).actual();
    }

    private static TargetState stateOf(TargetModel target, String text) {
        target.textProperty().set(text);
        return target.stateProperty().get();
    }
}
