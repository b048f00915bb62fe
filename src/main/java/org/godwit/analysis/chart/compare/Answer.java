package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB says of the rows of a comparison.
 *
 * @param groups one a bar, series in the order of their values
 * @param rows how many rows count, with a value or without
 * @param simulated how many rows are simulated, whether they count or not
 * @param simulatedValues how many of those have a value
 * @param odd how many of the rows that count are NaN or infinite
 * @param batchSizes the batch sizes of the rows that count, smallest first; empty if the rows have none
 */
record Answer(List<Group> groups, long rows, long simulated, long simulatedValues, long odd, List<String> batchSizes) {
    static Answer of(Lease database, CompareSource source, CompareRequest request, BooleanSupplier cancelled) {
        String picked = picked(source, request);
        List<Group> groups = new ArrayList<>();
        for (List<@Nullable Object> row : Query.rows(database, groupsSql(picked), QueryLimits.ALL, cancelled).rows()) {
            groups.add(group(row));
        }
        List<@Nullable Object> whole = Query.rows(database, wholeSql(picked), QueryLimits.ALL, cancelled).rows().getFirst();
        Object sizes = whole.get(4);
        List<String> batchSizes = sizes == null ? List.of() : Arrays.asList(sizes.toString().split(", "));
        return new Answer(groups, whole(whole.get(0)), whole(whole.get(1)), whole(whole.get(2)), whole(whole.get(3)), batchSizes);
    }

    /** The rows of the subject: category c, series s, its order o, value v, whether odd, simulated, kept; batch size b. */
    private static String picked(CompareSource source, CompareRequest request) {
        String value = "TRY_CAST(" + Sql.name(source.measure()) + " AS DOUBLE)";
        String series = source.by().map(CompareSource::text).orElse("NULL::VARCHAR");
        String batch = source.hasBatches() ? Sql.name(StarSchema.BATCH) : "NULL";
        return "WITH picked AS (SELECT " + CompareSource.text(source.category()) + " AS c, " + series + " AS s, " + source.order() + " AS o, "
            + "CASE WHEN isfinite(" + value + ") THEN " + value + " END AS v, "
            + "NOT isfinite(" + value + ") AS odd, " + source.simulated() + " AS sim, "
            + (request.simulated() ? "true" : "NOT " + source.simulated()) + " AS kept, " + batch + " AS b"
            + " FROM " + source.relation() + " " + source.filters(request.batchSize()) + ")";
    }

    private static String groupsSql(String picked) {
        return picked + " SELECT c, s, count(v), count(*) - count(v), count(*) FILTER (WHERE sim AND v IS NOT NULL), avg(v), "
            + "stddev_samp(v), median(v), quantile_cont(v, 0.25), quantile_cont(v, 0.75)"
            + " FROM picked WHERE kept GROUP BY c, s ORDER BY min(o) NULLS LAST, s NULLS LAST, c NULLS LAST";
    }

    private static String wholeSql(String picked) {
        return picked + " SELECT count(*) FILTER (WHERE kept), count(*) FILTER (WHERE sim), count(*) FILTER (WHERE sim AND v IS NOT NULL), "
            + "count(*) FILTER (WHERE kept AND odd), "
            + "array_to_string(list_sort(list(DISTINCT b) FILTER (WHERE kept AND v IS NOT NULL AND b IS NOT NULL)), ', ') FROM picked";
    }

    private static Group group(List<@Nullable Object> row) {
        return new Group(text(row.get(0)), text(row.get(1)), whole(row.get(2)), whole(row.get(3)), whole(row.get(4)), number(row.get(5)),
            number(row.get(6)), number(row.get(7)), number(row.get(8)), number(row.get(9)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
