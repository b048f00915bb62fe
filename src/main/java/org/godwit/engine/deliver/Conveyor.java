package org.godwit.engine.deliver;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * Carries batches from one thread to another, so that reading and writing go on at once. Holds a few batches at most.
 * Used once.
 */
final class Conveyor {
    private static final int AHEAD = 8;
    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<Optional<RowBatch>> queue = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean stopped;

    /** The other side has ended: nothing more is wanted, or will come. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoppedException() {
            super("the other side has ended", null, false, false);
        }
    }

    private Conveyor() {}

    /**
     * Runs a source in a thread of its own and hands its batches to a sink in this one.
     *
     * @param source calls its argument with one batch after another, which it may use again
     */
    static void pull(Consumer<Consumer<RowBatch>> source, Consumer<RowBatch> sink) {
        Conveyor conveyor = new Conveyor();
        conveyor.run(() -> conveyor.putAll(source), () -> conveyor.takeAll(sink));
    }

    /**
     * Runs a source in this thread and hands its batches to a sink in a thread of its own.
     *
     * @param source calls its argument with one batch after another, which it may use again
     */
    static void push(Consumer<Consumer<RowBatch>> source, Consumer<RowBatch> sink) {
        Conveyor conveyor = new Conveyor();
        conveyor.run(() -> conveyor.takeAll(sink), () -> conveyor.putAll(source));
    }

    private void run(Runnable apart, Runnable here) {
        FutureTask<Boolean> other = new FutureTask<>(apart, true) {
            @Override
            protected void done() {
                stopped = true;
            }
        };
        Thread.ofPlatform().name("godwit-rows").daemon().start(other);
        RuntimeException ours = null;
        try {
            here.run();
        } catch (RuntimeException e) {
            ours = e;
        } finally {
            stopped = true;
        }
        RuntimeException theirs = failure(other);
        if (ours == null || ours instanceof StoppedException) {
            // Why this side was stopped is told by the other one.
            ours = theirs == null ? ours : theirs;
        }
        if (ours != null) {
            throw ours;
        }
    }

    /** Waits for the other side and returns what it failed with, null if with nothing. */
    private static @Nullable RuntimeException failure(FutureTask<Boolean> other) {
        try {
            other.get();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TaskCancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return e.getCause() instanceof StoppedException ? null : (RuntimeException) e.getCause();
        }
    }

    private void putAll(Consumer<Consumer<RowBatch>> source) {
        source.accept(batch -> put(Optional.of(batch.copy())));
        put(Optional.empty());
    }

    private void put(Optional<RowBatch> next) {
        try {
            while (!queue.offer(next, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped) {
                    throw new StoppedException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        }
    }

    private void takeAll(Consumer<RowBatch> sink) {
        try {
            while (true) {
                boolean over = stopped;
                Optional<RowBatch> next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (next == null && over) {
                    throw new StoppedException();
                }
                if (next != null && next.isEmpty()) {
                    return;
                }
                if (next != null) {
                    sink.accept(next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        }
    }
}
