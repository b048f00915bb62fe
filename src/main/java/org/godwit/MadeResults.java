package org.godwit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Files of results as measuring programs write them: nested, 2 KB, all of one shape, the same at each time. For {@link Rounds}. */
final class MadeResults {
    private static final int SEED = 25;
    private static final int BATCHES = 8;
    private static final int IN_A_FOLDER = 1_000;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Writes files into folders below one. */
    void write(Path folder, int files) {
        try {
            for (int i = 0; i < files; i++) {
                Path below = folder.resolve("part-" + i / IN_A_FOLDER);
                if (i % IN_A_FOLDER == 0) {
                    Files.createDirectories(below);
                }
                Files.writeString(below.resolve("result-" + i + ".json"), document(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String document(int i) {
        StringBuilder batches = new StringBuilder();
        for (int batch = 0; batch < BATCHES; batch++) {
            batches.append(batch == 0 ? "" : ",\n    ").append(
                    "{\"batch\": %d, \"throughput\": %s, \"latency\": %s, \"memory_mb\": %s, \"ok\": true}"
                            .formatted(1 << batch, number(5_000), latency(), number(32_000)));
        }
        return """
                {
                  "id": %d,
                  "run": "run-%05d",
                  "model": {"name": "model-%d", "family": "family-%d", "parameters": %d, "precision": "fp%d"},
                  "hardware": {"name": "board-%d", "cores": %d, "memory_gb": %s, "driver": null},
                  "started": "2026-03-%02dT%02d:15:30Z",
                  "metrics": {"throughput": %s, "latency": %s, "memory_mb": %s, "success": %b},
                  "settings": {"iterations": %d, "warm_up": 10, "flags": ["fast", "set-%d"]},
                  "note": "measured in the hall number %d",
                  "results": [
                    %s
                  ]
                }
                """.formatted(i, i / 7, i % 50, i % 6, random.nextLong(1L << 36), 8 << i % 3, i % 9, 4 << i % 4, number(512), 1 + i % 28, i % 24,
                number(5_000), latency(), number(32_000), i % 11 != 0, random.nextInt(1_000), i % 4, i % 13, batches);
    }

    private String latency() {
        return "{\"p50\": %s, \"p90\": %s, \"p95\": %s, \"p99\": %s, \"mean\": %s, \"stdev\": %s}"
                .formatted(number(20), number(30), number(40), number(80), number(25), number(3));
    }

    private String number(double below) {
        return Double.toString(random.nextDouble(below));
    }
}
