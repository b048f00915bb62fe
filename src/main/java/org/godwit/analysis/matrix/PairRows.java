package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows behind one pair.
 *
 * @param columns the columns, those of the lineage left out
 * @param offset how many rows come before these
 * @param total how many there are
 */
public record PairRows(List<Table.Column> columns, List<Row> rows, long offset, long total) {
    /**
     * @param values one for each column, as DuckDB writes them; null is NULL
     * @param origin null if the table has no lineage
     */
    public record Row(List<@Nullable String> values, @Nullable Origin origin) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public PairRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
