package org.godwit.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl+C: asks the running task to stop and gives it {@value #PATIENCE_MILLIS} ms to leave everything as it was. The
 * JVM then ends with 130 by itself. Thread-safe.
 */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile @Nullable TaskContext running;
    private @Nullable Thread hook;

    private Interrupt() {}

    /** Returns one that is called when the process is asked to end. */
    static Interrupt install() {
        Interrupt interrupt = new Interrupt();
        Thread hook = new Thread(interrupt::stop, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        interrupt.hook = hook;
        return interrupt;
    }

    /** Returns one that is never called. */
    static Interrupt none() {
        return new Interrupt();
    }

    void watch(TaskContext task) {
        running = task;
    }

    /** The command is over. */
    @Override
    public void close() {
        finished.countDown();
        Thread installed = hook;
        if (installed != null) {
            removeHook(installed);
        }
    }

    private static void removeHook(Thread installed) {
        try {
            Runtime.getRuntime().removeShutdownHook(installed);
        } catch (IllegalStateException ignored) {
            // The process is already ending; the hook finds the command finished.
        }
    }

    private void stop() {
        TaskContext task = running;
        if (task == null) {
            return;
        }
        task.cancel();
        try {
            finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
