package org.godwit.engine.sample;

import static org.godwit.engine.sample.SampleJson.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what is written, by the trees it is written from; nothing here reads JSON or knows a plan. */
final class Truth {
    private final Map<Shape, Integer> shapes = new EnumMap<>(Shape.class);
    private final Map<String, Long> leaves = new TreeMap<>();
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final TreeSet<String> models = new TreeSet<>();
    private final TreeSet<String> hardware = new TreeSet<>();
    private final List<@Nullable Object> oddities = new ArrayList<>();
    private int documents;
    private int malformed;
    private int empty;

    void malformedFile() {
        malformed++;
    }

    void emptyFile() {
        empty++;
    }

    int documents() {
        return documents;
    }

    /** @param pointer the JSON pointer of the place, empty for the whole file */
    void oddity(String kind, String file, String pointer) {
        oddities.add(object("kind", kind, "file", file, "pointer", pointer));
    }

    void document(SampleFile file) {
        documents++;
        shapes.merge(file.shape(), 1, Integer::sum);
        leaves(file.document());
        Map<?, ?> root = file.document();
        switch (file.shape()) {
            case DIRECT -> direct(root);
            case BATCH_SIZES -> batchSizes(root);
            case FUNCTIONALITY -> functionality(root);
            case MATRIX -> matrix(root);
            case PERFORMANCE -> performance(root);
            case PROGRESS, CONFIG -> {
                // Not in the recipe's tables.
            }
        }
    }

    private void leaves(@Nullable Object node) {
        switch (node) {
            case Map<?, ?> map when !map.isEmpty() -> map.values().forEach(this::leaves);
            case List<?> list when !list.isEmpty() -> list.forEach(this::leaves);
            case Map<?, ?> map -> add(leaves, "emptyObject", map.size() + 1);
            case List<?> list -> add(leaves, "emptyArray", list.size() + 1);
            case String text -> add(leaves, "string", 1);
            case Boolean truth -> add(leaves, "boolean", 1);
            case null -> add(leaves, "null", 1);
            default -> add(leaves, "number", 1);
        }
    }

    private void direct(Map<?, ?> root) {
        run(text(root, "model"), text(root, "hardware"));
        for (Object value : map(root, "batch_results").values()) {
            Map<?, ?> batch = (Map<?, ?>) value;
            add(rows, "performance_results", 1);
            if (batch.containsKey("latencies_ms")) {
                sum("direct.avg_latency_ms", batch.get("avg_latency_ms"));
                sum("direct.throughput_items_per_second", batch.get("throughput_items_per_second"));
                for (Object latency : list(batch, "latencies_ms")) {
                    add(rows, "performance_batch_results", 1);
                    sum("direct.latencies_ms", latency);
                }
            }
        }
    }

    private void batchSizes(Map<?, ?> root) {
        run(text(root, "model_key"), text(root, "hardware_key"));
        add(rows, "hardware_compatibility", 1);
        for (Object value : map(root, "batch_sizes").values()) {
            Map<?, ?> batch = (Map<?, ?>) value;
            add(rows, "performance_results", 1);
            sum("batch_sizes.latency_ms", batch.get("latency_ms"));
            sum("batch_sizes.throughput", batch.get("throughput"));
        }
    }

    private void functionality(Map<?, ?> root) {
        add(rows, "test_runs", 1);
        map(root, "model_results").forEach((model, byHardware) -> {
            models.add(String.valueOf(model));
            ((Map<?, ?>) byHardware).keySet().forEach(this::compatibility);
        });
    }

    private void matrix(Map<?, ?> root) {
        add(rows, "test_runs", 1);
        map(root, "model_families").forEach((family, value) -> {
            models.add(String.valueOf(family));
            map((Map<?, ?>) value, "hardware_compatibility").keySet().forEach(this::compatibility);
        });
    }

    private void compatibility(@Nullable Object key) {
        hardware.add(String.valueOf(key));
        add(rows, "hardware_compatibility", 1);
    }

    private void performance(Map<?, ?> root) {
        Map<?, ?> results = map(root, "results");
        add(rows, "test_runs", 1);
        models.add(text(map(root, "metadata"), "model"));
        add(rows, "integration_test_results", map(results, "status").size());
        for (Object value : list(results, "examples")) {
            Map<?, ?> example = (Map<?, ?>) value;
            add(rows, "performance_results", 1);
            hardware.add(text(example, "platform").toLowerCase(Locale.ROOT));
            sum("performance.elapsed_time", example.get("elapsed_time"));
        }
    }

    private void run(String model, String key) {
        add(rows, "test_runs", 1);
        models.add(model);
        hardware.add(key);
    }

    private static void add(Map<String, Long> counts, String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    private void sum(String name, @Nullable Object number) {
        sums.merge(name, new BigDecimal(String.valueOf(number)), BigDecimal::add);
    }

    private static String text(Map<?, ?> map, String name) {
        return String.valueOf(map.get(name));
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        return map.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static List<?> list(Map<?, ?> map, String name) {
        return map.get(name) instanceof List<?> found ? found : List.of();
    }

    String text(long seed) {
        Map<String, @Nullable Object> counted = object("total", leaves.values().stream().mapToLong(Long::longValue).sum());
        for (String type : List.of("string", "number", "boolean", "null", "emptyObject", "emptyArray")) {
            counted.put(type, leaves.getOrDefault(type, 0L));
        }
        Map<String, @Nullable Object> byShape = object();
        shapes.forEach((shape, count) -> byShape.put(shape.name().toLowerCase(Locale.ROOT), count));
        Map<String, @Nullable Object> byTable = object("hardware_platforms", hardware.size(), "models", models.size());
        byTable.putAll(rows);
        Map<String, @Nullable Object> bySum = object();
        sums.forEach((name, sum) -> bySum.put(name, sum.doubleValue()));
        return SampleJson.text(object(
                "seed", seed,
                "files", object("ok", documents, "empty", empty, "malformed", malformed, "unreadable", 0, "other", 0),
                "documents", documents,
                "leaves", counted,
                "shapes", byShape,
                "rows", byTable,
                "sums", bySum,
                "oddities", oddities));
    }
}
