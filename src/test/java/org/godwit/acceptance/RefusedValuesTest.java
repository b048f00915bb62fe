package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.junit.jupiter.api.Test;

/** A value that a target cannot hold is rejected with its place, its row and everything else goes on. */
class RefusedValuesTest extends PlacesFixture {
    private static final String NUL = "\\u0000";

    private String lines(String... documents) throws IOException {
        return Files.writeString(folder.resolve("in.ndjson"), String.join("\n", documents) + "\n").toString();
    }

    private RunResult proved(Plan plan) {
        RunResult run = places.run(plan);
        assertThat(run.outcome()).as(run.toString()).isEqualTo(RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(run.ledger().balanced()).isTrue();
        assertThat(run.verification().passed()).as(run.verification().toString()).isTrue();
        assertThat(places.verify(plan).passed()).isTrue();
        return run;
    }

    private static List<String> reasons(RunResult run) {
        return run.rejects().stream().map(reject -> reject.pointer() + " " + reject.table() + "." + reject.columnName() + ": " + reject.reason()).toList();
    }

    private Plan plan(String source, String target) {
        return places.plan(List.of(source), target, Optional.empty());
    }

    @Test
    void postgresqlGetsEverythingButTheCharacterThatItHasNot() throws IOException {
        String postgres = Places.postgres();
        String source = lines(
                "{\"id\": 1, \"name\": \"a" + NUL + "b\", \"x\": NaN, \"tree\": [{\"deep\": NaN}, 1, \"" + NUL + "\"]}",
                "{\"id\": 2, \"name\": \"fine\", \"x\": 2.5, \"tree\": [[1], null, \"t\"]}",
                "{\"id\": 3, \"name\": \"broken \0 here");
        RunResult run = proved(plan(source, postgres));

        assertThat(run.documents()).isEqualTo(2);
        assertThat(reasons(run)).anySatisfy(line -> assertThat(line)
                .contains("/name").contains(".name: the character U+0000 at position 2 of the text, which PostgreSQL cannot hold"));
        assertThat(run.ledger().total().rejected()).isPositive();
        assertThat(places.migrate(postgres, places.file("back.ndjson")).verification().rebuilt()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("back.ndjson"))).contains("\"a" + NUL + "b\"").contains("NaN");
    }

    @Test
    void aRowWhosePlaceCannotBeNamedIsRejectedAsAWhole() throws IOException {
        String documents = "{\"id\": %d, \"parts\": {\"k" + NUL + "1\": {\"v\": 1, \"w\": 2}, \"k2\": {\"v\": 3, \"w\": 4}, \"k3\": {\"v\": 5, \"w\": 6}}}";
        String source = lines(documents.formatted(1), documents.formatted(2));
        Plan plan = PlanReader.read("""
                {"version": 1, "name": "n", "sources": [{"name": "s", "type": "json", "path": "in.ndjson"}],
                 "target": %s,
                 "datasets": [{"name": "d", "source": "s", "match": {"has": ["$.parts"]}}],
                 "tables": [{"name": "parts", "columns": [{"name": "name", "type": "VARCHAR"}, {"name": "v", "type": "INTEGER"}],
                   "feeds": [{"dataset": "d", "rows": "$.parts.*:part", "set": {"name": {"from": "key(part)"}, "v": {"from": "@.v"}}}]}],
                 "options": {}}
                """.formatted(target(source, Places.postgres())), "plan");
        RunResult run = proved(plan);

        assertThat(run.tables()).extracting(RunResult.TableRows::rows).containsExactly(4L);
        assertThat(run.rejects()).filteredOn(reject -> reject.level() == Reject.Level.ROW).hasSize(2)
                .allSatisfy(reject -> assertThat(reject.reason()).contains("cannot name its place"));
    }

    /** Returns the target of a plan to this place, as JSON. */
    private String target(String source, String place) {
        String text = PlanWriter.write(plan(source, place));
        int start = text.indexOf('{', text.indexOf("\"target\""));
        return text.substring(start, text.indexOf("\"datasets\"", start)).strip().replaceAll(",$", "");
    }

