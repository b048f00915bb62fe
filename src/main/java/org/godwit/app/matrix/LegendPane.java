package org.godwit.app.matrix;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.MatrixWords;
import org.godwit.analysis.matrix.Square;
import org.godwit.analysis.matrix.State;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;

/** The states with their signs, names and counts; pressing one hides or shows its squares. */
final class LegendPane extends FlowPane {
    private final MatrixModel model;

    LegendPane(MatrixModel model) {
        this.model = model;
        getStyleClass().add("matrix-legend");
    }

    void show(Arrangement look) {
        // Rebuilding would take the focus from the entry that was just pressed.
        boolean focused = getChildren().stream().anyMatch(Node::isFocused);
        String focusedId = getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst().orElse("");
        getChildren().setAll(MatrixWords.legend(look).stream().<Node>map(state -> entry(look, state)).toList());
        if (look.matrix().spec().isMeasure()) {
            getChildren().add(scale(look));
        }
        if (look.look().withSimulated() && look.matrix().simulated() > 0) {
            Region frame = new Region();
            frame.getStyleClass().addAll("sign", "sign-marked");
            getChildren().add(Nodes.row("legend-mark", frame, Nodes.label(Text.of("app.matrix.marked"))));
        }
        if (focused) {
            getChildren().stream().filter(node -> focusedId.equals(node.getId())).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private ToggleButton entry(Arrangement look, State state) {
        int count = look.counts().getOrDefault(state, 0);
        ToggleButton button = new ToggleButton(Text.of("app.matrix.legend.entry", state.label(), Figures.count(count)), Signs.of(state));
        button.setId("legend-" + state.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("legend-button");
        boolean shown = !look.look().hidden().contains(state);
        button.setSelected(shown);
        Nodes.name(button, Text.of(shown ? "app.matrix.legend.hide" : "app.matrix.legend.show", MatrixWords.legend(look, state)));
        button.setOnAction(event -> model.change(now -> now.toggled(state)));
        return button;
    }

    private static HBox scale(Arrangement look) {
        Region gradient = new Region();
        gradient.getStyleClass().add("legend-scale");
        return Nodes.row("line", Nodes.label(Square.number(look.least())), gradient, Nodes.label(Square.number(look.greatest())));
    }
}
