package org.godwit.app.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.godwit.task.Outcome;
import org.godwit.task.Progress;
import org.godwit.task.TaskHandle;

/** Background work as the window sees it. Only for the FX thread. */
public final class Job<T> {
    private final String title;
    private final TaskHandle<T> handle;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Progress> progress;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

    Job(String title, TaskHandle<T> handle, Executor fx) {
        this.title = title;
        this.handle = handle;
        this.fx = fx;
        this.progress = new ReadOnlyObjectWrapper<>(handle.sample());
    }

    public String title() {
        return title;
    }

    /** Says what happens with the outcome, on the FX thread. */
    public Job<T> then(Consumer<Outcome<T>> observer) {
        handle.whenDone(fx, observer);
        return this;
    }

    /** Asks the work to stop. It goes on until its next safe place. */
    public void cancel() {
        stopping.set(true);
        handle.cancel();
    }

    /** True once someone asked for cancellation. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /** How far the work was at the last sample. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void sample() {
        progress.set(handle.sample());
    }
}
