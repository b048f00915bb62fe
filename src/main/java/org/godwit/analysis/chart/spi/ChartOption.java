package org.godwit.analysis.chart.spi;

import java.util.List;

/**
 * Something that can be chosen for a chart.
 *
 * @param name without dashes: {@code batch-size}
 * @param label what its value is, such as {@code NAME}; empty for a flag, which has none
 * @param values the values there are; empty if any text may be given
 */
public record ChartOption(String name, String label, String description, List<String> values) {
    public ChartOption {
        values = List.copyOf(values);
    }

    /** Returns an option whose value is any text. */
    public static ChartOption text(String name, String label, String description) {
        return new ChartOption(name, label, description, List.of());
    }

    /** Returns an option whose value is one of these. */
    public static ChartOption of(String name, String label, String description, List<String> values) {
        return new ChartOption(name, label, description, values);
    }

    /** Returns an option that is given or not. */
    public static ChartOption flag(String name, String description) {
        return new ChartOption(name, "", description, List.of());
    }

    public boolean isFlag() {
        return label.isEmpty();
    }
}
