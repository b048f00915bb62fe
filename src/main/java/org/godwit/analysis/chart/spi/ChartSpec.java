package org.godwit.analysis.chart.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chart of bars as data: all that is shown and said, but neither colours nor sizes.
 *
 * @param title what is compared
 * @param subtitle what a bar is, which filters hold, what the error bars are, how the bars are sorted
 * @param categoryAxis what the categories are
 * @param valueAxis what the values are, without unit
 * @param unit the values' unit; empty if they have none
 * @param spread what the error bars are; empty if no bar has one
 * @param categories one name a group of bars, the best first
 * @param series at least one; their names differ
 * @param notes what a reader has to know besides: what was left out, what has no value
 */
public record ChartSpec(
        String title,
        String subtitle,
        String categoryAxis,
        String valueAxis,
        String unit,
        String spread,
        List<String> categories,
        List<Series> series,
        List<String> notes) {

    /**
     * Bars of one colour.
     *
     * @param bars one a category; null where there are no rows at all
     */
    public record Series(String name, List<@Nullable Bar> bars) {
        public Series {
            bars = Collections.unmodifiableList(new ArrayList<>(bars));
        }
    }

    /**
     * One bar. Without a value there are rows, but none with a value: that is not 0.
     *
     * @param low where the error bar begins; null if there is none
     * @param high where it ends; null exactly if {@code low} is
     * @param count rows with a value
     * @param missing rows without one
     * @param simulated how many of the rows with a value are simulated
     */
    public record Bar(@Nullable Double value, @Nullable Double low, @Nullable Double high, long count, long missing, long simulated) {
        public Bar {
            if ((value == null) != (count == 0) || (low == null) != (high == null) || (value == null && low != null)) {
                throw new IllegalArgumentException(value + " from " + low + " to " + high + " of " + count);
            }
        }
    }

    public ChartSpec {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        notes = List.copyOf(notes);
        int size = categories.size();
        if (series.isEmpty() || series.stream().anyMatch(s -> s.bars().size() != size)) {
            throw new IllegalArgumentException("each of one or more series has one place for a bar a category");
        }
    }

    /** Returns the value axis with its unit: {@code Throughput (items/s)}. */
    public String valueAxisWithUnit() {
        return unit.isEmpty() ? valueAxis : valueAxis + " (" + unit + ")";
    }

    /** Returns how many bars there are, with a value or without. */
    public int bars() {
        return (int) series.stream().flatMap(s -> s.bars().stream()).filter(b -> b != null).count();
    }

    /**
     * Returns the first categories only.
     *
     * @param most how many at most
     * @param note says so, if some are left out
     */
    public ChartSpec first(int most, String note) {
        if (categories.size() <= most) {
            return this;
        }
        List<Series> fewer = series.stream().map(s -> new Series(s.name(), s.bars().subList(0, most))).toList();
        List<String> said = new ArrayList<>(notes);
        said.add(note);
        return new ChartSpec(title, subtitle, categoryAxis, valueAxis, unit, spread, categories.subList(0, most), fewer, said);
    }

    /** Returns the categories that have a bar in a series, by position. */
    public IntStream positions(Series of) {
        return IntStream.range(0, categories.size()).filter(i -> of.bars().get(i) != null);
    }
}
