package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import javafx.scene.control.Control;
import org.godwit.app.testing.Fx;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen that was shown last comes first, and is made as all of the window before JavaFX runs: on a thread that is not JavaFX's. */
final class FirstScreenTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"home", "migrate", "runs", "explore", "matrix", "charts"})
    void isTheOneOfTheLastTime(String id) throws IOException, InterruptedException, ExecutionException {
        Files.writeString(folder.resolve("window.properties"), "window.screen=" + id + "\n");
        TestWindow shown = new TestWindow(folder);
        try {
            assertThat(shown.current()).isEqualTo(id);
            assertThat(Fx.get(() -> shown.scene().lookup(".content").lookupAll(".button").stream()
                            .map(Control.class::cast)
                            .filter(button -> button.isVisible() && button.getSkin() != null)
                            .count()))
                    .as("buttons that can be seen")
                    .isPositive();
            shown.press("Ctrl+1");
            assertThat(shown.current()).isEqualTo("home");
        } finally {
            shown.close();
        }
    }
}
