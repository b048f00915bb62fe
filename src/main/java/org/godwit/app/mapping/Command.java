package org.godwit.app.mapping;

import java.util.function.BooleanSupplier;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.godwit.app.fx.Text;

/**
 * Something that can be done on the page, by menu and by key alike.
 *
 * @param text the key of its text
 * @param keys what to press
 * @param possible whether it can be done now
 */
record Command(String text, KeyCombination keys, BooleanSupplier possible, Runnable action) {
    static Command of(String text, String keys, BooleanSupplier possible, Runnable action) {
        return new Command(text, KeyCombination.valueOf(keys), possible, action);
    }

    /** Returns its line in a menu. */
    MenuItem item() {
        MenuItem item = new MenuItem(Text.of(text));
        item.setOnAction(_ -> run());
        return item;
    }

    /** Does it if it can be done. */
    boolean run() {
        boolean can = possible.getAsBoolean();
        if (can) {
            action.run();
        }
        return can;
    }

    /** Returns the keys as people write them. */
    String shown() {
        return keys.getDisplayText();
    }
}
