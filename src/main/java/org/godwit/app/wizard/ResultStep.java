package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.result.ResultView;
import org.kordamp.ikonli.feather.Feather;

/** What the run did, and where it leads. */
final class ResultStep extends StackPane {
    static final WizardStep STEP =
            new WizardStep("result", "app.step.result", model -> new ReadOnlyStringWrapper(""), ResultStep::new, ResultStep::another);

    ResultStep(WizardModel model, Desk desk) {
        model.runProperty().subscribe(state -> {
            getChildren().clear();
            if (state instanceof RunState.Finished(var result)) {
                getChildren().add(Nodes.scrolling(new ResultView(result, desk)));
            }
        });
    }

    private static Optional<Button> another(WizardModel model) {
        return Optional.of(Nodes.button("app.migrate.another", Feather.PLUS, model::startOver, Styles.ACCENT));
    }
}
