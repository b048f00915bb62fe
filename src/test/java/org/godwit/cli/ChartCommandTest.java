package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.imageio.ImageIO;
import org.godwit.testing.StarDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ChartCommandTest {
    @TempDir
    private Path folder;

    private String database = "";

    @BeforeEach
    void make() throws SQLException {
        database = StarDatabase.make(folder.resolve("star.duckdb")).toString();
    }

    @Test
    void drawsInTheTerminal() {
        CommandRun run = run("--model", "bert");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("bert: throughput by hardware", "█████  20  n=3  [10 to 30]", "Note: 1 simulated row left out");
        assertThat(run.out().lines().filter(line -> line.startsWith("cpu"))).singleElement().asString().endsWith("0  n=1").doesNotContain("█");
    }

    @Test
    void hostileNamesDoNotReachTheTerminalAsTheyAre() {
        CommandRun run = run("--model", StarDatabase.HOSTILE);
        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("\u0007").contains("\\u0007", "7  n=1");
    }

    @Test
    void writesEachFormByTheNameOfTheFile() throws IOException {
        for (String ending : new String[] {"png", "svg", "pdf", "csv", "json", "text"}) {
            Path file = folder.resolve("chart." + ending);
            CommandRun run = run("--model", "bert", "-o", file.toString());
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("Wrote " + file);
            assertThat(Files.size(file)).isGreaterThan(100);
        }
        assertThat(ImageIO.read(folder.resolve("chart.png").toFile()).getWidth()).isEqualTo(2880);
        assertThat(Files.readString(folder.resolve("chart.csv"))).startsWith("category,series,value,unit,low,high,spread,n,missing,simulated\r\ncuda,");
        assertThat(Files.readString(folder.resolve("chart.text"))).contains("█");
    }

    @Test
    void printsAllFiguresAsJson() {
        JsonNode json = run("--model", "bert", "--json").json();
        assertThat(json.get("series").get(0).get("bars").get(0).get("value").asDouble()).isEqualTo(20);
        assertThat(json.get("spread").asString()).isEqualTo("standard deviation");
    }

    @Test
    void saysWhatIsNearAndThatNothingWasFound() {
        CommandRun near = run("--model", "brt");
        assertThat(near.code()).isEqualTo(2);
        assertThat(near.err()).startsWith("GW-1621: ").contains("bert");
        CommandRun nothing = run("--hardware", "tpu", "--metric", "latency");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).startsWith("GW-1622: ");
        CommandRun missing = CommandRun.of(new CannedWorkbench(), "chart", "compare", folder.resolve("no.duckdb").toString(), "--model", "x");
        assertThat(missing.err()).startsWith("GW-1102: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--model bert --hardware cpu", "--model bert --metric speed", "--table models --category model_name",
        "--model bert --statistic median --spread sd", "--model bert --batch-size many", "--model bert --unit ms", "--model bert --by nothing"})
    void wrongUsageIsTwo(String words) {
        CommandRun run = run(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private CommandRun run(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "chart";
        all[1] = "compare";
        all[2] = database;
        System.arraycopy(words, 0, all, 3, words.length);
        return CommandRun.of(new CannedWorkbench(), all);
    }
}
