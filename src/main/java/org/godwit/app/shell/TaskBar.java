package org.godwit.app.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Notice;
import org.godwit.app.fx.Notices;
import org.godwit.app.fx.Text;
import org.godwit.task.Progress;
import org.kordamp.ikonli.feather.Feather;

/**
 * Every background task, one line each: what, phase, how far, what is left, cancel; at the right how many notices wait to
 * be read. Not there when nothing goes on and nothing waits.
 */
final class TaskBar extends HBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Map<Job<?>, HBox> rows = new HashMap<>();
    private final VBox list = Nodes.column("task-list");
    private final FxTasks tasks;
    private final Notices notices;
    private final Button badge;

    /**
     * @param opener shows the notices
     */
    TaskBar(FxTasks tasks, Notices notices, Runnable opener) {
        this.tasks = tasks;
        this.notices = notices;
        this.badge = Nodes.button("app.notice.title", Feather.BELL, opener, "badge-button");
        badge.setId("notices");
        getStyleClass().add("task-bar");
        HBox.setHgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, badge);
        tasks.jobs().addListener((ListChangeListener<Job<?>>) change -> show());
        notices.unread().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        List<Job<?>> jobs = tasks.jobs();
        rows.keySet().retainAll(jobs);
        List<HBox> shown = new ArrayList<>();
        jobs.forEach(job -> shown.add(rows.computeIfAbsent(job, TaskBar::row)));
        list.getChildren().setAll(shown);
        int waiting = notices.unread().size();
        if (waiting > 0) {
            String words = Text.of("app.notice.badge", waiting);
            badge.setText(words);
            badge.setAccessibleText(words);
        }
        Nodes.show(badge, waiting > 0);
        badge.pseudoClassStateChanged(FAILED, notices.unread().stream().anyMatch(notice -> notice.kind() == Notice.Kind.FAILED));
        Nodes.show(this, waiting > 0 || !jobs.isEmpty());
    }

    private static HBox row(Job<?> job) {
        Label title = Nodes.label(job.title(), "task-title");
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(job.title());
        Label state = Nodes.label("", "muted");
        Button cancel = Nodes.iconButton("app.task.cancel", Feather.X, job::cancel, "small-icon");
        cancel.setAccessibleText(Text.of("app.task.cancel.named", job.title()));
        cancel.disableProperty().bind(job.stoppingProperty());
        Runnable show = () -> {
            Progress progress = job.progressProperty().get();
            bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
            state.setText(job.stoppingProperty().get() ? Text.of("app.task.stopping") : words(progress));
        };
        job.progressProperty().subscribe(show);
        job.stoppingProperty().subscribe(show);
        show.run();
        return Nodes.row("task-row", Nodes.icon(Feather.ACTIVITY, "accent"), title, Nodes.spacer(), state, bar, cancel);
    }

    private static String words(Progress progress) {
        String share = progress.fraction().isPresent() ? Text.of("app.share.whole", progress.fraction().getAsDouble()) : "";
        return Stream.of(Figures.phase(progress), share, Figures.left(progress))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  ·  "));
    }
}
