package org.godwit.app.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.godwit.app.action.Action;
import org.kordamp.ikonli.feather.Feather;

/**
 * A screen that the navigation leads to. Its view keeps its state while others are shown.
 *
 * @param id stable, such as {@code home}
 * @param titleKey its name in the navigation
 * @param view makes the view, once, when it is shown for the first time
 * @param entered what happens each time it is shown, such as reading what may have changed
 * @param actions what can be done there; their shortcuts work while it is shown
 */
public record Destination(String id, String titleKey, Feather icon, Supplier<? extends Node> view, Runnable entered, List<Action> actions) {
    public Destination {
        actions = List.copyOf(actions);
    }

    /** A screen that has no actions. */
    public Destination(String id, String titleKey, Feather icon, Supplier<? extends Node> view, Runnable entered) {
        this(id, titleKey, icon, view, entered, List.of());
    }

    /** A screen whose view is there already, and that has no actions. */
    public Destination(String id, String titleKey, Feather icon, Node view, Runnable entered) {
        this(id, titleKey, icon, () -> view, entered, List.of());
    }
}
