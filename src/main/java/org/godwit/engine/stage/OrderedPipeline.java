package org.godwit.engine.stage;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.task.Crew;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Parses the units of a source on several threads and hands the results on in document order, one at a time. A worker
 * that is more than a few units ahead of the slowest waits, so memory stays bounded whatever the size of the source.
 * What is left to do with a result, in whatever order, is done by the workers between two units.
 *
 * @param <R> what a worker makes of a unit
 */
public final class OrderedPipeline<R> {
    /** Says that nothing is left to do with a result. */
    public static final Runnable NOTHING_LEFT = () -> { };

    private static final int MAX_AHEAD_PER_WORKER = 3;

    private final UnitSource source;
    private final int jobs;
    private final TaskContext context;
    private final Function<R, Runnable> inOrder;
    private final Map<Long, R> waiting = new HashMap<>();
    private final ConcurrentLinkedQueue<Runnable> leftToDo = new ConcurrentLinkedQueue<>();
    private final Object lock = new Object();
    private long nextSequence;
    private boolean handing;
    private @Nullable RuntimeException failure;

    /**
     * @param jobs worker threads
     * @param inOrder takes the results in document order; never called by two threads at once. It returns what is left to do with
     *     the result, which may run at the same time as anything else
     */
    public OrderedPipeline(UnitSource source, int jobs, TaskContext context, Function<R, Runnable> inOrder) {
        this.source = source;
        this.jobs = jobs;
        this.context = context;
        this.inOrder = inOrder;
    }

    /** What one worker does with a unit: it takes the documents as a sink, then gives its result. Not thread-safe. */
    public interface Worker<R> extends DocumentSink {
        /** Returns what was made of the unit whose documents were just taken, and starts anew. */
        R finish();
    }

    /**
     * Goes through the whole source.
     *
     * @throws TaskCancelledException if the context was cancelled
     */
    public void run(Supplier<? extends Worker<R>> workers) {
        Crew.run("godwit-worker-", jobs, context, thread -> work(workers.get()));
        synchronized (lock) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void work(Worker<R> worker) {
        try (UnitParser parser = source.parser()) {
            for (Unit unit = source.next(); unit != null; unit = source.next()) {
                context.checkCancelled();
                waitForTurn(unit.sequence());
                parser.parse(unit, worker);
                hand(unit.sequence(), worker.finish());
                doWhatIsLeft();
                context.advance(unit.bytes());
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Whoever hands results on comes here afterwards, so that nothing stays. */
    private void doWhatIsLeft() {
        for (Runnable left = leftToDo.poll(); left != null; left = leftToDo.poll()) {
            left.run();
        }
    }

    private void waitForTurn(long sequence) {
        synchronized (lock) {
            while (failure == null && sequence - nextSequence > (long) jobs * MAX_AHEAD_PER_WORKER) {
                try {
                    lock.wait(1000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new TaskCancelledException();
                }
                context.checkCancelled();
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void hand(long sequence, R result) {
        synchronized (lock) {
            waiting.put(sequence, result);
            if (handing) {
                return;
            }
            handing = true;
        }
        while (true) {
            R next;
            synchronized (lock) {
                next = waiting.remove(nextSequence);
                if (next == null || failure != null) {
                    handing = false;
                    return;
                }
            }
            leftToDo.add(inOrder.apply(next));
            synchronized (lock) {
                nextSequence++;
                lock.notifyAll();
            }
        }
    }

    private void fail(RuntimeException e) {
        synchronized (lock) {
            if (failure == null) {
                failure = e;
            }
            lock.notifyAll();
        }
    }
}
