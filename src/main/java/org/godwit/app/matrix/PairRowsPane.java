package org.godwit.app.matrix;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.godwit.analysis.matrix.PairRows;
import org.godwit.analysis.matrix.Table;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The rows behind a square: a page of them, and for each the way to its source. Escape closes it. */
final class PairRowsPane extends VBox {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final int WIDEST = 320;
    private static final int NARROWEST = 90;
    private static final int WIDEST_TITLE = 420;
    private static final int PER_LETTER = 8;
    private static final int LOOKED_AT = 40;
    private static final int ROW_HEIGHT = 28;
    private static final Duration KEPT = Duration.millis(200);
    private static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final PairRowsModel model;
    private final Desk desk;
    private final Runnable back;
    private final Label title = Nodes.label("", "pane-title");
    private final Label words = Nodes.label("", "muted");
    private final Label place = Nodes.label("", "muted");
    private final TableView<PairRows.Row> table = new TableView<>();
    private final PauseTransition slow = new PauseTransition(KEPT);
    private final Button previous;
    private final Button next;
    private final Button trace;

    /**
     * @param back gives the focus back to where the rows were asked for
     */
    PairRowsPane(PairRowsModel model, Desk desk, Runnable back) {
        this.model = model;
        this.desk = desk;
        this.back = back;
        getStyleClass().add("pair-rows");
        previous = Nodes.iconButton("app.matrix.rows.previous", Feather.CHEVRON_LEFT, model::previousPage, "small-icon");
        next = Nodes.iconButton("app.matrix.rows.next", Feather.CHEVRON_RIGHT, model::nextPage, "small-icon");
        trace = Nodes.button("app.matrix.trace", Feather.CORNER_UP_LEFT, this::traceSelected);
        trace.setId("matrix-trace");
        Button close = Nodes.iconButton("app.matrix.rows.close", Feather.X, this::close, "small-icon");
        slow.setOnFinished(_ -> clear(Text.of("app.matrix.rows.reading")));
        table.setId("pair-rows");
        // Only then does JavaFX make the cells of no more columns than are in sight.
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().addAll(Styles.DENSE, "grid");
        table.setAccessibleText(Text.of("app.matrix.rows"));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                traceSelected();
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> trace.setDisable(row == null || row.origin() == null));
        setVgrow(table, Priority.ALWAYS);
        place.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxWidth(WIDEST_TITLE);
        words.setMinWidth(0);
        getChildren().addAll(Nodes.row("pane-head", title, words, Nodes.spacer(), place, previous, next, trace, close), table);
        model.stateProperty().subscribe(this::show);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            traceSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (COPY.match(event)) {
            copy();
            event.consume();
        }
    }

    private void close() {
        model.close();
        back.run();
    }

    private void copy() {
        PairRows.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            desk.copy(row.values().stream().map(value -> value == null ? "" : value).collect(Collectors.joining("\t")));
        }
    }

    private void traceSelected() {
        PairRows.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            String column = "";
            for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
                column = cell.getTableColumn() == null ? "" : cell.getTableColumn().getText();
            }
            model.trace(row, column);
        }
    }

    private void show(RowsState state) {
        slow.stop();
        switch (state) {
            case RowsState.Closed() -> table.getItems().clear();
            case RowsState.Reading(var pair, List<String> lines) -> {
                describe(lines);
                forbidPages();
                // Most answers come sooner: emptying the table for them would flicker, and cost a layout of all its cells.
                slow.playFromStart();
            }
            case RowsState.Missing(var trouble) -> clear(trouble.asText());
            case RowsState.Shown(var pair, List<String> lines, PairRows rows) -> {
                describe(lines);
                fill(rows);
            }
        }
    }

    private void describe(List<String> lines) {
        title.setText(lines.getFirst());
        words.setText(String.join(" · ", lines.subList(1, lines.size())));
    }

    private void forbidPages() {
        place.setText("");
        previous.setDisable(true);
        next.setDisable(true);
    }

    private void clear(String placeholder) {
        forbidPages();
        table.getItems().clear();
        table.setPlaceholder(Nodes.wrapped(placeholder, "muted"));
    }

    private void fill(PairRows rows) {
        long last = rows.offset() + rows.rows().size();
        place.setText(rows.total() == 0 ? "" : Text.of("app.matrix.rows.page", rows.offset() + 1, last, rows.total()));
        previous.setDisable(rows.offset() == 0);
        next.setDisable(last >= rows.total());
        table.setPlaceholder(Nodes.wrapped(Text.of("app.matrix.rows.none"), "muted"));
        List<String> names = rows.columns().stream().map(Table.Column::name).toList();
        if (!names.equals(table.getColumns().stream().map(TableColumn::getText).toList())) {
            table.getColumns().clear();
            for (int i = 0; i < rows.columns().size(); i++) {
                table.getColumns().add(column(rows, i));
            }
        }
        table.getItems().setAll(rows.rows());
        if (!rows.rows().isEmpty()) {
            table.getSelectionModel().select(0, table.getColumns().getFirst());
            table.scrollTo(0);
        }
    }

    private static TableColumn<PairRows.Row, @Nullable String> column(PairRows rows, int index) {
        Table.Column described = rows.columns().get(index);
        TableColumn<PairRows.Row, @Nullable String> column = new TableColumn<>(described.name());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().values().get(index)));
        column.setCellFactory(_ -> new ValueCell());
        column.setSortable(false);
        column.setPrefWidth(width(rows, index));
        if (described.isNumber()) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private static double width(PairRows rows, int index) {
        int longest = rows.rows().stream()
                .limit(LOOKED_AT)
                .map(row -> row.values().get(index))
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int letters = Math.max(longest, rows.columns().get(index).name().length());
        return Math.clamp((long) letters * PER_LETTER + 24, NARROWEST, WIDEST);
    }

    /** A value as it is; NULL is told from an empty text. */
    private static final class ValueCell extends TableCell<PairRows.Row, @Nullable String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean missing = !empty && item == null && getTableRow() != null && getTableRow().getItem() != null;
            pseudoClassStateChanged(NULL, missing);
            setText(empty ? null : missing ? Text.of("app.null") : item);
        }
    }
}
