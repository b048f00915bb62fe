package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.godwit.connector.Connectors;
import org.godwit.duck.Session;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says of a CSV file holds from the first look to the last check. */
final class CsvFlagsTest {
    @TempDir
    Path folder;

    private Path notes;
    private Path models;
    private Workbench workbench;

    @BeforeEach
    void write() throws IOException {
        // Semicolons divide this better than commas do.
        notes = Files.writeString(folder.resolve("notes.csv"), "note\nslow;hot;loud\ncold;calm;quiet\n");
        // The first row could be a header.
        models = Files.writeString(folder.resolve("models.csv"), "bert|base,uncased\nt5|small,en\nvit|large,224\n");
        Connectors connectors = Connectors.all(server -> new char[0]);
        workbench = new LocalWorkbench(connectors.source(), connectors.targets(), new Workspace(folder.resolve("workspace")));
    }

    private CommandRun run(String... words) {
        return CommandRun.of(workbench, words);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String asked(String database, String sql) {
        try (Session session = Session.open(folder.resolve(database))) {
            return session.texts(sql).getFirst().getFirst();
        }
    }

    @Test
    void inspectCountsWhatWasSaid() {
        assertThat(run("inspect", notes.toString(), "--json").json().get("problems")).isNotEmpty();
        CommandRun said = run("inspect", notes.toString(), "--delimiter", ",", "--json");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.json().get("problems")).isEmpty();
        assertThat(said.json().at("/datasets/0/table/reading/delimiter").asString()).isEqualTo(",");
        assertThat(said.json().at("/datasets/0/table/reading/header").asBoolean()).isTrue();
    }

    @Test
    void aPlanKeepsWhatWasSaidForRunPreviewAndVerify() throws IOException {
        Path plan = folder.resolve("models.plan.json");
        CommandRun made = run("plan", models.toString(), "--to", at("models.duckdb"), "--delimiter", "pipe", "--no-header", "-o", plan.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(Files.readString(plan)).contains("\"options\": { \"delimiter\": \"|\", \"header\": false, \"types\": {} }");

        assertThat(run("preview", plan.toString()).out()).contains("bert", "base,uncased");
        CommandRun run = run("run", plan.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(asked("models.duckdb", "SELECT string_agg(column1 || '/' || column2, ' ' ORDER BY column1) FROM models"))
                .isEqualTo("bert/base,uncased t5/small,en vit/large,224");
        assertThat(run("verify", plan.toString()).code()).isZero();

        try (Session session = Session.open(folder.resolve("models.duckdb"))) {
            session.execute("UPDATE models SET column2 = 'tiny' WHERE column1 = 't5'");
        }
        CommandRun differs = run("verify", plan.toString());
        assertThat(differs.code()).isEqualTo(5);
        assertThat(differs.out()).as("the source is read in the same way").contains("column2", "small,en", "tiny");
    }

    @Test
    void migrateReadsAsItIsTold() {
        CommandRun run = run("migrate", notes.toString(), models.toString(), "--to", at("both.duckdb"), "--delimiter", "comma", "--header");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(asked("both.duckdb", "SELECT string_agg(note, ' ' ORDER BY note) FROM notes")).isEqualTo("cold;calm;quiet slow;hot;loud");
        assertThat(asked("both.duckdb", "SELECT count(*)::VARCHAR FROM models")).isEqualTo("2");
    }

    @Test
    void whatNothingWasSaidOfIsNotWritten() throws IOException {
        Path plan = folder.resolve("models.plan.json");
        assertThat(run("plan", models.toString(), "--to", at("models.duckdb"), "-o", plan.toString()).code()).isZero();
        assertThat(Files.readString(plan)).contains("\"options\": { \"types\": {} }");
    }

    @Test
    void refusesWhatWouldChangeNothing() throws IOException {
        Path json = Files.writeString(folder.resolve("a.json"), "{\"model\": \"bert\"}");
        CommandRun run = run("migrate", json.toString(), "--to", at("x.duckdb"), "--no-header");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("GW-1107: ").contains("this is json: " + json);
        assertThat(folder.resolve("x.duckdb")).doesNotExist();
        assertThat(run("inspect", notes.toString(), "--delimiter", "colon").code()).isEqualTo(2);
    }

    @Test
    void filesThatGodwitWroteAreReadAsItWroteThem() throws IOException {
        Path json = Files.writeString(folder.resolve("a.json"), "{\"model\": \"bert\"}");
        assertThat(run("migrate", json.toString(), "--to", "csv:" + at("out")).code()).isZero();
        for (String word : new String[] {"--no-header", "--delimiter=;"}) {
            CommandRun refused = run("migrate", at("out"), "--to", at("back.duckdb"), word);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).startsWith("GW-1107: ").contains("as Godwit wrote it, with commas and a header");
        }
        assertThat(folder.resolve("back.duckdb")).doesNotExist();
        CommandRun same = run("migrate", at("out"), "--to", at("back.duckdb"), "--header", "--delimiter=comma");
        assertThat(same.code()).as(same.err()).isZero();
    }

    @Test
    void aPlaceOfAProfileIsReadSoToo() throws IOException {
        Path profiles = Files.writeString(folder.resolve("godwit-profiles.json"), """
                { "version": 1, "default": "lab", "profiles": {
                    "lab": { "places": { "raw": { "type": "csv", "path": "models.csv" } } },
                    "odd": { "places": { "raw": { "type": "json", "path": "models.csv" } } } } }
                """);
        Path plan = folder.resolve("lab.plan.json");
        CommandRun made = run("plan", "place:raw", "--to", at("lab.duckdb"), "--no-header", "--delimiter", "|", "--profiles", profiles.toString(), "-o", plan.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(Files.readString(plan)).contains("\"place\": \"raw\", \"options\": { \"delimiter\": \"|\", \"header\": false, \"types\": {} }");
        assertThat(run("run", plan.toString()).code()).isZero();
        assertThat(asked("lab.duckdb", "SELECT count(*)::VARCHAR FROM models")).isEqualTo("3");
        assertThat(run("run", plan.toString(), "--profile", "odd").err()).startsWith("GW-1107: ");
    }
}
