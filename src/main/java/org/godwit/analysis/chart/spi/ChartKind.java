package org.godwit.analysis.chart.spi;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;

/** A kind of chart. One class and one line in {@code Charts.all()} add one, to the command line too. Thread-safe. */
public interface ChartKind {
    /** Returns its name on the command line: lower case, stable. */
    String name();

    /** Returns what it shows, in one sentence. */
    String description();

    /** Returns examples of the command line, each starting with {@code godwit chart}. */
    List<String> examples();

    /** Returns what can be chosen; no other option reaches {@link #chart}. */
    List<ChartOption> options();

    /**
     * Asks a database and makes the chart.
     *
     * @param chosen the value of each option that was given, by name; a flag's value is {@code true}
     * @param cancelled asked again and again, by another thread
     * @throws org.godwit.model.GodwitException USAGE, CHART_NAME_UNKNOWN, CHART_WITHOUT_DATA, QUERY_FAILED, TARGET_LOCKED
     *     or TARGET_UNREADABLE
     * @throws org.godwit.task.TaskCancelledException once cancelled
     */
    ChartSpec chart(Lease database, Map<String, String> chosen, BooleanSupplier cancelled);
}
