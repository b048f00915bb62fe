package org.godwit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.junit.jupiter.api.Test;

final class UncaughtTest {
    private final FakeDesk desk = new FakeDesk();

    @Test
    void tellsOnceHoweverOftenItHappensAndLetsTheWindowLive() throws InterruptedException, ExecutionException {
        Fx.start();
        Stage owner = Fx.get(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Label("main"), 300, 200));
            stage.show();
            return stage;
        });
        Uncaught uncaught = new Uncaught(owner, desk);
        for (int i = 0; i < 3; i++) {
            uncaught.uncaughtException(Thread.currentThread(), broken("the 7 is missing"));
        }
        Fx.until("dialog", () -> dialogs(owner).size() == 1);
        Scene dialog = Fx.get(() -> dialogs(owner).getFirst().getScene());
        Fx.until("count", () -> Opened.texts(dialog).contains("and 2 more of this kind; all are in the log"));
        assertThat(Fx.get(() -> Opened.texts(dialog)))
                .contains("Something went wrong inside Godwit", "Code GW-1000", "Please report it with the log of the workspace.");
        assertThat(owner.isShowing()).isTrue();

        Fx.run(() -> button(dialog, "_Copy").fire());
        assertThat(desk.copied()).singleElement().asString().contains("the 7 is missing").contains("UncaughtTest");
        Fx.run(() -> button(dialog, "_Close").fire());
        Fx.until("closed", () -> dialogs(owner).isEmpty());
        uncaught.uncaughtException(Thread.currentThread(), broken("again"));
        Fx.until("dialog", () -> dialogs(owner).size() == 1);
        Fx.run(owner::close);
    }

    /** One line of its trace is enough; the log of the tests shows it. */
    private static IllegalStateException broken(String words) {
        IllegalStateException error = new IllegalStateException(words);
        error.setStackTrace(List.of(error.getStackTrace()).subList(0, 1).toArray(StackTraceElement[]::new));
        return error;
    }

    private static List<Window> dialogs(Stage owner) {
        return Window.getWindows().stream().filter(window -> window instanceof Stage stage && owner.equals(stage.getOwner())).toList();
    }

    private static Button button(Scene scene, String text) {
        return Opened.all(scene.getRoot())
                .filter(node -> node instanceof Button button && text.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
