package org.godwit.app.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Notice;
import org.godwit.app.fx.Notices;
import org.godwit.app.fx.Text;
import org.godwit.engine.text.Messages;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;

/**
 * Tells of work that ended while the person was on another screen than the one it was started from: that screen shows
 * the end itself. What took long, failed or was cancelled stays until it is read.
 */
final class JobNotices {
    private static final double LONG_SECONDS = 2;

    private final ShellModel model;
    private final Notices notices;
    private final Map<Job<?>, Started> started = new HashMap<>();
    private final Map<Notice, String> places = new HashMap<>();

    JobNotices(ShellModel model, FxTasks tasks, Notices notices) {
        this.model = model;
        this.notices = notices;
        tasks.jobs().addListener((ListChangeListener<Job<?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(job -> started.put(job, new Started(model.currentProperty().get(), System.nanoTime())));
            }
        });
        tasks.whenOver(this::over);
        model.currentProperty().subscribe(this::entered);
    }

    private record Started(Destination from, long nanos) {
        double seconds() {
            return (System.nanoTime() - nanos) / 1e9;
        }
    }

    private void over(Job<?> job, Outcome<?> outcome) {
        Started start = started.remove(job);
        if (start == null || start.from().equals(model.currentProperty().get())) {
            return;
        }
        String title = job.title();
        switch (outcome) {
            case Outcome.Succeeded<?>(var value) -> {
                if (start.seconds() < LONG_SECONDS) {
                    notices.pass(Text.of("app.notice.done", title));
                } else {
                    keep(start, Notice.Kind.DONE, Text.of("app.notice.done", title), Text.of("app.notice.after", Figures.duration(start.seconds())));
                }
            }
            case Outcome.Failed<?>(GodwitException error) ->
                keep(start, Notice.Kind.FAILED, Text.of("app.notice.failed", title), Messages.withCode(error));
            case Outcome.Cancelled<?>() ->
                keep(start, Notice.Kind.CANCELLED, Text.of("app.notice.cancelled", title), Text.of("app.kept.read"));
        }
    }

    private void keep(Started start, Notice.Kind kind, String title, String text) {
        String id = start.from().id();
        Notice notice = new Notice(kind, title, text, System.currentTimeMillis(), () -> model.go(id));
        places.put(notice, id);
        notices.keep(notice);
    }

    /** Who goes to the screen of a notice has read it. */
    private void entered(Destination current) {
        notices.unread().removeIf(notice -> current.id().equals(places.get(notice)));
        places.keySet().retainAll(notices.unread());
    }
}
