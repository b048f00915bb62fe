package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.godwit.app.action.Action;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Skins;
import org.godwit.app.testing.FakeDesk;
import org.godwit.app.testing.FakeRows;
import org.godwit.app.testing.FakeWorkbench;
import org.godwit.app.testing.Fx;
import org.godwit.app.testing.Opened;
import org.godwit.task.TaskService;

/** The real window over a workbench that moves no data, shown. Its methods may be called on any thread but the FX thread. */
final class TestWindow {
    private static final int TABS = 60;

    final FakeWorkbench workbench = new FakeWorkbench().withHistory();
    final FakeDesk desk = new FakeDesk();
    final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    final Settings settings;
    final Window window;
    final Stage stage;
    private final TaskService service = new TaskService();
    final FxTasks tasks = new FxTasks(service, Platform::runLater);

    /**
     * @param folder is the workspace and the sample
     */
    TestWindow(Path folder) throws InterruptedException, ExecutionException {
        this(folder, workbench -> new Services(workbench, FakeRows.opener(), folder, Optional.of(folder)));
    }

    /**
     * @param folder is the workspace
     * @param from makes the services, of a workbench that moves no data or of another one
     */
    TestWindow(Path folder, java.util.function.Function<org.godwit.engine.Workbench, Services> from) throws InterruptedException, ExecutionException {
        Fx.start();
        settings = new Settings(folder);
        settings.load();
        Services services = from.apply(workbench);
        // On this thread, as in a real start.
        window = new Window(services, settings, tasks, desk, system);
        Skins.give(window.root());
        stage = Fx.get(() -> {
            Stage made = new Stage();
            made.setScene(window.scene());
            made.setWidth(1000);
            made.setHeight(800);
            made.show();
            return made;
        });
    }

    Scene scene() {
        return window.scene();
    }

    /** Presses keys where the focus is. */
    void press(String... keys) throws InterruptedException, ExecutionException {
        for (String key : keys) {
            Fx.run(() -> Opened.press(scene(), key));
        }
    }

    void type(String text) throws InterruptedException, ExecutionException {
        Fx.run(() -> ((javafx.scene.control.TextInputControl) scene().getFocusOwner()).appendText(text));
    }

    /** Presses Tab until the focus is at a node, which it must reach. */
    void tabTo(String id) throws InterruptedException, ExecutionException {
        Fx.run(() -> scene().getRoot().requestFocus());
        boolean reached = false;
        for (int i = 0; i < TABS && !reached; i++) {
            press("Tab");
            reached = Fx.get(() -> scene().getFocusOwner() != null && id.equals(scene().getFocusOwner().getId()));
        }
        assertThat(reached).as("Tab leads to " + id).isTrue();
    }

    /** Returns whether there is such a button that can be pressed. On the FX thread. */
    boolean isReady(String selector) {
        return scene().lookup(selector) instanceof Button button && !button.isDisabled();
    }

    /** Presses a button as soon as it can be pressed. */
    void fire(String selector) throws InterruptedException, ExecutionException {
        Fx.until(selector, () -> isReady(selector));
        Fx.run(() -> Opened.find(scene(), selector, Button.class).fire());
    }

    /** Goes on in the wizard to the next step, which must be this one. */
    void next(String step) throws InterruptedException, ExecutionException {
        fire("#next");
        Fx.until(step, () -> window.migrate().step().equals(step));
    }

    void go(String destination) throws InterruptedException, ExecutionException {
        Fx.run(() -> window.shell().go(destination));
    }

    String current() throws InterruptedException, ExecutionException {
        return Fx.get(() -> window.shell().currentProperty().get().id());
    }

    /** Returns what is written anywhere; what is only made as a page is laid out (the choice of a combo box) is there by then. */
    List<String> texts() throws InterruptedException, ExecutionException {
        Fx.draw(scene());
        return Fx.get(() -> Opened.texts(scene()));
    }

    boolean isShown(String selector) throws InterruptedException, ExecutionException {
        return Fx.get(() -> {
            Node node = scene().lookup(selector);
            return node != null && Opened.isShown(node);
        });
    }

    List<Action> actions() {
        return window.actions().groups().stream().flatMap(group -> group.actions().stream()).toList();
    }

    void close() throws InterruptedException, ExecutionException {
        service.close();
        Fx.run(stage::close);
    }
}
