package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that was made.
 *
 * @param categories the value behind each category of the chart; null is NULL
 * @param series the value behind each series; null is NULL, or that there is one series only
 */
public record Comparison(CompareRequest request, ChartSpec spec, List<@Nullable String> categories, List<@Nullable String> series) {
    public Comparison {
        categories = Collections.unmodifiableList(new ArrayList<>(categories));
        series = Collections.unmodifiableList(new ArrayList<>(series));
    }
}
