package org.godwit.app.mapping;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.diagnose.Sample;
import org.jspecify.annotations.Nullable;

/** Rows of the selected table before and after, made by the real engine; those to look at come first. */
final class PreviewPane extends VBox {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int TOOLTIP = 1_500;
    private static final int PER_LETTER = 8;
    /** Columns that stand before those of the table. */
    private static final int BEFORE = 2;

    private final MappingModel model;
    private final TableView<Sample> rows = new TableView<>();
    private final Label title = Nodes.label("", "pane-title");
    private final Label state = Nodes.label("", "muted", "small-text");
    private List<String> columns = List.of();

    PreviewPane(MappingModel model, Desk desk) {
        this.model = model;
        getStyleClass().add("preview");
        rows.setId("preview");
        rows.getStyleClass().addAll(Styles.DENSE, "grid");
        rows.setAccessibleText(Text.of("app.mapping.preview"));
        rows.setFixedCellSize(Tree.ROW_HEIGHT);
        rows.setRowFactory(_ -> new SampleRow());
        rows.setOnKeyPressed(event -> {
            Sample sample = rows.getSelectionModel().getSelectedItem();
            if (COPY.match(event) && sample != null) {
                desk.copy(sample.before());
                event.consume();
            }
        });
        setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(Nodes.row("pane-head", title, state), rows);
        model.previewProperty().subscribe(this::show);
        model.selectionProperty().subscribe(selection -> bring(selection.column()));
    }

    private void show(PreviewState now) {
        switch (now) {
            case PreviewState.None() -> clear("", Text.of("app.mapping.preview.none"));
            case PreviewState.Making(String table, PreviewState before) -> making(table, before);
            case PreviewState.Missing(String table, String reason) -> clear(table, reason);
            case PreviewState.Shown shown -> fill(shown);
        }
    }

    /** What was shown of the same table stays, but looks old. */
    private void making(String table, PreviewState before) {
        boolean same = before instanceof PreviewState.Shown shown && shown.table().equals(table);
        if (!same) {
            clear(table, Text.of("app.mapping.preview.making"));
        }
        state.setText(Text.of("app.mapping.preview.making"));
        rows.pseudoClassStateChanged(OLD, true);
    }

    private void clear(String table, String words) {
        title.setText(table.isEmpty() ? Text.of("app.mapping.preview") : Text.of("app.mapping.preview.of", table));
        state.setText("");
        rows.pseudoClassStateChanged(OLD, false);
        rows.getItems().clear();
        rows.getColumns().clear();
        columns = List.of();
        rows.setPlaceholder(Nodes.wrapped(words, "muted"));
    }

    private void fill(PreviewState.Shown shown) {
        title.setText(Text.of("app.mapping.preview.of", shown.table()));
        long rejected = shown.samples().stream().filter(sample -> sample.why() == Sample.Why.REJECTED).count();
        state.setText(rejected == 0 ? Text.of("app.mapping.preview.rows", shown.samples().size()) : Text.of("app.mapping.preview.rejected", rejected));
        rows.pseudoClassStateChanged(OLD, false);
        rows.setPlaceholder(Nodes.wrapped(Text.of("app.mapping.preview.empty"), "muted"));
        if (!columns.equals(shown.columns()) || rows.getColumns().isEmpty()) {
            columns = shown.columns();
            rows.getColumns().setAll(List.of(
                    column("app.mapping.preview.why", 92, PreviewPane::why), column("app.mapping.preview.before", 300, Sample::before)));
            for (int i = 0; i < columns.size(); i++) {
                rows.getColumns().add(value(i, shown));
            }
        }
        rows.getItems().setAll(shown.samples());
        bring(model.selectionProperty().get().column());
    }

    /** Scrolls to a column. */
    private void bring(String column) {
        int at = columns.indexOf(column);
        if (at >= 0) {
            // Columns that were only just made have no place yet.
            Platform.runLater(() -> rows.scrollToColumnIndex(at + BEFORE));
        }
    }

    private static String why(Sample sample) {
        return switch (sample.why()) {
            case FIRST -> "";
            case LONGEST -> Text.of("app.mapping.why.long");
            case DEEPEST -> Text.of("app.mapping.why.deep");
            case REJECTED -> Text.of("app.mapping.why.rejected");
        };
    }

    private static TableColumn<Sample, @Nullable String> column(String key, double width, java.util.function.Function<Sample, String> value) {
        TableColumn<Sample, @Nullable String> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> new ValueCell(-1, ""));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private TableColumn<Sample, @Nullable String> value(int index, PreviewState.Shown shown) {
        String name = columns.get(index);
        TableColumn<Sample, @Nullable String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                row.getValue().values().size() > index ? row.getValue().values().get(index) : null));
        column.setCellFactory(_ -> new ValueCell(index, name));
        column.setSortable(false);
        column.setReorderable(false);
        int letters = shown.samples().stream()
                .filter(sample -> sample.values().size() > index)
                .map(sample -> sample.values().get(index))
                .mapToInt(text -> text == null ? 0 : text.length())
                .max()
                .orElse(0);
        column.setPrefWidth(Math.clamp(PER_LETTER * (long) Math.max(letters, name.length() + 1) + 20, 64, 220));
        return column;
    }

    /** A row that would not be loaded is marked, and says why. */
    private static final class SampleRow extends TableRow<Sample> {
        @Override
        protected void updateItem(@Nullable Sample sample, boolean empty) {
            super.updateItem(sample, empty);
            boolean bad = !empty && sample != null && sample.why() == Sample.Why.REJECTED;
            pseudoClassStateChanged(REJECTED, bad);
            setTooltip(bad && sample != null ? new Tooltip(reason(sample)) : null);
        }

        private static String reason(Sample sample) {
            return Text.of("app.mapping.preview.reason", sample.column(), sample.reason(), sample.file(), sample.pointer());
        }
    }

    private static final class ValueCell extends TableCell<Sample, @Nullable String> {
        private final int index;
        private final String name;

        ValueCell(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            Sample sample = empty || getTableRow() == null ? null : getTableRow().getItem();
            boolean misfit = sample != null && index >= 0 && sample.column().equals(name);
            pseudoClassStateChanged(NULL, !empty && text == null && index >= 0 && !misfit);
            pseudoClassStateChanged(REJECTED, misfit);
            if (empty) {
                setText(null);
                setTooltip(null);
            } else if (misfit && sample != null) {
                setText(sample.reason());
                setTooltip(null);
            } else {
                setText(text == null ? Text.of("app.null") : text.replace('\n', ' '));
                String whole = sample != null && index < 0 ? sample.file() + sample.pointer() + "\n" + text : text;
                setTooltip(whole == null || whole.length() < 20 ? null : tooltip(whole));
            }
        }

        private static Tooltip tooltip(String whole) {
            Tooltip tooltip = new Tooltip(whole.length() <= TOOLTIP ? whole : whole.substring(0, TOOLTIP) + "…");
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(640);
            return tooltip;
        }
    }
}
