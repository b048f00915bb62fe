package org.godwit.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.godwit.connector.json.JsonConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.engine.diagnose.DifferenceFinder;
import org.godwit.model.Plan;
import org.godwit.model.VerificationResult;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;
import org.godwit.testing.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private static final String PLAN = "`datasets`: [{`name`: `d`}], `tables`: ["
            + "{`name`: `m`, `key`: [`name`], `columns`: [{`name`: `id`, `type`: `BIGINT`, `generate`: `id`}, {`name`: `name`, `type`: `VARCHAR`}],"
            + " `feeds`: [{`dataset`: `d`, `rows`: `$`, `set`: {`name`: `@.model`}}]},"
            + "{`name`: `r`, `columns`: [{`name`: `id`, `type`: `BIGINT`, `generate`: `id`}, {`name`: `m`, `type`: `BIGINT`}, {`name`: `big`, `type`: `HUGEINT`},"
            + " {`name`: `x`, `type`: `DOUBLE`}, {`name`: `at`, `type`: `TIMESTAMP`}, {`name`: `ok`, `type`: `BOOLEAN`}, {`name`: `kind`, `type`: `VARCHAR`},"
            + " {`name`: `price`, `type`: `DECIMAL(30,10)`}, {`name`: `left`, `type`: `JSON`}, {`name`: `day`, `type`: `DATE`}],"
            + " `feeds`: [{`dataset`: `d`, `rows`: `$.rows[*]`, `set`: {`m`: {`ref`: `m`, `on`: {`name`: `$.model`}}, `big`: `@.big`, `x`: `@.x`,"
            + " `at`: {`from`: `@.at`, `transform`: {`name`: `parse_timestamp`, `forms`: [`iso`]}}, `ok`: `@.ok`, `kind`: {`const`: `k`},"
            + " `price`: `@.price`, `left`: {`rest`: `@`}, `day`: {`from`: `@.day`, `transform`: {`name`: `parse_timestamp`, `forms`: [`date`]}}}}]}]";
    private static final String ROW = "{\"big\": 18446744073709551617, \"x\": 0.1, \"at\": \"2025-01-02T03:04:05\", \"ok\": true, \"price\": 12.3456789012, "
            + "\"other\": {\"a\": [1, 2]}, \"day\": \"2025-01-02\"}";

    private RunFixture fixture;
    private Plan plan;

    @BeforeEach
    void load(@TempDir Path folder) {
        fixture = new RunFixture(folder);
        for (int i = 0; i < 5; i++) {
            fixture.file("f" + i + ".json", "{\"model\": \"m" + i % 2 + "\", \"rows\": [" + ROW + "," + ROW + "], \"n\": " + i + "}");
        }
        plan = fixture.plan(PLAN);
        assertThat(fixture.run(plan).verification().passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "r.big = 18446744073709551618", "r.x = 0.10000000000000002", "r.at = TIMESTAMP '2025-01-02 03:04:05.000001'", "r.ok = false", "r.ok = NULL", "r.kind = 'K'",
        "r.price = 12.3456789013", "r.left = '{\"other\":{\"a\":[2,1]}}'", "r.day = DATE '2025-01-03'", "r.id = 99", "r.m = 1", "m.name = 'other'", "m.id = 77"
    })
    void namesTheDocumentAndTheCellOfAnyChange(String change) {
        String table = change.substring(0, 1);
        String column = change.substring(2, change.indexOf(' '));
        String where = table.equals("r") ? " WHERE _doc = 3 AND _at = '/rows/1'" : " WHERE _doc = 1";
        fixture.tamper("UPDATE " + table + " SET \"" + column + "\"" + change.substring(2 + column.length()) + where);
        VerificationResult found = named();
        assertThat(found.passed()).isFalse();
        assertThat(found.differences()).anySatisfy(d -> {
            assertThat(d.document()).isEqualTo(table.equals("r") ? "f3.json" : "f1.json");
            assertThat(d.table()).isEqualTo(table);
            assertThat(d.column()).isEqualTo(column);
            assertThat(d.pointer()).isEqualTo(table.equals("r") ? "/rows/1" : "");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "DELETE FROM r WHERE _doc = 2 AND _at = '/rows/0'", "INSERT INTO r SELECT * FROM r WHERE _doc = 2 LIMIT 1", "DELETE FROM _godwit_documents WHERE doc = 1",
        "UPDATE _godwit_documents SET rest = '{}' WHERE doc = 1", "DELETE FROM _godwit_merges WHERE doc = 2", "UPDATE r SET _at = '/rows/7' WHERE _doc = 4 AND _at = '/rows/1'"
    })
    void findsLostAndAddedRowsAndChangedRecords(String change) {
        fixture.tamper(change);
        assertThat(fixture.verify().passed()).isFalse();
    }

    @Test
    void findsTwoExchangedCells() {
        fixture.tamper("UPDATE r SET id = CASE id WHEN 3 THEN 5 WHEN 5 THEN 3 ELSE id END");
        assertThat(fixture.verify().differences()).anySatisfy(d -> assertThat(d.column()).isEqualTo("id"));
    }

    @Test
    void isContentWithAnUntouchedTarget() {
        VerificationResult result = fixture.verify();
        assertThat(result.passed()).isTrue();
        assertThat(List.of(result.documents(), result.rebuilt())).containsExactly(5L, 5L);
    }

    private VerificationResult named() {
        try (ReadOnlyFile file = ReadOnlyFile.open(fixture.target()); Session session = file.session()) {
            return new DifferenceFinder(new JsonConnector(), new TaskContext()).name(fixture.verify(), plan, fixture.folder(), TargetLimits.NONE, session);
        }
    }
}
