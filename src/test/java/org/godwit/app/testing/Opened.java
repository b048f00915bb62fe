package org.godwit.app.testing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Looks at a scene and types into it. On the FX thread. */
public final class Opened {
    private Opened() {}

    /** Returns a node and everything below it, in the order of the focus. */
    public static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Opened::all))
                : Stream.of(node);
    }

    /** Returns whether a node and all above it are visible. */
    public static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Returns the first node that fits a selector, null if there is none. What was put into the scene a moment ago is found too. */
    public static <T extends Node> T find(Scene scene, String selector, Class<T> kind) {
        scene.getRoot().applyCss();
        return kind.cast(scene.lookup(selector));
    }

    /** Returns the first button with a text that is shown. */
    public static Button button(Scene scene, String text) {
        scene.getRoot().applyCss();
        return all(scene.getRoot())
                .filter(node -> node instanceof Button button && text.equals(button.getText()) && isShown(node))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    /** Returns the texts of what is shown, of what was put into the scene a moment ago too. */
    public static List<String> texts(Scene scene) {
        scene.getRoot().applyCss();
        return all(scene.getRoot())
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null && isShown(node))
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    /** Presses keys such as {@code Ctrl+K} or {@code Tab} where the focus is. */
    public static void press(Scene scene, String keys) {
        List<String> parts = List.of(keys.split("\\+"));
        String key = parts.getLast().toUpperCase(Locale.ROOT);
        KeyCode code = KeyCode.valueOf(Character.isDigit(key.charAt(0)) ? "DIGIT" + key : key);
        Node owner = scene.getFocusOwner();
        KeyEvent event = new KeyEvent(
                KeyEvent.KEY_PRESSED, "", code.getName(), code, parts.contains("Shift"), parts.contains("Ctrl"), parts.contains("Alt"), false);
        javafx.event.Event.fireEvent(owner == null ? scene : owner, event);
    }
}
