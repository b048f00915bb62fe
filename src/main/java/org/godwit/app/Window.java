package org.godwit.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.app.action.Action;
import org.godwit.app.action.Actions;
import org.godwit.app.action.Entry;
import org.godwit.app.action.Group;
import org.godwit.app.action.PaletteModel;
import org.godwit.app.explore.ExploreModel;
import org.godwit.app.explore.ExploreView;
import org.godwit.app.charts.ChartsModel;
import org.godwit.app.charts.ChartsView;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Drop;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Layout;
import org.godwit.app.fx.Notices;
import org.godwit.app.fx.Pulse;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.TargetText;
import org.godwit.app.fx.Text;
import org.godwit.app.home.HomeModel;
import org.godwit.app.home.HomeView;
import org.godwit.app.home.Recent;
import org.godwit.app.matrix.MatrixModel;
import org.godwit.app.matrix.MatrixView;
import org.godwit.app.result.ResultLinks;
import org.godwit.app.runs.RunLinks;
import org.godwit.app.runs.RunsModel;
import org.godwit.app.runs.RunsView;
import org.godwit.app.shell.Destination;
import org.godwit.app.shell.ShellModel;
import org.godwit.app.shell.ShellView;
import org.godwit.app.shell.ThemeModel;
import org.godwit.app.shell.Themes;
import org.godwit.app.shell.WindowActions;
import org.godwit.app.shell.WindowMemory;
import org.godwit.app.trace.TraceModel;
import org.godwit.app.trace.TraceView;
import org.godwit.app.wizard.WizardLinks;
import org.godwit.app.wizard.WizardModel;
import org.godwit.app.wizard.WizardView;
import org.godwit.engine.Queryable;
import org.godwit.model.Connection;
import org.godwit.model.Plan;
import org.godwit.model.RunSummary;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * All models and views of one window, wired. A screen is one entry in {@link #destinations}. Any one thread may make it; from
 * {@link #scene} on it is only for the FX thread.
 */
final class Window {
    private static final String HOME = "home";

    private final ShellModel shell;
    private final ThemeModel theme;
    private final HomeModel home;
    private final WizardModel migrate;
    private final RunsModel runs;
    private final MatrixModel matrix;
    private final ChartsModel charts;
    private final Notices notices;
    private final Actions actions = new Actions();
    private final TraceModel tracing;
    private final ExploreModel explore;
    private final Settings settings;
    private final ShellView view;
    private final StackPane root;
    private @Nullable Scene scene;

    Window(Services services, Settings settings, FxTasks tasks, Desk desk, ObservableValue<ColorScheme> system) {
        this.settings = settings;
        theme = new ThemeModel(settings, system);
        Themes.prepare(theme);
        notices = new Notices();
        Kit kit = new Kit(tasks, desk, notices);
        home = new HomeModel(services.workbench(), kit, settings, services.sample());
        tracing = new TraceModel(services.tracer(), kit);
        Path plans = services.workspace().resolve("plans");
        ResultLinks ways = new ResultLinks(Optional.of(database -> explore(database, "")), Optional.of(this::showCompatibility), Optional.of(this::copy), tracing);
        migrate = new WizardModel(services.workbench(), kit, new WizardLinks(
                services.rows(), home::remember, home.places(), plans, ways, services.passwords(), Path.of("").toAbsolutePath()));
        runs = new RunsModel(services.workbench(), services.rows(), kit, new RunLinks(this::again, plans, ways));
        matrix = new MatrixModel(new Matrices(services.leases()), services.workbench(), kit, tracing);
        explore = new ExploreModel(new Explorer(services.leases()), services.workbench(), kit, settings);
        charts = new ChartsModel(services.workbench(), services.leases(), kit, theme.darkProperty());
        // Waits until JavaFX has its toolkit, at a place where nothing is held that JavaFX may wait for: most nodes' classes would wait
        // for it, too, and whoever needs such a class waits for them. Models need none.
        Objects.requireNonNull(Font.getDefault());
        shell = new ShellModel(destinations(desk), settings);
        view = new ShellView(shell, theme, tasks, notices, actions, new PaletteModel(actions, this::recent, settings));
        root = layers(view, new TraceView(tracing, desk));
        Drop.on(view, this::open);
        addActions(view, desk, services.workspace());
        new Pulse(tasks);
        if (shell.currentProperty().get().id().equals(HOME)) {
            // Home has no menus: it can be made with the frame.
            view.begin();
        }
    }

    /** The frame, and the drawer that comes over its right side. */
    private static StackPane layers(ShellView frame, TraceView drawer) {
        StackPane.setAlignment(drawer, Pos.CENTER_RIGHT);
        return new StackPane(frame, drawer);
    }

    private List<Destination> destinations(Desk desk) {
        return List.of(
                new Destination(HOME, "app.nav.home", Feather.HOME, () -> new HomeView(home, desk, this::open, this::show), home::refresh),
                new Destination("migrate", "app.nav.migrate", Feather.SHUFFLE, () -> new WizardView(migrate, desk), () -> {}, migrate.actions()),
                new Destination("runs", "app.nav.runs", Feather.CLOCK, () -> new RunsView(runs, desk, () -> shell().go("migrate")), runs::refresh),
                new Destination(
                        "explore",
                        "app.nav.explore",
                        Feather.DATABASE,
                        () -> new ExploreView(explore, desk, tracing, () -> shell().go("migrate")),
                        explore::refresh,
                        explore.actions()),
                new Destination(
                        "matrix", "app.nav.matrix", Feather.GRID, () -> new MatrixView(matrix, desk, () -> shell().go("migrate")), matrix::refresh, matrix.actions()),
                new Destination(
                        "charts", "app.nav.charts", Feather.BAR_CHART_2,
                        () -> new ChartsView(charts, tracing, () -> shell().go("migrate")), charts::refresh, charts.actions()));
    }

    private void addActions(ShellView view, Desk desk, Path workspace) {
        actions.add(Group.everywhere(
                "file",
                "app.action.file",
                Action.of("file.folder", "app.choose.folder", Feather.FOLDER, () -> desk.chooseFolder(Text.of("app.choose.folder.title"))
                                .ifPresent(folder -> open(List.of(folder))))
                        .on("Shortcut+O"),
                Action.of("file.files", "app.choose.files", Feather.FILE_TEXT, () -> open(desk.chooseFiles(Text.of("app.choose.files.title"))))
                        .on("Shortcut+Shift+O"),
                Action.of("file.server", "app.server.connect", Feather.SERVER, this::connect),
                Action.of("file.workspace", "app.action.workspace", Feather.ARCHIVE, () -> desk.open(workspace)),
                Action.of("file.quit", "app.action.quit", Feather.LOG_OUT, () -> scene().getWindow().hide()).on("Shortcut+Q")));
        WindowActions.addScreens(actions, shell);
        WindowActions.addFrame(actions, view, theme);
    }

    /** What was used lately, for the command palette. */
    private List<Entry> recent() {
        return home.recent().stream().map(this::entry).toList();
    }

    private Entry entry(Recent recent) {
        return switch (recent) {
            case Recent.RecentDatabase(RunSummary run) ->
                new Entry(
                        "file:" + run.target(), TargetText.name(run.target()), TargetText.place(run.target()), "", TargetText.icon(run.target()), () -> look(run));
            case Recent.RecentPlace(Path place) -> Entry.file(place, Feather.FOLDER, () -> open(List.of(place)));
            case Recent.RecentPlan(Path file) -> Entry.file(file, Feather.FILE_TEXT, () -> open(List.of(file)));
        };
    }

    /** Looks into what a run made, or where that cannot be done, at the run. */
    private void look(RunSummary run) {
        if (Queryable.test(run.target())) {
            explore(Path.of(run.target()), "");
        } else {
            show(run);
        }
    }

    /** Begins to migrate what a run made into a DuckDB file. */
    private void copy(Plan.Target target) {
        shell.go("migrate");
        Connection server = target.connection();
        if (server == null) {
            migrate.open(List.of(Path.of(target.path())));
        } else {
            migrate.open(server);
        }
    }

    /** Looks into a database; anything else is read for a migration, but while one goes on that is shown instead. */
    private void open(List<Path> places) {
        if (places.isEmpty()) {
            return;
        }
        if (Drop.isDatabase(places)) {
            explore(places.getFirst(), "");
            return;
        }
        shell.go("migrate");
        migrate.open(places);
    }

    /** Goes to the migration with the plan of an earlier run; while one goes on it is shown instead. */
    private void again(Plan plan, Path base) {
        shell.go("migrate");
        migrate.open(plan, base);
    }

    /** Asks which server to read; while a migration goes on that is shown instead. */
    private void connect() {
        shell.go("migrate");
        migrate.connect();
    }

    private void showCompatibility(Path database) {
        matrix.open(database);
        shell.go("matrix");
    }

    private void show(RunSummary run) {
        runs.open(run);
        shell.go("runs");
    }

    Notices notices() {
        return notices;
    }

    Actions actions() {
        return actions;
    }

    /** What the scene shows. */
    Parent root() {
        return root;
    }

    /** Returns the scene, which is made when somebody asks for the first time. */
    Scene scene() {
        Scene made = scene;
        if (made == null) {
            made = WindowMemory.scene(settings);
            Layout.keep(made, settings);
            Themes.follow(made, theme);
            view.begin();
            // When the scene is dressed: each node looks for its styles as it comes into one, and again when its dress changes.
            made.setRoot(root);
            scene = made;
        }
        return made;
    }

    ShellModel shell() {
        return shell;
    }

    ThemeModel theme() {
        return theme;
    }

    WizardModel migrate() {
        return migrate;
    }

    /** Looks into a table of a database; into its fullest table if the name is empty. */
    void explore(Path database, String table) {
        explore.open(database, table);
        shell.go("explore");
    }

    ExploreModel explore() {
        return explore;
    }

    /** Answers "Where is this from?" for every screen. */
    TraceModel tracing() {
        return tracing;
    }

    ChartsModel charts() {
        return charts;
    }

    RunsModel runs() {
        return runs;
    }

    MatrixModel matrix() {
        return matrix;
    }
}
