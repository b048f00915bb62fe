package org.godwit.app.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.result.ResultLinks;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RunResult.Outcome;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard without a stage: background work happens at once, on the test's own thread. */
final class WizardModelTest {
    private final FakeWorkbench workbench = new FakeWorkbench();
    private final FakeDesk desk = new FakeDesk();
    private final FxTasks tasks = new FxTasks(new TaskService(Runnable::run), Runnable::run);
    private final List<Path> used = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path results = Path.of("");
    private Optional<WizardModel> made = Optional.empty();

    @BeforeEach
    void makeResults() throws IOException {
        results = Files.createDirectory(folder.resolve("benchmark-results"));
        WizardLinks links = new WizardLinks(FakeRows.opener(), used::add, FXCollections.observableArrayList(), folder.resolve("plans"), ResultLinks.NONE);
        made = Optional.of(new WizardModel(workbench, new Kit(tasks, desk), links));
    }

    private WizardModel model() {
        return made.orElseThrow();
    }

    @Test
    void suggestsTheRecipeThatSuitsAndATargetBesideTheSource() {
        FoundModel found = found();

        assertThat(found.recipeProperty().get()).contains("benchmark-results");
        assertThat(found.target().path()).isEqualTo(folder.resolve("benchmark-results.duckdb"));
        assertThat(found.target().stateProperty().get()).isEqualTo(TargetState.NEW);
    }

    @Test
    void goesStepByStepAndNamesTheCommitByWhatItDoes() {
        assertThat(model().step()).isEqualTo("source");
        model().next();
        assertThat(model().step()).isEqualTo("source");
        assertThat(model().blocked(0).getValue()).isEqualTo("Choose a folder, files or a plan first.");

        found();
        assertThat(model().step()).isEqualTo("source");
        model().next();
        assertThat(model().step()).isEqualTo("data");
        model().next();
        assertThat(model().step()).isEqualTo("mapping");
        model().next();
        assertThat(model().step()).isEqualTo("review");
        assertThat(model().review().verb()).isEqualTo("Mi_grate 187 documents into 7 tables");
        model().back();
        assertThat(model().step()).isEqualTo("mapping");
        assertThat(workbench.usedBase()).as("nothing ran").isNull();
    }

    @Test
    void leadsWhoeverIsInAHurryStraightToTheReview() {
        found();
        model().accept();
        assertThat(model().step()).isEqualTo("review");
        model().migrate();
        assertThat(model().step()).isEqualTo("result");
    }

