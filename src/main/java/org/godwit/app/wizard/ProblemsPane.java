package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.excerpt.ExcerptModel;
import org.godwit.app.excerpt.ExcerptView;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.Problem;
import org.kordamp.ikonli.feather.Feather;

/** What could not be read, and the raw lines around the chosen place. */
final class ProblemsPane extends VBox {
    ProblemsPane(FoundModel found, Desk desk) {
        List<Problem> problems = found.problems();
        ExcerptModel excerpts = found.excerpts();
        // Tables have no lines to show.
        boolean tables = found.databases().isPresent();
        getStyleClass().add("problems");
        ProblemList list = new ProblemList();
        list.getItems().setAll(problems);
        Node copy = Nodes.button("app.problems.copy", Feather.COPY, () -> desk.copy(asText(problems)), Styles.FLAT, "small-text");
        Label title = Nodes.label(Text.of(found.problemsTitle(), problems.size()), "section-title");
        FlowPane words = Nodes.flow("problems-words", title, Nodes.label(Text.of("app.problems.text"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.row(
                                "problems-head",
                                Nodes.icon(Feather.ALERT_TRIANGLE, "careful-icon"),
                                words,
                                copy),
                        list,
                        new ExcerptView(excerpts));
        list.getSelectionModel().selectedItemProperty().subscribe(problem -> {
            if (problem == null || problem.line() == 0 || tables) {
                excerpts.clear();
            } else {
                excerpts.show(problem.file(), problem.line(), problem.column());
            }
        });
        list.getSelectionModel().selectFirst();
    }

    private static String asText(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + ":" + problem.column() + ": " + problem.reason())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
