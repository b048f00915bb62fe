package org.godwit.task;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Runs work in the background, each piece on a thread of its own, so that a long run never keeps a short question
 * waiting. Closing asks all work to stop; the threads do not keep the process alive. Thread-safe.
 */
public final class TaskService implements AutoCloseable {
    private final Executor executor;
    private final Set<TaskHandle<?>> running = ConcurrentHashMap.newKeySet();

    /** Runs work on threads of its own. */
    public TaskService() {
        this(Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("godwit-task-", 1).factory()));
    }

    /** Runs work on this executor; tests give one that runs it at once. */
    public TaskService(Executor executor) {
        this.executor = executor;
    }

    /**
     * Starts work.
     *
     * @param name what it does, for people
     * @param work gets the context that it reports to and asks whether to stop; never returns null
     */
    public <T> TaskHandle<T> start(String name, Function<TaskContext, T> work) {
        TaskContext context = new TaskContext();
        TaskHandle<T> handle = new TaskHandle<>(name, context, CompletableFuture.supplyAsync(() -> work.apply(context), executor));
        running.add(handle);
        handle.whenDone(Runnable::run, outcome -> running.remove(handle));
        return handle;
    }

    /** Returns what is going on at this moment. */
    public Set<TaskHandle<?>> running() {
        return Set.copyOf(running);
    }

    /** Asks all work to stop and does not wait for it. */
    @Override
    public void close() {
        running.forEach(TaskHandle::cancel);
    }
}
