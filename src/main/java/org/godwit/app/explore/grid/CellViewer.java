package org.godwit.app.explore.grid;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.analysis.explore.PrettyJson;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The chosen cell in full, at the side of a grid: JSON laid out, long text wrapped. */
public final class CellViewer extends VBox {
    private final Label name = Nodes.label("", "pane-title");
    private final Label facts = Nodes.label("", "muted", "small-text");
    private final TextArea text = new TextArea();

    public CellViewer(GridModel model, Desk desk) {
        getStyleClass().add("cell-viewer");
        text.setId("cell-value");
        text.setEditable(false);
        text.getStyleClass().add("raw");
        text.setAccessibleText(Text.of("app.grid.value"));
        setVgrow(text, Priority.ALWAYS);
        Button copy = Nodes.iconButton("app.grid.value.copy", Feather.COPY, () -> desk.copy(text.getText()), "small-icon");
        getChildren().addAll(Nodes.row("pane-head", name, Nodes.spacer(), copy), facts, text);
        model.cellProperty().subscribe(this::show);
    }

    private void show(CellState state) {
        switch (state) {
            case CellState.None() -> show(Text.of("app.grid.value"), Text.of("app.grid.value.none"), "", true);
            case CellState.Reading(var column, long row) -> show(column.name(), Text.of("app.grid.value.of", column.type(), row + 1), Text.of("app.grid.loading"), true);
            case CellState.Shown(var column, long row, String value) -> {
                if (value == null) {
                    show(column.name(), Text.of("app.grid.value.of", column.type(), row + 1), Text.of("app.null"), true);
                } else {
                    String pretty = PrettyJson.of(value);
                    String length = Text.of("app.grid.value.long", column.type(), row + 1, Figures.count(value.length()));
                    show(column.name(), length, pretty.isEmpty() ? value : pretty, pretty.isEmpty());
                }
            }
        }
    }

    private void show(String title, String words, String value, boolean wrap) {
        name.setText(title);
        facts.setText(words);
        text.setWrapText(wrap);
        text.setText(value);
    }
}
