package org.godwit.app.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.explore.grid.TableOpener;
import org.jspecify.annotations.Nullable;

/**
 * Rows that look like those of benchmark results.
 *
 * @param rows how many there are
 */
public record FakeRows(long rows) implements RowSource {
    private static final List<String> MODELS = List.of("prajjwal1/bert-tiny", "google/t5-efficient-tiny", "google/vit-base-patch16-224", "openai/whisper-tiny");

    /** Returns as many rows as the made up result says that the table has. */
    public static FakeRows of(String table) {
        return new FakeRows(Found.tables(true).stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow().total());
    }

    /** Opens them in any database. */
    public static TableOpener opener() {
        return (database, table, cancelled) -> of(table);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("result_id", "BIGINT"),
                new Column("model_name", "VARCHAR"),
                new Column("hardware", "VARCHAR"),
                new Column("batch_size", "INTEGER"),
                new Column("average_latency_ms", "DOUBLE"),
                new Column("throughput_items_per_second", "DOUBLE"),
                new Column("tested_at", "TIMESTAMP"),
                new Column("metrics", "JSON"));
    }

    @Override
    public List<List<@Nullable String>> page(long from, int count, BooleanSupplier cancelled) {
        return wholeRows(from, count, cancelled);
    }

    @Override
    public List<List<@Nullable String>> wholeRows(long from, int count, BooleanSupplier cancelled) {
        List<List<@Nullable String>> made = new ArrayList<>();
        for (long i = from; i < Math.min(rows, from + count); i++) {
            made.add(row(i));
        }
        return made;
    }

    @Override
    public @Nullable String value(long row, int column, BooleanSupplier cancelled) {
        return row(row).get(column);
    }

    @Override
    public void close() {}

    private static List<@Nullable String> row(long i) {
        boolean failed = i % 11 == 5;
        String latency = failed ? null : String.format(java.util.Locale.ROOT, "%.4f", 11.2 + (i * 37 % 101) * 1.377);
        String throughput = failed ? null : String.format(java.util.Locale.ROOT, "%.3f", 89.1 - (i * 31 % 71) * 0.913);
        return Arrays.asList(
                String.valueOf(i + 1),
                MODELS.get((int) (i % MODELS.size())),
                i % 3 == 0 ? "cuda" : "cpu",
                String.valueOf(1L << (i % 4)),
                latency,
                throughput,
                "2025-03-06 17:4" + (i % 10) + ":23",
                failed ? "{\"error\":\"CUDA out of memory\"}" : "{\"precision\":\"fp32\"}");
    }
}
