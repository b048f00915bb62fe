package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Settings;
import org.godwit.app.migrate.MigrateState;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakePages;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.model.RunResult.Outcome;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through the real window, from a dropped folder to the result. */
final class StraightPathTest {
    private final FakeWorkbench workbench = new FakeWorkbench().withHistory();
    private final FakeDesk desk = new FakeDesk();
    private final TaskService tasks = new TaskService();

    @TempDir
    private Path folder;

    private Path results = Path.of("");
    private Shown shown = new Shown();

    /** What is on the screen. */
    private static final class Shown {
        private Optional<Window> window = Optional.empty();
        private Optional<Stage> stage = Optional.empty();
    }

    @BeforeEach
    void open() throws IOException, InterruptedException, ExecutionException {
        results = Files.createDirectory(folder.resolve("benchmark-results"));
        Fx.start();
        Fx.run(() -> {
            Services services = new Services(workbench, new FakePages(), folder, Optional.of(results));
            Window window = new Window(
                    services, new Settings(folder), new FxTasks(tasks, Platform::runLater), desk, new SimpleObjectProperty<>(ColorScheme.LIGHT));
            Stage stage = new Stage();
            stage.setScene(window.scene());
            stage.setWidth(1000);
            stage.setHeight(800);
            stage.show();
            shown.window = Optional.of(window);
            shown.stage = Optional.of(stage);
        });
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        tasks.close();
        Fx.run(() -> shown.stage.orElseThrow().close());
    }

    @Test
    void leadsFromAFolderToACheckedDatabase() throws InterruptedException, ExecutionException {
        desk.willAnswer(results);
        press("Choose _folder…");
        until(MigrateState.Found.class);
        assertThat(at("#datasets", TableView.class).getItems().size()).isEqualTo(11);
        assertThat(at("#problems", ListView.class).getItems().size()).isEqualTo(1);
        assertThat(at("#target", TextField.class).getText()).endsWith("benchmark-results.duckdb");

        fire("#migrate");
        until(MigrateState.Finished.class);
        Fx.until("rows", () -> at("#rows", TableView.class).getItems().size() == 200);
        assertThat(texts()).contains("187 of 187", "16,234 values read", "Balanced", "12,871", "2,918", "433");

        press("Copy as c_ommand");
        assertThat(desk.copied()).singleElement().asString().startsWith("godwit migrate " + results + " --to ").endsWith("--recipe benchmark-results");
        desk.willAnswer(folder.resolve("my.plan.json"));
        press("Save _plan…");
        Fx.until("plan", () -> Files.exists(folder.resolve("my.plan.json")));
        press("Open fol_der");
        assertThat(desk.opened()).containsExactly(folder);
    }

    @Test
    void goesOnWhileThePersonIsElsewhereAndCancelsFromTheTaskBar() throws InterruptedException, ExecutionException {
        drop();
        workbench.stayHalfDone(true);
        fire("#migrate");
        until(MigrateState.Running.class);
        Fx.run(() -> at("#nav-home", ToggleButton.class).fire());
        Fx.until("task bar", () -> texts().stream().anyMatch(text -> text.startsWith("Reading and shaping")));
        Fx.run(() -> at("#nav-migrate", ToggleButton.class).fire());
        Fx.until("tables", () -> at("#running-tables", ListView.class).getItems().size() == 7);

        Fx.run(() -> at(".task-row .button", Button.class).fire());
        until(MigrateState.Cancelled.class);
        assertThat(texts()).anyMatch(text -> text.startsWith("benchmark-results.duckdb is exactly as it was before."));
    }

    @Test
    void keepsARunThatGoesOnWhenAnotherFolderIsDropped() throws InterruptedException, ExecutionException {
        drop();
        workbench.stayHalfDone(true);
        fire("#migrate");
        until(MigrateState.Running.class);
        Fx.run(() -> shown.window.orElseThrow().migrate().open(List.of(results)));
        until(MigrateState.Running.class);
    }

    @Test
    void saysThatNothingIsNew() throws InterruptedException, ExecutionException {
        workbench.willEnd(Outcome.NOTHING_NEW);
        drop();
        fire("#migrate");
        until(MigrateState.Finished.class);
        assertThat(texts()).contains("Nothing new for benchmark-results.duckdb");
    }

    @Test
    void showsDifferencesAndThatTheTargetWasKept() throws InterruptedException, ExecutionException {
        workbench.willEnd(Outcome.VERIFICATION_FAILED);
        drop();
        fire("#migrate");
        until(MigrateState.Finished.class);
        assertThat(texts()).contains("Verification found differences", "186 of 187").doesNotContain("Tables (7)");
    }

    @Test
    void namesEverythingThatCanHaveTheFocus() throws InterruptedException, ExecutionException {
        assertAllNamed("home");
        Fx.run(() -> at("#nav-runs", ToggleButton.class).fire());
        Fx.until("runs", () -> !at("#runs", TableView.class).getItems().isEmpty());
        assertAllNamed("runs");
        drop();
        assertAllNamed("found");
        workbench.stayHalfDone(true);
        fire("#migrate");
        until(MigrateState.Running.class);
        assertAllNamed("running");
        workbench.stayHalfDone(false);
        until(MigrateState.Finished.class);
        assertAllNamed("result");
    }

    private void assertAllNamed(String screen) throws InterruptedException, ExecutionException {
        assertThat(Fx.get(() -> Names.missing(shown.stage.orElseThrow().getScene().getRoot()))).as(screen).isEmpty();
    }

    /** Does what dropping the folder does. */
    private void drop() throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            shown.window.orElseThrow().migrate().open(List.of(results));
            shown.window.orElseThrow().shell().go("migrate");
        });
        until(MigrateState.Found.class);
    }

    private void until(Class<? extends MigrateState> state) throws InterruptedException, ExecutionException {
        Fx.until(state.getSimpleName(), () -> state.isInstance(shown.window.orElseThrow().migrate().stateProperty().get()));
        Fx.run(() -> shown.stage.orElseThrow().getScene().getRoot().applyCss());
    }

    private void fire(String selector) throws InterruptedException, ExecutionException {
        Fx.until(selector, () -> !at(selector, Button.class).isDisabled());
        Fx.run(() -> at(selector, Button.class).fire());
    }

    private void press(String text) throws InterruptedException, ExecutionException {
        Fx.run(() -> all(shown.stage.orElseThrow().getScene().getRoot())
                .filter(node -> node instanceof Button button && text.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire());
    }

    private List<String> texts() {
        return all(shown.stage.orElseThrow().getScene().getRoot())
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof javafx.scene.Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(StraightPathTest::all))
                : Stream.of(node);
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return kind.cast(shown.stage.orElseThrow().getScene().lookup(selector));
    }
}
