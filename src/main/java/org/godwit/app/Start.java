package org.godwit.app;

import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.app.shell.Themes;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the window needs and does not have to wait for: made on a thread of its own while JavaFX starts, which is mostly waiting
 * for the display.
 */
final class Start {
    private final CompletableFuture<Services> services = new CompletableFuture<>();
    private final CompletableFuture<Settings> settings = new CompletableFuture<>();

    private Start() {}

    /** @param services called once, on a thread that may block */
    static Start begin(Supplier<Services> services) {
        Start start = new Start();
        Thread.ofPlatform().daemon().name("start").start(() -> start.make(services));
        return start;
    }

    private void make(Supplier<Services> maker) {
        try {
            Services made = maker.get();
            services.complete(made);
            Settings read = new Settings(made.workspace());
            read.load();
            Themes.foresee(read);
            settings.complete(read);
        } catch (RuntimeException | Error e) {
            services.completeExceptionally(e);
            settings.completeExceptionally(e);
            return;
        }
        try {
            warmUp();
        } catch (RuntimeException | LinkageError e) {
            // The window meets the same, and tells it.
        }
    }

    /** What the first screen would otherwise do for the first time, on the FX thread. Nothing comes of it. */
    private static void warmUp() {
        String name = Text.of("app.name");
        // The JDK looks through all libraries for other ways to read texts before it reads the first one of JavaFX.
        ResourceBundle.getBundle("i18n.app");
        // Finds the fonts of the machine, and loads what lays out text. Waits for JavaFX.
        new javafx.scene.text.Text(name).getLayoutBounds();
        Nodes.icon(Feather.HOME).getLayoutBounds();
    }

    /** Returns them once they are made; throws what making them threw, as a cause. */
    Services services() {
        return services.join();
    }

    /** Returns them once they are read and the theme that they ask for is loaded. */
    Settings settings() {
        return settings.join();
    }
}
