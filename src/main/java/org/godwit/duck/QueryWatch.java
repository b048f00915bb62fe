package org.godwit.duck;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.jspecify.annotations.Nullable;

/** Stops a statement when its time is over or it is no longer wanted; ends with the statement. */
final class QueryWatch implements AutoCloseable {
    private static final long STEP_NANOS = 20_000_000;

    private final Statement statement;
    private final Duration time;
    private final BooleanSupplier cancelled;
    private final Thread thread;
    private volatile boolean ended;
    private volatile @Nullable RuntimeException reason;

    /**
     * Begins to watch a statement that is about to run.
     *
     * @throws TaskCancelledException if it is not wanted any more: of many short statements, each would be over before the
     *     watch looks
     */
    QueryWatch(Statement statement, Duration time, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new TaskCancelledException();
        }
        this.statement = statement;
        this.time = time;
        this.cancelled = cancelled;
        this.thread = Thread.ofPlatform().daemon().name("query-watch").start(this::watch);
    }

    private void watch() {
        long start = System.nanoTime();
        while (!ended) {
            LockSupport.parkNanos(STEP_NANOS);
            if (reason == null && cancelled.getAsBoolean()) {
                reason = new TaskCancelledException();
            } else if (reason == null && System.nanoTime() - start > time.toNanos()) {
                reason = new GodwitException(ErrorCode.QUERY_FAILED, "it took longer than " + time.toSeconds() + " s");
            }
            // Again and again: a cancel before the statement began would be lost.
            if (reason != null && !ended) {
                cancel();
            }
        }
    }

    private void cancel() {
        try {
            statement.cancel();
        } catch (SQLException ignored) {
            // The statement ended by itself in this moment.
        }
    }

    /** Returns why the statement was stopped, or throws its own error if it was not. */
    RuntimeException stopped(SQLException e) throws SQLException {
        RuntimeException why = reason;
        if (why == null) {
            throw e;
        }
        return why;
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        // Until it has ended it may cancel what runs next on this connection.
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
