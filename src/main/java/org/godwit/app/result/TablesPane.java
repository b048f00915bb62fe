package org.godwit.app.result;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.RunResult;
import org.jspecify.annotations.Nullable;

/** The target's tables at the left with their counts, the chosen one's rows at the right. */
final class TablesPane extends HBox {
    TablesPane(ResultModel model) {
        getStyleClass().add("tables-pane");
        ListView<RunResult.TableRows> tables = new ListView<>();
        tables.setId("tables");
        tables.getItems().setAll(model.tables());
        tables.setAccessibleText(Text.of("app.result.tables"));
        tables.getStyleClass().add("table-list");
        tables.setMinWidth(Region.USE_PREF_SIZE);
        tables.setCellFactory(list -> new TableNameCell());
        tables.getSelectionModel().select(model.tableProperty().get());
        tables.getSelectionModel().selectedItemProperty().subscribe(chosen -> model.tableProperty().set(chosen));
        RowsPane rows = new RowsPane(model);
        setHgrow(rows, Priority.ALWAYS);
        getChildren().addAll(tables, rows);
    }

    /** A table's name and how many rows it has now; new ones are told apart when there were others before. */
    private static final class TableNameCell extends ListCell<RunResult.TableRows> {
        @Override
        protected void updateItem(RunResult.@Nullable TableRows item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label name = Nodes.label(item.name(), "list-name");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            Label count = Nodes.label(Figures.count(item.total()), "muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = Nodes.row("line", name, count);
            if (item.rows() > 0 && item.rows() < item.total()) {
                Label fresh = Nodes.label(Text.of("app.result.gained", item.rows()), "gained");
                fresh.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(1, fresh);
            }
            line.setMaxWidth(Double.MAX_VALUE);
            line.prefWidthProperty().bind(widthProperty().subtract(28));
            setGraphic(line);
            setAccessibleText(Text.of("app.result.table.named", item.name(), item.total()));
        }
    }
}
