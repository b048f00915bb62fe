package org.godwit.app.migrate;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Problem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What could not be read: file, line, column, reason and the raw text around the place. */
final class ProblemsPane extends VBox {
    private static final double CELL_HEIGHT = 80;
    private static final int SHOWN = 2;

    ProblemsPane(List<Problem> problems, Desk desk) {
        getStyleClass().add("problems");
        ListView<Problem> list = new ListView<>();
        list.setId("problems");
        list.getItems().setAll(problems);
        list.setFixedCellSize(CELL_HEIGHT);
        list.setPrefHeight(CELL_HEIGHT * Math.min(SHOWN, problems.size()) + (problems.size() > SHOWN ? CELL_HEIGHT / 2 : 2));
        list.setMinHeight(CELL_HEIGHT);
        list.setAccessibleText(Text.of("app.problems.title", problems.size()));
        list.setCellFactory(_ -> new ProblemCell());
        Node copy = Nodes.button("app.problems.copy", Feather.COPY, () -> desk.copy(asText(problems)), Styles.FLAT, "small-text");
        getChildren()
                .addAll(
                        Nodes.row(
                                "problems-head",
                                Nodes.icon(Feather.ALERT_TRIANGLE, "careful-icon"),
                                title(problems.size()),
                                Nodes.label(Text.of("app.problems.text"), "muted"),
                                Nodes.spacer(),
                                copy),
                        list);
    }

    private static Label title(int count) {
        Label title = Nodes.label(Text.of("app.problems.title", count), "section-title");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private static String asText(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + ":" + problem.column() + ": " + problem.reason())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static final class ProblemCell extends ListCell<Problem> {
        private final Label file = Nodes.label("", "problem-file");
        private final Label place = Nodes.label("", "chip");
        private final Label reason = Nodes.label("", "problem-reason");
        private final Label excerpt = Nodes.label("", "excerpt");
        private final VBox box;

        ProblemCell() {
            HBox first = Nodes.row("line", file, place);
            box = Nodes.column("problem", first, reason, excerpt);
            place.setMinWidth(USE_PREF_SIZE);
            excerpt.setMaxWidth(Double.MAX_VALUE);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable Problem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            file.setText(item.file());
            place.setText(item.line() == 0 ? "" : Text.of("app.place.line", item.line(), item.column()));
            Nodes.show(place, item.line() > 0);
            reason.setText(item.reason());
            excerpt.setText(item.excerpt().replaceAll("\\s+", " "));
            Nodes.show(excerpt, !item.excerpt().isBlank());
            setGraphic(box);
        }
    }
}
