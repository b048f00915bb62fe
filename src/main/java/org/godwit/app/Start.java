package org.godwit.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.app.shell.Themes;
import org.kordamp.ikonli.feather.Feather;

/** What the window needs: made on a thread of its own while JavaFX starts, which is mostly waiting for the display. */
final class Start {
    private Start() {}

    /** @param settings read, and the theme that they ask for is loaded */
    record Made(Services services, Settings settings) {}

    /** @param services called once, on a thread that may block */
    static CompletableFuture<Made> begin(Supplier<Services> services) {
        Executor thread = task -> Thread.ofPlatform().daemon().name("start").start(task);
        CompletableFuture<Made> made = CompletableFuture.supplyAsync(() -> make(services.get()), thread);
        // Nobody looks at how that ends: what fails there fails in the window, too, which tells it.
        var _ = made.thenRunAsync(Start::warmUp, thread);
        return made;
    }

    private static Made make(Services services) {
        Settings settings = new Settings(services.workspace());
        settings.load();
        Themes.foresee(settings);
        return new Made(services, settings);
    }

    /** What the first screen would otherwise do for the first time, on the FX thread. Nothing comes of it. */
    private static void warmUp() {
        // Reads the texts, for which the JDK looks through all libraries.
        String name = Text.of("app.name");
        // Finds the fonts of the machine, and loads what lays out text. Waits for JavaFX.
        new javafx.scene.text.Text(name).getLayoutBounds();
        Nodes.icon(Feather.HOME).getLayoutBounds();
    }
}
