package org.godwit.app.wizard;

import org.godwit.app.fx.Trouble;
import org.godwit.app.result.ResultModel;

/** Where the run of this migration is. */
public sealed interface RunState {
    /** Nobody has started it. */
    record Idle() implements RunState {}

    record Running(RunModel run) implements RunState {}

    /** The run has ended and has a result. */
    record Finished(ResultModel result) implements RunState {}

    /** The run stopped with an error. */
    record Failed(Trouble trouble) implements RunState {}

    /**
     * The person cancelled it.
     *
     * @param kept what is as it was
     */
    record Cancelled(String kept) implements RunState {}
}
