package org.godwit.app.mapping;

import java.util.List;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A table or column, with a mark if something is wrong with it. */
final class TargetCell extends TreeTableCell<TargetRow, TargetRow> {
    private final MappingModel model;
    private final CellIcon icon = new CellIcon();

    TargetCell(MappingModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable TargetRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("table-name");
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        setText(row.name());
        boolean bad = model.faultsProperty().get().stream()
                .map(fault -> Place.of(model.planProperty().get(), fault).selection())
                .anyMatch(place -> place.equals(row.selection()));
        switch (row) {
            case TargetRow.Table _ -> {
                getStyleClass().add("table-name");
                setGraphic(bad ? icon.show(Feather.ALERT_TRIANGLE, "fate-rejected") : icon.show(Feather.GRID, "fate-table"));
            }
            case TargetRow.Column column -> {
                boolean empties = column.from().isEmpty();
                List<String> key = column.table().key();
                Feather wanted = bad ? Feather.ALERT_TRIANGLE : key.contains(row.name()) ? Feather.KEY : empties ? Feather.MINUS : null;
                setGraphic(wanted == null ? null : icon.show(wanted, bad ? "fate-rejected" : "fate-table"));
            }
        }
    }
}
