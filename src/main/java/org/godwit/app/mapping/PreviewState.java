package org.godwit.app.mapping;

import java.util.List;
import org.godwit.engine.diagnose.Sample;

/** What the preview shows. */
sealed interface PreviewState {
    /** Nothing is selected. */
    record None() implements PreviewState {}

    /**
     * Rows are being made.
     *
     * @param before what was shown, to stay until they are there
     */
    record Making(String table, PreviewState before) implements PreviewState {}

    /** Rows, as the engine made them. */
    record Shown(String table, List<String> columns, List<Sample> samples) implements PreviewState {
        public Shown {
            columns = List.copyOf(columns);
            samples = List.copyOf(samples);
        }
    }

    /** No rows, because the plan has faults or its sources cannot be read. */
    record Missing(String table, String reason) implements PreviewState {}
}
