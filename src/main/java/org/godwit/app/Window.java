package org.godwit.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Pulse;
import org.godwit.app.fx.Settings;
import org.godwit.app.home.HomeModel;
import org.godwit.app.home.HomeView;
import org.godwit.app.migrate.MigrateModel;
import org.godwit.app.migrate.MigrateView;
import org.godwit.app.runs.RunsModel;
import org.godwit.app.runs.RunsView;
import org.godwit.app.shell.Destination;
import org.godwit.app.shell.ShellModel;
import org.godwit.app.shell.ShellView;
import org.godwit.app.shell.ThemeModel;
import org.godwit.app.shell.Themes;
import org.godwit.model.RunSummary;
import org.kordamp.ikonli.feather.Feather;

/** All models and views of one window, wired. A screen is one entry in {@link #destinations}. Only for the FX thread. */
final class Window {
    private final ShellModel shell;
    private final ThemeModel theme;
    private final HomeModel home;
    private final MigrateModel migrate;
    private final RunsModel runs;
    private final Scene scene;

    Window(Services services, Settings settings, FxTasks tasks, Desk desk, ObservableValue<ColorScheme> system) {
        Kit kit = new Kit(tasks, desk);
        home = new HomeModel(services.workbench(), kit, settings, services.sample());
        migrate = new MigrateModel(services.workbench(), services.pages(), kit, home::remember);
        runs = new RunsModel(services.workbench(), services.pages(), kit);
        theme = new ThemeModel(settings, system);
        shell = new ShellModel(destinations(desk));
        scene = new Scene(new ShellView(shell, theme, tasks));
        Themes.follow(scene, theme);
        new Pulse(tasks);
    }

    private List<Destination> destinations(Desk desk) {
        HomeView homeView = new HomeView(home, desk, this::open, this::show);
        MigrateView migrateView = new MigrateView(migrate, desk);
        RunsView runsView = new RunsView(runs, desk, () -> shell().go("migrate"));
        return List.of(
                new Destination("home", "app.nav.home", Feather.HOME, homeView, home::refresh),
                new Destination("migrate", "app.nav.migrate", Feather.SHUFFLE, migrateView, () -> {}),
                new Destination("runs", "app.nav.runs", Feather.CLOCK, runsView, runs::refresh));
    }

    /** Goes to the migration and reads these places; while one goes on it is shown instead. */
    private void open(List<Path> places) {
        migrate.open(places);
        shell.go("migrate");
    }

    private void show(RunSummary run) {
        runs.open(run);
        shell.go("runs");
    }

    Scene scene() {
        return scene;
    }

    ShellModel shell() {
        return shell;
    }

    ThemeModel theme() {
        return theme;
    }

    MigrateModel migrate() {
        return migrate;
    }

    RunsModel runs() {
        return runs;
    }
}
