package org.godwit.app.action;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One thing that a person can do. A screen says so in one line, and has it in the menu, in the command palette, as a
 * shortcut and in the documentation:
 *
 * <pre>{@code Action.of("explore.run", key, Feather.PLAY, model::run).on("Shortcut+Enter").when(model.readyProperty())}</pre>
 *
 * @param id stable, the screen's id and a word
 * @param textKey its name; a mnemonic in it is left out where there is no use for one
 * @param shortcut as {@link KeyCombination#valueOf} reads it; null if there is none
 * @param local whether only the part of the screen that has the focus listens for the shortcut, and does so itself
 * @param enabled whether it can be done now
 * @param run does it, on the FX thread
 */
public record Action(
        String id, String textKey, Feather icon, @Nullable KeyCombination shortcut, boolean local, ObservableBooleanValue enabled, Runnable run) {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    /** Returns an action that can always be done and has no shortcut. */
    public static Action of(String id, String textKey, Feather icon, Runnable run) {
        return new Action(id, textKey, icon, null, false, ALWAYS, run);
    }

    /**
     * Returns it with a shortcut.
     *
     * @param keys such as {@code Shortcut+Shift+O} or {@code F5}; Shortcut is Ctrl, on macOS Command
     * @throws IllegalArgumentException if that is no combination of keys
     */
    public Action on(String keys) {
        return new Action(id, textKey, icon, KeyCombination.valueOf(keys), false, enabled, run);
    }

    /** Returns it with a shortcut that works only where the focus is on what it is about; that part listens for it itself. */
    public Action within(String keys) {
        return new Action(id, textKey, icon, KeyCombination.valueOf(keys), true, enabled, run);
    }

    /** Returns it so that it can be done only while this is true. */
    public Action when(ObservableBooleanValue condition) {
        return new Action(id, textKey, icon, shortcut, local, condition, run);
    }

    /** Returns its name without a mnemonic. */
    public String name() {
        return Text.spoken(Text.of(textKey));
    }

    /** Returns its shortcut as this system writes it, or an empty text. */
    public String keys() {
        return shortcut == null ? "" : shortcut.getDisplayText();
    }
}
