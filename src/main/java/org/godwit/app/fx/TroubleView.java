package org.godwit.app.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A page for what went wrong: title, what happened, what was kept, code, Copy, and the ways on. */
public final class TroubleView extends VBox {
    /**
     * @param titleKey what could not be done
     * @param actions the ways on, the best one first
     */
    public TroubleView(String titleKey, Trouble trouble, Desk desk, Node... actions) {
        getStyleClass().add("trouble");
        Label code = Nodes.label(Text.of("app.trouble.code", trouble.code()), "code-chip");
        Button copy = Nodes.button("app.trouble.copy", Feather.COPY, () -> desk.copy(trouble.asText()), Styles.FLAT);
        VBox kept = Nodes.column("kept", Nodes.row("line", Nodes.icon(Feather.SHIELD, "accent"), Nodes.wrapped(trouble.kept())));
        getChildren()
                .addAll(
                        Nodes.icon(Feather.ALERT_OCTAGON, "trouble-icon"),
                        Nodes.label(Text.of(titleKey), Styles.TITLE_3),
                        Nodes.wrapped(trouble.message(), "trouble-message"),
                        kept,
                        Nodes.row("actions", actions),
                        Nodes.row("line", code, copy));
    }
}
