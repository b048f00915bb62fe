package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.TroubleView;
import org.kordamp.ikonli.feather.Feather;

/** While the migration goes on; and what is said when it was cancelled or stopped by an error. */
final class RunStep extends StackPane {
    static final WizardStep STEP = new WizardStep("run", "app.step.run", RunStep::blocked, RunStep::new, model -> Optional.empty());

    private final WizardModel model;
    private final Desk desk;

    RunStep(WizardModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        model.runProperty().subscribe(state -> {
            getChildren().clear();
            view(state).ifPresent(getChildren()::add);
        });
    }

    private static javafx.beans.value.ObservableValue<String> blocked(WizardModel model) {
        return model.runProperty().map(state -> switch (state) {
            case RunState.Idle() -> Text.of("app.blocked.run");
            case RunState.Running running -> Text.of("app.blocked.running");
            case RunState.Finished finished -> "";
            case RunState.Failed failed -> Text.of("app.blocked.stopped");
            case RunState.Cancelled cancelled -> Text.of("app.blocked.stopped");
        });
    }

    private Optional<Node> view(RunState state) {
        return switch (state) {
            case RunState.Idle() -> Optional.empty();
            case RunState.Running(RunModel run) -> Optional.of(new RunningPane(run));
            case RunState.Finished finished -> Optional.empty();
            case RunState.Failed(var trouble) -> Optional.of(new TroubleView("app.trouble.running", trouble, desk, again(), review()));
            case RunState.Cancelled(String kept) -> Optional.of(cancelled(kept));
        };
    }

    private VBox cancelled(String kept) {
        VBox box = Nodes.empty(Feather.SLASH, "app.migrate.cancelled", "app.migrate.cancelled.text", again(), review());
        box.getChildren().add(2, Nodes.wrapped(kept, "kept-line"));
        return box;
    }

    private Button again() {
        return Nodes.button("app.migrate.again", Feather.ROTATE_CW, model::migrate, Styles.ACCENT);
    }

    private Button review() {
        return Nodes.button("app.migrate.back", Feather.ARROW_LEFT, model::backToReview);
    }
}
