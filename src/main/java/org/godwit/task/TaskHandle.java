package org.godwit.task;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** One piece of work that was started: watch it, wait for its outcome, or ask it to stop. Thread-safe. */
public final class TaskHandle<T> {
    private final String name;
    private final TaskContext context;
    private final CompletableFuture<Outcome<T>> outcome;

    TaskHandle(String name, TaskContext context, CompletableFuture<T> work) {
        this.name = name;
        this.context = context;
        this.outcome = work.handle(this::settle);
    }

    /** Returns what the task does, for people: "Migrating into a.duckdb". */
    public String name() {
        return name;
    }

    /** Returns how far the work is at this moment. */
    public Progress sample() {
        return context.sample();
    }

    /** Asks the work to stop. The outcome tells whether it was in time. */
    public void cancel() {
        context.cancel();
    }

    public boolean isCancelRequested() {
        return context.isCancelled();
    }

    /** Returns the outcome, or empty while the work goes on. */
    public Optional<Outcome<T>> outcome() {
        return outcome.state() == Future.State.SUCCESS ? Optional.of(outcome.resultNow()) : Optional.empty();
    }

    /** Waits for the end of the work. */
    public Outcome<T> await() {
        return outcome.join();
    }

    /** Hands the outcome to an observer once it is there; at once if it is. The observer runs on the executor. */
    public void whenDone(Executor executor, Consumer<Outcome<T>> observer) {
        var _ = outcome.thenAcceptAsync(observer, executor);
    }

    private Outcome<T> settle(@Nullable T value, @Nullable Throwable thrown) {
        if (thrown == null) {
            return new Outcome.Succeeded<>(Objects.requireNonNull(value, "a task's value"));
        }
        Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof TaskCancelledException || cause instanceof CancellationException) {
            return new Outcome.Cancelled<>();
        }
        if (cause instanceof GodwitException known) {
            return new Outcome.Failed<>(known);
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.toString();
        return new Outcome.Failed<>(new GodwitException(cause, ErrorCode.INTERNAL, name, reason));
    }
}
