package org.godwit.analysis.explore;

import java.util.List;
import java.util.Optional;

/**
 * Figures about a column.
 *
 * @param rows how many rows were looked at: all that the filters let through
 * @param distinct how many different values, NULL not counted
 * @param exact whether {@code distinct} was counted and not estimated
 * @param min the smallest value, empty if there is none or the type has no order
 * @param mean of numbers only
 * @param bars how the values are spread: ranges of numbers, or else the most frequent values
 * @param ranges whether the bars are ranges
 */
public record ColumnProfile(
        RowSource.Column column,
        long rows,
        long nulls,
        long distinct,
        boolean exact,
        Optional<String> min,
        Optional<String> max,
        Optional<String> mean,
        List<Bar> bars,
        boolean ranges) {
    public ColumnProfile {
        bars = List.copyOf(bars);
    }

    /** A value or range, and how many rows have it. */
    public record Bar(String label, long rows) {}
}
