package org.godwit.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Finds the way of the keyboard between the parts of the window. */
final class Focus {
    private Focus() {}

    static boolean isWithin(@Nullable Scene scene, Node part) {
        for (Node up = scene == null ? null : scene.getFocusOwner(); up != null; up = up.getParent()) {
            if (up.equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** Gives the focus to the first place that takes it; returns whether there is one. */
    static boolean first(Node part) {
        Optional<Node> first = all(part).filter(Node::isFocusTraversable).findFirst();
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    /** Gives the focus to the part after the one that has it; parts that take none are left out. */
    static void next(Scene scene, Node... parts) {
        List<Node> order = List.of(parts);
        int from = 0;
        while (from < order.size() && !isWithin(scene, order.get(from))) {
            from++;
        }
        for (int i = 1; i <= order.size(); i++) {
            if (first(order.get((from + i) % order.size()))) {
                return;
            }
        }
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Focus::all))
                : Stream.of(node);
    }
}
