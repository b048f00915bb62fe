package org.godwit.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.task.Outcome;
import org.godwit.task.TaskContext;
import org.godwit.task.TaskService;

/**
 * The bridge between background work and the window. A job reads as one sentence:
 *
 * <pre>{@code tasks.start("Reading files", context -> workbench.inspect(places, context)).then(this::inspected);}</pre>
 *
 * <p>All methods belong on the FX thread, and outcomes arrive there. Progress is not pushed: {@link #sample()} copies
 * it from the workers, called ten times a second by a {@link Pulse}.
 */
public final class FxTasks {
    private final TaskService service;
    private final Executor fx;
    private final ObservableList<Job<?>> jobs = FXCollections.observableArrayList();
    /** One view for all: it hears of changes only while somebody holds it. */
    private final ObservableList<Job<?>> shownJobs = FXCollections.unmodifiableObservableList(jobs);
    private final List<BiConsumer<Job<?>, Outcome<?>>> observers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Long> ticks = new ReadOnlyObjectWrapper<>(0L);

    /**
     * @param fx runs things on the FX thread: {@code Platform::runLater}, or at once in tests of models
     */
    public FxTasks(TaskService service, Executor fx) {
        this.service = service;
        this.fx = fx;
    }

    /** Starts work that people can watch and cancel in the task bar. */
    public <T> Job<T> start(String title, Function<TaskContext, T> work) {
        Job<T> job = new Job<>(title, service.start(title, work), fx);
        jobs.add(job);
        job.then(outcome -> {
            jobs.remove(job);
            observers.forEach(observer -> observer.accept(job, outcome));
        });
        return job;
    }

    /** Tells this of every job of the task bar when it is over. */
    public void whenOver(BiConsumer<Job<?>, Outcome<?>> observer) {
        observers.add(observer);
    }

    /** Starts a short question whose answer the screen needs; it is not shown in the task bar. */
    public <T> Job<T> ask(String title, Function<TaskContext, T> work) {
        return new Job<>(title, service.start(title, work), fx);
    }

    /** Returns what is going on, for the task bar. */
    public ObservableList<Job<?>> jobs() {
        return shownJobs;
    }

    /** Copies the progress of all jobs from their workers. */
    public void sample() {
        jobs.forEach(Job::sample);
        ticks.set(ticks.get() + 1);
    }

    /** Changes with each sample; for what shows time passing. */
    public ReadOnlyObjectProperty<Long> ticksProperty() {
        return ticks.getReadOnlyProperty();
    }
}
