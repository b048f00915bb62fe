package org.godwit.analysis.chart.compare;

/** What is compared. */
public sealed interface Subject {
    /** The hardware on which this model was measured. */
    record Model(String name, Metric metric) implements Subject {}

    /** The models that were measured on this hardware. */
    record Hardware(String name, Metric metric) implements Subject {}

    /**
     * The values of one column by those of another.
     *
     * @param table a table or view; with its schema in front if that is not {@code main}
     * @param unit of the measure; empty if unknown
     * @param higherIsBetter how bars are sorted
     */
    record Columns(String table, String category, String measure, String unit, boolean higherIsBetter) implements Subject {}
}
