package org.godwit.app.fx;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.control.skin.ToggleButtonSkin;
import org.jspecify.annotations.Nullable;

/** Gives controls the skins that JavaFX would give them as they are shown for the first time, on the FX thread. */
public final class Skins {
    private Skins() {}

    /** Gives those of a node, and of all below it, their skins; controls that the first screen has none of get theirs later. */
    public static void give(Node node) {
        if (node instanceof Control control && control.getSkin() == null) {
            Skin<?> skin = skin(control);
            if (skin != null) {
                control.setSkin(skin);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Skins::give);
        }
    }

    private static @Nullable Skin<?> skin(Control control) {
        // No switch: a start-up cache does not hold what one over types needs, and it would have to be made at each start.
        if (control instanceof Label label) {
            return new LabelSkin(label);
        }
        if (control instanceof Button button) {
            return new ButtonSkin(button);
        }
        if (control instanceof ToggleButton toggle) {
            return new ToggleButtonSkin(toggle);
        }
        return control instanceof ScrollPane pane ? new ScrollPaneSkin(pane) : null;
    }
}
