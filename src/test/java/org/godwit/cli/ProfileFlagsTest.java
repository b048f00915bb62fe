package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.store.Workspace;
import org.godwit.testing.MemoryKeyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One plan, several places, and no surprise in the one that matters. */
final class ProfileFlagsTest {
    @TempDir
    Path folder;

    private Path plan;
    private Path profiles;
    private Workbench workbench;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/a.json"), "{\"model\": \"bert\", \"latency\": 12.75}");
        profiles = Files.writeString(folder.resolve("godwit-profiles.json"), """
                { "version": 1, "default": "development", "profiles": {
                    "development": { "places": { "results": { "type": "duckdb", "path": "dev.duckdb" }, "lab": { "type": "json", "path": "in" } } },
                    "production": { "protected": true, "places": { "results": { "type": "duckdb", "path": "prod.duckdb" }, "lab": { "type": "json", "path": "in" } } } } }
                """);
        plan = folder.resolve("lab.plan.json");
        workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("workspace")));
        CommandRun made = run("plan", "place:lab", "--to", "place:results", "--profiles", profiles.toString(), "-o", plan.toString());
        assertThat(made.code()).as(made.err()).isZero();
    }

    private CommandRun run(String... words) {
        return run(Map.of(), words);
    }

    private CommandRun run(Map<String, String> environment, String... words) {
        return CommandRun.of(workbench, new MemoryKeyStore(), "", environment, words);
    }

    private List<String> written() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".duckdb")).forEach(names::add);
        }
        return names;
    }

    @Test
    void planKeepsTheNames() throws IOException {
        assertThat(Files.readString(plan)).contains("\"place\": \"lab\"", "\"place\": \"results\"").doesNotContain("dev.duckdb");
    }

    @Test
    void runGoesWhereTheProfileSaysAndTellsSo() throws IOException {
        CommandRun run = run("run", plan.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("results is " + folder.resolve("dev.duckdb") + ".");
        assertThat(written()).containsExactly("dev.duckdb");
        assertThat(run("verify", plan.toString()).code()).isZero();
        assertThat(run("preview", plan.toString(), "--profile", "production").code()).isZero();
    }

    @Test
    void writesNothingIntoAProtectedPlaceWithoutConsent() throws IOException {
        CommandRun refused = run("run", plan.toString(), "--profile", "production");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("GW-1226: " + folder.resolve("prod.duckdb") + " is protected by the profile production. Nothing was changed.", "--yes");
        assertThat(run(Map.of("GODWIT_PROFILE", "production"), "run", plan.toString()).code()).as("by the environment").isEqualTo(2);
        assertThat(run("migrate", folder.resolve("in").toString(), "--to", folder.resolve("prod.duckdb").toString(), "--profiles", profiles.toString()).code())
                .as("by its own path").isEqualTo(2);
        assertThat(written()).isEmpty();

        assertThat(run("run", plan.toString(), "--profile", "production", "--dry-run").code()).isZero();
        assertThat(written()).isEmpty();
        assertThat(run("run", plan.toString(), "--profile", "production", "--yes").code()).isZero();
        assertThat(written()).containsExactly("prod.duckdb");
    }

    @Test
    void theOptionGoesBeforeTheEnvironment() throws IOException {
        assertThat(run(Map.of("GODWIT_PROFILE", "production"), "run", plan.toString(), "--profile", "development").code()).isZero();
        assertThat(written()).containsExactly("dev.duckdb");
    }

    @Test
    void refusesAProfileThatWouldChangeNothing() {
        CommandRun run = run("migrate", folder.resolve("in").toString(), "--to", folder.resolve("x.duckdb").toString(), "--profile", "development");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--profile would change nothing");
    }

    @Test
    void saysWhichProfilesThereAre() {
        CommandRun run = run("run", plan.toString(), "--profile", "prod");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("GW-1223: ").contains("has no profile prod: there are development, production");
        assertThat(run("run", plan.toString(), "--profiles", folder.resolve("none.json").toString()).err()).startsWith("GW-1222: ");
    }

    @Test
    void migrateTakesNamedPlacesToo() throws IOException {
        CommandRun run = run("migrate", "place:lab", "--to", "place:results", "--profiles", profiles.toString(), "--profile", "development");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(written()).containsExactly("dev.duckdb");
        assertThat(run("inspect", "place:lab", "--profiles", profiles.toString()).code()).isZero();
    }
}
