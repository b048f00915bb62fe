package org.godwit.analysis.chart.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.godwit.engine.text.Messages;

/** What is measured of a model on a hardware: a column of {@code performance_results}. */
public enum Metric {
    THROUGHPUT("throughput_items_per_second", "items/s", true),
    LATENCY("average_latency_ms", "ms", false),
    MEMORY("memory_peak_mb", "MB", false),
    TIME("total_time_seconds", "s", false);

    private final String column;
    private final String unit;
    private final boolean higherIsBetter;

    Metric(String column, String unit, boolean higherIsBetter) {
        this.column = column;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
    }

    public String column() {
        return column;
    }

    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Returns its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people, in lower case: {@code peak memory}. */
    public String label() {
        return switch (this) {
            case THROUGHPUT -> Messages.get("chart.metric.throughput");
            case LATENCY -> Messages.get("chart.metric.latency");
            case MEMORY -> Messages.get("chart.metric.memory");
            case TIME -> Messages.get("chart.metric.time");
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Metric::word).toList();
    }
}
