package org.godwit.app.explore.grid;

import org.godwit.analysis.explore.RowSource;
import org.jspecify.annotations.Nullable;

/** What the viewer beside a grid shows. */
public sealed interface CellState {
    /** No cell is chosen. */
    record None() implements CellState {}

    /** A long value is being read. */
    record Reading(RowSource.Column column, long row) implements CellState {}

    /**
     * A cell.
     *
     * @param row from 0
     * @param value all of it, null for NULL
     */
    record Shown(RowSource.Column column, long row, @Nullable String value) implements CellState {}
}
