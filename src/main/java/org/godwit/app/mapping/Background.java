package org.godwit.app.mapping;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Job;
import org.godwit.task.Outcome;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** A question of which only the newest asking counts: it waits a moment, and an older one that still goes on is cancelled. */
final class Background<T> {
    private static final long TICK_NANOS = 10_000_000;

    private final FxTasks tasks;
    private final String title;
    private final long waitMillis;
    private @Nullable Job<T> last;
    private long number;

    /** @param waitMillis how long it waits for a newer asking */
    Background(FxTasks tasks, String title, long waitMillis) {
        this.tasks = tasks;
        this.title = title;
        this.waitMillis = waitMillis;
    }

    /** Asks; the answer arrives on the FX thread unless something newer was asked meanwhile. */
    void ask(Function<TaskContext, T> question, Consumer<Outcome<T>> answered) {
        stop();
        long asked = number;
        last = tasks.<T>ask(title, context -> {
            pause(context);
            return question.apply(context);
        }).then(outcome -> {
            if (asked == number) {
                last = null;
                answered.accept(outcome);
            }
        });
    }

    /** Forgets what was asked. */
    void stop() {
        number++;
        if (last != null) {
            last.cancel();
            last = null;
        }
    }

    private void pause(TaskContext context) {
        long end = System.nanoTime() + waitMillis * 1_000_000;
        while (System.nanoTime() < end) {
            context.checkCancelled();
            LockSupport.parkNanos(TICK_NANOS);
        }
    }
}