    @Test
    void mariadbGetsEverythingButWhatItHasNoValuesFor() throws IOException {
        String deep = "[".repeat(40) + "1" + "]".repeat(40);
        String mariadb = Places.mariadb();
        Plan plan = plan(lines("{\"id\": 1, \"x\": NaN, \"tree\": [{\"a\": 1}, [1], \"s\"], \"flat\": 1}"), mariadb);
        lines(
                "{\"id\": 1, \"x\": NaN, \"tree\": [{\"a\": 1}, " + deep + ", \"s\"], \"flat\": 1}",
                "{\"id\": 2, \"x\": 0.5, \"tree\": [{\"a\": NaN}, [2], 3], \"flat\": 2}");
        RunResult run = proved(plan);

        assertThat(reasons(run)).anyMatch(line -> line.contains("/x") && line.contains("neither NaN nor infinities"))
                .anyMatch(line -> line.contains("/tree") && line.contains("31 levels at most"));
        assertThat(places.migrate(mariadb, places.file("back.ndjson")).verification().rebuilt()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("back.ndjson"))).contains(deep);
    }

    @Test
    void keysThatAreTooLongForMariadbAreTakenAsValues() throws SQLException {
        Path source = folder.resolve("long.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE p (k TEXT PRIMARY KEY, v INTEGER)");
            statement.execute("CREATE TABLE c (id INTEGER PRIMARY KEY, k TEXT REFERENCES p (k))");
            statement.execute("INSERT INTO p VALUES ('" + "x".repeat(2_000) + "', 1), ('short', 2)");
            statement.execute("INSERT INTO c VALUES (1, 'short'), (2, '" + "x".repeat(2_000) + "')");
        }
        Plan plan = plan(source.toString(), Places.mariadb());
        RunResult run = places.run(plan);

        assertThat(run.outcome()).as(run.toString()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        assertThat(places.verify(plan).passed()).isTrue();
        assertThat(run.findings()).anyMatch(finding -> finding.message().contains("keys with k are not declared"));
    }

    @Test
    void onRejectStopStillStops() throws IOException {
        String source = lines("{\"id\": 1, \"x\": NaN}", "{\"id\": 2, \"x\": 0.5}");
        Plan plan = plan(source, Places.mariadb());
        Options stopping = new Options(Options.OnReject.STOP, Options.Duplicates.KEEP, Options.Lineage.COLUMNS, Options.Strategy.BALANCED);
        Plan strict = new Plan(
                plan.version(), plan.name(), plan.description(), plan.sources(), plan.target(), plan.datasets(), plan.tables(), plan.views(), stopping);

        assertThatThrownBy(() -> places.run(strict)).isInstanceOfSatisfying(GodwitException.class, e ->
                assertThat(e.code()).isEqualTo(ErrorCode.STOPPED_BY_REJECT));
    }

    @Test
    void valuesMadeBySqlAreRejectedToo() throws IOException {
        String source = lines("{\"id\": 1, \"x\": 0.5}", "{\"id\": 2, \"x\": -2}");
        Plan plan = PlanReader.read("""
                {"version": 1, "name": "n", "sources": [{"name": "s", "type": "json", "path": "in.ndjson"}], "target": %s,
                 "datasets": [{"name": "d", "source": "s", "match": {"has": ["$.id"]}}],
                 "tables": [{"name": "t", "columns": [{"name": "id", "type": "BIGINT"}, {"name": "l", "type": "DOUBLE", "required": true}],
                   "feeds": [{"dataset": "d", "rows": "$", "set": {"id": {"from": "@.id"},
                     "l": {"sql": "CASE WHEN CAST(x AS DOUBLE) < 0 THEN CAST('nan' AS DOUBLE) ELSE CAST(x AS DOUBLE) END", "reads": {"x": "@.x"}}}}]}],
                 "options": {}}
                """.formatted(target(source, Places.mariadb())), "plan");
        RunResult run = proved(plan);

        assertThat(run.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.columnName()).isEqualTo("l");
            assertThat(reject.raw()).isEqualTo("NaN");
        });
        assertThat(run.findings()).anyMatch(finding -> finding.message().contains("column l is not declared as required"));
    }

    @Test
    void parquetRejectsNumbersOfMoreThan38Digits() throws IOException {
        String source = lines("{\"id\": 170141183460469231731687303715884105727}", "{\"id\": 7}");
        RunResult run = proved(plan(source, "parquet:" + places.file("files")));

        assertThat(reasons(run)).singleElement().asString().contains("more than 38 digits");
    }

    @Test
    void constantsThatATargetCannotHoldStopTheRunBeforeItBegins() throws IOException {
        String source = lines("{\"id\": 1}");
        Plan plan = PlanReader.read("""
                {"version": 1, "name": "n", "sources": [{"name": "s", "type": "json", "path": "in.ndjson"}], "target": %s,
                 "datasets": [{"name": "d", "source": "s", "match": {"has": ["$.id"]}}],
                 "tables": [{"name": "t", "columns": [{"name": "id", "type": "BIGINT"}, {"name": "c", "type": "VARCHAR"}],
                   "feeds": [{"dataset": "d", "rows": "$", "set": {"id": {"from": "@.id"}, "c": {"const": "a\\u0000"}}}]}], "options": {}}
                """.formatted(target(source, Places.postgres())), "plan");

        assertThatThrownBy(() -> places.run(plan)).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TARGET_REFUSED);
            assertThat(e.arguments()).contains("t", "the constant of column c");
        });
    }

    @Test
    void anSqliteTableThatIsThereKeepsTheSignOfZeroOrRejectsIt() throws IOException, SQLException {
        String target = places.file("out.sqlite");
        Plan first = plan(lines("{\"id\": 1, \"x\": 0.5}"), target);
        assertThat(places.run(first).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        lines("{\"id\": 1, \"x\": 0.5}", "{\"id\": 2, \"x\": -0.0}");
        RunResult run = proved(first);

        assertThat(reasons(run)).singleElement().asString().contains("-0.0");
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id, x FROM " + first.tables().get(0).name() + " ORDER BY id")) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2));
            }
        }
        assertThat(rows).containsExactly("1 0.5", "2 null");
    }
}
