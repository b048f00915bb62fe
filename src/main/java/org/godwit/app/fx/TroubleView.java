package org.godwit.app.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What went wrong, in one form: title, what happened, what to do next, what was kept, code, Copy, and the ways on. */
public final class TroubleView extends VBox {
    /**
     * @param titleKey what could not be done
     * @param actions the ways on, the best one first
     */
    public TroubleView(String titleKey, Trouble trouble, Desk desk, Node... actions) {
        this(trouble, Text.of(titleKey), () -> desk.copy(trouble.asText()), actions);
    }

    private TroubleView(Trouble trouble, String title, Runnable copier, Node... actions) {
        getStyleClass().add("trouble");
        getChildren().addAll(Nodes.icon(Feather.ALERT_OCTAGON, "trouble-icon"), Nodes.wrapped(title, Styles.TITLE_3));
        if (!title.equals(trouble.title())) {
            getChildren().add(Nodes.wrapped(trouble.title(), "trouble-title"));
        }
        getChildren().add(Nodes.wrapped(trouble.message(), "trouble-message"));
        VBox facts = Nodes.column("kept");
        if (!trouble.next().isEmpty()) {
            facts.getChildren().add(fact(Feather.ARROW_RIGHT_CIRCLE, trouble.next()));
        }
        if (!trouble.kept().isEmpty()) {
            facts.getChildren().add(fact(Feather.SHIELD, trouble.kept()));
        }
        Label code = Nodes.label(Text.of("app.trouble.code", trouble.code()), "code-chip");
        Button copy = Nodes.button("app.trouble.copy", Feather.COPY, copier, Styles.FLAT);
        getChildren().addAll(facts, Nodes.row("actions", actions), Nodes.row("line", code, copy));
    }

    /**
     * Returns one whose title says what happened, for trouble that comes by itself.
     *
     * @param details what Copy adds, such as where in the program it happened
     */
    public static TroubleView unasked(Trouble trouble, String details, Desk desk, Node... actions) {
        return new TroubleView(trouble, trouble.title(), () -> desk.copy(trouble.asText() + System.lineSeparator() + details), actions);
    }

    private static HBox fact(Feather icon, String words) {
        return Nodes.row("line", Nodes.icon(icon, "accent"), Nodes.wrapped(words));
    }
}
