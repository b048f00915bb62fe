package org.godwit.app.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A page of a table's rows, with the means to turn the page. */
final class RowsPane extends VBox {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final int WIDEST = 300;
    private static final int NARROWEST = 70;
    private static final int PER_LETTER = 8;
    private static final int LOOKED_AT = 40;
    private static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Label place = Nodes.label("", "muted");
    private final Label name = Nodes.label("", "pane-title");
    private final TableView<List<@Nullable String>> rows = new TableView<>();
    private final Button previous;
    private final Button next;

    RowsPane(ResultModel model, Desk desk) {
        getStyleClass().add("rows-pane");
        previous = Nodes.iconButton("app.result.page.previous", Feather.CHEVRON_LEFT, model::previousPage, "small-icon");
        next = Nodes.iconButton("app.result.page.next", Feather.CHEVRON_RIGHT, model::nextPage, "small-icon");
        rows.setId("rows");
        rows.getStyleClass().addAll(Styles.DENSE, "grid");
        rows.setAccessibleText(Text.of("app.result.rows"));
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                desk.copy(selectedText());
                event.consume();
            }
        });
        place.setMinWidth(USE_PREF_SIZE);
        setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(Nodes.row("pane-head", name, Nodes.spacer(), place, previous, next), rows);
        model.pageProperty().subscribe(this::show);
    }

    private void show(PageState state) {
        switch (state) {
            case PageState.None() -> clear("", Text.of("app.result.page.none"));
            case PageState.Reading(String table) -> clear(table, Text.of("app.result.page.reading"));
            case PageState.Elsewhere(String table) -> clear(table, Text.of("app.result.elsewhere.rows"));
            case PageState.Missing(var trouble) -> clear("", trouble.asText());
            case PageState.Shown(String table, TablePages.Page page) -> fill(table, page);
        }
    }

    private void clear(String table, String words) {
        name.setText(table);
        place.setText("");
        previous.setDisable(true);
        next.setDisable(true);
        rows.getItems().clear();
        rows.setPlaceholder(Nodes.wrapped(words, "muted"));
    }

    private void fill(String table, TablePages.Page page) {
        long last = page.offset() + page.rows().size();
        name.setText(table);
        place.setText(
                page.total() == 0
                        ? Text.of("app.result.page.empty")
                        : Text.of("app.result.page", page.offset() + 1, last, page.total()));
        previous.setDisable(page.offset() == 0);
        next.setDisable(last >= page.total());
        rows.setPlaceholder(Nodes.label(Text.of("app.result.page.empty"), "muted"));
        rows.getColumns().clear();
        for (int i = 0; i < page.columns().size(); i++) {
            rows.getColumns().add(column(page, i));
        }
        rows.getItems().setAll(page.rows());
    }

    private static TableColumn<List<@Nullable String>, @Nullable String> column(TablePages.Page page, int index) {
        TablePages.Column told = page.columns().get(index);
        TableColumn<List<@Nullable String>, @Nullable String> column = new TableColumn<>(told.name());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        column.setCellFactory(_ -> new ValueCell());
        column.setSortable(false);
        if (told.numeric()) {
            column.getStyleClass().add("number");
        }
        int letters = page.rows().stream()
                .limit(LOOKED_AT)
                .map(row -> row.get(index))
                .mapToInt(cell -> cell == null ? 0 : cell.length())
                .max()
                .orElse(0);
        int width = PER_LETTER * Math.max(letters, told.name().length() + 2) + 24;
        column.setPrefWidth(Math.clamp(width, NARROWEST, WIDEST));
        return column;
    }

    private String selectedText() {
        return rows.getSelectionModel().getSelectedItems().stream()
                .map(row -> row.stream().map(cell -> cell == null ? "" : cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Shows NULL apart from an empty text, and numbers at the right. */
    private static final class ValueCell extends TableCell<List<@Nullable String>, @Nullable String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(NULL, !empty && item == null);
            if (empty) {
                setText(null);
            } else {
                setText(item == null ? Text.of("app.null") : item.replace('\n', ' '));
            }
        }
    }
}
