package org.godwit.task;

/** Thrown in a worker when its task was cancelled; not an error. */
public final class TaskCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TaskCancelledException() {
        super("cancelled");
    }
}
