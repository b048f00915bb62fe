package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.godwit.duck.Session;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that refer to others, in every kind of target. */
class ReferencesTest {
    @TempDir
    private Path root;

    private int preparations;
    private int copies;
    private Path folder = Path.of("");
    private Places places;
    private String target = "";

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(root.resolve(String.valueOf(preparations++)));
        places = new Places(folder);
        Files.createDirectory(folder.resolve("one"));
        Files.createDirectory(folder.resolve("two"));
    }

    private void documents(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), List.of(lines));
    }

    /** Makes a plan for a new target of this kind; there have to be documents. */
    private Plan plan(String kind, String tables) {
        String text = """
                {"version": 1, "name": "references",
                 "sources": [{"name": "one", "type": "json", "path": "%s"}, {"name": "two", "type": "json", "path": "%s"}],
                 "target": {"type": "duckdb", "path": "%s"}, "datasets": [{"name": "all", "match": {"has": ["$.n"]}}, {"name": "cards", "match": {"has": ["$.card"]}}],
                 "tables": [%s]}
                """.formatted(folder.resolve("one"), folder.resolve("two"), places.file("t.duckdb"), tables);
        target = places.target(kind);
        Plan plan = PlanReader.read(text, "test");
        return plan.between(plan.sources(), places.plan(List.of(folder.resolve("one").toString()), target, Optional.empty()).target());
    }

    private void proved(Plan plan) {
        RunResult run = places.run(plan);
        assertThat(run.ledger().balanced()).as(run.ledger().total().toString()).isTrue();
        assertThat(run.verification().passed()).as(run.verification().toString()).isTrue();
        assertThat(places.verify(plan).passed()).isTrue();
    }

    /** Returns what SQL says of what is in the target. */
    private List<List<String>> asked(String sql) {
        String database = target;
        if (!target.endsWith(".duckdb")) {
            database = places.file("copy" + copies++ + ".duckdb");
            assertThat(places.migrate(target, database).verification().passed()).isTrue();
        }
        try (Session session = Session.open(Path.of(database))) {
            return session.texts(sql);
        }
    }

    private static Stream<Arguments> kinds() {
        return Stream.of("duckdb", "sqlite", "postgresql", "mariadb").flatMap(kind -> Stream.of("keep-first", "keep-last").map(rule -> Arguments.of(kind, rule)));
    }

    /** Parts of a run know models by numbers of their own; the key of a score has the model's id. */
    @ParameterizedTest
    @MethodSource("kinds")
    void rowsAreFoundByTheRowsThatTheyReferTo(String kind, String rule) throws IOException {
        String tables = """
                {"name": "scores", "key": ["model_id", "task"], "onConflict": "%s",
                 "columns": [{"name": "model_id", "type": "BIGINT"}, {"name": "task", "type": "VARCHAR"}, {"name": "score", "type": "BIGINT"}],
                 "feeds": [{"dataset": "all", "rows": "$",
                  "set": {"model_id": {"ref": "models", "on": {"name": "$.model"}}, "task": "$.task", "score": "$.n"}}]},
                {"name": "models", "key": ["name"],
                 "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}],
                 "feeds": [{"dataset": "all", "rows": "$", "set": {"name": "$.model"}}]}
                """.formatted(rule);
        documents("one/1.ndjson", "{\"n\": 1, \"model\": \"a\", \"task\": \"x\"}", "{\"n\": 2, \"model\": \"b\", \"task\": \"y\"}");
        documents("two/1.ndjson", "{\"n\": 3, \"model\": \"b\", \"task\": \"x\"}", "{\"n\": 4, \"model\": \"a\", \"task\": \"x\"}",
                "{\"n\": 5, \"model\": \"a\", \"task\": \"y\"}");
        Plan plan = plan(kind, tables);
        proved(plan);
        documents("one/2.ndjson", "{\"n\": 6, \"model\": \"c\", \"task\": \"x\"}", "{\"n\": 7, \"model\": \"a\", \"task\": \"y\"}",
                "{\"n\": 8, \"model\": \"b\", \"task\": \"y\"}");
        proved(plan);

        boolean last = rule.equals("keep-last");
        assertThat(asked("SELECT name, task, score, model_id FROM scores JOIN models ON id = model_id ORDER BY ALL")).containsExactly(
                List.of("a", "x", last ? "4" : "1", "1"), List.of("a", "y", last ? "7" : "5", "1"),
                List.of("b", "x", "3", "2"), List.of("b", "y", last ? "8" : "2", "2"), List.of("c", "x", "6", "3"));
    }

    private static final String WAITING = """
            {"name": "measures",
             "columns": [{"name": "model_id", "type": "BIGINT"}, {"name": "n", "type": "BIGINT"}],
             "feeds": [{"dataset": "all", "rows": "$", "set": {"model_id": {"ref": "models", "on": {"name": "$.model"}}, "n": "$.n"}}]},
            {"name": "best", "key": ["model_id", "task"], "onConflict": "RULE",
             "columns": [{"name": "model_id", "type": "BIGINT"}, {"name": "task", "type": "VARCHAR"}, {"name": "score", "type": "BIGINT"}],
             "feeds": [{"dataset": "all", "rows": "$",
              "set": {"model_id": {"ref": "models", "on": {"name": "$.model"}}, "task": "$.task", "score": "$.n"}}]},
            {"name": "tasks", "key": ["name"], "onConflict": "RULE",
             "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}, {"name": "model_id", "type": "BIGINT"}],
             "feeds": [{"dataset": "all", "rows": "$", "set": {"name": "$.task", "model_id": {"ref": "models", "on": {"name": "$.model"}}}}]},
            {"name": "models", "key": ["name"], "onConflict": "RULE",
             "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}, {"name": "size", "type": "BIGINT"}],
             "feeds": [{"dataset": "cards", "rows": "$", "set": {"name": "$.card", "size": "$.size"}}]}
            """;
    private static final List<String> ALL = List.of(
            "SELECT model_id, n FROM measures ORDER BY n", "SELECT * EXCLUDE (_doc, _at, _feed) FROM best ORDER BY ALL",
            "SELECT id, name, model_id FROM tasks ORDER BY id", "SELECT id, name, size FROM models ORDER BY id");
    private static final List<List<String>> WAITING_DOCUMENTS = List.of(
            List.of("{\"n\": 1, \"model\": \"a\", \"task\": \"x\"}", "{\"n\": 2, \"model\": \"b\", \"task\": \"y\"}", "{\"n\": 3, \"model\": \"?\", \"task\": \"x\"}",
                    "{\"card\": \"d\", \"size\": 4}"),
            List.of("{\"card\": \"b\", \"size\": 2}", "{\"n\": 4, \"model\": \"c\", \"task\": \"z\"}", "{\"n\": 5, \"model\": \"a\", \"task\": \"x\"}"),
            List.of("{\"n\": 6, \"model\": \"a\", \"task\": \"x\"}", "{\"n\": 7, \"task\": \"y\"}", "{\"n\": 8, \"model\": \"b\", \"task\": \"z\"}",
                    "{\"card\": \"a\", \"size\": 1}", "{\"card\": \"b\", \"size\": 3}"),
            List.of("{\"card\": \"e\"}", "{\"card\": \"c\"}"));

    /** Runs after each part, or once after all of them; returns what is there then. */
    private List<List<List<String>>> brought(String kind, String rule, boolean inSteps) throws IOException {
        Plan plan = null;
        for (int i = 0; i < WAITING_DOCUMENTS.size(); i++) {
            documents("one/" + i + ".ndjson", WAITING_DOCUMENTS.get(i).toArray(String[]::new));
            plan = plan == null ? plan(kind, WAITING.replace("RULE", rule)) : plan;
            if (inSteps || i == WAITING_DOCUMENTS.size() - 1) {
                proved(plan);
            }
        }
        return ALL.stream().map(this::asked).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCellWaitsForTheRowThatItRefersTo(String kind, String rule) throws IOException {
        List<List<List<String>>> atOnce = brought("duckdb", rule, false);
        assertThat(atOnce.getFirst()).containsExactly(List.of("1", "1"), List.of("2", "2"), List.of("", "3"),
                List.of("5", "4"), List.of("1", "5"), List.of("1", "6"), List.of("", "7"), List.of("2", "8"));
        prepare();
        assertThat(brought(kind, rule, true)).isEqualTo(atOnce);
    }

    /** A later row of the same key says something else: the cell that waited has a value when the row that it waited for comes. */
    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "sqlite"})
    void aCellThatHasAnotherValueMeanwhileKeepsIt(String kind) throws IOException {
        documents("one/0.json", "{\"n\": 1, \"model\": \"late\", \"task\": \"x\"}");
        String tables = WAITING.replace("RULE", "keep-last");
        Plan plan = plan(kind, tables.substring(tables.indexOf("{\"name\": \"tasks\"")));
        proved(plan);
        documents("one/1.ndjson", "{\"n\": 2, \"model\": \"a\", \"task\": \"x\"}", "{\"card\": \"a\"}");
        proved(plan);
        documents("one/2.ndjson", "{\"card\": \"late\"}");
        proved(plan);
        assertThat(asked("SELECT model_id, (SELECT count(*) FROM _godwit_awaited) FROM tasks")).containsExactly(List.of("2", "0"));
        assertThat(asked("SELECT id, name FROM models ORDER BY id")).containsExactly(List.of("1", "late"), List.of("2", "a"));
    }

    /** Somebody adds a row by hand, and its id is the one that was kept for another. */
    @Test
    void anIdThatAPersonHasUsedIsNotKept() throws IOException {
        documents("one/0.ndjson", WAITING_DOCUMENTS.getFirst().toArray(String[]::new));
        Plan plan = plan("duckdb", WAITING.replace("RULE", "keep-first"));
        proved(plan);
        try (Session session = Session.open(Path.of(target))) {
            session.execute("INSERT INTO models (id, name) VALUES (2, 'by hand')");
        }
        documents("one/1.ndjson", WAITING_DOCUMENTS.get(1).toArray(String[]::new));
        proved(plan);
        assertThat(asked("SELECT id, name FROM models ORDER BY id")).containsExactly(List.of("2", "by hand"), List.of("4", "d"), List.of("5", "b"));
        assertThat(asked("SELECT n, model_id FROM measures ORDER BY n")).containsExactly(
                List.of("1", ""), List.of("2", "5"), List.of("3", ""), List.of("4", ""), List.of("5", ""));
    }

    /** Workers read parts of the documents: in which ones they fall says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"keep-first", "keep-last", "merge"})
    void partsOfTheDocumentsLeaveTheSameAsOnePart(String rule) throws IOException {
        Random random = new Random(rule.hashCode());
        List<String> documents = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String model = "\"m" + random.nextInt(6) + "\", ";
            String measured = "\"n\": " + n + ", \"model\": " + model + (random.nextInt(4) > 0 ? "\"task\": \"" + "xyz".charAt(random.nextInt(3)) + "\", " : "");
            String card = "\"card\": " + model + "\"size\": " + (random.nextBoolean() ? random.nextInt(3) : "null") + ", ";
            documents.add("{" + (random.nextInt(4) > 0 ? measured : card) + "\"padding\": \"" + "-".repeat(50_000) + "\"}");
        }
        List<List<List<List<String>>>> left = new ArrayList<>();
        for (boolean together : List.of(true, false)) {
            prepare();
            if (together) {
                documents("one/all.ndjson", documents.toArray(String[]::new));
            }
            for (int i = 0; i < documents.size() && !together; i++) {
                documents("one/%03d.json".formatted(i), documents.get(i));
            }
            proved(plan("duckdb", WAITING.replace("RULE", rule)));
            left.add(ALL.stream().map(this::asked).toList());
        }
        assertThat(left.get(1)).isEqualTo(left.get(0));
        assertThat(left.get(0)).noneMatch(List::isEmpty);
    }
}
