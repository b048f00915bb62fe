package org.godwit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Several threads that do one piece of work together and are gone when it is over. */
public final class Crew {
    private Crew() {}

    /**
     * Does the work on all threads and waits for them. If one fails the context is cancelled, so that the others stop.
     *
     * @param name what the threads are called, before their number
     * @param work given the number of the thread, from 0
     * @throws RuntimeException the first failure
     * @throws TaskCancelledException if the waiting thread was interrupted
     */
    public static void run(String name, int threads, TaskContext context, IntConsumer work) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name(name, 0).daemon().factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> work.accept(number)));
            }
            try {
                for (Future<?> future : futures) {
                    await(future, context);
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static void await(Future<?> future, TaskContext context) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.cancel();
            throw new TaskCancelledException();
        } catch (ExecutionException e) {
            context.cancel();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
