package org.godwit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The same process, measured again and again. Not safe for use by several threads. */
final class Series {
    private final String name;
    private final List<Sample> samples = new ArrayList<>();

    Series(String name) {
        this.name = name;
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    String name() {
        return name;
    }

    double seconds() {
        return median(Sample::seconds);
    }

    double fastest() {
        return samples.stream().mapToDouble(Sample::seconds).min().orElse(Double.NaN);
    }

    double slowest() {
        return samples.stream().mapToDouble(Sample::seconds).max().orElse(Double.NaN);
    }

    double cpuSeconds() {
        return median(Sample::cpuSeconds);
    }

    /** The highest of all, not the median: memory that was needed once may be needed again. */
    double peakMib() {
        return samples.stream().mapToDouble(Sample::peakMib).max().orElse(Double.NaN);
    }

    private double median(ToDoubleFunction<Sample> what) {
        double[] sorted = samples.stream().mapToDouble(what).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
