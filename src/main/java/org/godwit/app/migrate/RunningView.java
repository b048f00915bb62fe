package org.godwit.app.migrate;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.task.Progress;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** While the migration goes on: phase, how far, how fast, what is left, rows of each table, rejects so far, cancel. */
final class RunningView extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final List<String> PHASES = List.of("stage", "load", "verify");

    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label share = Nodes.label("", "figure");
    private final Label left = Nodes.label("", "muted");
    private final Label rate = Nodes.label("", "muted");
    private final Label rejects = Nodes.label("", "careful-text");
    private final HBox phases = Nodes.row("phases");

    RunningView(RunModel run) {
        getStyleClass().addAll("page", "running");
        Button cancel = Nodes.button("app.cancel", Feather.X, run.job()::cancel);
        cancel.setId("cancel");
        cancel.disableProperty().bind(run.job().stoppingProperty());
        Label text = Nodes.wrapped("", "muted");
        text.textProperty()
                .bind(Bindings.when(run.job().stoppingProperty())
                        .then(Text.of("app.running.stopping"))
                        .otherwise(Text.of("app.running.text")));
        VBox words = Nodes.column("headline", Nodes.label(Text.of("app.running.title", run.target()), Styles.TITLE_3), text);
        HBox.setHgrow(words, Priority.ALWAYS);
        PHASES.forEach(phase -> phases.getChildren().add(Nodes.label(Text.of("app.phase." + phase), "phase")));
        bar.getStyleClass().add("thick-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(run.job().title());
        VBox card = Nodes.column("card-box", phases, bar, Nodes.row("line", share, left, Nodes.spacer(), rejects, rate));
        ListView<RunModel.TableCount> tables = tables(run);
        setVgrow(tables, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.row("page-head", words, cancel),
                        card,
                        Nodes.row("section-head", Nodes.label(Text.of("app.running.tables"), "section-title")),
                        tables);
        run.progressProperty().subscribe(this::show);
    }

    private void show(Progress progress) {
        bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        share.setText(progress.fraction().isPresent() ? Text.of("app.share.whole", progress.fraction().getAsDouble()) : Figures.phase(progress));
        left.setText(Figures.left(progress));
        rate.setText(Figures.rate(progress));
        rejects.setText(progress.rejects() == 0 ? "" : Text.of("app.running.rejects", progress.rejects()));
        int now = PHASES.indexOf(progress.phase());
        for (int i = 0; i < PHASES.size(); i++) {
            phases.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == now);
            phases.getChildren().get(i).pseudoClassStateChanged(PAST, i < now);
        }
    }

    private static ListView<RunModel.TableCount> tables(RunModel run) {
        ListView<RunModel.TableCount> tables = new ListView<>(run.tables());
        tables.setId("running-tables");
        tables.setAccessibleText(Text.of("app.running.tables"));
        tables.setPlaceholder(Nodes.label(Text.of("app.running.planning"), "muted"));
        tables.setCellFactory(_ -> new TableCountCell());
        return tables;
    }

    private static final class TableCountCell extends ListCell<RunModel.TableCount> {
        private final Label name = Nodes.label("", "list-name");
        private final Label rows = Nodes.label("", "figure-small");
        private final HBox line = Nodes.row("line", Nodes.icon(Feather.GRID, "subtle-icon"), name, Nodes.spacer(), rows);

        @Override
        protected void updateItem(RunModel.@Nullable TableCount item, boolean empty) {
            super.updateItem(item, empty);
            rows.textProperty().unbind();
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.name());
            rows.textProperty().bind(item.rows().map(count -> Text.of("app.running.rows", count)));
            setGraphic(line);
        }
    }
}
