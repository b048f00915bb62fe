package org.godwit.app.runs;

import org.godwit.app.fx.Trouble;
import org.godwit.app.result.ResultModel;

/** What the screen of runs shows. */
public sealed interface RunsState {
    /** All runs. */
    record History() implements RunsState {}

    /** One run is being read. */
    record Opening(String run) implements RunsState {}

    /** One run. */
    record Opened(RunDetail detail, ResultModel result) implements RunsState {}

    record Failed(Trouble trouble) implements RunsState {}
}
