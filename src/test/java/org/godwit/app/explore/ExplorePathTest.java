package org.godwit.app.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.godwit.analysis.explore.Explorer;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Tracing;
import org.godwit.app.shell.ThemeModel;
import org.godwit.app.shell.Themes;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Names;
import org.godwit.duck.Leases;
import org.godwit.task.TaskService;
import org.godwit.testing.StarDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen with a real database: look at rows, sort them, ask by SQL, export, and where a cell is from. */
final class ExplorePathTest {
    private final FakeDesk desk = new FakeDesk();
    private final TaskService tasks = new TaskService();
    private final Leases leases = new Leases();
    private final List<Tracing.Origin> traced = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path database = Path.of("");
    private List<Stage> stages = List.of();
    private List<ExploreModel> models = List.of();

    @BeforeEach
    void open() throws SQLException, InterruptedException, ExecutionException {
        database = StarDatabase.make(folder.resolve("star.duckdb"));
        Fx.start();
        Fx.run(() -> {
            Settings settings = new Settings(folder);
            ExploreModel model =
                    new ExploreModel(new Explorer(leases), new FakeWorkbench(), new Kit(new FxTasks(tasks, Platform::runLater), desk), settings);
            Scene scene = new Scene(new ExploreView(model, desk, traced::add, () -> { }));
            Themes.follow(scene, new ThemeModel(settings, new SimpleObjectProperty<>(ColorScheme.LIGHT)));
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.setWidth(1000);
            stage.setHeight(800);
            stage.show();
            stages = List.of(stage);
            models = List.of(model);
            model.open(database, "performance_results");
        });
        Fx.until("rows", () -> model().table().stateProperty().get() instanceof RowsState.Shown && firstRow("result_id").equals("1"));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        tasks.close();
        Fx.run(() -> stages.getFirst().close());
        leases.close();
    }

    @Test
    void showsAndSortsRowsAndLeadsToTheirSource() throws InterruptedException, ExecutionException {
        assertThat(Fx.get(() -> rows("#explore-rows").getItems().size())).isEqualTo(12);
        Fx.run(() -> {
            TableColumn<?, ?> throughput = column("#explore-rows", "throughput_items_per_second");
            throughput.setSortType(TableColumn.SortType.DESCENDING);
            sortBy(rows("#explore-rows"), throughput);
        });
        Fx.until("sorted", () -> model().table().sort().isPresent() && firstRow("result_id").equals("8"));
        // NaN is above all numbers.
        Fx.run(() -> {
            rows("#explore-rows").getSelectionModel().clearAndSelect(1, cast(column("#explore-rows", "average_latency_ms")));
            rows("#explore-rows").getFocusModel().focus(1, cast(column("#explore-rows", "average_latency_ms")));
            Event.fireEvent(rows("#explore-rows"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F4, false, false, false, false));
        });
        assertThat(traced).containsExactly(new Tracing.Origin(database, "performance_results", 8, "/d", 0, "average_latency_ms"));
    }

    @Test
    void showsADatabaseThatComesLater() throws InterruptedException, ExecutionException {
        Kit kit = new Kit(new FxTasks(tasks, Platform::runLater), desk);
        ExploreModel later = Fx.get(() -> new ExploreModel(new Explorer(leases), new FakeWorkbench(), kit, new Settings(folder.resolve("later"))));
        ExploreView view = Fx.get(() -> new ExploreView(later, desk, traced::add, () -> { }));
        assertThat(Fx.get(() -> view.getChildren().stream().map(Node::isVisible).toList())).containsExactly(false, true);
        forgetWhatNobodyHolds();
        Fx.run(() -> later.open(database));
        assertThat(Fx.get(() -> view.getChildren().stream().map(Node::isVisible).toList())).containsExactly(true, false);
    }

