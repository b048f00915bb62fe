package org.godwit.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.godwit.analysis.chart.render.ChartRenderer;
import org.godwit.analysis.chart.render.ChartTheme;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
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
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen of charts with a real database: choose, look, hide, open rows, trace, export. */
final class ChartsPathTest {
    private final FakeDesk desk = new FakeDesk();
    private final TaskService tasks = new TaskService();
    private final Leases leases = new Leases();
    private final List<Tracing.Origin> traced = new ArrayList<>();
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @TempDir
    private Path folder;

    private Path database = Path.of("");
    private List<Stage> stages = List.of();
    private List<ChartsModel> models = List.of();

    @BeforeEach
    void open() throws SQLException, InterruptedException, ExecutionException {
        database = StarDatabase.make(folder.resolve("star.duckdb"));
        Fx.start();
        Fx.run(() -> {
            ThemeModel theme = new ThemeModel(new Settings(folder), system);
            ChartsModel model = new ChartsModel(
                    new FakeWorkbench(), leases, new Kit(new FxTasks(tasks, Platform::runLater), desk), theme.darkProperty());
            Scene scene = new Scene(new ChartsView(model, traced::add, () -> { }));
            Themes.follow(scene, theme);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.setWidth(1000);
            stage.setHeight(800);
            stage.show();
            stages = List.of(stage);
            models = List.of(model);
            model.refresh();
        });
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        tasks.close();
        Fx.run(() -> stages.getFirst().close());
        leases.close();
    }

    @Test
    void leadsFromADatabaseToTheSourceOfABar() throws InterruptedException, ExecutionException {
        compareTwo();
        assertThat(texts()).contains("batch size 1", "batch size 8");
        assertThat(chart().getAccessibleText()).contains("two: throughput by hardware", "cpu, batch size 8, mean throughput: 40 items/s, 1 row with a value");

        ChartEntity bar = bar(1, 0);
        assertThat(bar.getToolTipText()).contains("cpu, batch size 8", "mean throughput: 40 items/s", "1 row with a value");
        click(bar);
        Fx.until("rows", () -> rows() instanceof RowsState.Shown);
        Fx.until("row", () -> at("#charts-rows", TableView.class) != null && at("#charts-rows", TableView.class).getItems().size() == 1);
        assertThat(texts()).contains("1 row behind cpu, batch size 8");
        Fx.run(() -> at("#charts-trace", Button.class).fire());
        assertThat(traced).containsExactly(new Tracing.Origin(database, "performance_results", 9, "/j", 0, "throughput_items_per_second"));
    }

    @Test
    void hidesSeriesZoomsAndFollowsTheTheme() throws InterruptedException, ExecutionException {
        compareTwo();
        Fx.run(() -> at("#charts-series-1", ToggleButton.class).fire());
        assertThat(Fx.get(() -> chart().plot().getRenderer().isSeriesVisible(1))).isFalse();
        assertThat(Fx.get(() -> chart().plot().getRangeAxis().getUpperBound())).isLessThan(20);

        Fx.run(() -> system.set(ColorScheme.DARK));
        assertThat(Fx.get(() -> chart().plot().getBackgroundPaint())).isEqualTo(ChartTheme.DARK.background());
        assertThat(Fx.get(() -> chart().plot().getRenderer().isSeriesVisible(1))).as("hidden in the dark too").isFalse();

        double all = Fx.get(() -> chart().plot().getRangeAxis().getUpperBound());
        Fx.run(() -> Event.fireEvent(chart(), new KeyEvent(KeyEvent.KEY_PRESSED, "+", "+", KeyCode.PLUS, false, false, false, false)));
        assertThat(Fx.get(() -> chart().plot().getRangeAxis().getUpperBound())).isLessThan(all);
        press("app.charts.reset");
        assertThat(Fx.get(() -> chart().plot().getRangeAxis().getUpperBound())).isEqualTo(all);
    }

