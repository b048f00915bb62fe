package org.godwit.app.explore;

/** What the console shows below its editor. */
public sealed interface SqlState {
    /** Nothing was run yet. */
    record Idle() implements SqlState {}

    record Running() implements SqlState {}

    /**
     * There is a result.
     *
     * @param rows how many rows it has here
     * @param complete whether these are all
     */
    record Done(long rows, boolean complete, double seconds) implements SqlState {}

    record Failed(SqlProblem problem) implements SqlState {}

    /** The person stopped it. */
    record Stopped() implements SqlState {}
}
