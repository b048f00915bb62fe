package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult.Difference;
import org.godwit.task.TaskContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that break what a table in the target declares are rejected with the reason; all others are loaded, and proved. */
class RefusedRowsTest extends PlacesFixture {
    private static final String CHECKED = "it breaks the check (n > 0) of the table in the target";

    private static List<String> reasons(RunResult run) {
        return run.rejects().stream().map(reject -> reject.table() + reject.pointer() + ": " + reject.reason()).sorted().toList();
    }

    private static List<String> column(Engine engine, String place, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = engine.connect(place); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void proved(RunResult run, String source, String target) {
        assertThat(run.outcome()).as(run.toString()).isEqualTo(RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(run.ledger().balanced()).isTrue();
        assertThat(run.verification().passed()).as(run.verification().toString()).isTrue();
        assertThat(places.verify(places.plan(List.of(source), target, Optional.empty())).passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void ofATableWithACheck(Engine to) throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), state TEXT)", "INSERT INTO runs VALUES (1, 5, 'on')");
        String target = to.place(places);
        assertThat(places.migrate(source, target).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        Engine.SQLITE.run(source, "PRAGMA ignore_check_constraints = ON",
                "INSERT INTO runs VALUES (2, 6, 'off'), (3, -6, 'off'), (4, NULL, 'on'), (5, 0, 'on'), (6, 1, NULL)");

        RunResult run = places.migrate(source, target);

        assertThat(reasons(run)).containsExactly("runs: " + CHECKED, "runs: " + CHECKED);
        assertThat(run.rejects()).extracting(Reject::line).containsExactly(3L, 5L);
        assertThat(run.rejects().get(0).raw()).contains("-6").contains("off");
        assertThat(run.findings()).extracting(Finding::message).anyMatch(message -> message.startsWith("the target's tables refused rows (2)"));
        proved(run, source, target);
        assertThat(column(to, target, "SELECT id FROM runs ORDER BY id")).containsExactly("1", "2", "4", "6");
        assertThat(places.migrate(source, target).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
    }

    /** What the source does not declare any more, the target still does; a row that refers to a refused one goes with it. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB"})
    void ofTablesWithKeysAndReferences(Engine to) throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE models (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL)", "CREATE UNIQUE INDEX names ON models (name)",
                "CREATE TABLE runs (id INTEGER PRIMARY KEY, model INTEGER REFERENCES models (id), n INT)",
                "INSERT INTO models VALUES (1, 'bert'), (2, 'clip')", "INSERT INTO runs VALUES (1, 1, 10), (2, NULL, 11)");
        String target = to.place(places);
        assertThat(places.migrate(source, target).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        Engine.SQLITE.run(source, "DROP INDEX names", "PRAGMA foreign_keys = OFF",
                "INSERT INTO models VALUES (3, 'bert'), (4, 'vit'), (5, 'vit')", "INSERT INTO runs VALUES (3, 3, 12), (4, 4, 13), (5, 5, 14), (6, 99, 15), (7, 2, 16)");

        RunResult run = places.migrate(source, target);

        String twice = "models: another row has the values of the key (name) of the table in the target";
        String orphan = "runs: its reference (model) leads to no row of models";
        assertThat(reasons(run)).containsExactly(twice, twice, orphan, orphan, orphan);
        proved(run, source, target);
        assertThat(column(to, target, "SELECT id FROM models ORDER BY id")).containsExactly("1", "2", "4");
        assertThat(column(to, target, "SELECT id FROM runs ORDER BY id")).containsExactly("1", "2", "4", "7");
        assertThat(places.migrate(source, target).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
    }

    /** Nothing tells Godwit what it means: it is for the person who has declared it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CREATE UNIQUE INDEX states ON runs (state) | Duplicate key", "ALTER TABLE runs ALTER n SET NOT NULL | NOT NULL"})
    void ofWhatWasDeclaredByHandStopTheRun(String declaration, String reason) throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT, state TEXT)", "INSERT INTO runs VALUES (1, 5, 'on')");
        String target = Engine.DUCKDB.place(places);
        places.migrate(source, target);
        Engine.DUCKDB.run(target, declaration);
        Engine.SQLITE.run(source, "INSERT INTO runs VALUES (2, NULL, 'on')");

        assertThatThrownBy(() -> places.migrate(source, target)).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).as(e.toString()).isEqualTo(ErrorCode.TARGET_REFUSED);
            assertThat(e.arguments()).asString().contains(reason);
        });
        assertThat(column(Engine.DUCKDB, target, "SELECT id FROM runs")).containsExactly("1");
    }

    private void documents(String file, String... lines) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.write(folder.resolve("in").resolve(file), List.of(lines));
    }

    private Plan plan(String target, String tables) {
        String source = folder.resolve("in").toString();
        Plan plan = PlanReader.read("""
                {"version": 1, "name": "refused", "sources": [{"name": "in", "type": "json", "path": "%s"}], "target": {"type": "duckdb", "path": "x.duckdb"},
                 "datasets": [{"name": "all", "match": {"has": ["$.n"]}}, {"name": "cards", "match": {"has": ["$.card"]}}],
                 "tables": [%s]}
                """.formatted(source, tables), "test");
        return plan.between(plan.sources(), places.plan(List.of(source), target, Optional.empty()).target());
    }

    private RunResult proved(Plan plan) {
        TaskContext context = new TaskContext();
        RunResult run = places.workbench().run(plan, folder, RunOptions.usual(), context);
        // What those see who watch is of the last attempt.
        run.tables().forEach(table -> assertThat(context.sample().tableRows().getOrDefault(table.name(), 0L)).as(table.name()).isEqualTo(table.rows()));
        assertThat(context.sample().rejects()).isEqualTo(run.rejectCount());
        assertThat(run.ledger().balanced()).isTrue();
        assertThat(run.verification().passed()).as(run.verification().toString()).isTrue();
        assertThat(places.verify(plan).passed()).isTrue();
        return run;
    }

    private static Stream<Arguments> rules() {
        return Stream.of(Engine.values()).flatMap(to -> Stream.of("merge", "keep-last").map(rule -> Arguments.of(to, rule)));
    }

    /** A row is made of what several documents say, some of it in earlier runs. */
    @ParameterizedTest
    @MethodSource("rules")
    void ofSeveralDocuments(Engine to, String rule) throws IOException, SQLException {
        String tables = """
                {"name": "models", "key": ["name"], "onConflict": "%s",
                 "columns": [{"name": "name", "type": "VARCHAR"}, {"name": "low", "type": "BIGINT"}, {"name": "high", "type": "BIGINT"}],
                 "constraints": {"checks": ["low <= high"]},
                 "feeds": [{"dataset": "all", "rows": "$", "set": {"name": "$.model", "low": "$.low", "high": "$.high"}}]}
                """.formatted(rule);
        documents("1.ndjson", "{\"n\": 1, \"model\": \"a\", \"low\": 1, \"high\": 5}", "{\"n\": 2, \"model\": \"c\", \"low\": 7}");
        String target = to.place(places);
        Plan plan = plan(target, tables);
        assertThat(proved(plan).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        documents("2.ndjson", "{\"n\": 3, \"model\": \"b\", \"low\": 9}", "{\"n\": 4, \"model\": \"b\", \"high\": 3}", "{\"n\": 5, \"model\": \"b\", \"high\": 4}",
                "{\"n\": 6, \"model\": \"a\", \"low\": 8, \"high\": 6}", "{\"n\": 7, \"model\": \"c\", \"high\": 2}", "{\"n\": 8, \"model\": \"d\", \"high\": 2}");

        RunResult run = proved(plan);

        String reason = "it breaks the check (low <= high) of the table in the target";
        assertThat(run.rejects()).allSatisfy(reject -> assertThat(reject.reason()).isEqualTo(reason));
        boolean merges = rule.equals("merge");
        assertThat(run.rejects()).extracting(Reject::line).containsExactlyElementsOf(merges ? List.of(1L, 5L) : List.of(4L));
        assertThat(column(to, target, "SELECT concat(name, ' ', coalesce(low, -1), ' ', coalesce(high, -1)) FROM models ORDER BY name"))
                .containsExactlyElementsOf(merges ? List.of("a 1 5", "b -1 3", "c 7 -1", "d -1 2") : List.of("a 1 5", "b -1 4", "c -1 2", "d -1 2"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheRowThatTheyMustReferTo(Engine to) throws IOException, SQLException {
        String tables = """
                {"name": "runs", "columns": [{"name": "model_id", "type": "BIGINT", "required": true}, {"name": "n", "type": "BIGINT"}],
                 "feeds": [{"dataset": "all", "rows": "$", "set": {"model_id": {"ref": "models", "on": {"name": "$.model"}}, "n": "$.n"}}]},
                {"name": "models", "key": ["name"], "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}],
                 "feeds": [{"dataset": "cards", "rows": "$", "set": {"name": "$.card"}}]},
                {"name": "log", "columns": [{"name": "n", "type": "BIGINT"}], "feeds": [{"dataset": "all", "rows": "$", "set": {"n": "$.n"}}]}
                """;
        documents("1.ndjson", "{\"card\": \"a\"}", "{\"n\": 1, \"model\": \"a\"}");
        String target = to.place(places);
        Plan plan = plan(target, tables);
        assertThat(proved(plan).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        documents("2.ndjson", "{\"n\": 2, \"model\": \"zz\"}", "{\"n\": 3, \"model\": \"a\"}");

        RunResult run = proved(plan);

        // DuckDB's tables declare no NOT NULL: there the row waits.
        boolean waits = to == Engine.DUCKDB;
        assertThat(reasons(run)).containsExactlyElementsOf(waits ? List.of() : List.of("runs: no value for model_id, which the table in the target requires"));
        documents("3.ndjson", "{\"card\": \"zz\"}", "{\"n\": 4, \"model\": \"zz\"}");
        assertThat(proved(plan).rejectCount()).isZero();
        assertThat(column(to, target, "SELECT concat(r.n, m.name) FROM runs r JOIN models m ON m.id = r.model_id ORDER BY r.n"))
                .containsExactlyElementsOf(waits ? List.of("1a", "2zz", "3a", "4zz") : List.of("1a", "3a", "4zz"));
        assertThat(column(to, target, "SELECT n FROM log ORDER BY n")).containsExactly("1", "2", "3", "4");

        to.run(target, "UPDATE runs SET n = 30 WHERE n = 3");
        assertThat(places.verify(plan).differences()).filteredOn(difference -> difference.document().contains("ndjson")).extracting(Difference::message, Difference::actual)
                .contains(tuple("the cell was changed", "30")).doesNotContain(tuple("the row is missing", "NULL"));
    }
}
