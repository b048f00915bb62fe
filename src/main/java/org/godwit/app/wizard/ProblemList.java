package org.godwit.app.wizard;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Problem;
import org.jspecify.annotations.Nullable;

/** What could not be read: file, line, column and reason. */
final class ProblemList extends ListView<Problem> {
    private static final double CELL_HEIGHT = 54;
    private static final int SHOWN = 3;

    ProblemList() {
        setId("problems");
        setFixedCellSize(CELL_HEIGHT);
        setMinHeight(CELL_HEIGHT + 2);
        setAccessibleText(Text.of("app.problems.named"));
        setCellFactory(_ -> new ProblemCell());
        getItems().addListener((javafx.collections.ListChangeListener<Problem>) change -> fit());
        fit();
    }

    private void fit() {
        int count = getItems().size();
        setPrefHeight(CELL_HEIGHT * Math.clamp(count, 1, SHOWN) + (count > SHOWN ? CELL_HEIGHT / 2 : 2));
    }

    private static final class ProblemCell extends ListCell<Problem> {
        private final Label file = Nodes.label("", "problem-file");
        private final Label place = Nodes.label("", "chip");
        private final Label reason = Nodes.label("", "problem-reason");
        private final VBox box;

        ProblemCell() {
            HBox first = Nodes.row("line", file, place);
            box = Nodes.column("problem", first, reason);
            place.setMinWidth(USE_PREF_SIZE);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable Problem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            file.setText(item.file());
            place.setText(item.line() == 0 ? "" : Text.of("app.place.line", item.line(), item.column()));
            Nodes.show(place, item.line() > 0);
            reason.setText(item.reason());
            setGraphic(box);
            setAccessibleText(item.file() + ". " + place.getText() + ". " + item.reason());
        }
    }
}
