package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.app.testing.Opened;
import org.godwit.model.RunResult.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through the real window, from a dropped folder to the result. */
final class StraightPathTest {
    @TempDir
    private Path folder;

    private Path results = Path.of("");
    private TestWindow shown;

    @BeforeEach
    void open() throws IOException, InterruptedException, ExecutionException {
        results = Files.createDirectory(folder.resolve("benchmark-results"));
        shown = new TestWindow(folder);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
    }

    @Test
    void leadsFromAFolderToACheckedDatabase() throws InterruptedException, ExecutionException {
        shown.desk.willAnswer(results);
        press("Choose _folder…");
        untilFound();
        assertThat(Fx.get(() -> at("#problems", ListView.class).getItems().size())).isEqualTo(1);
        assertThat(Fx.get(() -> at("#files", TableView.class).getItems().size())).isEqualTo(188);
        assertThat(Fx.get(() -> at("#target", TextField.class).getText())).endsWith("benchmark-results.duckdb");

        fire("#next");
        assertThat(Fx.get(() -> at("#datasets", ListView.class).getItems().size())).isEqualTo(11);
        fire("#next");
        fire("#next");
        assertThat(Fx.get(() -> at("#planned", TableView.class).getItems().size())).isEqualTo(7);
        fire("#migrate");
        untilStep("result");
        Fx.until("rows", () -> at("#rows", TableView.class).getItems().size() > 200);
        assertThat(shown.texts()).contains("187 of 187", "16,234 values read", "Balanced", "12,871", "2,918", "433");

        press("Cop_y as command");
        Fx.until("command", () -> !shown.desk.copied().isEmpty());
        assertThat(shown.desk.copied()).singleElement().asString().startsWith("godwit migrate " + results + " --to ").endsWith("--recipe benchmark-results");
        shown.desk.willAnswer(folder.resolve("my.plan.json"));
        press("Sa_ve plan…");
        Fx.until("plan", () -> Files.exists(folder.resolve("my.plan.json")));
        press("Open fol_der");
        assertThat(shown.desk.opened()).containsExactly(folder);
    }

    @Test
    void takesThreeClicksFromTheStartToTheResultOfTheSample() throws InterruptedException, ExecutionException {
        press("Open the _sample");
        untilFound();
        fire("#accept");
        assertThat(step()).isEqualTo("review");
        fire("#migrate");
        untilStep("result");
        assertThat(shown.texts()).contains("187 of 187");
    }

    @Test
    void goesOnWhileThePersonIsElsewhereAndCancelsFromTheTaskBar() throws InterruptedException, ExecutionException {
        drop();
        fire("#accept");
        shown.workbench.stayHalfDone(true);
        fire("#migrate");
        untilStep("run");
        Fx.run(() -> at("#nav-home", ToggleButton.class).fire());
        Fx.until("task bar", () -> Opened.texts(shown.scene()).stream().anyMatch(text -> text.startsWith("Reading and shaping")));
        Fx.run(() -> at("#nav-migrate", ToggleButton.class).fire());
        Fx.until("tables", () -> at("#running-tables", ListView.class).getItems().size() == 7);
        assertThat(Fx.get(() -> at("#back", Button.class).isDisabled())).isTrue();

        Fx.run(() -> at(".task-row .button", Button.class).fire());
        Fx.until("cancelled", () -> Opened.texts(shown.scene()).contains("Cancelled"));
        assertThat(shown.texts()).anyMatch(text -> text.startsWith("benchmark-results.duckdb is exactly as it was before."));
        fire("#back");
        assertThat(step()).isEqualTo("review");
    }

    @Test
    void showsTheNameAtTheEndOfALongPath() throws InterruptedException, ExecutionException {
        drop();
        Fx.until("end", () -> {
            TextField field = at("#target", TextField.class);
            double right = field.lookup(".text").getBoundsInParent().getMaxX();
            return field.getWidth() > 0 && field.getText().length() > 40 && right <= field.getWidth();
        });
    }

    @Test
    void saysWhatGivesWayBeforeRowsAreReplaced() throws IOException, InterruptedException, ExecutionException {
        Files.createFile(folder.resolve("benchmark-results.duckdb"));
        drop();
        fire("#accept");
        Fx.until("tables", () -> at("#replace", CheckBox.class) != null);
        Fx.run(() -> at("#replace", CheckBox.class).requestFocus());
        Fx.run(() -> at("#replace", CheckBox.class).fire());
        assertThat(Fx.get(() -> at("#migrate", Button.class).getText())).isEqualTo("Mi_grate 187 documents, replacing 626 rows");
        assertThat(shown.texts()).anyMatch(text -> text.contains("rows of 7 tables of benchmark-results.duckdb give way"));
        assertThat(Fx.get(() -> shown.scene().getFocusOwner().getId())).isEqualTo("replace");
        fire("#migrate");
        untilStep("result");
    }

