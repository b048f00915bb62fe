package org.godwit.app.excerpt;

import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;

/** Lines with their numbers, the wanted one on another ground, the marked character set off. */
public final class ExcerptView extends VBox {
    public ExcerptView(ExcerptModel model) {
        getStyleClass().add("source-excerpt");
        setAccessibleRole(AccessibleRole.TEXT);
        model.stateProperty().subscribe(this::show);
    }

    private void show(ExcerptState state) {
        getChildren().clear();
        Nodes.show(this, !(state instanceof ExcerptState.None));
        switch (state) {
            case ExcerptState.None() -> setAccessibleText("");
            case ExcerptState.Missing(String reason) -> {
                getChildren().add(Nodes.wrapped(reason, "bad-text"));
                setAccessibleText(reason);
            }
            case ExcerptState.Shown(Excerpt excerpt) -> {
                excerpt.lines().forEach(line -> getChildren().add(row(line)));
                setAccessibleText(excerpt.lines().stream().map(Excerpt.Line::text).collect(Collectors.joining("\n")));
            }
        }
    }

    private static HBox row(Excerpt.Line line) {
        Label number = Nodes.label(Figures.count(line.number()), "excerpt-number");
        HBox row = Nodes.row("excerpt-line", number);
        if (line.wanted()) {
            row.getStyleClass().add("wanted");
            row.setAccessibleText(Text.of("app.excerpt.here", line.number()));
        }
        String text = line.text();
        if (line.mark() < 0) {
            row.getChildren().add(part(text));
            return row;
        }
        int end = Math.min(text.length(), line.end());
        String marked = line.mark() < end ? text.substring(line.mark(), end) : " ";
        Label mark = part(marked);
        mark.getStyleClass().add("excerpt-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        row.getChildren().addAll(part(text.substring(0, Math.min(line.mark(), text.length()))), mark);
        if (end < text.length()) {
            row.getChildren().add(part(text.substring(end)));
        }
        return row;
    }

    private static Label part(String text) {
        Label part = Nodes.label(text, "excerpt-text");
        part.setMinWidth(0);
        return part;
    }
}
