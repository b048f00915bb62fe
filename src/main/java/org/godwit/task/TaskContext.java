package org.godwit.task;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import java.util.function.Consumer;
import org.godwit.model.Problem;

/**
 * What a worker and its observers share: progress, written by workers at any rate and sampled by observers, and the
 * wish to cancel. Thread-safe.
 */
public final class TaskContext {
    /** How many problems are told while the work goes on; all of them stand in its result. */
    static final int MAX_PROBLEMS = 200;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong rejects = new AtomicLong();
    private final Map<String, AtomicLong> tableRows = new ConcurrentHashMap<>();
    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> phaseObserver = started -> {};
    private volatile long files;
    private volatile long documents;
    private volatile String phase = "";
    private volatile String waiting = "";
    private volatile long startedNanos = System.nanoTime();

    /** Asks the work to stop; it does so at its next check, leaving the target as it was. */
    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Stops the calling worker if cancellation was asked for or its thread was interrupted.
     *
     * @throws TaskCancelledException if so
     */
    public void checkCancelled() {
        if (cancelled.get() || Thread.currentThread().isInterrupted()) {
            throw new TaskCancelledException();
        }
    }

    /**
     * Starts a phase.
     *
     * @param name one of discover, profile, stage, load, verify (stable words, translated by the observer)
     * @param totalBytes how many bytes (or documents, for verify) it will go through, 0 if unknown
     */
    public void startPhase(String name, long totalBytes) {
        phase = name;
        done.set(0);
        total.set(totalBytes);
        startedNanos = System.nanoTime();
        phaseObserver.accept(name);
    }

    /** Forgets the rows and rejects so far: the work is done from its beginning again. */
    public void startAnew() {
        tableRows.clear();
        rejects.set(0);
    }

    /** Tells the observer of each phase that starts from now on, on the worker's thread. */
    public void whenPhaseStarts(Consumer<String> observer) {
        phaseObserver = observer;
    }

    /** Notes what was found so far. */
    public void found(long filesSoFar, long documentsSoFar) {
        files = filesSoFar;
        documents = documentsSoFar;
    }

    /** Notes something that cannot be read. */
    public void addProblem(Problem problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** Tells what the work waits for, as in "server: reason"; empty once it goes on. */
    public void waitFor(String what) {
        waiting = what;
    }

    public void advance(long bytes) {
        done.addAndGet(bytes);
    }

    public void addRows(String table, long rows) {
        tableRows.computeIfAbsent(table, t -> new AtomicLong()).addAndGet(rows);
    }

    public void addRejects(long count) {
        rejects.addAndGet(count);
    }

    /** Returns the state of this moment. */
    public Progress sample() {
        Map<String, Long> rows = new java.util.TreeMap<>();
        tableRows.forEach((table, count) -> rows.put(table, count.get()));
        return new Progress(phase, done.get(), total.get(), rejects.get(), rows, System.nanoTime() - startedNanos, files, documents, problems, waiting);
    }
}
