package org.godwit.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated result files and a plan for them: enough work to be interrupted in. */
final class Results {
    static final String PLAN = """
            {"version": 1, "name": "results", "sources": [{"name": "files", "type": "json", "path": "in"}],
             "target": {"type": "duckdb", "path": "out.duckdb"}, "datasets": [{"name": "all"}],
             "tables": [
              {"name": "models", "key": ["name"],
               "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}],
               "feeds": [{"dataset": "all", "rows": "$", "set": {"name": "@.model"}}]},
              {"name": "results",
               "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "model", "type": "BIGINT"},
                {"name": "number", "type": "BIGINT"}, {"name": "latency", "type": "DOUBLE"}],
               "feeds": [{"dataset": "all", "rows": "$", "set": {"model": {"ref": "models", "on": {"name": "$.model"}},
                "number": "@.number", "latency": "@.latency"}}]},
              {"name": "samples",
               "columns": [{"name": "result", "type": "BIGINT"}, {"name": "at", "type": "INTEGER"}, {"name": "latency", "type": "DOUBLE"}],
               "feeds": [{"dataset": "all", "rows": "$.samples[*]:i", "set": {"result": {"parent": "results", "level": "$"}, "at": {"from": "pos(i)"}, "latency": "@"}}]}]}
            """;

    private Results() {}

    /** Writes files with numbers from {@code first} to before {@code end} below {@code in}, and the plan beside it. */
    static Path write(Path folder, int first, int end) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = first; i < end; i++) {
            StringBuilder samples = new StringBuilder();
            for (int s = 0; s < 40; s++) {
                samples.append(s == 0 ? "" : ", ").append(i % 97 + s / 8.0);
            }
            String text = "{\"model\": \"m" + i % 13 + "\", \"number\": " + i + ", \"latency\": " + i / 16.0 + ", \"samples\": [" + samples
                    + "], \"host\": {\"name\": \"h" + i % 5 + "\"}}";
            Files.writeString(in.resolve("%05d.json".formatted(i)), text);
        }
        return Files.writeString(folder.resolve("results.plan.json"), PLAN);
    }
}
