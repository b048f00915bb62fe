package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.godwit.duck.Session;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec.OnConflict;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a second row with the same key, within a run and across runs, in every kind of target: the row holds
 * what the rule says, and every document still comes out as it was read.
 */
class ConflictTest extends PlacesFixture {
    private void documents(int file, String... documents) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("f" + file + ".ndjson"), String.join("\n", documents) + "\n");
    }

    private Plan plan(String target, OnConflict conflict) {
        String text = PlanWriter.write(places.plan(List.of(folder.resolve("in").toString()), target, Optional.empty()));
        int start = text.indexOf('{', text.indexOf("\"target\""));
        String place = text.substring(start, text.indexOf("\"datasets\"", start)).strip().replaceAll(",$", "");
        String written = conflict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return PlanReader.read("""
                {"version": 1, "name": "n", "sources": [{"name": "s", "type": "json", "path": "in"}], "target": %s,
                 "datasets": [{"name": "d", "source": "s", "match": {"has": ["$.k"]}}],
                 "tables": [
                   {"name": "things", "key": ["k"], "onConflict": "%s",
                    "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "k", "type": "VARCHAR", "required": true},
                                {"name": "a", "type": "BIGINT"}, {"name": "b", "type": "VARCHAR"}, {"name": "c", "type": "TIMESTAMP"}],
                    "feeds": [{"dataset": "d", "rows": "$", "set": {"k": {"from": "@.k"}, "a": {"from": "@.a"}, "b": {"from": "@.b", "null": "null"}, "c": {"from": "@.c"}}}]},
                   {"name": "seen", "columns": [{"name": "thing", "type": "BIGINT"}, {"name": "n", "type": "INTEGER"}],
                    "feeds": [{"dataset": "d", "rows": "$", "set": {"thing": {"ref": "things", "on": {"k": "$.k"}}, "n": {"from": "@.n"}}}]}],
                 "options": {}}
                """.formatted(place, written), "plan");
    }

    private RunResult proved(Plan plan) {
        RunResult run = places.run(plan);
        assertThat(run.ledger().balanced()).as(run.ledger().total().toString()).isTrue();
        assertThat(run.ledger().total().rejected()).isZero();
        assertThat(run.verification().passed()).as(run.verification().toString()).isTrue();
        assertThat(places.verify(plan).passed()).as(String.valueOf(places.verify(plan))).isTrue();
        return run;
    }

    /** Returns the rows of a target by key, brought into a DuckDB file that Godwit has not seen before. */
    private Map<String, String> rows(String target, String name) {
        String there = target;
        if (!target.endsWith(".duckdb")) {
            there = places.file(name + ".copy.duckdb");
            assertThat(places.migrate(target, there).verification().passed()).isTrue();
        }
        Map<String, String> rows = new TreeMap<>();
        try (Session session = Session.open(Path.of(there))) {
            session.texts("SELECT k, a, b, c, (SELECT count(*) FROM seen WHERE thing = id) FROM things").forEach(row -> rows.put(row.get(0), String.join("|", row.subList(1, 5))));
        }
        return rows;
    }

    private List<String> targets() {
        return List.of(places.file("t.duckdb"), places.file("t.sqlite"), Places.postgres(), Places.mariadb());
    }

    @Test
    void theRowHoldsWhatTheRuleSaysInEveryTargetAndAcrossRuns() throws IOException {
        Map<OnConflict, Map<String, String>> expected = Map.of(
                OnConflict.KEEP_FIRST, Map.of("x", "1|||5", "y", "7|y||2", "z", "||2024-02-02 00:00:00.0|1"),
                OnConflict.KEEP_LAST, Map.of("x", "4|late||5", "y", "|y2||2", "z", "||2024-02-02 00:00:00.0|1"),
                OnConflict.MERGE, Map.of("x", "1|two|2024-01-01 10:00:00.0|5", "y", "7|y||2", "z", "||2024-02-02 00:00:00.0|1"));
        int number = 0;
        for (OnConflict conflict : List.of(OnConflict.KEEP_FIRST, OnConflict.KEEP_LAST, OnConflict.MERGE)) {
            for (String target : targets()) {
                documents(1, "{\"k\": \"x\", \"a\": 1, \"n\": 1}", "{\"k\": \"y\", \"a\": 7, \"b\": \"y\", \"n\": 2}", "{\"k\": \"x\", \"a\": 2, \"b\": \"two\", \"n\": 3}");
                Files.deleteIfExists(folder.resolve("in/f2.ndjson"));
                Plan plan = plan(target, conflict);
                proved(plan);
                documents(2, "{\"k\": \"x\", \"a\": 3, \"b\": null, \"c\": \"2024-01-01T10:00:00\", \"n\": 4}", "{\"k\": \"z\", \"c\": \"2024-02-02T00:00:00\", \"n\": 5}",
                        "{\"k\": \"y\", \"a\": null, \"b\": \"y2\", \"n\": 6}", "{\"k\": \"x\", \"a\": 4, \"n\": 7}", "{\"k\": \"x\", \"a\": 4, \"b\": \"late\", \"n\": 8}");
                RunResult second = proved(plan);
                assertThat(second.loaded()).as(conflict + " " + target).isEqualTo(5);

                assertThat(rows(target, "r" + number++)).as(conflict + " " + target).isEqualTo(expected.get(conflict));
                Files.deleteIfExists(Path.of(places.file("t.duckdb")));
                Files.deleteIfExists(Path.of(places.file("t.sqlite")));
            }
        }
    }

    @Test
    void whateverComesEveryDocumentIsRebuilt() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            OnConflict conflict = round % 2 == 0 ? OnConflict.KEEP_LAST : OnConflict.MERGE;
            String target = places.file("r" + round + (round < 2 ? ".sqlite" : ".duckdb"));
            Plan plan = null;
            for (int run = 0; run < 3; run++) {
                List<String> documents = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    documents.add(document(random, i));
                }
                documents(run, documents.toArray(String[]::new));
                plan = plan == null ? plan(target, conflict) : plan;
                proved(plan);
            }
            String back = places.file("back" + round);
            assertThat(places.migrate(target, "json:" + back).verification().passed()).isTrue();
            for (int run = 0; run < 3; run++) {
                Files.deleteIfExists(folder.resolve("in/f" + run + ".ndjson"));
            }
        }
    }

    private static String document(Random random, int number) {
        StringBuilder json = new StringBuilder("{\"k\": \"" + random.nextInt(9) + "\"");
        List<List<String>> values = List.of(List.of("\"a\": 1", "\"a\": 2", "\"a\": null", "\"a\": \"no number\"".replace("\"no number\"", "3")),
                List.of("\"b\": \"p\"", "\"b\": \"q\"", "\"b\": null"), List.of("\"c\": \"2024-01-01T10:00:00\"", "\"c\": null", "\"c\": \"not a time\""));
        for (List<String> some : values) {
            if (random.nextBoolean()) {
                json.append(", ").append(some.get(random.nextInt(some.size())));
            }
        }
        return json.append(", \"n\": ").append(number).append("}").toString();
    }

    /** Nothing of an entry stands in a column: its document's rest has all of it, and still has to say what is not there. */
    @Test
    void whatTheRowSaysAndADocumentDoesNotIsLeftOutOfTheDocument() throws IOException {
        documents(1, "{\"k\": 1, \"parts\": {\"q\": {\"v\": 2, \"w\": 1}}}", "{\"k\": 2, \"parts\": {\"q\": {\"w\": 1}}}");
        for (String rule : List.of("keep-first", "keep-last", "merge")) {
            proved(PlanReader.read("""
                    {"version": 1, "name": "n", "sources": [{"name": "s", "type": "json", "path": "in"}], "target": {"type": "duckdb", "path": "%1$s.duckdb"},
                     "datasets": [{"name": "d", "source": "s", "match": {"has": ["$.k"]}}],
                     "tables": [{"name": "parts", "key": ["part"], "onConflict": "%1$s",
                       "columns": [{"name": "part", "type": "VARCHAR"}, {"name": "v", "type": "BIGINT"}],
                       "feeds": [{"dataset": "d", "rows": "$.parts.*:part", "set": {"part": "key(part)", "v": "@.v"}}]}]}
                    """.formatted(rule), "plan"));
        }
    }
}
