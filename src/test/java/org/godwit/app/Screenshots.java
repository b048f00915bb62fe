package org.godwit.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Mark;
import org.godwit.app.fx.Settings;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.runs.RunsState;
import org.godwit.app.shell.Appearance;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.app.testing.Fx;
import org.godwit.engine.Workbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.RunResult.Outcome;
import org.godwit.task.TaskService;

/**
 * Takes a picture of every screen, light and dark. What is found, the result and its rejects are those of the engine that
 * is given; states that are hard to come by (half done, failed, differing) are made up. Needs
 * {@code -Dglass.platform=Headless -Dprism.order=sw}, or a display.
 */
public final class Screenshots {
    private static final String RESULT_TABS = ".result .tab-pane";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int SETTLE_MILLIS = 350;

    private final Path folder;
    private final Appearance appearance;
    private final Path data;
    private final Path settings;

    private Screenshots(Path folder, Appearance appearance, Path data) throws IOException {
        this.folder = folder;
        this.appearance = appearance;
        this.data = data;
        this.settings = Files.createTempDirectory("godwit-pictures");
    }

    /**
     * Takes all pictures.
     *
     * @param folder where they go
     * @param source a folder of results, which is only read
     * @param workbench a real one
     * @param rows rows of what it makes
     */
    public static void take(Path folder, Path source, Workbench workbench, TableOpener rows) throws Exception {
        Files.createDirectories(folder);
        Fx.start();
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            Screenshots screenshots = new Screenshots(folder, appearance, source);
            screenshots.takeAll();
            screenshots.takeReal(workbench, rows);
            new DatabasePictures(screenshots, source, workbench, rows).take();
        }
        Platform.exit();
    }

    /**
     * Takes the pictures of sources and targets that are no JSON.
     *
     * @param database a SQLite or DuckDB file with several tables, which is only read
     */
    public static void takePlaces(Path folder, Path database, Workbench workbench, TableOpener rows) throws Exception {
        Files.createDirectories(folder);
        Fx.start();
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            new PlacePictures(new Screenshots(folder, appearance, database), workbench, rows).take(database);
        }
    }

    /** Takes the application's icons: {@code Screenshots ICON_FOLDER}. */
    public static void main(String[] args) throws Exception {
        Fx.start();
        takeIcons(Path.of(args[0]));
        Platform.exit();
        System.exit(0);
    }

    private void takeReal(Workbench workbench, TableOpener rows) throws Exception {
        for (String step : List.of("source", "data", "mapping", "review")) {
            Shown shown = show(workbench, rows, this::open);
            waitForSource(shown.window());
            while (!Fx.get(() -> shown.window().migrate().step()).equals(step)) {
                fire(shown, "#next");
            }
            Thread.sleep(SETTLE_MILLIS);
            picture(shown, step);
        }
        for (int tab = 0; tab < 2; tab++) {
            Shown shown = show(workbench, rows, this::open);
            migrate(shown);
            waitForStep(shown.window(), "result");
            select(shown, tab);
            Thread.sleep(1000);
            picture(shown, tab == 0 ? "result" : "result-rejects");
            Files.deleteIfExists(data.resolveSibling(data.getFileName() + ".duckdb"));
        }
        Shown run = show(workbench, rows, window -> {
            window.shell().go("runs");
            workbench.runs(1).forEach(window.runs()::open);
        });
        Fx.until("run", () -> run.window().runs().stateProperty().get() instanceof RunsState.Opened);
        until(run, RESULT_TABS);
        Fx.run(() -> {
            TabPane tabs = (TabPane) run.stage().getScene().lookup(RESULT_TABS);
            tabs.getSelectionModel().select(tabs.getTabs().size() - 2);
        });
        Thread.sleep(SETTLE_MILLIS);
        picture(run, "run");
    }

    /** What a page holds is there once it is laid out. */
    static void until(Shown shown, String selector) throws InterruptedException, ExecutionException {
        Fx.until(selector, () -> shown.stage().getScene().lookup(selector) != null);
    }

    private static void select(Shown shown, int tab) throws InterruptedException, ExecutionException {
        until(shown, RESULT_TABS);
        Fx.run(() -> ((TabPane) shown.stage().getScene().lookup(RESULT_TABS)).getSelectionModel().select(tab));
    }

    private static void migrate(Shown shown) throws Exception {
        waitForSource(shown.window());
        fire(shown, "#accept");
        fire(shown, "#migrate");
    }

    private void takeAll() throws Exception {
        take("home-empty", new FakeWorkbench(), window -> {}, "");
        take("home", new FakeWorkbench().withHistory(), window -> {}, "");
        take("migrate-empty", new FakeWorkbench(), window -> window.shell().go("migrate"), "");
        FakeWorkbench slow = new FakeWorkbench();
        slow.stayHalfDone(true);
        take("reading", slow, this::open, "Looking");
        takeRunning();
        takeEnd("result-nothing-new", Outcome.NOTHING_NEW, 0);
        takeEnd("result-differences", Outcome.VERIFICATION_FAILED, 0);
        FakeWorkbench failing = new FakeWorkbench();
        failing.willFail(new GodwitException(ErrorCode.SOURCE_UNREADABLE, data.resolve("r1.json").toString(), "permission denied"));
        take("failed", failing, this::open, "Failed");
        take("runs", new FakeWorkbench().withHistory(), window -> window.shell().go("runs"), "");
        take("runs-empty", new FakeWorkbench(), window -> window.shell().go("runs"), "");
    }

    private void open(Window window) {
        window.shell().go("migrate");
        window.migrate().open(List.of(data));
    }

    private void takeRunning() throws Exception {
        FakeWorkbench workbench = new FakeWorkbench();
        Shown shown = show(workbench, this::open);
        waitForSource(shown.window());
        workbench.stayHalfDone(true);
        migrate(shown);
        waitForStep(shown.window(), "run");
        Thread.sleep(2500);
        picture(shown, "running");
    }

    private void takeEnd(String name, Outcome outcome, int tab) throws Exception {
        FakeWorkbench workbench = new FakeWorkbench();
        workbench.willEnd(outcome);
        Shown shown = show(workbench, this::open);
        migrate(shown);
        waitForStep(shown.window(), "result");
        Thread.sleep(SETTLE_MILLIS);
        select(shown, tab);
        picture(shown, name);
    }

    private static void fire(Shown shown, String selector) throws Exception {
        Fx.until(selector, () -> shown.stage().getScene().lookup(selector) instanceof javafx.scene.control.Button button && !button.isDisabled());
        Fx.run(() -> ((javafx.scene.control.Button) shown.stage().getScene().lookup(selector)).fire());
    }

    private void take(String name, FakeWorkbench workbench, java.util.function.Consumer<Window> way, String state) throws Exception {
        Shown shown = show(workbench, way);
        if (!state.isEmpty()) {
            waitFor(shown.window(), state);
        }
        picture(shown, name);
    }

    private static void waitFor(Window window, String state) throws InterruptedException, ExecutionException {
        Fx.until(state, () -> window.migrate().sourceProperty().get().getClass().getSimpleName().equals(state));
    }

    private static void waitForSource(Window window) throws InterruptedException, ExecutionException {
        waitFor(window, "Found");
    }

    private static void waitForStep(Window window, String step) throws InterruptedException, ExecutionException {
        Fx.until(step, () -> window.migrate().step().equals(step));
    }

    /** A window that is shown, and its tasks. */
    record Shown(Window window, Stage stage, TaskService tasks) {}

    private Shown show(FakeWorkbench workbench, java.util.function.Consumer<Window> way) throws InterruptedException, ExecutionException {
        return show(workbench, FakeRows.opener(), way);
    }

    Shown show(Workbench workbench, TableOpener rows, java.util.function.Consumer<Window> way)
            throws InterruptedException, ExecutionException {
        return Fx.get(() -> {
            TaskService tasks = new TaskService();
            Services services = new Services(workbench, rows, settings, Optional.of(data));
            Window window = new Window(
                    services, new Settings(settings), new FxTasks(tasks, Platform::runLater), new FakeDesk(), new SimpleObjectProperty<>(ColorScheme.LIGHT));
            window.theme().appearanceProperty().set(appearance);
            Stage stage = new Stage(javafx.stage.StageStyle.UNDECORATED);
            stage.setScene(window.scene());
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            way.accept(window);
            return new Shown(window, stage, tasks);
        });
    }

    void picture(Shown shown, String name) throws InterruptedException, ExecutionException {
        Thread.sleep(SETTLE_MILLIS);
        Path file = folder.resolve(name + (appearance == Appearance.DARK ? "-dark" : "-light") + ".png");
        Fx.run(() -> write(shown.stage().getScene().snapshot(null), file));
        shown.tasks().close();
        Fx.run(shown.stage()::close);
    }

    /** The application's icons: the mark in white on the accent's colour, in the sizes that desktops ask for. */
    private static void takeIcons(Path icons) throws InterruptedException, ExecutionException {
        for (int size : List.of(16, 32, 48, 64, 128, 256)) {
            Fx.run(() -> {
                SnapshotParameters parameters = new SnapshotParameters();
                parameters.setFill(Color.TRANSPARENT);
                Node icon = Mark.icon(size);
                Scene unused = new Scene(new Group(icon), size, size, Color.TRANSPARENT);
                write(unused.getRoot().snapshot(parameters, new WritableImage(size, size)), icons.resolve("godwit-" + size + ".png"));
            });
        }
    }

    private static void write(WritableImage image, Path file) {
        try {
            BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
