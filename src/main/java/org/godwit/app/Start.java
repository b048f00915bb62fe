package org.godwit.app;

import java.net.URL;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.spi.ResourceBundleControlProvider;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.FxDesk;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Skins;
import org.godwit.app.fx.Text;
import org.godwit.app.shell.ThemeModel;
import org.godwit.app.shell.Themes;
import org.godwit.task.TaskService;
import org.jspecify.annotations.Nullable;

/**
 * Makes the window on a thread of its own while JavaFX starts, which is mostly waiting for the display. JavaFX lets any thread make
 * nodes as long as they are in no scene, but windows only its own, and a menu is a window: the frame and the home screen are made here,
 * other screens ({@link Window#scene}) and whatever needs a scene, a stage or the display after {@link #open}.
 */
final class Start {
    private static final long LOOK_NANOS = 100_000;
    private static final Executor THREAD = task -> Thread.ofPlatform().daemon().name("start").start(task);

    private final TaskService tasks = new TaskService();
    private final CompletableFuture<Stage> stage = new CompletableFuture<>();
    private final CompletableFuture<HostServices> host = new CompletableFuture<>();
    private final FxDesk desk = new FxDesk(stage::join, uri -> host.join().showDocument(uri));
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final CompletableFuture<Made> made;

    /**
     * @param services called once, on a thread that may block
     */
    Start(Supplier<Services> services) {
        made = CompletableFuture.supplyAsync(() -> make(services.get()), THREAD);
    }

    /**
     * @param settings read
     * @param window made of what was remembered of the theme
     */
    private record Made(Settings settings, Window window) {}

    /** Waits until JavaFX may go on to make the stage: the window is made, and JavaFX knows its theme. */
    void await() {
        made.join();
    }

    /** Gives the window what only a running application has, such as the system's wish for light or dark. On the FX thread. */
    Window open(Stage opened, HostServices services, ObservableValue<ColorScheme> scheme) {
        stage.complete(opened);
        host.complete(services);
        system.bind(scheme);
        return made.join().window();
    }

    Desk desk() {
        return desk;
    }

    Settings settings() {
        return made.join().settings();
    }

    /** Ends what goes on, and saves what is remembered. */
    void close() {
        tasks.close();
        if (made.state() == Future.State.SUCCESS) {
            settings().save();
        }
    }

    private Made make(Services services) {
        Settings settings = new Settings(services.workspace());
        settings.load();
        system.set(ThemeModel.last(settings));
        // Otherwise the JDK looks through its own modules and all libraries for a list of fonts that is not there.
        Thread.currentThread().setContextClassLoader(new NoFontList(Start.class.getClassLoader()));
        String name = Text.of("app.name");
        CompletableFuture<Void> dressed = dress(settings);
        openLibraries();
        Window window = new Window(services, settings, new FxTasks(tasks, Platform::runLater), desk, system);
        Skins.give(window.root());
        // Finds the fonts of the machine, and loads what lays out text.
        Objects.requireNonNull(new javafx.scene.text.Text(name).getLayoutBounds());
        dressed.join();
        return new Made(settings, window);
    }

    /**
     * Has JavaFX read the theme as soon as it runs; what comes of that is there once JavaFX runs. Returns when JavaFX knows that
     * there is one: it reads its own, too, if it knows of none when the first control is made.
     */
    private static CompletableFuture<Void> dress(Settings settings) {
        CompletableFuture<Void> dressed = CompletableFuture.runAsync(() -> Themes.foresee(settings), THREAD);
        while (Application.getUserAgentStylesheet() == null && !dressed.isDone()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return dressed;
    }

    /**
     * JavaFX reads words of its own as it makes its first stage, and the JDK asks all libraries then for ways to do that. They are
     * opened while JavaFX has to do with the display, and needs none.
     */
    private static void openLibraries() {
        var _ = ServiceLoader.load(ResourceBundleControlProvider.class, ClassLoader.getSystemClassLoader()).findFirst();
    }

    /** JavaFX asks the class loader of the thread that needs the first font whether the program brings fonts. Ours are told to it. */
    private static final class NoFontList extends ClassLoader {
        NoFontList(ClassLoader above) {
            super(above);
        }

        @Override
        public @Nullable URL getResource(String name) {
            return name.equals("META-INF/fonts.mf") ? null : super.getResource(name);
        }
    }
}
