package org.godwit.app.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The FX thread for tests: started once, asked from outside. */
public final class Fx {
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final long PATIENCE_MILLIS = 20_000;
    private static boolean asked;

    private Fx() {}

    public static synchronized void start() throws InterruptedException {
        if (!asked) {
            asked = true;
            Platform.setImplicitExit(false);
            try {
                Platform.startup(STARTED::countDown);
            } catch (IllegalStateException running) {
                STARTED.countDown();
            }
        }
        STARTED.await();
    }

    /** Does this on the FX thread and waits for what it gives. */
    public static <T> T get(Callable<T> question) throws InterruptedException, ExecutionException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get();
    }

    public static void run(Runnable action) throws InterruptedException, ExecutionException {
        var _ = get(() -> {
            action.run();
            return "done";
        });
    }

    /** Waits until a scene that is shown was laid out once more and handed to its painter. */
    public static void draw(Scene scene) throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
        Runnable listener = () -> laidOut.complete(true);
        run(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        laidOut.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).get();
        // Comes after the rest of that pulse.
        run(() -> scene.removePostLayoutPulseListener(listener));
    }

    /** Waits until this is true on the FX thread. */
    public static void until(String what, BooleanSupplier condition) throws InterruptedException, ExecutionException {
        if (!comes(condition, PATIENCE_MILLIS)) {
            throw new AssertionError("waited in vain: " + what);
        }
    }

    /** Returns whether this becomes true on the FX thread within the time. */
    static boolean comes(BooleanSupplier condition, long millis) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }
}
