package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.godwit.duck.Sql;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/**
 * Where the rows of a comparison are: a request after its names were found in a database.
 *
 * @param relation a SELECT or a table's name, to stand after FROM
 * @param columns types by name
 * @param where a condition that picks the subject's rows; empty for all
 * @param subject what the rows are of, for people
 */
record CompareSource(
        String relation, Map<String, String> columns, String where, String subject, String category, String measure, Optional<String> by) {
    private static final List<String> UNORDERED = List.of("STRUCT", "MAP", "UNION", "JSON");

    static CompareSource of(CompareRequest request, Tables tables, Nearest nearest) {
        CompareSource bare = switch (request.subject()) {
            case Subject.Model(String name, Metric metric) -> {
                StarSchema star = star(tables, metric);
                nearest.requireValue(star.sql(), StarSchema.MODEL, name, Messages.get("chart.kind.model"));
                yield star(star, StarSchema.MODEL, name, StarSchema.HARDWARE, metric);
            }
            case Subject.Hardware(String name, Metric metric) -> {
                StarSchema star = star(tables, metric);
                nearest.requireValue(star.sql(), StarSchema.HARDWARE, name, Messages.get("chart.kind.hardware"));
                yield star(star, StarSchema.HARDWARE, name, StarSchema.MODEL, metric);
            }
            case Subject.Columns columns -> columns(columns, tables, nearest);
        };
        Optional<String> by = switch (request.split()) {
            case Split.Usual() -> Optional.of(StarSchema.BATCH).filter(b -> bare.isSplitUsual(request.batchSize()));
            case Split.Together() -> Optional.empty();
            case Split.By(String column) -> Optional.of(known(column, bare.columns.keySet(), nearest));
        };
        return new CompareSource(bare.relation, bare.columns, bare.where, bare.subject, bare.category, bare.measure, by);
    }

    private static CompareSource star(StarSchema star, String column, String name, String category, Metric metric) {
        String where = Sql.name(column) + " = " + Sql.literal(name);
        return new CompareSource("(" + star.sql() + ")", star.columns(), where, name, category, metric.column(), Optional.empty());
    }

    private static StarSchema star(Tables tables, Metric metric) {
        StarSchema star = StarSchema.in(tables).orElseThrow(() -> new GodwitException(ErrorCode.USAGE, Messages.get("chart.usage.noStar")));
        if (!star.metrics().contains(metric)) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("chart.usage.noMetric", metric.label(), metric.column()));
        }
        return star;
    }

    private static CompareSource columns(Subject.Columns asked, Tables tables, Nearest nearest) {
        Tables.Table table = tables.find(asked.table()).orElseThrow(() ->
            nearest.unknown(Messages.get("chart.kind.table"), asked.table(), tables.all().stream().map(Tables.Table::label).toList()));
        known(asked.category(), table.columns().keySet(), nearest);
        known(asked.measure(), table.columns().keySet(), nearest);
        if (!table.numbers().contains(asked.measure())) {
            throw new GodwitException(ErrorCode.USAGE, Messages.get("chart.usage.noNumber", asked.measure(), String.join(", ", table.numbers())));
        }
        return new CompareSource(table.sql(), table.columns(), "", table.label(), asked.category(), asked.measure(), Optional.empty());
    }

    private static String known(String column, Collection<String> columns, Nearest nearest) {
        if (!columns.contains(column)) {
            throw nearest.unknown(Messages.get("chart.kind.column"), column, columns);
        }
        return column;
    }

    private boolean isSplitUsual(OptionalInt batchSize) {
        return batchSize.isEmpty() && hasBatches() && !category.equals(StarSchema.BATCH);
    }

    boolean hasBatches() {
        return columns.containsKey(StarSchema.BATCH) && Tables.isNumber(columns.get(StarSchema.BATCH));
    }

    CompareSource together() {
        return new CompareSource(relation, columns, where, subject, category, measure, Optional.empty());
    }

    /** Returns an expression that is true for simulated rows, false for others. */
    String simulated() {
        return columns.containsKey(StarSchema.SIMULATED)
            ? "coalesce(TRY_CAST(" + Sql.name(StarSchema.SIMULATED) + " AS BOOLEAN), false)"
            : "false";
    }

    /** Returns the value by which series are sorted. */
    String order() {
        if (by.isEmpty()) {
            return "NULL";
        }
        String type = columns.getOrDefault(by.get(), "");
        boolean text = type.endsWith("]") || UNORDERED.stream().anyMatch(type::startsWith);
        return text ? text(by.get()) : Sql.name(by.get());
    }

    static String text(String column) {
        return "CAST(" + Sql.name(column) + " AS VARCHAR)";
    }

    /** Returns {@code WHERE …} for the subject and the filters of a request, whether simulated or not. */
    String filters(OptionalInt batchSize) {
        List<String> all = new ArrayList<>();
        if (!where.isEmpty()) {
            all.add(where);
        }
        if (batchSize.isPresent()) {
            if (!hasBatches()) {
                throw new GodwitException(ErrorCode.USAGE, Messages.get("chart.usage.noBatches"));
            }
            all.add(Sql.name(StarSchema.BATCH) + " = " + batchSize.getAsInt());
        }
        return all.isEmpty() ? "WHERE true" : "WHERE " + String.join(" AND ", all);
    }
}
