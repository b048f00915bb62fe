package org.godwit.app.charts;

import java.util.List;
import java.util.Optional;
import org.godwit.app.fx.Tracing;
import org.godwit.app.fx.Trouble;
import org.jspecify.annotations.Nullable;

/** The rows behind a bar. */
sealed interface RowsState {
    /** No bar was chosen. */
    record Closed() implements RowsState {}

    /** They are being read. */
    record Reading(String bar) implements RowsState {}

    record Failed(Trouble trouble) implements RowsState {}

    /**
     * They are here.
     *
     * @param bar what the bar is called
     * @param complete whether there are no more
     */
    record Shown(String bar, List<String> columns, List<Row> rows, boolean complete) implements RowsState {}

    /**
     * @param cells as text; null for NULL
     * @param origin where the row is from, if it is known
     */
    record Row(List<@Nullable String> cells, Optional<Tracing.Origin> origin) {}
}
