package org.godwit.app.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.godwit.app.action.ActionMenu;
import org.godwit.app.action.Actions;
import org.godwit.app.action.PaletteModel;
import org.godwit.app.action.PaletteView;
import org.godwit.app.fx.FirstFrames;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Notices;
import org.jspecify.annotations.Nullable;

/** The frame: navigation, the current screen, the task bar, and what lies above them for a while. */
public final class ShellView extends StackPane {
    private final ShellModel model;
    private final StackPane content = new StackPane();
    private final Navigation navigation;
    private final TaskBar taskBar;
    private final Layers layers = new Layers();
    private final Supplier<PaletteView> palette;
    private final Supplier<NoticesView> notices;
    private final Map<String, Node> views = new HashMap<>();

    /**
     * @param actions what the menu shows and the shortcuts do
     * @param found what the command palette finds
     */
    public ShellView(ShellModel model, ThemeModel theme, FxTasks tasks, Notices told, Actions actions, PaletteModel found) {
        this.model = model;
        getStyleClass().add("shell");
        content.getStyleClass().add("content");
        // A screen that asks for more than there is does not push the navigation out.
        content.setMinSize(0, 0);
        content.setAlignment(Pos.TOP_LEFT);
        palette = once(() -> new PaletteView(found, layers::close));
        notices = once(() -> new NoticesView(told, layers::close));
        navigation = new Navigation(model, theme, this::openPalette, new ActionMenu(actions));
        taskBar = new TaskBar(tasks, told, this::openNotices);
        BorderPane frame = new BorderPane(content);
        frame.setLeft(navigation);
        frame.setBottom(taskBar);
        PassingWord word = new PassingWord(told);
        StackPane.setAlignment(word, Pos.BOTTOM_CENTER);
        getChildren().addAll(frame, word, layers);
        model.currentProperty().addListener((property, was, current) -> show(current));
        new JobNotices(model, tasks, told);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                actions.listen(scene);
                FirstFrames.then(scene, model::begin);
            }
        });
    }

    /** Most starts of the window need neither palette nor notices. */
    private static <T> Supplier<T> once(Supplier<T> maker) {
        AtomicReference<@Nullable T> made = new AtomicReference<>();
        return () -> {
            T there = made.get();
            if (there == null) {
                there = maker.get();
                made.set(there);
            }
            return there;
        };
    }

    /** Opens the command palette, or takes it away. */
    public void openPalette() {
        PaletteView view = palette.get();
        if (view.getScene() != null) {
            layers.close();
            return;
        }
        layers.open(view, Pos.TOP_CENTER);
        view.open();
    }

    /** Opens the notices, or takes them away. */
    public void openNotices() {
        NoticesView view = notices.get();
        if (view.getScene() != null) {
            layers.close();
            return;
        }
        layers.open(view, Pos.BOTTOM_RIGHT);
        view.open();
    }

    public void openMenu() {
        layers.close();
        navigation.openMenu();
    }

    /** Moves the focus from the navigation to the screen, then to the task bar, and round again. */
    public void focusNextPart() {
        Focus.next(getScene(), navigation, content, taskBar);
    }

    /**
     * Shows the screen that comes first. Until then there is only the frame, which any thread may make: a screen may have menus, which
     * are windows, and those are only for the FX thread.
     */
    public void begin() {
        show(model.currentProperty().get());
    }

    private void show(Destination current) {
        boolean moves = Focus.isWithin(getScene(), content);
        Node view = views.computeIfAbsent(current.id(), id -> {
            Node made = current.view().get();
            content.getChildren().add(made);
            return made;
        });
        views.values().forEach(other -> Nodes.show(other, other.equals(view)));
        if (moves) {
            Focus.first(view);
        }
    }
}
