package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.godwit.duck.Session;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.VerificationResult;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are taken as they are share a record; what was proved of each document is still proved of each of them. */
class TableRowsTest {
    private static final int ROWS = 3_000;

    @TempDir
    Path folder;

    private Places places;
    private Plan plan;

    @BeforeEach
    void fill() throws SQLException {
        places = new Places(folder);
        source("CREATE TABLE r (id INTEGER PRIMARY KEY, name TEXT, score REAL, made TEXT)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ") INSERT INTO r SELECT i, 'name ' || (i % 7), i / 8.0,"
                        + " '2026-01-' || printf('%02d', i % 28 + 1) || 'T10:00:00' FROM n",
                // Rows that are no more; NULL; a text among numbers, which cannot be taken as it is.
                "DELETE FROM r WHERE id IN (500, 501, 1700)", "UPDATE r SET name = NULL WHERE id = 7", "UPDATE r SET score = '1e3' WHERE id = 2000");
        plan = places.plan(List.of(places.file("r.sqlite")), places.file("out.duckdb"), Optional.empty());
    }

    private void source(String... statements) throws SQLException {
        run("jdbc:sqlite:" + folder.resolve("r.sqlite"), statements);
    }

    private void target(String... statements) throws SQLException {
        run("jdbc:duckdb:" + folder.resolve("out.duckdb"), statements);
    }

    private static void run(String place, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<List<String>> query(String sql) {
        try (Session session = Session.open(folder.resolve("out.duckdb"))) {
            return session.texts(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.duckdb", "%s.sqlite", "parquet:%s", "csv:%s"})
    void areVerifiedByWhatTheDatabaseTells(String form) {
        String target = form.formatted(places.file("out"));
        places.migrate(places.file("r.sqlite"), target);

        VerificationResult result = places.workbench().verifyDatabase(Path.of(target.replaceFirst("^(parquet|csv):", "")), new TaskContext());

        assertThat(result.passed()).isTrue();
        assertThat(result.rebuilt()).isEqualTo(ROWS - 3);
    }

    /** A database that somebody else has made. */
    @ParameterizedTest
    @ValueSource(strings = {"r.sqlite", "results"})
    void needARunToBeVerifiedBy(String name) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("results")).resolve("a.json"), "{\"a\": 1}");

        assertThatThrownBy(() -> places.workbench().verifyDatabase(folder.resolve(name), new TaskContext()))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_RUNS_RECORDED));
    }

    @Test
    void shareARecordAndAreAllRebuilt() {
        RunResult result = places.run(plan);

        assertThat(result.verification().rebuilt()).isEqualTo(ROWS - 3);
        assertThat(result.ledger().total().read()).isEqualTo(4L * (ROWS - 3));
        assertThat(result.ledger().balanced()).isTrue();
        assertThat(query("SELECT sum(end_doc - first_doc) FROM _godwit_parts")).containsExactly(List.of(String.valueOf(ROWS - 3 - own())));
        assertThat(query("SELECT count(*), sum(id), count(name) FROM r")).containsExactly(List.of("2997", String.valueOf(ROWS * (ROWS + 1) / 2 - 2701), "2996"));
        // The number of a row in its table is told by its place in the part.
        assertThat(query("SELECT count(*) FROM _godwit_parts p JOIN r ON r._doc >= p.first_doc AND r._doc < p.end_doc WHERE r.id = p.line + r._doc - p.first_doc"))
                .containsExactly(List.of(String.valueOf(ROWS - 3 - own())));
    }

    /** How many rows have a record of their own. */
    private long own() {
        return Long.parseLong(query("SELECT count(*) FROM _godwit_documents").get(0).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE r SET name = 'x' WHERE id = 1234", "UPDATE r SET score = score + 1 WHERE id = 1", "DELETE FROM r WHERE id = 3000", "INSERT INTO r SELECT * FROM r WHERE id = 9",
        "UPDATE r SET _doc = CASE _doc WHEN 20 THEN 21 ELSE 20 END WHERE _doc IN (20, 21)", "UPDATE r SET _feed = 3 WHERE id = 40",
        "UPDATE _godwit_parts SET hash_low = hash_low + 1 WHERE first_doc = 0", "DELETE FROM _godwit_parts WHERE first_doc = 0"
    })
    void noChangeGoesUnseen(String change) throws SQLException {
        places.run(plan);
        target(change);
        assertThat(places.verify(plan).passed()).isFalse();
    }

    @Test
    void theCellThatWasChangedIsNamed() throws SQLException {
        places.run(plan);
        target("UPDATE r SET name = 'x' WHERE id = 1234");

        VerificationResult found = places.verify(plan);

        assertThat(found.differences()).anySatisfy(difference -> {
            assertThat(difference.column()).isEqualTo("name");
            assertThat(difference.actual()).isEqualTo("x");
            assertThat(difference.expected()).isEqualTo("name 2");
        });
        assertThat(found.rebuilt()).isLessThan(found.documents());
    }

    @Test
    void aSecondRunTakesOnlyWhatIsNew() throws SQLException {
        places.run(plan);
        assertThat(places.run(plan).outcome()).isEqualTo(Outcome.NOTHING_NEW);

        source("INSERT INTO r VALUES (9000, 'new', 1.5, '2026-02-01T00:00:00')", "INSERT INTO r VALUES (500, 'again', 2.5, '2026-02-01T00:00:00')");
        RunResult second = places.run(plan);

        assertThat(List.of(second.loaded(), second.known())).containsExactly(2L, ROWS - 3L);
        assertThat(query("SELECT id, name FROM r WHERE id IN (500, 9000) ORDER BY id")).containsExactly(List.of("500", "again"), List.of("9000", "new"));
        assertThat(places.verify(plan).passed()).isTrue();
        // Positions are those in the table as it is now, whichever run has read the row.
        assertThat(query("SELECT r.id, p.position + r._doc - p.first_doc FROM r JOIN _godwit_parts p ON r._doc >= p.first_doc AND r._doc < p.end_doc"
                        + " WHERE r.id IN (500, 9000) ORDER BY 1"))
                .containsExactly(List.of("500", "499"), List.of("9000", "2998"));
    }

    @Test
    void nothingIsAddedToRowsThatSomebodyHasChanged() throws SQLException {
        places.run(plan);
        target("UPDATE r SET score = 99 WHERE id = 77");
        source("INSERT INTO r VALUES (9000, 'new', 1.5, '2026-02-01T00:00:00')");

        assertThatThrownBy(() -> places.run(plan))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_DIFFERS))
                .hasMessageContaining("changed since");
        assertThat(query("SELECT count(*) FROM r")).containsExactly(List.of(String.valueOf(ROWS - 3)));
    }

    @Test
    void comeBackAsDocumentsAndThroughOtherTargets() {
        places.migrate(places.file("r.sqlite"), places.file("through.sqlite"));
        RunResult carried = places.migrate(places.file("through.sqlite"), places.file("out.duckdb"));
        assertThat(carried.verification().rebuilt()).isEqualTo(ROWS - 3);

        RunResult documents = places.migrate(places.file("through.sqlite"), places.file("rows.ndjson"));
        assertThat(documents.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(folder.resolve("rows.ndjson")).content().hasLineCount(ROWS - 3).contains("\"id\":1234");
    }

    @Test
    void aKeyThatRepeatsIsNotDeclared() throws SQLException {
        source("CREATE TABLE twice (id INTEGER, v TEXT)", "INSERT INTO twice VALUES (1, 'a'), (2, 'b'), (2, 'c')");
        Plan both = places.plan(List.of(places.file("r.sqlite")), places.file("both.duckdb"), Optional.empty());
        Plan keyed = both.withTables(
                both.tables().stream()
                        .map(t -> t.name().equals("twice") ? t.with(new org.godwit.model.TableSpec.Constraints(List.of("id"), List.of(), List.of(), List.of(), List.of())) : t)
                        .toList(),
                both.views());
        assertThat(places.run(keyed).findings()).anySatisfy(finding -> assertThat(finding.message()).contains("the key (id) is not declared"));
    }
}
