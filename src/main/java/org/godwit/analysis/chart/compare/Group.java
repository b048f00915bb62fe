package org.godwit.analysis.chart.compare;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one bar, as DuckDB sums them up. The figures are 0 while {@code count} is.
 *
 * @param category the value that they share; null is NULL
 * @param series the value of the column that they are split by; null is NULL
 * @param count rows with a value
 * @param missing rows without one
 * @param simulated simulated rows with a value
 * @param deviation of the sample; 0 for one value
 */
record Group(
        @Nullable String category,
        @Nullable String series,
        long count,
        long missing,
        long simulated,
        double mean,
        double deviation,
        double median,
        double firstQuartile,
        double thirdQuartile) {

    double value(Statistic statistic) {
        return switch (statistic) {
            case MEAN -> mean;
            case MEDIAN -> median;
        };
    }
}
