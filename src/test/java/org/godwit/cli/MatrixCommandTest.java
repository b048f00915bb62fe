package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.godwit.analysis.matrix.StarSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class MatrixCommandTest {
    @TempDir
    private Path folder;

    private String database = "";

    @BeforeEach
    void make() {
        database = StarSchema.make(folder.resolve("star.duckdb")).toString();
    }

    private static CommandRun run(String... words) {
        return CommandRun.of(new CannedWorkbench(), words);
    }

    @Test
    void printsTheStarSchemaAsATableAndTalksApart() {
        CommandRun run = run("matrix", database);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow()).matches("model_name +cpu +cuda");
        assertThat(run.out()).contains("conflicting", "! 1/2", "✗ 0/1").doesNotContain("simulated");
        assertThat(run.err()).contains("10 results; 2 simulated ones are hidden", "✗ Fails (2): all results fail");
    }

    @Test
    void givesEveryPairAsJson() {
        CommandRun run = run("matrix", database, "--json", "--include-simulated", "--by-family");
        JsonNode json = run.json();
        assertThat(json.get("simulated").asString()).isEqualTo("shown");
        assertThat(json.get("cells").size()).isEqualTo(json.get("rows").size() * json.get("columns").size());
        assertThat(json.get("states").get("simulated").asInt()).isEqualTo(1);
        assertThat(json.get("rows").get(0).get("family").asString()).isEqualTo("f1");
        assertThat(json.get("results").get("real").asInt()).isEqualTo(10);
    }

    @Test
    void writesTheFormThatTheEndingSays() throws Exception {
        for (String ending : new String[] {"png", "svg", "pdf", "html", "csv", "md", "json"}) {
            Path file = folder.resolve("out." + ending);
            CommandRun run = run("matrix", database, "-o", file.toString());
            assertThat(run.code()).as(ending).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Wrote " + file);
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("out.json"))).startsWith("{");
        assertThat(Files.readString(folder.resolve("out.csv"))).startsWith("model_name,family,cpu,cuda\r\n");
    }

    @Test
    void takesAnyTwoColumnsAndAStatusOrAMeasure() {
        assertThat(run("matrix", database, "--rows", "suite", "--columns", "machine", "--status", "runs.outcome").out()).contains("! 1/2", "◐ 0/1");
        assertThat(run("matrix", database, "--measure", "performance_results.average_latency_ms", "--aggregate", "max", "--format", "csv").out())
                .contains("full,f1,20.00,·");
        assertThat(run("matrix", database, "--measure", "runs.seconds", "--rows", "suite", "--columns", "machine", "--where", "machine=m1", "--aggregate", "sum",
                "--format", "csv").out()).isEqualTo("suite,m1\r\ns1,3.00\r\ns2,8.00\r\n");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(run("matrix", database, "--status", "a", "--measure", "b").code()).isEqualTo(2);
        assertThat(run("matrix", database, "--format", "png")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("-o FILE");
        });
        assertThat(run("matrix", database, "--status", "runs.none").code()).isEqualTo(2);
        assertThat(run("matrix", folder.resolve("none.duckdb").toString()).code()).isEqualTo(1);
        assertThat(run("matrix", StarSchema.makeWithout(folder.resolve("other.duckdb")).toString())).satisfies(run -> {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("GW-1611").contains("--rows", "Its tables: runs");
        });
    }
}
