package org.godwit.app.runs;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.RunResult;

/** When a run did what: a bar for each phase, as long as it took, and the lines of its log. */
final class RunTimeline extends VBox {
    RunTimeline(RunDetail detail) {
        getStyleClass().add("timeline");
        RunResult result = detail.result();
        VBox phases = Nodes.column("timeline-phases");
        phases.getChildren().add(Nodes.label(Text.of("app.runs.started", Figures.moment(detail.summary().startedMillis()), Figures.duration(result.seconds())), "muted"));
        double whole = result.phases().stream().mapToDouble(RunResult.PhaseTime::seconds).sum();
        double before = 0;
        for (RunResult.PhaseTime phase : result.phases()) {
            phases.getChildren().add(row(phase, before, whole));
            before += phase.seconds();
        }
        if (result.phases().isEmpty()) {
            phases.getChildren().add(Nodes.wrapped(Text.of("app.runs.phases.none"), "muted"));
        }
        getChildren().addAll(phases, Nodes.label(Text.of("app.runs.log"), "section-title"), log(detail.log()));
        setVgrow(getChildren().getLast(), Priority.ALWAYS);
    }

    private static HBox row(RunResult.PhaseTime phase, double before, double whole) {
        var name = Nodes.label(name(phase.phase()), "timeline-name");
        var time = Nodes.label(Figures.duration(phase.seconds()), "timeline-time");
        Bar bar = new Bar(before / Math.max(whole, 1e-9), phase.seconds() / Math.max(whole, 1e-9));
        HBox.setHgrow(bar, Priority.ALWAYS);
        return Nodes.row("line", name, bar, time);
    }

    private static String name(String phase) {
        return switch (phase) {
            case "discover" -> Text.of("app.phase.discover");
            case "stage" -> Text.of("app.phase.stage");
            case "load" -> Text.of("app.phase.load");
            case "verify" -> Text.of("app.phase.verify");
            case "replace" -> Text.of("app.phase.replace");
            default -> phase;
        };
    }

    private static Node log(List<String> lines) {
        if (lines.isEmpty()) {
            return new ScrollPane(Nodes.wrapped(Text.of("app.runs.log.none"), "muted"));
        }
        TextArea text = new TextArea(String.join("\n", lines));
        text.setId("log");
        text.setEditable(false);
        text.getStyleClass().add("raw");
        text.setAccessibleText(Text.of("app.runs.log"));
        return text;
    }

    /** A stretch of a line, from where to how far as shares of the whole. */
    private static final class Bar extends Pane {
        private static final double THINNEST = 3;

        private final double from;
        private final double share;

        Bar(double from, double share) {
            this.from = from;
            this.share = share;
            getStyleClass().add("timeline-track");
            Region stretch = new Region();
            stretch.getStyleClass().add("timeline-bar");
            getChildren().add(stretch);
        }

        @Override
        protected void layoutChildren() {
            double width = Math.max(THINNEST, getWidth() * share);
            getChildren().getFirst().resizeRelocate(Math.min(getWidth() * from, getWidth() - width), 0, width, getHeight());
        }
    }
}
