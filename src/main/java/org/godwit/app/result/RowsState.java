package org.godwit.app.result;

import java.nio.file.Path;
import org.godwit.app.fx.Trouble;

/** What the rows' place shows. */
sealed interface RowsState {
    /** No table is chosen. */
    record None() implements RowsState {}

    record Reading(String table) implements RowsState {}

    /** The grid has the rows. */
    record Shown(Path database, String table) implements RowsState {}

    /** The rows are where Godwit does not show them. */
    record Elsewhere(String table) implements RowsState {}

    record Missing(Trouble trouble) implements RowsState {}
}
