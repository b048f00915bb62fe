package org.godwit.app.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/** Samples progress ten times a second while there is any. */
public final class Pulse {
    private static final Duration INTERVAL = Duration.millis(100);

    private final Timeline timeline;

    public Pulse(FxTasks tasks) {
        timeline = new Timeline(new KeyFrame(INTERVAL, event -> tasks.sample()));
        timeline.setCycleCount(Animation.INDEFINITE);
        tasks.jobs().addListener((ListChangeListener<Job<?>>) change -> follow(tasks));
        follow(tasks);
    }

    private void follow(FxTasks tasks) {
        if (!tasks.jobs().isEmpty()) {
            timeline.play();
        } else if (timeline.getStatus() != Animation.Status.STOPPED) {
            // Where it does not run, to stop it would be to wait for JavaFX, which may not run itself yet.
            timeline.stop();
        }
    }
}
