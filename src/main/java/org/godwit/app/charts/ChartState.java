package org.godwit.app.charts;

import org.godwit.analysis.chart.compare.Comparison;
import org.godwit.app.fx.Trouble;

/** What stands where the chart is. */
sealed interface ChartState {
    /** Too little is chosen yet. */
    record None() implements ChartState {}

    /** There is no chart of this choice; says why and what to try. */
    record Without(Trouble trouble) implements ChartState {}

    record Shown(Comparison comparison) implements ChartState {}
}