    @Test
    void doesNotLeadPastAStepThatIsNotReady() {
        model().go("review");
        assertThat(model().step()).isEqualTo("source");
        found();
        model().go("run");
        model().go("result");
        assertThat(model().step()).isEqualTo("source");
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
    void tellsWhatIsAddedToADatabaseThatExists() throws IOException {
        Files.createFile(folder.resolve("benchmark-results.duckdb"));
        found();
        model().accept();
        model().review().look();

        assertThat(model().review().target()).startsWith("The database exists, with 7 tables and 626 rows. They stay;");
        assertThat(model().review().tables()).first().satisfies(table -> assertThat(table.has()).isEqualTo(12));
        assertThat(model().review().words()).anyMatch(words -> words.equals("0 tables are made and 7 tables are added to in benchmark-results.duckdb."));
    }

    @Test
    void tellsWhatGivesWayIfRowsAreReplaced() throws IOException {
        Files.createFile(folder.resolve("benchmark-results.duckdb"));
        FoundModel found = found();
        model().accept();
        model().review().look();
        assertThat(model().review().canReplace()).isTrue();

        model().review().replace(true);

        assertThat(model().review().verb()).isEqualTo("Mi_grate 187 documents, replacing 626 rows");
        assertThat(model().review().target()).contains("The rows of this plan's tables give way to the new ones");
        assertThat(model().review().words()).contains("0 tables are made, and 626 rows of 7 tables of benchmark-results.duckdb give way to the new ones.");
        assertThat(found.into(model().review().plan()).mode()).isEqualTo(Plan.Mode.REPLACE);
        assertThat(CommandLine.of(found)).hasValueSatisfying(command -> assertThat(command).endsWith(" --replace"));

        found.target().textProperty().set(folder.resolve("other.duckdb").toString());
        assertThat(found.into(model().review().plan()).mode()).isEqualTo(Plan.Mode.APPEND);
    }

    @Test
    void writesIntoAProtectedTargetOnlyWhenThePersonSaysSo() throws IOException {
        Files.writeString(folder.resolve("godwit-profiles.json"), """
                { "version": 1, "profiles": { "production": { "protected": true, "places": { "results": { "type": "duckdb", "path": "out.duckdb" } } } } }
                """);
        model().open(List.of(Files.createFile(folder.resolve("lab.plan.json"))));
        model().accept();
        model().review().look();
        assertThat(model().review().blocked().getValue()).isEqualTo("The profile production protects the target: tick that it is to be written.");
        model().migrate();
        assertThat(model().step()).isEqualTo("review");
        assertThat(workbench.usedBase()).as("nothing ran").isNull();

        model().review().protection().agreedProperty().set(true);
        assertThat(model().review().blocked().getValue()).isEmpty();
        model().migrate();
        assertThat(model().step()).isEqualTo("result");
    }

    @Test
    void doesNothingWhileTheTargetIsOfNoUse() {
        FoundModel found = found();
        model().accept();
        found.target().textProperty().set("");
        model().migrate();
        assertThat(model().step()).isEqualTo("review");
        assertThat(model().review().blocked().getValue()).isEqualTo("Name a file or folder for the target.");
    }

    @Test
    void goesNowhereWhenNothingWasFound() {
        workbench.willFindNothing();
        found();
        model().next();
        assertThat(model().step()).isEqualTo("source");
        assertThat(model().blocked(0).getValue()).startsWith("There are no documents here.");
    }

    @Test
    void makesTheDraftAnewWhenNoRecipeIsChosen() {
        FoundModel found = found();
        assertThat(workbench.usedRecipe()).contains("benchmark-results");
        found.recipeProperty().set(Optional.empty());
        assertThat(workbench.usedRecipe()).isEmpty();
        assertThat(found.draftProperty().get()).isInstanceOf(FoundModel.DraftState.Made.class);
    }

    @Test
    void namesTheFailureOfANewDraftAndKeepsTheOneBefore() {
        FoundModel found = found();
        workbench.willFail(new GodwitException(ErrorCode.SOURCE_MISSING, results.toString()));
        found.recipeProperty().set(Optional.empty());

        assertThat(found.draftProperty().get()).isInstanceOf(FoundModel.DraftState.Failed.class);
        assertThat(model().draftBlocked().getValue()).contains(results.toString());
        assertThat(model().canReach(3)).isFalse();
    }

    @Test
    void namesTheFailureAndWhatWasKeptAndLeadsBack() {
        found();
        model().accept();
        workbench.willFail(new GodwitException(ErrorCode.TARGET_LOCKED, "a.duckdb", "process 42"));
        model().migrate();

        assertThat(model().runProperty().get()).isInstanceOfSatisfying(RunState.Failed.class, failed -> {
            assertThat(failed.trouble().code()).isEqualTo("GW-1301");
            assertThat(failed.trouble().message()).contains("a.duckdb").contains("process 42");
            assertThat(failed.trouble().kept()).startsWith("benchmark-results.duckdb is exactly as it was before.");
        });
        assertThat(model().step()).isEqualTo("run");
        model().backToReview();
        assertThat(model().step()).isEqualTo("review");
        model().migrate();
        assertThat(model().step()).isEqualTo("result");
    }

    @Test
    void namesTheFailureOfReadingAndTriesAgain() {
        workbench.willFail(new GodwitException(ErrorCode.SOURCE_MISSING, results.toString()));
        model().open(List.of(results));
        SourceState.Failed failed =
                assertThat(model().sourceProperty().get()).asInstanceOf(InstanceOfAssertFactories.type(SourceState.Failed.class)).actual();
        assertThat(failed.trouble().code()).isEqualTo("GW-1102");
        assertThat(failed.places()).containsExactly(results);
        failed.again().run();
        assertThat(model().found()).isPresent();
    }

    @Test
    void opensAPlanAndRunsItFromItsFolder() throws IOException {
        Path plan = Files.createFile(folder.resolve("nightly.plan.json"));
        model().open(List.of(plan));

        FoundModel found = model().found().orElseThrow();
        assertThat(found.discovery().locations()).containsExactly(folder.resolve("results").toString());
        assertThat(found.target().path()).isEqualTo(folder.resolve("out.duckdb"));
        assertThat(found.isSettled()).isTrue();
        assertThat(used).containsExactly(plan);

        model().accept();
        model().migrate();
        assertThat(workbench.usedBase()).isEqualTo(folder);
    }

    @Test
    void takesThePlanOfAnEarlierRunToTheReview() {
        model().open(workbench.planOf("20261120-164510-77aa").orElseThrow().plan(), folder);
        assertThat(model().step()).isEqualTo("review");
        assertThat(workbench.usedBase()).as("nothing ran yet").isNull();
        model().migrate();
        assertThat(workbench.usedBase()).isEqualTo(folder);
    }

    @Test
    void startsOverAfterAResult() {
        found();
        workbench.willEnd(Outcome.NOTHING_NEW);
        model().accept();
        model().migrate();
        model().startOver();
        assertThat(model().sourceProperty().get()).isEqualTo(new SourceState.Nothing());
        assertThat(model().step()).isEqualTo("source");
        assertThat(model().isRunning()).isFalse();
    }

    @Test
    void tellsTheExactCommandLine() {
        FoundModel found = found();
        found.target().textProperty().set("/a/b c.duckdb");
        assertThat(CommandLine.of(found)).contains("godwit migrate " + results + " --to '/a/b c.duckdb' --recipe benchmark-results");
        found.recipeProperty().set(Optional.empty());
        found.target().textProperty().set("/it's.duckdb");
        assertThat(CommandLine.of(found)).contains("godwit migrate " + results + " --to '/it'\\''s.duckdb'");
    }

    @Test
    void namesTheTargetOfAFileByItsStem() {
        assertThat(Places.target(List.of(folder.resolve("runs.jsonl.gz"))).getFileName()).hasToString("runs.duckdb");
        assertThat(Places.target(List.of(results.resolve("a.json"), results.resolve("b.json"))).getFileName())
                .hasToString("benchmark-results.duckdb");
    }

    private FoundModel found() {
        model().open(List.of(results));
        return model().found().orElseThrow();
    }

    private static TargetState stateOf(TargetModel target, String text) {
        target.textProperty().set(text);
        return target.stateProperty().get();
    }
}