    private static void forgetWhatNobodyHolds() throws InterruptedException {
        WeakReference<Object> held = new WeakReference<>(new Object());
        for (int i = 0; i < 100 && held.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(held.get()).isNull();
    }

    @Test
    void answersSqlAndExportsTheAnswer() throws Exception {
        Fx.run(() -> at("#explore-tabs", TabPane.class).getSelectionModel().select(1));
        Fx.run(() -> at("#sql", TextArea.class).setText("SELECT model_name, model_id + 1 AS next FROM models WHERE model_id < 3 ORDER BY 1 DESC"));
        Fx.run(() -> at("#sql-run", Button.class).fire());
        Fx.until("answer", () -> model().sql().stateProperty().get() instanceof SqlState.Done(long count, boolean all, double seconds) && count == 2 && all);
        Fx.until("cells", () -> cells("#sql-rows").containsAll(List.of("two", "3", "bert", "2")));

        assertThat(Files.readString(export("CSV", "answer.csv"))).isEqualTo("model_name,next\ntwo,3\nbert,2\n");
        assertThat(Files.readString(export("JSON", "answer.json"))).contains("\"model_name\"", "\"two\"", "\"bert\"");
        assertThat(Files.readString(export("Markdown", "answer.md"))).contains("two", "bert", "|");
        assertThat(Files.readAllBytes(export("Parquet", "answer.parquet"))).startsWith('P', 'A', 'R', '1');
    }

    @Test
    void refusesToChangeAnythingAndSaysWhatIsWrong() throws Exception {
        byte[] before = Files.readAllBytes(database);
        Fx.run(() -> at("#explore-tabs", TabPane.class).getSelectionModel().select(1));
        for (String sql : List.of("DELETE FROM models", "SELECT * FROM nowhere", "SELECT * FROM read_csv('/etc/passwd')")) {
            Fx.run(() -> at("#sql", TextArea.class).setText(sql));
            Fx.run(() -> at("#sql-run", Button.class).fire());
            Fx.until(sql, () -> model().sql().stateProperty().get() instanceof SqlState.Failed);
            Fx.run(() -> at("#sql", TextArea.class).setText("SELECT 1"));
            Fx.run(() -> at("#sql-run", Button.class).fire());
            Fx.until("usable again", () -> model().sql().stateProperty().get() instanceof SqlState.Done);
        }
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void namesEverythingThatCanHaveTheFocus() throws InterruptedException, ExecutionException {
        assertThat(Fx.get(() -> Names.missing(stages.getFirst().getScene().getRoot()))).isEmpty();
        Fx.run(() -> at("#explore-tabs", TabPane.class).getSelectionModel().select(1));
        assertThat(Fx.get(() -> Names.missing(stages.getFirst().getScene().getRoot()))).isEmpty();
    }

    private Path export(String form, String name) throws InterruptedException, ExecutionException {
        Path file = folder.resolve(name);
        desk.willAnswer(file);
        Fx.run(() -> all(at("#sql-split", Node.class)).filter(MenuButton.class::isInstance).map(MenuButton.class::cast)
                .flatMap(menu -> menu.getItems().stream()).filter(item -> item.getText() != null && item.getText().startsWith(form))
                .findFirst().orElseThrow(() -> new AssertionError("no export as " + form)).fire());
        Fx.until(name, () -> Files.exists(file));
        return file;
    }

    private ExploreModel model() {
        return models.getFirst();
    }

    private String firstRow(String name) {
        if (cells("#explore-rows").isEmpty()) {
            return "";
        }
        TableColumn<?, ?> column = column("#explore-rows", name);
        return all(rows("#explore-rows")).filter(TableCell.class::isInstance).map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getIndex() == 0 && column.equals(cell.getTableColumn()) && cell.getText() != null)
                .map(TableCell::getText).findFirst().orElse("");
    }

    private List<String> cells(String selector) {
        return Stream.ofNullable(rows(selector)).flatMap(ExplorePathTest::all).filter(TableCell.class::isInstance).map(node -> ((TableCell<?, ?>) node).getText())
                .filter(text -> text != null && !text.isEmpty()).toList();
    }

    private TableColumn<?, ?> column(String selector, String name) {
        return rows(selector).getColumns().stream().filter(column -> name.equals(column.getText())).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked") // The table is found by its name: its items are row numbers.
    private static <S> void sortBy(TableView<S> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll((TableColumn<S, ?>) column);
    }

    @SuppressWarnings("unchecked") // As above.
    private static TableColumn<Integer, ?> cast(TableColumn<?, ?> column) {
        return (TableColumn<Integer, ?>) column;
    }

    @SuppressWarnings("unchecked") // As above.
    private TableView<Integer> rows(String selector) {
        return (TableView<Integer>) stages.getFirst().getScene().lookup(selector);
    }

    private <T extends Node> T at(String selector, Class<T> type) {
        return type.cast(stages.getFirst().getScene().lookup(selector));
    }

    private static Stream<Node> all(Node node) {
        return node instanceof javafx.scene.Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ExplorePathTest::all))
                : Stream.of(node);
    }
}
