package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.godwit.analysis.matrix.StarSchema;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.matrix.MatrixState;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.app.testing.Opened;
import org.godwit.app.trace.TraceState;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The screen of compatibility in the real window: heatmap, rows, and the way to the source. */
final class CompatibilityTest {
    @TempDir
    private Path folder;

    private Path database = Path.of("");
    private final Shown shown = new Shown();

    private static final class Shown {
        private java.util.Optional<TestWindow> window = java.util.Optional.empty();
    }

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        database = StarSchema.make(folder.resolve("star.duckdb"));
        shown.window = java.util.Optional.of(new TestWindow(folder));
        window().go("matrix");
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        window().close();
    }

    private TestWindow window() {
        return shown.window.orElseThrow();
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Objects.requireNonNull(Opened.find(window().scene(), selector, kind), selector);
    }

    private void show(Path file) throws InterruptedException, ExecutionException {
        Fx.run(() -> window().window.matrix().open(file));
        Fx.until("matrix", () -> window().window.matrix().stateProperty().get() instanceof MatrixState.Shown);
        Fx.run(() -> {
            window().scene().getRoot().applyCss();
            window().scene().getRoot().layout();
            at("#heatmap", Node.class).requestFocus();
        });
    }

    private String spoken() throws InterruptedException, ExecutionException {
        return Fx.get(() -> at("#heatmap", Node.class).getAccessibleText());
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() throws InterruptedException, ExecutionException {
        assertThat(window().texts()).contains("What works on what?");
        Fx.run(() -> window().scene().getRoot().applyCss());
        assertThat(Fx.get(() -> Names.missing(window().scene().getRoot()))).isEmpty();
    }

    @Test
    void goesFromSquareToRowsByKeyboardAlone() throws InterruptedException, ExecutionException {
        show(database);
        assertThat(spoken()).startsWith("(none) on cpu. Conflicting");
        window().press("Down", "Down");
        assertThat(spoken()).startsWith("conflicting on cpu. Conflicting: some results pass, some fail. 2 results: 1 passes, 1 fails");
        window().press("Right");
        assertThat(spoken()).startsWith("conflicting on cuda. Not tested");
        window().press("Left", "Enter");
        Fx.until("rows", () -> window().scene().lookup("#pair-rows") instanceof TableView<?> table && table.getItems().size() == 2);
        assertThat(Fx.get(() -> Names.missing(window().scene().getRoot()))).isEmpty();
        Fx.run(() -> at("#pair-rows", TableView.class).requestFocus());
        window().press("Escape");
        Fx.until("closed", () -> window().scene().lookup("#pair-rows") == null);
        assertThat(Fx.get(() -> at("#heatmap", Node.class).isFocused())).isTrue();
    }

    @Test
    void opensTheRowsOfThePressedSquareAndTracesARow() throws InterruptedException, ExecutionException {
        show(database);
        press(2, 0);
        Fx.until("rows", () -> window().scene().lookup("#pair-rows") instanceof TableView<?> table && table.getItems().size() == 2);
        Fx.run(() -> at("#matrix-trace", Button.class).fire());
        // The test's database has no documents, so the place is asked for and not found.
        Fx.until("trace", () -> window().window.tracing().stateProperty().get() instanceof TraceState.Failed failed
                && failed.origin().doc() == 16 && failed.origin().at().equals("/a/6") && failed.origin().table().equals("hardware_compatibility"));
    }

    /** Presses the middle of a square, found by how the heatmap's words change. */
    private void press(int row, int column) throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            Node map = at("#heatmap", Node.class);
            for (double y = map.getLayoutBounds().getHeight() - 1; y > 0; y -= 4) {
                for (double x = 0; x < map.getLayoutBounds().getWidth(); x += 20) {
                    if (map.getAccessibleText().startsWith("conflicting on cpu")) {
                        return;
                    }
                    map.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true,
                            false, false, null));
                }
            }
            throw new AssertionError("no square at " + row + ", " + column);
        });
    }

    @Test
    void showsSimulatedFiltersAndHidesStates() throws InterruptedException, ExecutionException {
        show(database);
        Fx.run(() -> at("#matrix-simulated", CheckBox.class).fire());
        Fx.until("simulated", () -> arrangement().rowCount() == 8);
        Fx.run(() -> at("#legend-fails", ToggleButton.class).fire());
        Fx.until("hidden", () -> arrangement().look().hidden().size() == 1);
        Fx.run(() -> at("#matrix-filter", TextField.class).setText("partial"));
        Fx.until("filter", () -> arrangement().rowCount() == 1);
        Fx.run(() -> at("#matrix-filter", TextField.class).setText(""));
        Fx.until("no filter", () -> arrangement().rowCount() > 1);
    }

    private org.godwit.analysis.matrix.Arrangement arrangement() {
        return ((MatrixState.Shown) window().window.matrix().stateProperty().get()).arrangement();
    }

    @Test
    void asksWhatToShowWhereNothingIsReady() throws InterruptedException, ExecutionException {
        Path other = StarSchema.makeWithout(folder.resolve("other.duckdb"));
        Fx.run(() -> window().window.matrix().open(other));
        Fx.until("form", () -> window().scene().lookup("#setup-rows") != null);
        assertThat(Fx.get(() -> Names.missing(window().scene().getRoot()))).isEmpty();
        Fx.run(() -> {
            choose("#setup-rows", "runs.suite");
            choose("#setup-columns", "runs.machine");
            choose("#setup-value", "runs.outcome");
            at("#setup-show", Button.class).fire();
        });
        Fx.until("matrix", () -> window().window.matrix().stateProperty().get() instanceof MatrixState.Shown);
        assertThat(Fx.get(() -> arrangement().rowCount())).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private void choose(String selector, String value) {
        ((ComboBox<String>) at(selector, ComboBox.class)).setValue(value);
    }

    @Test
    void leadsFromRealResultsToTheExactPlaceInTheirFiles() throws InterruptedException, ExecutionException {
        Path target = folder.resolve("real.duckdb");
        LocalWorkbench workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
        Plan plan = workbench.inspectAndPropose(java.util.List.of(results().toString()), target.toString(), java.util.Optional.of("benchmark-results"), new TaskContext())
                .plan();
        var _ = workbench.run(plan, folder, RunOptions.usual(), new TaskContext());
        show(target);
        window().press("Down", "Right");
        assertThat(spoken()).startsWith("bert on cpu. Conflicting").contains("4 results: 1 passes, 3 fail");
        window().press("Enter");
        Fx.until("rows", () -> window().scene().lookup("#pair-rows") instanceof TableView<?> table && table.getItems().size() == 4);
        Fx.run(() -> at("#matrix-trace", Button.class).fire());
        Fx.until("trace", () -> window().window.tracing().stateProperty().get() instanceof TraceState.Shown);
        TraceState.Shown found = (TraceState.Shown) Fx.get(() -> window().window.tracing().stateProperty().get());
        assertThat(found.trace().source().state()).isEqualTo(Trace.State.SAME);
        assertThat(found.trace().spots()).isNotEmpty();
        assertThat(found.trace().source().path()).exists();
        assertThat(found.trace().spots().getFirst().pointer()).contains("bert");
    }

    private static Path results() {
        return Stream.iterate(Path.of(System.getProperty("user.dir")).toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared").resolve("data").resolve("benchmark-results"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the real data folder shared/data is not here"));
    }
}
