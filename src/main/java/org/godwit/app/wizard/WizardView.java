package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.godwit.app.fx.Desk;
import org.godwit.app.fx.Drop;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The shell of the steps: a rail above, the step, Back and Next below. The whole view takes dropped files. */
public final class WizardView extends BorderPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final WizardModel model;
    private final List<Node> pages = new ArrayList<>();
    private final List<Button> rail = new ArrayList<>();
    private final List<Optional<Button>> mains = new ArrayList<>();
    private final Label reason = Nodes.wrapped("", "muted");
    private final StackPane main = new StackPane();
    private final StackPane body = new StackPane();
    private final Button next;
    private final Button back;
    private final Button accept;

    public WizardView(WizardModel model, Desk desk) {
        this.model = model;
        getStyleClass().add("wizard");
        Drop.on(this, model::open);
        next = Nodes.button("app.wizard.next", Feather.ARROW_RIGHT, model::next, Styles.ACCENT, "big-button");
        next.setId("next");
        next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        back = Nodes.button("app.wizard.back", Feather.ARROW_LEFT, model::back, "big-button");
        back.setId("back");
        accept = Nodes.button("app.wizard.accept", Feather.FAST_FORWARD, model::accept, "big-button");
        accept.setId("accept");
        body.getStyleClass().add("wizard-body");
        for (WizardStep step : MigrationWizard.STEPS) {
            Node page = step.view().apply(model, desk);
            page.getStyleClass().add("wizard-page");
            pages.add(page);
            mains.add(step.main().apply(model));
        }
        setTop(rail());
        setCenter(body);
        setBottom(bar());
        model.stepProperty().subscribe(step -> show(step.intValue()));
        for (int i = 0; i < pages.size(); i++) {
            ObservableValue<String> blocked = model.blocked(i);
            blocked.subscribe(words -> refresh());
        }
        model.runProperty().subscribe(state -> refresh());
        model.sourceProperty().subscribe(state -> refresh());
    }

    private HBox rail() {
        HBox steps = Nodes.row("rail");
        for (int i = 0; i < MigrationWizard.STEPS.size(); i++) {
            WizardStep step = MigrationWizard.STEPS.get(i);
            Label number = Nodes.label(String.valueOf(i + 1), "rail-number");
            Label name = Nodes.label(Text.of(step.titleKey()), "rail-name");
            Button button = new Button(null, Nodes.row("line", number, name));
            button.getStyleClass().add("rail-step");
            button.setId("step-" + step.id());
            button.setOnAction(event -> model.go(step.id()));
            rail.add(button);
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass().add("rail-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                steps.getChildren().add(line);
            }
            steps.getChildren().add(button);
        }
        return steps;
    }

    private HBox bar() {
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.getStyleClass().add("wizard-reason");
        reason.setId("reason");
        main.setMinWidth(USE_PREF_SIZE);
        return Nodes.row("wizard-bar", back, reason, accept, main);
    }

    private void show(int current) {
        // The other pages are taken out, not hidden: the mnemonics of hidden controls would be in the way.
        body.getChildren().setAll(pages.get(current));
        Optional<Button> own = mains.get(current);
        Button shown = own.orElse(next);
        main.getChildren().setAll(shown);
        next.setDefaultButton(own.isEmpty());
        own.ifPresent(button -> button.setDefaultButton(true));
        refresh();
    }

    private void refresh() {
        int current = model.stepProperty().get();
        String blocked = model.blocked(current).getValue();
        boolean last = current == pages.size() - 1;
        reason.setText(blocked);
        next.setDisable(!blocked.isEmpty());
        mains.get(current).ifPresent(button -> button.setDisable(!last && !blocked.isEmpty()));
        back.setDisable(!model.canGoBack());
        int review = MigrationWizard.index("review");
        Nodes.show(accept, current < review - 1);
        accept.setDisable(!model.canReach(review));
        for (int i = 0; i < rail.size(); i++) {
            Button button = rail.get(i);
            String name = Text.of(MigrationWizard.STEPS.get(i).titleKey());
            button.pseudoClassStateChanged(CURRENT, i == current);
            button.pseudoClassStateChanged(DONE, i < current);
            button.setDisable(i != current && !model.canReach(i));
            button.setAccessibleText(Text.of(i == current ? "app.wizard.step.here" : "app.wizard.step", i + 1, name));
        }
    }
}
