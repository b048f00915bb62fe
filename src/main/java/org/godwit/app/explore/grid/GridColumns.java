package org.godwit.app.explore.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.godwit.app.fx.Figures;
import org.jspecify.annotations.Nullable;

/** Makes and arranges columns. */
final class GridColumns {
    private static final double NUMBER_WIDTH = 62;

    private GridColumns() {}

    /** Returns the column of row numbers. */
    static TableColumn<Integer, Integer> numbers(GridModel model) {
        TableColumn<Integer, Integer> column = new TableColumn<>("");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Integer item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : Figures.count(model.baseProperty().get() + item + 1));
            }
        });
        column.getStyleClass().add("row-number");
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** Returns columns in the order in which they were left, as wide and as visible; new ones at the end. */
    static List<TableColumn<Integer, ?>> arranged(List<TableColumn<Integer, ?>> columns, List<ColumnLayout.Column> left) {
        List<TableColumn<Integer, ?>> open = new ArrayList<>(columns);
        List<TableColumn<Integer, ?>> arranged = new ArrayList<>();
        for (ColumnLayout.Column known : left) {
            open.stream().filter(column -> column.getText().equals(known.name())).findFirst().ifPresent(column -> {
                column.setPrefWidth(known.width());
                column.setVisible(known.shown());
                open.remove(column);
                arranged.add(column);
            });
        }
        arranged.addAll(open);
        return arranged;
    }
}