    @Test
    void findsTheResultWhenThePersonComesBackLater() throws InterruptedException, ExecutionException {
        drop();
        fire("#accept");
        shown.workbench.stayHalfDone(true);
        fire("#migrate");
        untilStep("run");
        shown.go("home");
        shown.workbench.stayHalfDone(false);
        Fx.until("over", () -> !shown.window.migrate().isRunning());
        shown.go("migrate");
        untilStep("result");
        assertThat(shown.texts()).contains("187 of 187");
    }

    @Test
    void keepsARunThatGoesOnWhenAnotherFolderIsDropped() throws InterruptedException, ExecutionException {
        drop();
        fire("#accept");
        shown.workbench.stayHalfDone(true);
        fire("#migrate");
        untilStep("run");
        Fx.run(() -> shown.window.migrate().open(List.of(results)));
        assertThat(Fx.get(() -> shown.window.migrate().isRunning())).isTrue();
        assertThat(step()).isEqualTo("run");
    }

    @Test
    void saysThatNothingIsNew() throws InterruptedException, ExecutionException {
        end(Outcome.NOTHING_NEW);
        assertThat(shown.texts()).contains("Nothing new for benchmark-results.duckdb");
    }

    @Test
    void showsDifferencesAndThatTheTargetWasKept() throws InterruptedException, ExecutionException {
        end(Outcome.VERIFICATION_FAILED);
        assertThat(shown.texts()).contains("Verification found differences", "186 of 187").doesNotContain("Tables (7)");
    }

    private void end(Outcome outcome) throws InterruptedException, ExecutionException {
        shown.workbench.willEnd(outcome);
        drop();
        fire("#accept");
        fire("#migrate");
        untilStep("result");
    }

    @Test
    void runsAgainWhatTheHistoryHolds() throws InterruptedException, ExecutionException {
        shown.go("runs");
        Fx.until("runs", () -> at("#runs", TableView.class).getItems().size() == 6);
        Fx.run(() -> at("#runs-filter", TextField.class).setText("robots"));
        assertThat(Fx.get(() -> at("#runs", TableView.class).getItems().size())).isEqualTo(2);
        Fx.run(() -> at("#runs", TableView.class).getSelectionModel().selectLast());
        press("_Show");
        Fx.until("detail", () -> Opened.texts(shown.scene()).contains("The run failed"));
        press("Tr_y again");
        untilStep("review");
        assertThat(shown.current()).isEqualTo("migrate");
        assertThat(shown.workbench.usedBase()).as("nothing runs before the commit").isNull();
    }

    @Test
    void namesEverythingThatCanHaveTheFocus() throws InterruptedException, ExecutionException {
        assertAllNamed("home");
        shown.go("runs");
        Fx.until("runs", () -> !at("#runs", TableView.class).getItems().isEmpty());
        assertAllNamed("runs");
        drop();
        for (String step : List.of("source", "data", "mapping", "review")) {
            assertThat(step()).isEqualTo(step);
            assertAllNamed(step);
            if (!step.equals("review")) {
                fire("#next");
            }
        }
        shown.workbench.stayHalfDone(true);
        fire("#migrate");
        untilStep("run");
        assertAllNamed("running");
        shown.workbench.stayHalfDone(false);
        untilStep("result");
        assertAllNamed("result");
    }

    private void assertAllNamed(String screen) throws InterruptedException, ExecutionException {
        assertThat(Fx.get(() -> Names.missing(shown.scene().getRoot()))).as(screen).isEmpty();
    }

    /** Does what dropping the folder does. */
    private void drop() throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            shown.window.migrate().open(List.of(results));
            shown.window.shell().go("migrate");
        });
        untilFound();
    }

    private void untilFound() throws InterruptedException, ExecutionException {
        Fx.until("found", () -> at("#target", TextField.class) != null && !at("#next", Button.class).isDisabled());
    }

    private void untilStep(String step) throws InterruptedException, ExecutionException {
        Fx.until(step, () -> shown.window.migrate().step().equals(step));
    }

    private String step() throws InterruptedException, ExecutionException {
        return Fx.get(() -> shown.window.migrate().step());
    }

    private void fire(String selector) throws InterruptedException, ExecutionException {
        Fx.until(selector, () -> at(selector, Button.class) != null && !at(selector, Button.class).isDisabled());
        Fx.run(() -> at(selector, Button.class).fire());
    }

    private void press(String text) throws InterruptedException, ExecutionException {
        Fx.run(() -> Opened.button(shown.scene(), text).fire());
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
