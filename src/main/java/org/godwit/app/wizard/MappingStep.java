package org.godwit.app.wizard;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Text;
import org.godwit.app.mapping.MappingView;

/** Which source path becomes which column. */
final class MappingStep extends StackPane {
    static final WizardStep STEP = new WizardStep("mapping", "app.step.mapping", MappingStep::blocked, MappingStep::new);

    MappingStep(WizardModel wizard, Desk desk) {
        getChildren().add(new MappingView(wizard.mapping(), desk));
    }

    private static ObservableValue<String> blocked(WizardModel wizard) {
        return wizard.mapping().validProperty().map(valid -> valid ? "" : Text.of("app.blocked.mapping"));
    }
}
