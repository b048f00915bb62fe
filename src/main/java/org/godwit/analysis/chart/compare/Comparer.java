package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;
import org.jspecify.annotations.Nullable;

/** Asks a database what can be compared, compares it, and tells which rows are behind a bar. Reads only. Thread-safe. */
public final class Comparer {
    private static final int MOST_ROWS = 1000;
    private static final int MOST_SIZES = 100;
    /** Columns of Godwit's own and keys: nobody compares by them. */
    private static final List<String> NO_SPLITS = List.of("_doc", "_at", "_feed", "result_id", "id", "run_id", "model_id", "hardware_id",
        "created_at", "metrics", "simulation_reason", StarSchema.MODEL, StarSchema.HARDWARE);

    private final Lease database;

    public Comparer(Lease database) {
        this.database = database;
    }

    /** Returns what can be compared. */
    public Choices choices(BooleanSupplier cancelled) {
        Tables tables = Tables.read(database, cancelled);
        List<Choices.TableChoice> choices = tables.all().stream()
            .map(table -> new Choices.TableChoice(table.label(), ours(table.columns().keySet()), ours(table.numbers())))
            .filter(table -> !table.numbers().isEmpty() && table.columns().size() > 1)
            .toList();
        Optional<StarSchema> found = StarSchema.in(tables);
        if (found.isEmpty()) {
            return new Choices(List.of(), List.of(), List.of(), List.of(), List.of(), choices);
        }
        StarSchema star = found.get();
        List<String> splits = star.columns().keySet().stream()
            .filter(c -> !NO_SPLITS.contains(c) && star.metrics().stream().noneMatch(m -> m.column().equals(c)))
            .toList();
        return new Choices(
            choices(star, StarSchema.MODEL, cancelled), choices(star, StarSchema.HARDWARE, cancelled), star.metrics(), splits,
            batchSizes(star, cancelled), choices);
    }

    private List<Integer> batchSizes(StarSchema star, BooleanSupplier cancelled) {
        if (!Tables.isNumber(star.columns().getOrDefault(StarSchema.BATCH, ""))) {
            return List.of();
        }
        String size = "TRY_CAST(" + Sql.name(StarSchema.BATCH) + " AS INTEGER)";
        String sql = "SELECT DISTINCT " + size + " AS b FROM (" + star.sql() + ") WHERE b IS NOT NULL ORDER BY b LIMIT " + MOST_SIZES;
        return Query.rows(database, sql, QueryLimits.ALL, cancelled).rows().stream().map(row -> (int) Answer.whole(row.getFirst())).toList();
    }

    /** Leaves out what Godwit added to a table. */
    private static List<String> ours(Collection<String> columns) {
        return columns.stream().filter(column -> !column.startsWith("_")).toList();
    }

    private List<Choices.Choice> choices(StarSchema star, String column, BooleanSupplier cancelled) {
        boolean marked = star.columns().containsKey(StarSchema.SIMULATED);
        String real = marked ? " FILTER (WHERE NOT coalesce(TRY_CAST(" + Sql.name(StarSchema.SIMULATED) + " AS BOOLEAN), false))" : "";
        StringBuilder sql = new StringBuilder("SELECT ").append(Sql.name(column)).append(" AS n");
        for (Metric metric : star.metrics()) {
            sql.append(", count(").append(Sql.name(metric.column())).append(")").append(real);
        }
        sql.append(" FROM (").append(star.sql()).append(") WHERE n IS NOT NULL GROUP BY n ORDER BY n");
        List<Choices.Choice> choices = new ArrayList<>();
        for (List<@Nullable Object> row : Query.rows(database, sql.toString(), QueryLimits.ALL, cancelled).rows()) {
            Map<Metric, Long> values = new EnumMap<>(Metric.class);
            for (int i = 0; i < star.metrics().size(); i++) {
                values.put(star.metrics().get(i), Answer.whole(row.get(i + 1)));
            }
            choices.add(new Choices.Choice(String.valueOf(row.get(0)), values));
        }
        return choices;
    }

    /**
     * Compares.
     *
     * @throws org.godwit.model.GodwitException CHART_NAME_UNKNOWN, CHART_WITHOUT_DATA, USAGE, QUERY_FAILED, TARGET_LOCKED,
     *     TARGET_UNREADABLE
     */
    public Comparison compare(CompareRequest request, BooleanSupplier cancelled) {
        Tables tables = Tables.read(database, cancelled);
        CompareSource source = CompareSource.of(request, tables, new Nearest(database, cancelled));
        if (request.split() instanceof Split.Usual && source.by().isPresent() && Answer.of(database, source, request, cancelled).batchSizes().size() < 2) {
            source = source.together();
        }
        Answer answer = Answer.of(database, source, request, cancelled);
        return new SpecWriter(request, source, answer).write();
    }

    /**
     * Returns the rows behind a bar, at most 1,000, in the order in which they were loaded.
     *
     * @param category position of a category in the comparison's chart
     * @param series position of a series
     */
    public QueryResult rows(Comparison comparison, int category, int series, BooleanSupplier cancelled) {
        CompareRequest request = comparison.request();
        CompareSource source = CompareSource.of(request, Tables.read(database, cancelled), new Nearest(database, cancelled));
        StringBuilder sql = new StringBuilder("SELECT * FROM ").append(source.relation()).append(" ").append(source.filters(request.batchSize()));
        sql.append(" AND ").append(same(source.category(), comparison.categories().get(category)));
        boolean split = comparison.series().size() > 1 || request.split() instanceof Split.By;
        if (split && source.by().isPresent()) {
            sql.append(" AND ").append(same(source.by().get(), comparison.series().get(series)));
        }
        if (!request.simulated()) {
            sql.append(" AND NOT ").append(source.simulated());
        }
        return Query.rows(database, sql.toString(), QueryLimits.ALL.withRows(MOST_ROWS), cancelled);
    }

    private static String same(String column, @Nullable String value) {
        return value == null ? Sql.name(column) + " IS NULL" : CompareSource.text(column) + " = " + Sql.literal(value);
    }
}
