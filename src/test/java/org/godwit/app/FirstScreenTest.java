package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Control;
import javafx.scene.layout.StackPane;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Settings;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.app.testing.Fx;
import org.godwit.task.TaskService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen that was shown last comes first. The window is made before JavaFX runs, on a thread that is not JavaFX's. */
final class FirstScreenTest {
    @TempDir
    private Path folder;

    /** Menus are windows, and the class of windows breaks for the whole process if another thread is the first to need it. */
    @ParameterizedTest
    @CsvSource({"home,1", "migrate,0", "runs,0", "explore,0", "matrix,0", "charts,0"})
    void isMadeBeforeJavaFxRunsOnlyIfItHasNoMenus(String id, int made) throws InterruptedException, ExecutionException {
        Fx.start();
        Settings settings = new Settings(folder);
        settings.put("window.screen", id);
        try (TaskService tasks = new TaskService()) {
            Window window = new Window(
                    new Services(new FakeWorkbench().withHistory(), FakeRows.opener(), folder, Optional.of(folder)),
                    settings, new FxTasks(tasks, Platform::runLater), new FakeDesk(), new SimpleObjectProperty<>(ColorScheme.LIGHT));
            StackPane content = (StackPane) window.root().lookup(".content");

            assertThat(content.getChildren()).hasSize(made);
            Fx.run(window::scene);
            assertThat(content.getChildren()).hasSize(1);
        }
    }

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
