package org.godwit.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Ledger;
import org.godwit.model.Options;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.godwit.testing.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRunnerTest {
    private RunFixture fixture;

    @BeforeEach
    void makeFixture(@TempDir Path folder) {
        fixture = new RunFixture(folder);
    }

    private static String table(String columns, String rows, String set) {
        return "`datasets`: [{`name`: `d`}], `tables`: [{`name`: `t`, `columns`: [" + columns + "], `feeds`: [{`dataset`: `d`, `rows`: `" + rows + "`, `set`: {"
                + set + "}}]}]";
    }

    private static String numbers() {
        return table("{`name`: `a`, `type`: `BIGINT`}", "$", "`a`: `@.a`");
    }

    private static void assertProven(RunResult result) {
        assertThat(result.verification().differences()).isEmpty();
        assertThat(result.verification().passed()).isTrue();
        assertThat(result.ledger().balanced()).isTrue();
    }

    @Test
    void storesWhatTheColumnsRestoreAndKeepsTheRest() {
        fixture.file("a.json", "{\"a\": 5, \"b\": {\"c\": [1, \"x\"]}}");
        RunResult result = fixture.run(numbers());
        assertProven(result);
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(3, 1, 2, 0, 0, 0));
        assertThat(fixture.query("SELECT a, _doc, _at, _feed FROM t")).containsExactly(List.of("5", "0", "", "0"));
        assertThat(fixture.query("SELECT rest FROM _godwit_documents")).containsExactly(List.of("{\"$['b']\":{\"c\":[1,\"x\"]}}"));
    }

    @Test
    void rejectsAValueThatTheColumnCannotHoldAndKeepsItsText() {
        fixture.file("a.json", "{\"a\": 12.5}").file("b.json", "{\"a\": 7}");
        RunResult result = fixture.run(numbers());
        assertProven(result);
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(result.rejects()).singleElement().satisfies(r -> {
            assertThat(r.file()).isEqualTo("a.json");
            assertThat(r.pointer()).isEqualTo("/a");
            assertThat(r.columnName()).isEqualTo("a");
            assertThat(r.raw()).isEqualTo("12.5");
            assertThat(r.reason()).contains("BIGINT");
        });
        assertThat(result.ledger().total().rejected()).isEqualTo(1);
        assertThat(fixture.query("SELECT a FROM t ORDER BY _doc")).containsExactly(List.of(""), List.of("7"));
    }

    @Test
    void rejectsARowWithoutARequiredValue() {
        fixture.file("a.json", "{\"xs\": [{\"a\": 1, \"b\": 2}, {\"b\": 3}]}");
        RunResult result = fixture.run(table("{`name`: `a`, `type`: `BIGINT`, `required`: true}, {`name`: `b`, `type`: `BIGINT`}", "$.xs[*]", "`a`: `@.a`, `b`: `@.b`"));
        assertProven(result);
        assertThat(fixture.query("SELECT a, b FROM t")).containsExactly(List.of("1", "2"));
        assertThat(result.rejects()).singleElement().satisfies(r -> assertThat(r.pointer()).isEqualTo("/xs/1"));
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(3, 2, 0, 0, 0, 1));
    }

    @Test
    void tellsNullFromMissing() {
        fixture.file("a.json", "[{\"a\": null}, {}, {\"a\": 1}]");
        RunResult missing = fixture.run(table("{`name`: `a`, `type`: `BIGINT`}", "$[*]", "`a`: `@.a`"));
        assertProven(missing);
        assertThat(missing.ledger().total().stored()).isEqualTo(1);
        RunFixture other = new RunFixture(fixture.folder().resolve("other")).file("a.json", "[{\"a\": null}, {}, {\"a\": 1}]");
        RunResult nulls = other.run(table("{`name`: `a`, `type`: `BIGINT`}", "$[*]", "`a`: {`from`: `@.a`, `null`: `null`}"));
        assertProven(nulls);
        assertThat(nulls.ledger().total().stored()).isEqualTo(2);
        assertThat(other.query("SELECT rest FROM _godwit_documents").get(0).get(0)).contains("\"-\":[\"$[1]['a']\"]");
    }

    @Test
    void keepsTheFirstOfSynonymsAndTheOthersInRest() {
        fixture.file("a.json", "[{\"a\": 1, \"b\": 2}, {\"b\": 3}, {\"a\": null, \"b\": 4}]");
        RunResult result = fixture.run(table("{`name`: `v`, `type`: `BIGINT`}", "$[*]", "`v`: {`from`: [`@.a`, `@.b`]}"));
        assertProven(result);
        assertThat(fixture.query("SELECT v FROM t ORDER BY _at")).containsExactly(List.of("1"), List.of("3"), List.of("4"));
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(5, 1, 4, 0, 0, 0));
    }

    @Test
    void usesADefaultOnlyForWhatIsMissing() {
        fixture.file("a.json", "[{\"a\": 1}, {}, {\"a\": 9}]");
        RunResult result = fixture.run(table("{`name`: `v`, `type`: `BIGINT`}", "$[*]", "`v`: {`from`: `@.a`, `default`: 9}"));
        assertProven(result);
        assertThat(fixture.query("SELECT v FROM t ORDER BY _at")).containsExactly(List.of("1"), List.of("9"), List.of("9"));
    }

    @Test
    void keepsTheTextOfANumberThatADoubleCannotHold() {
        fixture.file("a.json", "[{\"a\": 0.12345678901234567891}, {\"a\": 0.1}, {\"a\": 9007199254740993}, {\"a\": NaN}]");
        RunResult result = fixture.run(table("{`name`: `v`, `type`: `DOUBLE`}", "$[*]", "`v`: `@.a`"));
        assertProven(result);
        assertThat(result.rejectCount()).isZero();
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(4, 2, 2, 0, 0, 0));
        assertThat(fixture.query("SELECT rest FROM _godwit_documents").get(0).get(0)).contains("0.12345678901234567891", "9007199254740993");
    }

    @Test
    void mergesRowsOfOneKeyAndKeepsWhatDiffers() {
        fixture.file("a.json", "{\"m\": {\"name\": \"bert\", \"family\": \"x\"}}")
                .file("b.json", "{\"m\": {\"name\": \"bert\", \"family\": \"y\"}}")
                .file("c.json", "{\"m\": {\"name\": \"bert\"}}")
                .file("d.json", "{\"m\": {\"name\": \"gpt\", \"family\": \"x\"}}");
        RunResult result = fixture.run("`datasets`: [{`name`: `d`}], `tables`: ["
                + "{`name`: `models`, `key`: [`name`], `columns`: [{`name`: `id`, `type`: `BIGINT`, `generate`: `id`},"
                + " {`name`: `name`, `type`: `VARCHAR`}, {`name`: `family`, `type`: `VARCHAR`}],"
                + " `feeds`: [{`dataset`: `d`, `rows`: `$`, `set`: {`name`: `@.m.name`, `family`: `@.m.family`}}]},"
                + "{`name`: `runs`, `columns`: [{`name`: `model`, `type`: `BIGINT`}], `feeds`: [{`dataset`: `d`, `rows`: `$`,"
                + " `set`: {`model`: {`ref`: `models`, `on`: {`name`: `$.m.name`}}}}]}]");
        assertProven(result);
        assertThat(fixture.query("SELECT id, name, family FROM models ORDER BY id")).containsExactly(List.of("1", "bert", "x"), List.of("2", "gpt", "x"));
        assertThat(fixture.query("SELECT model FROM runs ORDER BY _doc")).containsExactly(List.of("1"), List.of("1"), List.of("1"), List.of("2"));
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(7, 4, 1, 2, 0, 0));
        assertThat(fixture.query("SELECT rest FROM _godwit_documents WHERE doc = 1")).containsExactly(List.of("{\"$['m']['family']\":\"y\"}"));
    }

    @Test
    void countsWhatAConditionLeavesOut() {
        fixture.file("a.json", "{\"xs\": [{\"a\": 1}, {\"a\": 5}, {\"a\": 9}]}");
        RunResult result = fixture.run("`datasets`: [{`name`: `d`}], `tables`: [{`name`: `t`, `columns`: [{`name`: `a`, `type`: `BIGINT`}],"
                + " `feeds`: [{`dataset`: `d`, `rows`: `$.xs[*]`, `when`: `@.a >= 5`, `set`: {`a`: `@.a`}}]}]");
        assertProven(result);
        assertThat(result.ledger().total()).isEqualTo(new Ledger.Counts(3, 2, 0, 0, 1, 0));
    }

    @Test
    void addsNothingInASecondRun() throws IOException {
        fixture.file("a.json", "{\"a\": 1}");
        fixture.run(numbers());
        byte[] before = Files.readAllBytes(fixture.target());
        RunResult second = fixture.run(numbers());
        assertThat(second.outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(second.known()).isEqualTo(1);
        assertThat(second.tables()).allMatch(table -> table.rows() == 0 && table.total() == 1);
        assertThat(Files.readAllBytes(fixture.target())).isEqualTo(before);
    }

    @Test
    void addsOnlyNewDocumentsAndCountsIdsOn() throws IOException {
        String plan = "`datasets`: [{`name`: `d`}], `tables`: [{`name`: `m`, `key`: [`n`],"
                + " `columns`: [{`name`: `id`, `type`: `BIGINT`, `generate`: `id`}, {`name`: `n`, `type`: `VARCHAR`}],"
                + " `feeds`: [{`dataset`: `d`, `rows`: `$`, `set`: {`n`: `@.n`}}]}]";
        fixture.file("a.json", "{\"n\": \"x\"}");
        fixture.run(plan);
        Files.move(fixture.folder().resolve("in/a.json"), fixture.folder().resolve("in/renamed.json"));
        fixture.file("b.json", "{\"n\": \"y\"}").file("c.json", "{\"n\": \"x\", \"v\": 1}");
        RunResult second = fixture.run(plan);
        assertProven(second);
        assertThat(second.loaded()).isEqualTo(2);
        assertThat(second.known()).isEqualTo(1);
        assertThat(fixture.query("SELECT id, n, _doc FROM m ORDER BY id")).containsExactly(List.of("1", "x", "0"), List.of("2", "y", "1"));
        assertThat(fixture.verify().passed()).isTrue();
        assertThat(fixture.verify().documents()).isEqualTo(3);
    }

    @Test
    void loadsOnlyTheNewLinesOfAFileThatHasGrown() {
        fixture.file("a.ndjson", "{\"a\": 1}\n{\"a\": 2}\n");
        fixture.run(numbers());
        fixture.file("a.ndjson", "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n");
        RunResult second = fixture.run(numbers());
        assertProven(second);
        assertThat(second.loaded()).isEqualTo(1);
        assertThat(fixture.query("SELECT a FROM t ORDER BY a")).containsExactly(List.of("1"), List.of("2"), List.of("3"));
    }

    @Test
    void leavesTheTargetAsItWasWhenARejectStopsTheRun() throws IOException {
        fixture.file("a.json", "{\"a\": 1}");
        fixture.run(numbers());
        byte[] before = Files.readAllBytes(fixture.target());
        fixture.file("b.json", "{\"a\": \"no number\"}");
        RunOptions careful = new RunOptions(false, 1, true, Options.Strategy.CONSERVATIVE);
        assertThatThrownBy(() -> fixture.run(fixture.plan(numbers()), careful, new TaskContext()))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STOPPED_BY_REJECT));
        assertThat(Files.readAllBytes(fixture.target())).isEqualTo(before);
    }

    @Test
    void leavesNoTargetWhenCancelled() {
        fixture.file("a.json", "{\"a\": 1}");
        TaskContext context = new TaskContext();
        context.cancel();
        assertThatThrownBy(() -> fixture.run(fixture.plan(numbers()), RunOptions.usual(), context)).isInstanceOf(TaskCancelledException.class);
        assertThat(fixture.target()).doesNotExist();
        assertThat(fixture.folder().toFile().list()).containsExactly("in");
    }

    @Test
    void touchesNothingInADryRun() {
        fixture.file("a.json", "{\"a\": 1}");
        RunResult result = fixture.run(fixture.plan(numbers()), new RunOptions(true, 2, true, Options.Strategy.BALANCED), new TaskContext());
        assertProven(result);
        assertThat(result.tables().get(0).rows()).isEqualTo(1);
        assertThat(fixture.target()).doesNotExist();
    }

    @Test
    void refusesATableThatIsNotAsThePlanHasIt() {
        fixture.file("a.json", "{\"a\": 1}");
        fixture.tamper("CREATE TABLE t(a VARCHAR)");
        assertThatThrownBy(() -> fixture.run(numbers()))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_DIFFERS));
    }

    @Test
    void keepsDocumentsThatNoDatasetMatchesWholeInRest() {
        fixture.file("a.json", "{\"zzz\": [1, {}, []]}");
        RunResult result = fixture.run("`datasets`: [{`name`: `d`, `match`: {`has`: [`$.a`]}}], `tables`: []");
        assertProven(result);
        assertThat(fixture.query("SELECT rest, dataset FROM _godwit_documents")).containsExactly(List.of("{\"$\":{\"zzz\":[1,{},[]]}}", ""));
    }

    @Test
    void computesSqlValuesAndKeepsWhatTheyRead() {
        fixture.file("a.json", "{\"a\": 2, \"b\": 3}");
        RunResult result = fixture.run(
                table("{`name`: `s`, `type`: `BIGINT`}", "$", "`s`: {`sql`: `CAST(x AS BIGINT) * CAST(y AS BIGINT)`, `reads`: {`x`: `@.a`, `y`: `@.b`}}"));
        assertProven(result);
        assertThat(fixture.query("SELECT s FROM t")).containsExactly(List.of("6"));
        assertThat(result.ledger().total().rest()).isEqualTo(2);
    }
}
