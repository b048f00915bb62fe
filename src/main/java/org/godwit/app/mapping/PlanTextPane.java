package org.godwit.app.mapping;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.edit.PlanEdit;
import org.godwit.engine.plan.PlanFault;
import org.godwit.engine.plan.PlanLines;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.text.Messages;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** The plan as text. What is written is read a moment later; what is done elsewhere is seen here. */
final class PlanTextPane extends VBox {
    private static final long WAIT = 300;

    private final MappingModel model;
    private final TextArea text = new TextArea();
    private final ListView<Problem> problems = new ListView<>();
    private final Background<Read> reading;
    private boolean showing;
    /** What the text means, so that the plan is not written over what somebody is typing. */
    private @Nullable Plan typed;

    /** What is wrong in the text. */
    record Problem(int line, String words) {}

    /** The plan that a text means, or what is wrong with it. */
    record Read(@Nullable Plan plan, List<Problem> problems) {}

    PlanTextPane(MappingModel model, FxTasks tasks) {
        this.model = model;
        this.reading = new Background<>(tasks, Text.of("app.mapping.text.reading"), WAIT);
        getStyleClass().add("plan-text");
        text.setId("plan-text");
        text.setAccessibleText(Text.of("app.mapping.text"));
        text.getStyleClass().add("code");
        problems.setId("plan-problems");
        problems.setAccessibleText(Text.of("app.mapping.text.problems"));
        problems.setCellFactory(_ -> new ProblemCell());
        problems.getSelectionModel().selectedItemProperty().subscribe(problem -> {
            if (problem != null) {
                go(problem.line());
            }
        });
        Nodes.show(problems, false);
        setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(Nodes.label(Text.of("app.mapping.text.help"), "muted"), text, problems);
        text.textProperty().subscribe((_, now) -> {
            if (!showing) {
                reading.ask(_ -> read(now), this::heard);
            }
        });
        visibleProperty().subscribe(_ -> show(model.planProperty().get()));
        model.planProperty().subscribe(this::show);
    }

    private void show(Plan plan) {
        if (plan.equals(typed) || !isShowing()) {
            return;
        }
        reading.stop();
        typed = plan;
        String now = model.text();
        if (!now.equals(text.getText())) {
            showing = true;
            double scroll = text.getScrollTop();
            text.setText(now);
            text.setScrollTop(scroll);
            showing = false;
        }
        problems(List.of());
    }

    private boolean isShowing() {
        return getScene() != null;
    }

    /** Brings the text up to date, for when the tab is opened. */
    void refresh() {
        show(model.planProperty().get());
    }

    /** Reads a text. Runs in the background. */
    static Read read(String text) {
        try {
            List<PlanFault> faults = PlanReader.faults(text, Text.of("app.mapping.text"));
            if (faults.isEmpty()) {
                return new Read(PlanReader.read(text, Text.of("app.mapping.text")), List.of());
            }
            PlanLines lines = new PlanLines(text);
            return new Read(null, faults.stream().map(fault -> new Problem(lines.line(fault.pointer()), fault.toString())).toList());
        } catch (GodwitException e) {
            int line = e.arguments().size() > 1 && e.arguments().get(1) instanceof Integer number ? number : 1;
            return new Read(null, List.of(new Problem(line, Messages.of(e))));
        }
    }

    private void heard(Outcome<Read> outcome) {
        switch (outcome) {
            case Outcome.Succeeded<Read>(Read read) -> {
                problems(read.problems());
                Plan plan = read.plan();
                if (plan != null) {
                    typed = plan;
                    model.apply(new PlanEdit.Replace(plan));
                }
            }
            case Outcome.Failed<Read>(GodwitException error) -> problems(List.of(new Problem(1, Messages.of(error))));
            case Outcome.Cancelled<Read> _ -> { }
        }
    }

    private void problems(List<Problem> found) {
        problems.getItems().setAll(found);
        Nodes.show(problems, !found.isEmpty());
    }

    private void go(int line) {
        int at = 0;
        String all = text.getText();
        for (int i = 1; i < line && at >= 0; i++) {
            at = all.indexOf('\n', at) + 1;
        }
        int end = all.indexOf('\n', at);
        text.selectRange(at, end < 0 ? all.length() : end);
    }

    private static final class ProblemCell extends ListCell<Problem> {
        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(empty || problem == null ? null : Text.of("app.mapping.text.problem", problem.line(), problem.words()));
        }
    }
}
