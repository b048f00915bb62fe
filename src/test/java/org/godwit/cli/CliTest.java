package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.RunResult.Outcome;
import org.godwit.task.TaskCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CliTest {
    private final CannedWorkbench workbench = new CannedWorkbench();

    @TempDir
    Path folder;

    @Test
    void tellsItsVersionWithoutAnEngine() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Cli.VERSION + "</version>");
        assertThat(run("--version").out()).isEqualTo("godwit " + Cli.VERSION + System.lineSeparator());
        assertThat(workbench.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED,0", "NOTHING_NEW,0", "SUCCEEDED_WITH_REJECTS,3", "VERIFICATION_FAILED,5", "FAILED,1", "CANCELLED,130"})
    void endsWithTheCodeOfTheOutcome(Outcome outcome, int code) {
        workbench.outcome = outcome;

        assertThat(run("migrate", "data", "--to", "out.duckdb").code()).isEqualTo(code);
        assertThat(run("migrate", "data", "--to", "out.duckdb", "--json").code()).isEqualTo(code);
    }

    @Test
    void migrateLooksPlansAndRuns() {
        CommandRun run = run("migrate", "a", "b", "--to", "out.duckdb", "--recipe", "benchmark-results", "--jobs", "3");

        assertThat(run.code()).isZero();
        assertThat(workbench.asked).containsExactly("inspect [a, b]", "propose out.duckdb benchmark-results",
                "run " + Path.of("").toAbsolutePath().getFileName() + " dry=false jobs=3 verify=true BALANCED memory=0");
        assertThat(run.out()).contains("Loaded 187 of 188 documents into out.duckdb", "performance_results  1,074",
                "16,234 leaves read = 12,000 stored + 4,000 rest + 200 merged + 30 skipped + 4 rejected",
                "187 of 187 documents rebuilt equal", "godwit query out.duckdb 'SELECT * FROM \"models\" LIMIT 10'");
        assertThat(run.err()).contains("names or fields?");
    }

    @Test
    void migrateKeepsThePlanIfAsked() {
        run("migrate", "data", "--to", "out.duckdb", "--plan", "kept/my.plan.json");

        assertThat(workbench.asked).contains("write my.plan.json ../data");
    }

    @Test
    void runPassesItsOptionsOn() throws IOException {
        Path plan = Files.writeString(folder.resolve("p.plan.json"), "{}");

        run("run", plan.toString(), "--dry-run", "--jobs", "2", "--strategy", "conservative", "--no-verify", "--memory", "512MB");
        run("run", plan.toString(), "--jobs", "1", "--strategy", "aggressive");

        String base = "run " + folder.getFileName();
        assertThat(workbench.asked).contains(
                base + " dry=true jobs=2 verify=false CONSERVATIVE memory=512000000", base + " dry=false jobs=1 verify=false AGGRESSIVE memory=0");
    }

    @Test
    void printsARunAsScriptsExpectIt() {
        workbench.outcome = Outcome.SUCCEEDED_WITH_REJECTS;

        JsonNode json = run("migrate", "data", "--to", "out.duckdb", "--json").json();

        assertThat(json.get("run").asString()).isEqualTo(CannedWorkbench.RUN);
        assertThat(json.get("outcome").asString()).isEqualTo("succeeded_with_rejects");
        assertThat(json.get("ledger").toString()).isEqualTo(
                "{\"read\":16234,\"stored\":12000,\"rest\":4000,\"merged\":200,\"skipped\":30,\"rejected\":4,\"balanced\":true}");
        assertThat(json.get("tables").get(1).toString()).isEqualTo("{\"name\":\"performance_results\",\"rows\":1074,\"total\":1074}");
        assertThat(json.get("rejects").asInt()).isEqualTo(1);
        assertThat(json.get("verification").get("passed").asBoolean()).isTrue();
        assertThat(json.get("verification").get("rebuilt").asInt()).isEqualTo(187);
        assertThat(json.get("seconds").asDouble()).isEqualTo(1.25);
    }

    @Test
    void printsAnInspectionAsScriptsExpectIt() {
        JsonNode json = run("inspect", "data", "--json").json();

        assertThat(json.get("files").toString())
                .isEqualTo("{\"ok\":1,\"empty\":0,\"malformed\":1,\"unreadable\":0,\"other\":0}");
        assertThat(json.get("documents").asInt()).isEqualTo(187);
        assertThat(json.get("leaves").toString()).isEqualTo("{\"total\":16234,\"string\":7424,\"number\":7182,\"boolean\":1174,"
                + "\"null\":272,\"emptyObject\":64,\"emptyArray\":118}");
        assertThat(json.get("datasets").get(0).get("name").asString()).isEqualTo("results");
        assertThat(json.get("problems").get(0).get("line").asInt()).isEqualTo(5);
        assertThat(json.get("problems").get(0).get("column").asInt()).isEqualTo(21);
    }

    @Test
    void inspectShowsPathsIfAsked() {
        assertThat(run("inspect", "data").out()).contains("2 files: 1 ok, 1 malformed", "the file ends too early")
                .doesNotContain("$.model");
        assertThat(run("inspect", "data", "--paths").out()).contains("$.model");
    }

    @Test
    void planGoesToStdoutOrAFile() {
        assertThat(run("plan", "data", "--to", "out.duckdb").json().get("version").asInt()).isEqualTo(1);
        CommandRun written = run("plan", "data", "--to", "out.duckdb", "-o", folder.resolve("x.plan.json").toString(), "--json");
        assertThat(written.json().get("plan").asString()).endsWith("x.plan.json");
        assertThat(workbench.asked).anyMatch(asked -> asked.startsWith("write x.plan.json "));
    }

    @Test
    void verifyTakesAPlanADatabaseOrARun() throws IOException {
        Path plan = Files.writeString(folder.resolve("p.plan.json"), "{}");
        Path database = Files.writeString(folder.resolve("r.duckdb"), "\0");
        assertThat(run("verify", plan.toString()).code()).isZero();
        assertThat(run("verify", database.toString()).code()).isZero();
        workbench.verification = CannedWorkbench.BAD;

        CommandRun differs = run("verify", CannedWorkbench.RUN);

        assertThat(differs.code()).isEqualTo(5);
        assertThat(differs.out()).contains("a.json", "model_name", "bart");
        assertThat(workbench.asked).contains("verify plan results", "verify database r.duckdb", "verify run " + CannedWorkbench.RUN);
    }

    @Test
    void showsHistoryAndRejects() throws IOException {
        assertThat(run("runs", "list").out()).contains(CannedWorkbench.RUN, "succeeded_with_rejects");
        assertThat(run("runs", "list", "--json").json().get(0).get("started").asString()).isEqualTo("2025-03-06T17:48:23Z");
        assertThat(run("runs", "show", CannedWorkbench.RUN).out()).contains("performance_results");
        assertThat(run("runs", "show", "20200101-000000-0000").code()).isEqualTo(2);
        assertThat(run("rejects", "list").out()).contains("b.json", "the file ends too early");
        assertThat(run("rejects", "list", "--json").json().get(0).get("raw").asString()).isEqualTo("{\"a\":");
        Path plan = Files.writeString(folder.resolve("p.plan.json"), "{}");
        assertThat(run("preview", plan.toString(), "--rows", "2").out()).contains("NULL", "a.json/model");
        assertThat(run("preview", plan.toString(), "--json").json().get(0).get("rows").get(0).get("values").get("model_name").isNull())
                .isTrue();
    }

    @Test
    void printsRowsInEachFormat() {
        CommandRun table = run("query", "out.duckdb", "SELECT 1");
        assertThat(table.out()).isEqualTo("name      n\nbert  12.75\nt5     NULL\n");
        assertThat(table.err()).isEqualTo("2 rows" + System.lineSeparator());
        assertThat(run("query", "out.duckdb", "SELECT 1", "--json").json().toString())
                .isEqualTo("[{\"name\":\"bert\",\"n\":12.75},{\"name\":\"t5\",\"n\":null}]");
        assertThat(run("query", "out.duckdb", "SELECT 1", "--format", "csv").out()).isEqualTo("name,n\r\nbert,12.75\r\nt5,\r\n");
        assertThat(run("query", "out.duckdb", "SELECT 1", "--format", "markdown").out()).contains("| bert | 12.75 |");
    }

    @Test
    void aQueryThatFailsPrintsNoRows() {
        for (String format : new String[] {"table", "csv", "json", "markdown"}) {
            CommandRun run = run("query", "out.duckdb", "wrong", "--format", format);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).startsWith("GW-1601: ").contains("syntax error");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void turnsErrorsIntoWordsAndACode() {
        workbench.failure = java.util.Optional.of(new GodwitException(ErrorCode.TARGET_LOCKED, "out.duckdb", "process 42"));

        CommandRun run = run("migrate", "data", "--to", "out.duckdb");

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).startsWith("GW-1301: ").contains("out.duckdb", "process 42");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void cancelledIsNoError() {
        workbench.failure = java.util.Optional.of(new TaskCancelledException());

        CommandRun run = run("inspect", "data");

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.err()).isEqualTo("Cancelled. The target is as it was." + System.lineSeparator());
    }

    @Test
    void anUnforeseenErrorSaysWhatWasBeingDone() {
        workbench.failure = java.util.Optional.of(new IllegalStateException("no such thing"));

        CommandRun run = run("inspect", "data");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("GW-1000", "godwit inspect", "no such thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrat x", "run", "run a b", "inspect", "migrate x", "migrate x --to t.duckdb --jobs 0",
        "migrate x --to t.duckdb --jobs many", "run x --strategy bold", "run x --memory much", "run x --memory 1MB", "rejects", "runs lst", "run x --resume", ""})
    void wrongUsageIsTwo(String words) {
        CommandRun run = run(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("GW-1603: ").contains("--help");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void suggestsWhatWasMeant() {
        assertThat(run("migrat", "x").err()).contains("Did you mean").contains("migrate");
        assertThat(run("inspect", "x", "--jso").err()).contains("--json");
    }

    @Test
    void refusesPasswordsOnTheCommandLine() {
        CommandRun run = run("migrate", "x", "--to", "t.duckdb", "--password=hunter2");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--password-env NAME", "--password-file FILE", "--password-keystore NAME").doesNotContain("hunter2");
    }

    @Test
    void saysHowToAskWhatIsNoDuckDbDatabase(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("a.db"), "SQLite format 3\0");
        for (String command : List.of("query", "matrix")) {
            for (String place : List.of(other.toString(), folder.toString(), "postgresql://u:hunter2@h/db", "jdbc:oracle:thin:u/hunter2@h")) {
                CommandRun run = command.equals("query") ? run(command, place, "SELECT 1") : run(command, place);

                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err()).startsWith("GW-1605: ").contains("godwit migrate").doesNotContain("hunter2");
            }
        }
        assertThat(run("migrate", "x", "--to", "jdbc:oracle:thin:u/hunter2@h").err()).startsWith("GW-1306: ").doesNotContain("hunter2");
        assertThat(workbench.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.xlsx", "jdbc:oracle:thin@h/db", "out", "some.dir/out"})
    void saysWhichTargetsItCannotWrite(String target) {
        CommandRun run = run("migrate", "x", "--to", target);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("GW-1306: ");
        assertThat(workbench.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://u:hunter2@h/db", "mariadb://h/db?user=u&password=hunter2"})
    void refusesPasswordsInAddresses(String address) {
        for (CommandRun run : List.of(run("migrate", "x", "--to", address), run("migrate", address, "--to", "t.duckdb"), run("inspect", address))) {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("GW-1317: ").contains("--password-env").doesNotContain("hunter2");
        }
        assertThat(workbench.asked).isEmpty();
    }

    @Test
    void nothingIsSaidOnStdoutByAFailure() {
        CommandRun run = run("run", folder.resolve("none.plan.json").toString(), "--json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private CommandRun run(String... words) {
        return CommandRun.of(workbench, words);
    }
}
