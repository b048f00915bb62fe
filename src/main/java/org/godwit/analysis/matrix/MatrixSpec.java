package org.godwit.analysis.matrix;

import java.util.List;
import java.util.Optional;

/**
 * Where a matrix comes from.
 *
 * @param title what it shows, for people
 * @param facts the table with one row a result
 * @param simulated the column of {@code facts} that says whether a result was simulated
 * @param time the column of {@code facts} that says when a result is from
 * @param filters which results count; all must hold
 */
public record MatrixSpec(
        String title, Table facts, Axis rows, Axis columns, What what, Optional<String> simulated, Optional<String> time, List<Filter> filters) {
    /** Only results where the text of this column of the table with the results is this; null is never it. */
    public record Filter(String column, String value) {}

    public MatrixSpec {
        filters = List.copyOf(filters);
    }

    public boolean isMeasure() {
        return what instanceof What.Measure;
    }
}
