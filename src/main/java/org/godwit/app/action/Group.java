package org.godwit.app.action;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.godwit.app.fx.Text;

/**
 * Actions that belong together: those of a screen, or those that can be done from everywhere.
 *
 * @param id stable, such as {@code explore}
 * @param titleKey what they have in common
 * @param here whether their screen is shown; their shortcuts work only then
 * @param enter shows their screen, before one of them is done from elsewhere
 */
public record Group(String id, String titleKey, ObservableBooleanValue here, Runnable enter, List<Action> actions) {
    public Group {
        actions = List.copyOf(actions);
    }

    /** Returns actions that can be done from everywhere. */
    public static Group everywhere(String id, String titleKey, Action... actions) {
        return new Group(id, titleKey, new ReadOnlyBooleanWrapper(true), () -> {}, List.of(actions));
    }

    /** Returns whether its actions can be done from everywhere, and not only while their screen is shown. */
    boolean isEverywhere() {
        return here instanceof ReadOnlyBooleanWrapper;
    }

    String title() {
        return Text.spoken(Text.of(titleKey));
    }
}
