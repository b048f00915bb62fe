package org.godwit.app.explore;

import org.godwit.app.fx.Trouble;

/** What the place of the rows shows. */
public sealed interface RowsState {
    /** No table is chosen. */
    record None() implements RowsState {}

    /**
     * Rows are being counted or sorted; what was shown before is still there.
     *
     * @param words what is being done
     */
    record Opening(String words) implements RowsState {}

    record Shown() implements RowsState {}

    record Failed(Trouble trouble) implements RowsState {}
}
