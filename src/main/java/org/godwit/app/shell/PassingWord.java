package org.godwit.app.shell;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Notices;

/** A few words at the bottom that go by themselves. They take neither focus nor clicks. */
final class PassingWord extends Label {
    private static final Duration SHOWN = Duration.seconds(4);

    PassingWord(Notices notices) {
        getStyleClass().add("passing-word");
        setAccessibleRole(AccessibleRole.TEXT);
        setMouseTransparent(true);
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(event -> Nodes.show(this, false));
        notices.passingProperty().subscribe(text -> {
            setText(text);
            Nodes.show(this, !text.isEmpty());
            if (!text.isEmpty()) {
                pause.playFromStart();
            }
        });
    }
}
