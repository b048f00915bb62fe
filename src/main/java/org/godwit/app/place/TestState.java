package org.godwit.app.place;

import org.godwit.app.fx.Job;
import org.godwit.app.fx.Trouble;

/** What trying out a connection has shown. */
public sealed interface TestState {
    /** Nobody tried, or a field was changed since. */
    record Untested() implements TestState {}

    record Testing(Job<?> job) implements TestState {}

    /**
     * It works.
     *
     * @param words how much is there
     */
    record Connected(String words) implements TestState {}

    record Failed(Trouble trouble) implements TestState {}
}
