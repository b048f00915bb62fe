package org.godwit.app.charts;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The rows behind a bar; Enter, a double click or the button shows where one is from. */
final class RowsPane extends VBox {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final int WIDEST = 260;
    private static final int NARROWEST = 70;
    private static final int PER_LETTER = 8;
    private static final int LOOKED_AT = 30;

    private final Tracing tracing;
    private final Label title = Nodes.label("", "pane-title");
    private final TableView<RowsState.Row> table = new TableView<>();
    private final Button trace;

    RowsPane(ChartsModel model, Tracing tracing) {
        this.tracing = tracing;
        getStyleClass().addAll("rows-pane", "chart-rows");
        trace = Nodes.button("app.charts.rows.trace", Feather.MAP_PIN, this::trace);
        trace.setId("charts-trace");
        Button close = Nodes.iconButton("app.charts.rows.close", Feather.X, model::closeRows, "small-icon");
        table.setId("charts-rows");
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setAccessibleText(Text.of("app.charts.rows.name"));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> trace.setDisable(row == null || row.origin().isEmpty()));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                trace();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.closeRows();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                trace();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(Nodes.row("pane-head", title, Nodes.spacer(), trace, close), table);
        model.rowsProperty().subscribe(this::show);
    }

    private void trace() {
        RowsState.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            row.origin().ifPresent(tracing::show);
        }
    }

    private void show(RowsState state) {
        switch (state) {
            case RowsState.Closed() -> clear("", "");
            case RowsState.Reading(String bar) -> clear(bar, Text.of("app.charts.rows.reading", bar));
            case RowsState.Failed(var trouble) -> clear("", trouble.asText());
            case RowsState.Shown shown -> fill(shown);
        }
    }

    private void clear(String name, String words) {
        title.setText(name);
        table.getItems().clear();
        table.getColumns().clear();
        table.setPlaceholder(Nodes.wrapped(words, "muted"));
    }

    private void fill(RowsState.Shown shown) {
        title.setText(Text.of(shown.complete() ? "app.charts.rows.title" : "app.charts.rows.first", shown.rows().size(), shown.bar(),
                Figures.count(shown.rows().size())));
        table.getColumns().clear();
        for (int i = 0; i < shown.columns().size(); i++) {
            if (!shown.columns().get(i).startsWith("_")) {
                table.getColumns().add(column(shown.columns().get(i), i, shown.rows()));
            }
        }
        table.getItems().setAll(shown.rows());
        if (!shown.rows().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private static TableColumn<RowsState.Row, @Nullable String> column(String name, int index, List<RowsState.Row> rows) {
        TableColumn<RowsState.Row, @Nullable String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
        column.setCellFactory(_ -> new Cell());
        column.setSortable(false);
        int longest = rows.stream().limit(LOOKED_AT).map(row -> row.cells().get(index)).mapToInt(text -> text == null ? 4 : text.length()).max().orElse(4);
        column.setPrefWidth(Math.clamp((long) Math.max(longest, name.length() + 2) * PER_LETTER, NARROWEST, WIDEST));
        return column;
    }

    /** A value, or a NULL that looks different from the text NULL. */
    private static final class Cell extends TableCell<RowsState.Row, @Nullable String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean missing = !empty && item == null;
            pseudoClassStateChanged(NULL, missing);
            setText(empty ? null : missing ? "NULL" : item);
        }
    }
}
