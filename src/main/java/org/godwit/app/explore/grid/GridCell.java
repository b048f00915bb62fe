package org.godwit.app.explore.grid;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;

/** A value: NULL apart from an empty text, and a mark while it is being read. */
final class GridCell extends TableCell<Integer, Integer> {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

    private final GridModel model;
    private final int column;

    GridCell(GridModel model, int column) {
        this.model = model;
        this.column = column;
        tableRowProperty().flatMap(Node::visibleProperty).subscribe(shown -> fill());
    }

    /** Rows that the table keeps for later are not shown: they ask for nothing. */
    private boolean isKeptForLater() {
        return getTableRow() != null && !getTableRow().isVisible();
    }

    @Override
    protected void updateItem(@Nullable Integer item, boolean empty) {
        super.updateItem(item, empty);
        fill();
    }

    /** Shows what is known by now. */
    void fill() {
        Integer index = getItem();
        if (isEmpty() || index == null || (isKeptForLater() && !model.isRead(index))) {
            show(null, false, false);
            return;
        }
        List<@Nullable String> row = model.row(index);
        if (row == null || column >= row.size()) {
            show(model.isRead(index) ? "" : Text.of("app.grid.loading"), false, !model.isRead(index));
            return;
        }
        String value = row.get(column);
        show(value == null ? Text.of("app.null") : shortened(value), value == null, false);
    }

    private static String shortened(String value) {
        String cut = value.length() > RowSource.LONGEST ? value.substring(0, RowSource.LONGEST) + "…" : value;
        return cut.replace('\n', ' ').replace('\r', ' ');
    }

    private void show(@Nullable String text, boolean isNull, boolean loading) {
        setText(text);
        pseudoClassStateChanged(NULL, isNull);
        pseudoClassStateChanged(LOADING, loading);
    }
}
