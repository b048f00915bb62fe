package org.godwit.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** Walks a scene graph for what can have the focus and has no name that a screen reader could say. */
public final class Names {
    private Names() {}

    public static List<String> missing(Parent root) {
        List<String> missing = new ArrayList<>();
        all(root).filter(node -> node.isFocusTraversable() && isShown(node) && !isPart(node)).forEach(node -> {
            if (name(node).isBlank()) {
                missing.add(node.toString());
            }
        });
        return missing;
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Names::all))
                : Stream.of(node);
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        String text = node instanceof Labeled labeled ? labeled.getText() : null;
        return text == null || text.isEmpty() || node instanceof TextInputControl ? label(node) : text;
    }

    /** A label that says it is there for this node. */
    private static String label(Node node) {
        return all(node.getScene().getRoot())
                .filter(other -> other instanceof Label label && node.equals(label.getLabelFor()))
                .map(other -> ((Label) other).getText())
                .findFirst()
                .orElse("");
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The inner parts of a control (scroll panes of text areas, cells) are named by it. */
    public static boolean isPart(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof Control control && control.getAccessibleText() != null && !(up instanceof javafx.scene.control.TabPane)) {
                return true;
            }
        }
        return false;
    }
}
