package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.cli.Cli;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.testing.MemoryKeyStore;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.store.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with the real engine on the sample: by hand, by the keys alone, and the same plan by the command line. */
final class WizardPathTest {
    private static final Path SAMPLE = Path.of("samples/benchmark-results");

    @TempDir
    private Path folder;

    private Path results = Path.of("");
    private Optional<Workbench> workbench = Optional.empty();
    private TestWindow shown;

    @BeforeEach
    void open() throws IOException, InterruptedException, ExecutionException {
        results = folder.resolve("benchmark-results");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = results.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Workbench real = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
        workbench = Optional.of(real);
        TableOpener none = (database, table, cancelled) -> new FakeRows(0);
        shown = new TestWindow(folder, _ -> new Services(real, none, folder.resolve("home"), Optional.of(results)));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
    }

    @Test
    void givesTheSameTargetAsTheCommandLineWithTheSavedPlan() throws IOException, InterruptedException, ExecutionException {
        press("Open the _sample");
        untilStep("source", "#next");
        assertThat(Fx.get(() -> Opened.texts(shown.scene()))).anyMatch(text -> text.contains("cannot be read"));
        shown.fire("#next");
        shown.fire("#next");
        editUndoAndRedo();
        shown.fire("#next");
        shown.fire("#migrate");
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));

        Path saved = folder.resolve("saved.plan.json");
        shown.desk.willAnswer(saved);
        press("Sa_ve plan…");
        Fx.until("saved", () -> Files.exists(saved));
        assertThat(sameByCommandLine(saved)).isIn(0, 3);
    }

    /** Takes a column out of the plan, takes that back, and does it again. */
    private void editUndoAndRedo() throws InterruptedException, ExecutionException {
        Plan before = plan();
        TableSpec table = before.tables().getLast();
        String column = table.columns().getLast().name();
        Fx.until("tree", () -> at("#target-tree", TreeTableView.class) != null);
        Fx.run(() -> {
            TreeTableView<?> tree = at("#target-tree", TreeTableView.class);
            select(tree, tree.getRoot().getChildren().getLast());
            tree.requestFocus();
        });
        shown.press("Delete");
        assertThat(plan().table(table.name()).flatMap(now -> now.column(column))).isEmpty();
        shown.press("Ctrl+Z");
        assertThat(plan()).isEqualTo(before);
        shown.press("Ctrl+Y");
        assertThat(plan().table(table.name()).flatMap(now -> now.column(column))).isEmpty();
        Fx.until("checked", () -> !at("#next", Button.class).isDisabled());
    }

    private static <T> void select(TreeTableView<T> tree, TreeItem<?> table) {
        table.setExpanded(true);
        int row = tree.getExpandedItemCount() - 1;
        tree.scrollTo(row);
        tree.getSelectionModel().clearAndSelect(row);
    }

    private Plan plan() throws InterruptedException, ExecutionException {
        return Fx.get(() -> shown.window.migrate().mapping().planProperty().get());
    }

    /** Runs the saved plan into another file by the command line, compares, and returns the exit code. */
    private int sameByCommandLine(Path saved) {
        Workbench real = workbench.orElseThrow();
        Plan p = real.readPlan(saved);
        Path second = folder.resolve("second.duckdb");
        Path moved = folder.resolve("second.plan.json");
        Plan other = new Plan(
                p.version(), p.name(), p.description(), p.sources(), new Plan.Target("duckdb", second.toString()), p.datasets(), p.tables(), p.views(), p.options());
        real.writePlan(other, moved);
        int exit = Cli.main(new String[] {"run", moved.toString(), "--json"}, () -> real, (location, sql, rows) -> {}, new MemoryKeyStore());
        Path first = folder.resolve("benchmark-results.duckdb");
        for (TableSpec table : p.tables()) {
            String sql = "SELECT * FROM " + Sql.name(table.name()) + " ORDER BY ALL";
            assertThat(rows(second, sql)).as(table.name()).isEqualTo(rows(first, sql));
        }
        String documents = "SELECT doc, file, position, line, sha256, dataset, hash_high, hash_low, rest FROM _godwit_documents ORDER BY doc";
        assertThat(rows(second, documents)).isNotEmpty().isEqualTo(rows(first, documents));
        return exit;
    }

    private static List<List<String>> rows(Path database, String sql) {
        try (ReadOnlyFile file = ReadOnlyFile.open(database); Session session = file.session()) {
            return session.texts(sql);
        }
    }

    @Test
    void canBeGoneByTheKeysAlone() throws InterruptedException, ExecutionException {
        shown.press("Alt+S");
        untilStep("source", "#next");
        shown.press("Alt+N");
        untilStep("data", "#next");
        shown.press("Alt+N");
        untilStep("mapping", "#next");
        shown.press("Alt+B");
        untilStep("data", "#next");
        shown.press("Alt+A");
        untilStep("review", "#migrate");
        shown.press("Alt+G");
        Fx.until("result", () -> shown.window.migrate().step().equals("result"));
        assertThat(Files.exists(folder.resolve("benchmark-results.duckdb"))).isTrue();
        layOut();
        shown.press("Alt+Y");
        Fx.until("command", () -> !shown.desk.copied().isEmpty());
        shown.press("Alt+N");
        untilStep("source", "#next");
    }

    @Test
    void neverHoldsTheFocus() throws InterruptedException, ExecutionException {
        press("Open the _sample");
        untilStep("source", "#next");
        for (String step : List.of("source", "data")) {
            untilStep(step, "#next");
            shown.tabTo("next");
            shown.press("Enter");
            Fx.run(() -> Event.fireEvent(shown.scene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_RELEASED, "", "Enter", KeyCode.ENTER, false, false, false, false)));
        }
        untilStep("mapping", "#next");
    }

    @Test
    void showsTheTargetsFieldAndTheRawLinesOfWhatIsBroken() throws InterruptedException, ExecutionException {
        press("Open the _sample");
        untilStep("source", "#next");
        assertThat(Fx.get(() -> at("#target", TextField.class).getText())).isEqualTo(folder.resolve("benchmark-results.duckdb").toString());
        Fx.until("raw lines", () -> shown.scene().getRoot().lookupAll(".excerpt-line.wanted").stream().anyMatch(Opened::isShown));
        assertThat(Fx.get(() -> shown.scene().getRoot().lookupAll(".excerpt-mark").size())).isPositive();
    }

    /** A control knows its mnemonic once it has been laid out. */
    private void layOut() throws InterruptedException, ExecutionException {
        Fx.run(() -> {
            shown.scene().getRoot().applyCss();
            shown.scene().getRoot().layout();
        });
    }

    private void untilStep(String step, String button) throws InterruptedException, ExecutionException {
        Fx.until(step, () -> shown.window.migrate().step().equals(step) && (shown.isReady(button) || isEmpty()));
        layOut();
    }

    private boolean isEmpty() {
        return shown.window.migrate().sourceProperty().get() instanceof org.godwit.app.wizard.SourceState.Nothing;
    }

    private void press(String text) throws InterruptedException, ExecutionException {
        Fx.run(() -> Opened.button(shown.scene(), text).fire());
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return Opened.find(shown.scene(), selector, kind);
    }
}