    @Test
    void isATableForWhoeverReads() throws InterruptedException, ExecutionException {
        compareTwo();
        Fx.run(() -> at("#charts-as-table", ToggleButton.class).fire());
        Fx.until("table", () -> at("#charts-table-view", TableView.class) != null);
        assertThat(at("#charts-table-view", TableView.class).getItems().size()).isEqualTo(3);
        Fx.run(() -> {
            at("#charts-table-view", TableView.class).getSelectionModel().select(0);
            Event.fireEvent(at("#charts-table-view", TableView.class), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Fx.until("rows", () -> rows() instanceof RowsState.Shown);
    }

    @Test
    void exportsWhatItShows() throws Exception {
        compareTwo();
        Path png = export("charts-png", "chart.png");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2880);
        Path svg = export("charts-svg", "chart.svg");
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile()).getDocumentElement().getTextContent())
            .contains("two: throughput by hardware", "batch size 8");
        try (PDDocument pdf = Loader.loadPDF(export("charts-pdf", "chart.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("two: throughput by hardware", "40  n=1");
        }
        assertThat(Files.readString(export("charts-csv", "chart.csv"))).contains("\r\ncpu,batch size 8,40.0,items/s,,,,1,0,0\r\n");
        fire("charts-copy-command");
        assertThat(desk.copied().getLast()).isEqualTo("godwit chart compare " + database + " --model two --metric throughput");
        fire("charts-copy-image");
        Fx.until("picture", () -> !desk.pictures().isEmpty());
        assertThat(desk.pictures().getFirst().getWidth()).isEqualTo(1920);
    }

    @Test
    void namesEverythingThatCanHaveTheFocus() throws InterruptedException, ExecutionException {
        assertThat(Fx.get(() -> Names.missing(stages.getFirst().getScene().getRoot()))).isEmpty();
        compareTwo();
        Fx.run(() -> models.getFirst().openRows(new ChartRenderer.BarPlace(0, 0)));
        Fx.until("rows", () -> rows() instanceof RowsState.Shown);
        assertThat(Fx.get(() -> Names.missing(stages.getFirst().getScene().getRoot()))).isEmpty();
        choose("#charts-kind", Kind.TABLE);
        assertThat(Fx.get(() -> Names.missing(stages.getFirst().getScene().getRoot()))).isEmpty();
    }

    @Test
    void saysWhyThereIsNoChartAndWhatToTry() throws InterruptedException, ExecutionException {
        compareTwo();
        choose("#charts-kind", Kind.TABLE);
        choose("#charts-table", "models");
        Fx.until("chart of a table", () -> models.getFirst().chartProperty().get() instanceof ChartState.Shown(var made) && made.spec().title().startsWith("models"));
        assertThat(texts()).doesNotContain("Choose what to compare");
    }

    private void compareTwo() throws InterruptedException, ExecutionException {
        desk.willAnswer(database);
        press("app.charts.open");
        Fx.until("chart", () -> models.getFirst().chartProperty().get() instanceof ChartState.Shown);
        choose("#charts-name", "two");
        Fx.until("two", () -> models.getFirst().chartProperty().get() instanceof ChartState.Shown(var made) && made.spec().title().startsWith("two"));
        Fx.run(() -> {
            stages.getFirst().getScene().getRoot().applyCss();
            stages.getFirst().getScene().getRoot().layout();
        });
        Fx.until("drawn", () -> !entities().isEmpty());
    }

    private <T> void choose(String selector, T value) throws InterruptedException, ExecutionException {
        Fx.until(selector, () -> at(selector, ComboBox.class) != null && at(selector, ComboBox.class).getItems().contains(value));
        Fx.run(() -> {
            ComboBox<?> box = at(selector, ComboBox.class);
            box.getSelectionModel().select(box.getItems().indexOf(value));
        });
    }

    private Path export(String item, String name) throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve(name);
        desk.willAnswer(file);
        fire(item);
        Fx.until(name, () -> Files.exists(file));
        return file;
    }

    private void fire(String item) throws InterruptedException, ExecutionException {
        Fx.run(() -> at("#charts-export", MenuButton.class).getItems().stream().filter(i -> item.equals(i.getId())).findFirst().orElseThrow().fire());
    }

    private void press(String key) throws InterruptedException, ExecutionException {
        Fx.run(() -> all(stages.getFirst().getScene().getRoot()).filter(node -> node instanceof Button b && Text.of(key).equals(b.getText()))
            .map(Button.class::cast).findFirst().orElseThrow(() -> new AssertionError("no button " + key)).fire());
    }

    private RowsState rows() {
        return models.getFirst().rowsProperty().get();
    }

    @Test
    void zoomsByTheWheel() throws InterruptedException, ExecutionException {
        compareTwo();
        double all = Fx.get(() -> chart().plot().getRangeAxis().getUpperBound());
        Fx.run(() -> wheel(40));
        double closer = Fx.get(() -> chart().plot().getRangeAxis().getUpperBound());
        assertThat(closer).isLessThan(all);
        Fx.run(() -> wheel(-40));
        assertThat(Fx.get(() -> chart().plot().getRangeAxis().getUpperBound())).isGreaterThan(closer);
    }

    private void wheel(double up) {
        Event.fireEvent(chart(), new ScrollEvent(
                ScrollEvent.SCROLL, 0, 0, 0, 0, false, true, false, false, true, false, 0, up, 0, up,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private BarsCanvas chart() {
        return at("#chart", BarsCanvas.class);
    }

    private ChartCanvas canvas() {
        return all(chart()).filter(ChartCanvas.class::isInstance).map(ChartCanvas.class::cast).findFirst().orElseThrow();
    }

    private List<CategoryItemEntity> entities() {
        List<CategoryItemEntity> bars = new ArrayList<>();
        for (Object entity : canvas().getRenderingInfo().getEntityCollection().getEntities()) {
            if (entity instanceof CategoryItemEntity bar) {
                bars.add(bar);
            }
        }
        return bars;
    }

    private ChartEntity bar(int series, int category) throws InterruptedException, ExecutionException {
        return Fx.get(() -> entities().stream()
            .filter(e -> ChartRenderer.bar(e).filter(new ChartRenderer.BarPlace(series, category)::equals).isPresent()).findFirst().orElseThrow());
    }

    private void click(ChartEntity bar) throws InterruptedException, ExecutionException {
        Rectangle2D area = bar.getArea().getBounds2D();
        Fx.run(() -> {
            javafx.geometry.Point2D place = canvas().localToScene(area.getCenterX(), area.getCenterY());
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(canvas(), new MouseEvent(type, place.getX(), place.getY(), 0, 0, MouseButton.PRIMARY, 1,
                    false, false, false, false, true, false, false, false, false, true, null));
            }
        });
    }

    private List<String> texts() throws InterruptedException, ExecutionException {
        return Fx.get(() -> all(stages.getFirst().getScene().getRoot()).filter(node -> node instanceof Labeled labeled && labeled.getText() != null)
            .map(node -> ((Labeled) node).getText()).toList());
    }

    private static Stream<Node> all(Node node) {
        return node instanceof javafx.scene.Parent parent
            ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ChartsPathTest::all))
            : Stream.of(node);
    }

    private <T extends Node> T at(String selector, Class<T> kind) {
        return kind.cast(stages.getFirst().getScene().lookup(selector));
    }
}
