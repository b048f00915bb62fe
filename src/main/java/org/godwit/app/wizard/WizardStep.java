package org.godwit.app.wizard;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.godwit.app.fx.Desk;

/**
 * One step of the wizard.
 *
 * @param id short and stable, such as {@code source}
 * @param titleKey of its name in the rail
 * @param blocked why one cannot go on from here, in words; an empty text if one can
 * @param view makes what is shown; called once
 * @param main makes the button that stands in the place of Next; empty for Next itself
 */
record WizardStep(
        String id,
        String titleKey,
        Function<WizardModel, ObservableValue<String>> blocked,
        BiFunction<WizardModel, Desk, Node> view,
        Function<WizardModel, Optional<Button>> main) {
    /** A step that one leaves by Next. */
    WizardStep(String id, String titleKey, Function<WizardModel, ObservableValue<String>> blocked, BiFunction<WizardModel, Desk, Node> view) {
        this(id, titleKey, blocked, view, model -> Optional.empty());
    }
}
