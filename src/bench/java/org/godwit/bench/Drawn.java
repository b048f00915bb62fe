package org.godwit.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.godwit.app.testing.Fx;

/** Measures what a person waits for in a window that is shown: from asking to the end of the pulse that has laid out the answer. */
public final class Drawn {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Drawn() {}

    /**
     * Asks on the FX thread and waits; to be called from another one.
     *
     * @return milliseconds
     */
    public static double millis(Runnable ask, BooleanSupplier answered) throws InterruptedException, ExecutionException {
        AtomicLong ended = new AtomicLong();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long started = Fx.get(() -> {
            long now = System.nanoTime();
            ask.run();
            return now;
        });
        // Asking without a rest would take the FX thread's processor from those who work on the answer.
        do {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nothing was drawn in " + PATIENCE);
            }
            Thread.sleep(1);
        } while (!Fx.get(answered::getAsBoolean));
        CountDownLatch drawn = new CountDownLatch(1);
        Fx.run(() -> afterNextPulse(() -> {
            ended.set(System.nanoTime());
            drawn.countDown();
        }));
        drawn.await();
        return (ended.get() - started) / 1e6;
    }

    /**
     * Measures how long the FX thread is busy with a change: itself, and the pulse that dresses it, lays it out and hands it
     * over to be drawn. To be called from another thread.
     *
     * @return milliseconds
     */
    public static double busyMillis(Scene scene, Runnable change) throws InterruptedException, ExecutionException {
        AtomicLong changed = new AtomicLong();
        AtomicLong pulse = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        AtomicLong ended = new AtomicLong();
        Fx.run(() -> {
            long started = System.nanoTime();
            change.run();
            changed.set(System.nanoTime() - started);
            Runnable[] begin = new Runnable[1];
            begin[0] = () -> {
                scene.removePreLayoutPulseListener(begin[0]);
                pulse.set(System.nanoTime());
                // Runs when the pulse has let go of the thread.
                Platform.runLater(() -> {
                    ended.set(System.nanoTime());
                    over.countDown();
                });
            };
            scene.addPreLayoutPulseListener(begin[0]);
            Platform.requestNextPulse();
        });
        over.await();
        return (changed.get() + ended.get() - pulse.get()) / 1e6;
    }

    private static void afterNextPulse(Runnable then) {
        Scene scene = Window.getWindows().getFirst().getScene();
        scene.getRoot().requestLayout();
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            then.run();
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }
}
