package org.godwit.duck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query. A value is null, a Boolean, a Long (integers of up to 64 bits), a BigInteger (UBIGINT, HUGEINT,
 * UHUGEINT), a BigDecimal, a Float, a Double, or the text that DuckDB writes for it (all other types, JSON included).
 *
 * @param columns the columns, in order; names may repeat
 * @param rows one list a row, as long as {@code columns}
 * @param complete whether there are no more rows than these
 */
public record QueryResult(List<Column> columns, List<List<@Nullable Object>> rows, boolean complete) {
    /**
     * One column.
     *
     * @param type as DuckDB names it
     */
    public record Column(String name, String type) {}

    public QueryResult {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
}
