package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TreeTableRow;

/** The rows of a tree table that are on the screen: few, however long the table is. */
final class VisibleRows<T> {
    private final List<TreeTableRow<T>> rows = new ArrayList<>();

    TreeTableRow<T> add(TreeTableRow<T> row) {
        rows.add(row);
        return row;
    }

    /** Tells each line that is shown and the middle of its height, seen from a node. */
    void each(Node from, BiConsumer<T, Double> shown) {
        rows.removeIf(row -> row.getScene() == null && row.getItem() == null && row.getIndex() < 0);
        for (TreeTableRow<T> row : rows) {
            T item = row.getItem();
            if (item != null && !row.isEmpty() && row.isVisible() && row.getScene() != null) {
                Bounds bounds = from.sceneToLocal(row.localToScene(row.getLayoutBounds()));
                shown.accept(item, (bounds.getMinY() + bounds.getMaxY()) / 2);
            }
        }
    }

    boolean shows(T item) {
        return rows.stream().anyMatch(row -> item.equals(row.getItem()) && !row.isEmpty() && row.isVisible() && row.getScene() != null);
    }
}
