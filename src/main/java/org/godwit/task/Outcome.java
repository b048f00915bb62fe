package org.godwit.task;

import org.godwit.model.GodwitException;

/** How a task ended. Exactly one of three ways; handle them with one switch without a default. */
public sealed interface Outcome<T> {
    /** The work was done. */
    record Succeeded<T>(T value) implements Outcome<T> {}

    /** The work stopped because of this; an error that nobody foresaw comes as {@code ErrorCode.INTERNAL}. */
    record Failed<T>(GodwitException error) implements Outcome<T> {}

    /** Someone asked the work to stop, and it did. */
    record Cancelled<T>() implements Outcome<T> {}
}
