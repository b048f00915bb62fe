package org.godwit.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.godwit.app.fx.FirstFrames;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.app.shell.Uncaught;
import org.godwit.app.shell.WindowMemory;
import org.jspecify.annotations.Nullable;

/** The workbench as a JavaFX application. {@link #launch(Supplier)} is the way in. */
public final class GodwitApp extends Application {
    /** JavaFX makes the application itself and takes no arguments but text, so this is how they reach it. */
    private static final AtomicReference<@Nullable Start> START = new AtomicReference<>();

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    /**
     * Opens the window and returns once it is closed. At most once in a process.
     *
     * @param services makes what the window needs; called once, on a thread that may block, not on the FX thread, while JavaFX
     *     starts
     */
    public static void launch(Supplier<Services> services) {
        Rehearsal.asked().begin();
        START.set(new Start(services));
        Application.launch(GodwitApp.class);
    }

    private static Start begun() {
        return Objects.requireNonNull(START.get(), "GodwitApp.launch(services) starts the window");
    }

    @Override
    public void init() {
        begun().await();
    }

    @Override
    public void start(Stage stage) {
        Start begun = begun();
        Window window = begun.open(stage, getHostServices(), Platform.getPreferences().colorSchemeProperty());
        Settings remembered = begun.settings();
        Uncaught.listen(stage, begun.desk());
        stage.setTitle(Text.of("app.name"));
        WindowMemory.restore(stage, remembered);
        Rehearsal.asked().hide(stage);
        stage.setScene(window.scene());
        stage.setOnHiding(event -> WindowMemory.note(stage, remembered));
        stage.show();
        // Whoever waits for the window does not wait for its sign in the task bar.
        FirstFrames.then(window.scene(), () -> ICON_SIZES.forEach(size -> stage.getIcons().add(icon(size))));
        Rehearsal.asked().play(window);
    }

    @Override
    public void stop() {
        // The window is gone; nobody waits for the FX thread any more.
        begun().close();
    }

    private static Image icon(int size) {
        try (InputStream stream = Objects.requireNonNull(GodwitApp.class.getResourceAsStream("/icons/godwit-" + size + ".png"))) {
            return new Image(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
