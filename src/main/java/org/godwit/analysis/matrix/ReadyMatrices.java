package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.godwit.engine.text.Messages;

/**
 * Finds what needs no set-up: tables with one result a row for a model and a hardware, as in the star schema of
 * benchmarks (models, hardware_platforms, hardware_compatibility, integration_test_results, performance_results) and in
 * its flat relatives.
 */
final class ReadyMatrices {
    private static final List<String> MODELS = List.of("model_id", "model_name", "model");
    private static final List<String> HARDWARE = List.of("hardware_id", "hardware_type", "hardware", "platform", "device_name", "device");
    private static final List<String> STATUS =
            List.of("is_compatible", "compatibility_status", "compatible", "status", "outcome", "success", "passed", "result");
    private static final List<String> MEASURES = List.of(
            "throughput_items_per_second", "throughput", "average_latency_ms", "latency_avg", "latency_ms", "memory_peak_mb", "memory_peak", "memory_usage_mb",
            "compatibility_score", "total_time_seconds");
    private static final List<String> SIMULATED = List.of("is_simulated", "simulated");
    private static final List<String> TIMES = List.of("created_at", "tested_at", "last_tested", "test_timestamp", "timestamp", "run_at", "started_at", "date");
    private static final String BEST = "hardware_compatibility";

    private ReadyMatrices() {}

    /** Returns the ready matrices of a database: those that judge before those that measure, the compatibility table first. */
    static List<MatrixSpec> of(List<Table> tables) {
        List<MatrixSpec> judged = new ArrayList<>();
        List<MatrixSpec> measured = new ArrayList<>();
        for (Table facts : tables) {
            Optional<Axis> rows = axis(tables, facts, MODELS);
            Optional<Axis> columns = axis(tables, facts, HARDWARE);
            if (rows.isEmpty() || columns.isEmpty()) {
                continue;
            }
            first(facts, STATUS, c -> c.isBoolean() || c.isText()).ifPresent(column ->
                    judged.add(facts.name().equals(BEST) ? 0 : judged.size(), spec(facts, rows.get(), columns.get(), new What.Status(column.name()))));
            for (String name : MEASURES) {
                facts.column(name).filter(Table.Column::isNumber).ifPresent(column ->
                        measured.add(spec(facts, rows.get(), columns.get(), new What.Measure(column.name(), What.Aggregate.AVG))));
            }
        }
        judged.addAll(measured);
        return judged;
    }

    /** Puts a spec together and finds the columns that say when, and whether it was simulated. */
    static MatrixSpec spec(Table facts, Axis rows, Axis columns, What what) {
        return new MatrixSpec(title(facts, what), facts, rows, columns, what,
                first(facts, SIMULATED, c -> true).map(Table.Column::name), time(facts).map(Table.Column::name), List.of());
    }

    private static String title(Table facts, What what) {
        return switch (what) {
            case What.Status status when facts.name().equals(BEST) -> Messages.get("matrix.title.best");
            case What.Status(String column) -> Messages.get("matrix.title.status", facts.words(), column);
            case What.Measure(String column, What.Aggregate aggregate) -> Messages.get("matrix.title.measure", facts.words(), column, aggregate.words());
        };
    }

    private static Optional<Table.Column> time(Table facts) {
        return first(facts, TIMES, Table.Column::isTime)
                .or(() -> facts.columns().stream().filter(Table.Column::isTime).findFirst());
    }

    private static Optional<Axis> axis(List<Table> tables, Table facts, List<String> names) {
        for (String name : names) {
            Optional<Table.Column> column = facts.column(name);
            if (column.isEmpty()) {
                continue;
            }
            Optional<Axis> axis = name.endsWith("_id")
                    ? Lookups.of(tables, facts, column.get().name())
                    : Optional.of(new Axis(column.get().name(), Optional.empty(), Lookups.group(facts, column.get().name())));
            if (axis.isPresent()) {
                return axis;
            }
        }
        return Optional.empty();
    }

    private static Optional<Table.Column> first(Table table, List<String> names, Predicate<Table.Column> fits) {
        return names.stream().flatMap(name -> table.column(name).stream()).filter(fits).findFirst();
    }
}
