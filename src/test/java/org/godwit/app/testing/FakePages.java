package org.godwit.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.godwit.app.result.TablePages;
import org.jspecify.annotations.Nullable;

/** Rows that look like those of benchmark results. */
public final class FakePages implements TablePages {
    private static final List<String> MODELS = List.of("prajjwal1/bert-tiny", "google/t5-efficient-tiny", "google/vit-base-patch16-224", "openai/whisper-tiny");

    @Override
    public Page page(Path database, String table, long offset, int limit) {
        long total = Found.tables(true).stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow().total();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (long i = offset; i < Math.min(total, offset + limit); i++) {
            rows.add(row(i));
        }
        return new Page(
                List.of(
                        new Column("result_id", "BIGINT", true),
                        new Column("model_name", "VARCHAR", false),
                        new Column("hardware", "VARCHAR", false),
                        new Column("batch_size", "INTEGER", true),
                        new Column("average_latency_ms", "DOUBLE", true),
                        new Column("throughput_items_per_second", "DOUBLE", true),
                        new Column("tested_at", "TIMESTAMP", false),
                        new Column("metrics", "JSON", false)),
                rows,
                offset,
                total);
    }

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
