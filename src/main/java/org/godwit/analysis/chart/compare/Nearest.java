package org.godwit.analysis.chart.compare;

import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** Names that somebody may have meant, by DuckDB's measure of likeness. */
final class Nearest {
    private static final int MOST = 3;

    private final Lease database;
    private final BooleanSupplier cancelled;

    Nearest(Lease database, BooleanSupplier cancelled) {
        this.database = database;
        this.cancelled = cancelled;
    }

    /**
     * Refuses a value that no row has.
     *
     * @throws GodwitException CHART_NAME_UNKNOWN
     */
    void requireValue(String relation, String column, String value, String kind) {
        String name = Sql.name(column);
        String any = "SELECT 1 FROM (" + relation + ") WHERE " + name + " = " + Sql.literal(value) + " LIMIT 1";
        if (Query.rows(database, any, QueryLimits.ALL, cancelled).rows().isEmpty()) {
            throw error(kind, value, "SELECT DISTINCT " + name + " AS n FROM (" + relation + ") WHERE " + name + " IS NOT NULL");
        }
    }

    GodwitException unknown(String kind, String asked, Collection<String> known) {
        if (known.isEmpty()) {
            return new GodwitException(ErrorCode.CHART_NAME_UNKNOWN, kind, asked, "-");
        }
        return error(kind, asked, "SELECT unnest([" + known.stream().map(Sql::literal).collect(Collectors.joining(", ")) + "]) AS n");
    }

    private GodwitException error(String kind, String asked, String names) {
        String lower = "lower(" + Sql.literal(asked) + ")";
        QueryResult nearest = Query.rows(
            database,
            "SELECT n FROM (" + names + ") ORDER BY contains(lower(n), " + lower + ") DESC, jaro_winkler_similarity(lower(n), " + lower
                + ") DESC, n LIMIT " + MOST,
            QueryLimits.ALL, cancelled);
        List<String> words = nearest.rows().stream().map(row -> String.valueOf(row.get(0))).toList();
        return new GodwitException(ErrorCode.CHART_NAME_UNKNOWN, kind, asked, words.isEmpty() ? "-" : String.join(", ", words));
    }
}
