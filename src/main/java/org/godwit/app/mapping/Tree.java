package org.godwit.app.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.godwit.app.fx.Text;
import org.godwit.app.mapping.Rows.Branch;

/** The parts that the two tree tables have in common. */
final class Tree {
    static final double ROW_HEIGHT = 27;
    /** How wide a tree is that has room for more than names, for more than what counts, and for everything. */
    static final double LITTLE_ROOM = 240;
    static final double SOME_ROOM = 280;
    static final double ROOM = 420;

    private Tree() {}

    /**
     * Returns a root with these branches below.
     *
     * @param open tells which lines are open, by their key
     */
    static <T> TreeItem<T> root(List<Branch<T>> branches, Function<T, Object> key, Set<Object> open, boolean all) {
        TreeItem<T> root = new TreeItem<>();
        root.setExpanded(true);
        root.getChildren().setAll(items(branches, key, open, all));
        return root;
    }

    private static <T> List<TreeItem<T>> items(List<Branch<T>> branches, Function<T, Object> key, Set<Object> open, boolean all) {
        return branches.stream().map(branch -> item(branch, key, open, all)).toList();
    }

    private static <T> TreeItem<T> item(Branch<T> branch, Function<T, Object> key, Set<Object> open, boolean all) {
        TreeItem<T> item = new TreeItem<>(branch.row());
        if (!branch.below().isEmpty()) {
            item.getChildren().setAll(items(branch.below(), key, open, all));
            item.setExpanded(all || open.contains(key.apply(branch.row())));
            item.expandedProperty().addListener((_, _, now) -> {
                if (now) {
                    open.add(key.apply(item.getValue()));
                } else {
                    open.remove(key.apply(item.getValue()));
                }
            });
        }
        return item;
    }

    /** A column that is told its widest leaves the rest to the names: JavaFX would widen the last one instead. */
    static <T, V> TreeTableColumn<T, V> column(TreeTableView<T> table, String key, double width, double widest, Function<T, V> value) {
        TreeTableColumn<T, V> column = column(table, key, width, value);
        column.setMaxWidth(widest);
        return column;
    }

    static <T, V> TreeTableColumn<T, V> column(TreeTableView<T> table, String key, double width, Function<T, V> value) {
        TreeTableColumn<T, V> column = new TreeTableColumn<>(Text.of(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue().getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }
}
