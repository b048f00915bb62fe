package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;

/**
 * The benchmark star schema, if a database has it: performance_results, with names from models and hardware_platforms.
 *
 * @param sql a SELECT of every result with the names of its model and hardware
 * @param columns types by name
 * @param metrics those that the table has a column for
 */
record StarSchema(String sql, Map<String, String> columns, List<Metric> metrics) {
    static final String MODEL = "model_name";
    static final String HARDWARE = "hardware_type";
    static final String BATCH = "batch_size";
    static final String SIMULATED = "is_simulated";

    private static final List<String> OF_MODELS = List.of(MODEL, "model_family", "modality");
    private static final List<String> OF_HARDWARE = List.of(HARDWARE, "device_name", "platform");

    static Optional<StarSchema> in(Tables tables) {
        Optional<Tables.Table> results = tables.find("performance_results");
        Optional<Tables.Table> models = tables.find("models").filter(t -> t.has("model_id") && t.has(MODEL));
        Optional<Tables.Table> hardware = tables.find("hardware_platforms").filter(t -> t.has("hardware_id") && t.has(HARDWARE));
        if (results.isEmpty() || models.isEmpty() || hardware.isEmpty() || !results.get().has("model_id") || !results.get().has("hardware_id")) {
            return Optional.empty();
        }
        List<Metric> metrics = Arrays.stream(Metric.values()).filter(m -> results.get().numbers().contains(m.column())).toList();
        return metrics.isEmpty() ? Optional.empty() : Optional.of(of(results.get(), models.get(), hardware.get(), metrics));
    }

    private static StarSchema of(Tables.Table results, Tables.Table models, Tables.Table hardware, List<Metric> metrics) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> selected = new ArrayList<>();
        add("m", models, OF_MODELS, columns, selected);
        add("h", hardware, OF_HARDWARE, columns, selected);
        add("p", results, List.copyOf(results.columns().keySet()), columns, selected);
        String sql = "SELECT " + selected.stream().collect(Collectors.joining(", ")) + " FROM " + results.sql() + " AS p"
            + " LEFT JOIN " + models.sql() + " AS m ON m.model_id = p.model_id"
            + " LEFT JOIN " + hardware.sql() + " AS h ON h.hardware_id = p.hardware_id";
        return new StarSchema(sql, columns, metrics);
    }

    private static void add(String alias, Tables.Table table, List<String> names, Map<String, String> columns, List<String> selected) {
        for (String name : names) {
            if (table.has(name) && columns.putIfAbsent(name, table.columns().get(name)) == null) {
                selected.add(alias + "." + Sql.name(name));
            }
        }
    }
}
