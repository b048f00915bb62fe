package org.godwit.app.wizard;

import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Units;
import org.godwit.task.Progress;
import org.kordamp.ikonli.feather.Feather;

/** While the places are being read: figures that count up, how far, how fast, and what could not be read so far. */
final class LookingPane extends VBox {
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label figures = Nodes.label("", "muted");
    private final Tiles tiles = new Tiles();
    private final ProblemList problems = new ProblemList();
    private final VBox found;

    LookingPane(SourceState.Looking looking) {
        getStyleClass().add("looking");
        Button cancel = Nodes.button("app.cancel", Feather.X, looking.job()::cancel);
        cancel.disableProperty().bind(looking.job().stoppingProperty());
        bar.getStyleClass().add("thick-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(looking.job().title());
        VBox words = Nodes.column(
                "headline",
                Nodes.label(Text.of("app.looking.title", looking.title()), Styles.TITLE_3),
                Nodes.wrapped(Text.of("app.looking.text"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        found = Nodes.column("problems", Nodes.row("problems-head", Nodes.icon(Feather.ALERT_TRIANGLE, "careful-icon"),
                Nodes.label(Text.of("app.looking.problems"), "section-title")), problems);
        VBox.setVgrow(found, Priority.SOMETIMES);
        getChildren().addAll(Nodes.row("page-head", words, cancel), tiles, Nodes.column("card-box", bar, figures), found);
        looking.job().progressProperty().subscribe(this::show);
    }

    private void show(Progress progress) {
        bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        figures.setText(Stream.of(Figures.phase(progress), Figures.rate(progress, Units.DOCUMENTS), Figures.left(progress))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  ·  ")));
        tiles.show(progress);
        Nodes.show(found, !progress.problems().isEmpty());
        if (!problems.getItems().equals(progress.problems())) {
            problems.getItems().setAll(progress.problems());
        }
    }
}
