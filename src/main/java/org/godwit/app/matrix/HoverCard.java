package org.godwit.app.matrix;

import java.util.List;
import javafx.scene.layout.VBox;
import org.godwit.analysis.matrix.Square;
import org.godwit.app.fx.Nodes;

/** What is known of the square under the mouse or with the focus. */
final class HoverCard extends VBox {
    HoverCard() {
        getStyleClass().add("hover-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /**
     * @param lines the pair first, then what is known of it
     */
    void show(List<String> lines, Square square) {
        getChildren().setAll(Nodes.row("line", Signs.of(square.state()), Nodes.label(lines.getFirst(), "hover-title")));
        lines.subList(1, lines.size()).forEach(line -> getChildren().add(Nodes.label(line, "hover-line")));
        applyCss();
    }
}
