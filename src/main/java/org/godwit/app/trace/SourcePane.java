package org.godwit.app.trace;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.godwit.analysis.trace.Trace;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;

/** Source text with line numbers, the value highlighted and in view. */
final class SourcePane extends ListView<SourceLine> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final int LINES_ABOVE = 6;

    SourcePane() {
        setId("trace-source");
        getStyleClass().add("source-text");
        setCellFactory(list -> new LineCell());
    }

    void show(Trace.Excerpt excerpt) {
        List<SourceLine> lines = SourceLine.of(excerpt);
        getItems().setAll(lines);
        int first = 0;
        while (first < lines.size() - 1 && !lines.get(first).marked()) {
            first++;
        }
        setAccessibleText(Text.of("app.trace.source", excerpt.text().substring(excerpt.from(), Math.min(excerpt.to(), excerpt.from() + 200))));
        getSelectionModel().clearAndSelect(first);
        scrollTo(Math.max(0, first - LINES_ABOVE));
    }

    /** A number, and the text with the value's part of it marked. */
    private static final class LineCell extends ListCell<SourceLine> {
        private final Label number = Nodes.label("", "line-number");
        private final Label before = Nodes.label("", "source-part");
        private final Label value = Nodes.label("", "source-part", "source-value");
        private final Label after = Nodes.label("", "source-part");
        private final HBox line = Nodes.row("source-line", number, before, value, after);

        LineCell() {
            List.of(number, before, value, after).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        }

        @Override
        protected void updateItem(@Nullable SourceLine item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                pseudoClassStateChanged(MARKED, false);
                return;
            }
            number.setText(item.number() == 0 ? "" : Long.toString(item.number()));
            before.setText(item.before());
            value.setText(item.value());
            Nodes.show(value, item.marked());
            after.setText(item.after());
            pseudoClassStateChanged(MARKED, item.marked());
            setGraphic(line);
        }
    }
}
