package org.godwit.app.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.godwit.app.fx.Nodes;

/** What lies above the screens for a while, one at a time. While it does, the focus stays in it and comes back after. */
final class Layers extends StackPane {
    private Optional<Node> shown = Optional.empty();
    private Optional<Node> before = Optional.empty();

    Layers() {
        getStyleClass().add("layers");
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        Nodes.show(this, false);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((property, was, owner) -> hold(was, owner));
            }
        });
    }

    boolean isOpen() {
        return shown.isPresent();
    }

    void open(Node layer, Pos place) {
        if (shown.isEmpty()) {
            before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        }
        shown = Optional.of(layer);
        setAlignment(layer, place);
        getChildren().setAll(layer);
        Nodes.show(this, true);
        applyCss();
        layout();
    }

    void close() {
        if (shown.isEmpty()) {
            return;
        }
        shown = Optional.empty();
        // First the focus, so that it does not wander about when the layer goes, or stay with what is gone: keys would be lost.
        before.filter(node -> node.getScene() != null).orElse(getParent()).requestFocus();
        before = Optional.empty();
        Nodes.show(this, false);
        getChildren().clear();
    }

    /** Tab must not lead below the layer, where nothing can be seen of the focus. */
    private void hold(Node was, Node owner) {
        if (shown.isPresent() && owner != null && !within(owner)) {
            if (was != null && within(was)) {
                was.requestFocus();
            } else {
                shown.get().requestFocus();
            }
        }
    }

    private boolean within(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == this) {
                return true;
            }
        }
        return false;
    }
}
