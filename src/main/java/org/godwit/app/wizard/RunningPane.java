package org.godwit.app.wizard;

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
import javafx.util.Subscription;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.task.Progress;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** While the migration goes on: phase, how far, how fast, what is left, rows of each table, rejects so far, cancel. */
final class RunningPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final List<String> PHASES = List.of("stage", "load", "verify");

    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label share = Nodes.label("", "figure");
    private final Label left = Nodes.label("", "muted");
    private final Label rate = Nodes.label("", "muted");
    private final Label rejects = Nodes.label("", "careful-text");
    private final HBox phases = Nodes.row("phases");

    RunningPane(RunModel run) {
        getStyleClass().add("running");
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
        ListView<RunModel.TableProgress> tables = tables(run);
        setVgrow(tables, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.row("page-head", words, cancel),
                        card,
                        Nodes.row("section-head", Nodes.label(Text.of("app.running.tables"), "section-title")),
                        tables);
        run.progressProperty().subscribe(progress -> show(progress, run.units()));
        run.leftProperty().subscribe(band -> left.setText(band.map(RunningPane::words).orElse("")));
    }

    private static String words(Eta.Band band) {
        String low = Figures.duration(Math.max(1, Math.ceil(band.low())));
        String high = Figures.duration(Math.max(1, Math.ceil(band.high())));
        return low.equals(high) ? Text.of("app.time.left", low) : Text.of("app.running.left", low, high);
    }

    private void show(Progress progress, Units units) {
        bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        share.setText(progress.fraction().isPresent() ? Text.of("app.share.whole", progress.fraction().getAsDouble()) : Figures.phase(progress));
        rate.setText(Figures.rate(progress, units));
        rejects.setText(progress.rejects() == 0 ? "" : Text.of("app.running.rejects", progress.rejects()));
        int now = PHASES.indexOf(progress.phase());
        for (int i = 0; i < PHASES.size(); i++) {
            phases.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == now);
            phases.getChildren().get(i).pseudoClassStateChanged(PAST, i < now);
        }
    }

    private static ListView<RunModel.TableProgress> tables(RunModel run) {
        ListView<RunModel.TableProgress> tables = new ListView<>();
        tables.getItems().setAll(run.tables());
        tables.setId("running-tables");
        tables.setAccessibleText(Text.of("app.running.tables"));
        tables.setPlaceholder(Nodes.label(Text.of("app.running.planning"), "muted"));
        tables.setCellFactory(_ -> new TableCell());
        return tables;
    }

    private static final class TableCell extends ListCell<RunModel.TableProgress> {
        private final Label name = Nodes.label("", "list-name");
        private final Label rows = Nodes.label("", "figure-small");
        private final Label rate = Nodes.label("", "muted", "small-text");
        private final ProgressBar share = new ProgressBar(0);
        private final HBox line = Nodes.row("line", name, Nodes.spacer(), rate, rows, share);
        private Subscription listening = () -> {};

        TableCell() {
            share.getStyleClass().add("share-bar");
            share.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(RunModel.@Nullable TableProgress item, boolean empty) {
            super.updateItem(item, empty);
            listening.unsubscribe();
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.name());
            share.setAccessibleText(item.name());
            listening = item.rowsProperty().subscribe(count -> show(item));
            setGraphic(line);
        }

        private void show(RunModel.TableProgress item) {
            long count = item.rowsProperty().get();
            long most = Math.max(item.expected().rows(), count);
            rows.setText(Text.of(item.expected().exact() ? "app.running.rows" : "app.running.rows.most", count, most));
            long speed = item.rateProperty().get();
            rate.setText(speed == 0 ? "" : Text.of("app.running.rate", speed));
            share.setProgress(most == 0 ? 0 : (double) count / most);
        }
    }
}
