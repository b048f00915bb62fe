package org.godwit.app.migrate;

import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.task.Progress;
import org.kordamp.ikonli.feather.Feather;

/** While the dropped places are being read: how far, how fast, what could not be read so far. */
final class LookingView extends VBox {
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label figures = Nodes.label("", "muted");
    private final Label problems = Nodes.label("", "careful-text");

    LookingView(MigrateState.Looking looking) {
        getStyleClass().add("empty-state");
        Button cancel = Nodes.button("app.cancel", Feather.X, looking.job()::cancel);
        cancel.disableProperty().bind(looking.job().stoppingProperty());
        bar.getStyleClass().add("long-bar");
        bar.setAccessibleText(looking.job().title());
        getChildren()
                .addAll(
                        Nodes.icon(Feather.SEARCH, "empty-icon"),
                        Nodes.label(Text.of("app.looking.title", Places.title(looking.places())), Styles.TITLE_3),
                        Nodes.wrapped(Text.of("app.looking.text"), "muted"),
                        bar,
                        figures,
                        problems,
                        Nodes.row("actions", cancel));
        looking.job().progressProperty().subscribe(this::show);
    }

    private void show(Progress progress) {
        bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        String of = progress.total() > 0
                ? Text.of("app.looking.of", Figures.bytes((double) progress.done()), Figures.bytes((double) progress.total()))
                : "";
        figures.setText(Stream.of(Figures.phase(progress), of, Figures.rate(progress), Figures.left(progress))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  ·  ")));
        Nodes.show(problems, progress.rejects() > 0);
        problems.setText(progress.rejects() == 0 ? "" : Text.of("app.looking.problems", progress.rejects()));
    }
}
