package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.godwit.duck.Session;
import org.godwit.model.FileReport;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with files in several formats is read whole: each file by the connector that knows it. */
class MixedFolderTest {
    @TempDir
    private Path folder;

    private Places places;
    private Path results;

    @BeforeEach
    void fill() throws IOException, SQLException {
        places = new Places(folder);
        results = Files.createDirectories(folder.resolve("results [of March]"));
        Files.writeString(results.resolve("scores.csv"), "id,score\n1,0.5\n2,\n");
        Files.writeString(results.resolve("hosts.tsv"), "name\tcores\nred\t4\n");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            // The name that a CSV file has too.
            statement.execute("COPY (SELECT 7 AS id, 'seven' AS word) TO '" + results.resolve("scores.parquet") + "' (FORMAT parquet)");
        }
    }

    private void database(String name, String kind) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:" + kind + ":" + results.resolve(name)); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE scores (id INTEGER, made TEXT)");
            statement.execute("INSERT INTO scores VALUES (1, 'here'), (2, 'there')");
        }
    }

    private Inspection inspect() {
        return places.workbench().inspect(List.of(results.toString()), new TaskContext());
    }

    private List<String> others(Inspection inspection) {
        return inspection.files().stream().filter(file -> file.status() != FileReport.Status.OK).map(FileReport::path).toList();
    }

    private long rows(RunResult result) {
        return result.tables().stream().mapToLong(RunResult.TableRows::rows).sum();
    }

    @Test
    void isReadWholeIfItHoldsTablesOnly() {
        assertThat(others(inspect())).isEmpty();

        RunResult result = places.migrate(results.toString(), places.file("out.duckdb"));

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        assertThat(rows(result)).isEqualTo(4);
        assertThat(result.verification().rebuilt()).isEqualTo(4);
    }

    /** A folder may hold what a run has made of the rest of it. */
    @Test
    void givesItsDatabasesToThoseWhoNameThem() throws IOException, SQLException {
        database("old.db", "sqlite");
        database("new.db", "duckdb");
        Files.writeString(results.resolve("notes.txt"), "by hand");
        Inspection inspection = inspect();
        assertThat(others(inspection)).containsExactly("new.db", "notes.txt", "old.db");
        assertThat(inspection.files().stream().map(FileReport::problem).filter(Objects::nonNull).map(problem -> problem.reason()))
                .containsExactly("not read with the folder (duckdb): name it itself, or a glob", "not a JSON file by its name",
                        "not read with the folder (sqlite): name it itself, or a glob");
        assertThat(rows(places.migrate(results.toString(), results.resolve("all.duckdb").toString()))).isEqualTo(4);
        assertThat(places.migrate(results.toString(), results.resolve("all.duckdb").toString()).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);

        Files.writeString(results.resolve("a.json"), "{\"model\": \"bert\"}");
        RunResult byGlob = places.migrate(results.resolve("*.db").toString(), places.file("glob.duckdb"));

        assertThat(rows(byGlob)).isEqualTo(4);
        assertThat(byGlob.verification().rebuilt()).isEqualTo(4);
    }

    /** Documents that any rule fits and rows of a table do not get in each other's way. */
    @Test
    void filesOfTwoFormatsGoIntoOneDatabase() throws IOException {
        Path document = Files.writeString(folder.resolve("a.json"), "{\"model\": \"bert\"}");
        Plan plan = places.plan(List.of(document.toString(), results.resolve("hosts.tsv").toString()), places.file("out.duckdb"), Optional.empty());

        RunResult result = places.run(plan);

        assertThat(rows(result)).isEqualTo(2);
        assertThat(result.verification().rebuilt()).isEqualTo(2);
    }

    @Test
    void isReadWholeIfItHoldsDocumentsToo() throws IOException {
        Files.writeString(results.resolve("a.json"), "{\"model\": \"bert\"}");
        Files.writeString(Files.createDirectories(results.resolve("deep")).resolve("b.json"), "{\"model\": \"vit\"}");
        Files.writeString(results.resolve("notes.txt"), "by hand");

        Inspection inspection = inspect();
        assertThat(others(inspection)).containsExactly("notes.txt");
        assertThat(inspection.leaves().total()).isEqualTo(10);
        Plan plan = places.plan(List.of(results.toString()), places.file("out.duckdb"), Optional.empty());
        assertThat(plan.sources()).extracting(Plan.Source::type).containsExactlyInAnyOrder("json", "csv", "parquet");

        RunResult result = places.run(plan);

        assertThat(rows(result)).isEqualTo(6);
        assertThat(result.verification().passed()).isTrue();
        assertThat(result.verification().rebuilt()).isEqualTo(6);
        assertThat(places.verify(plan).passed()).isTrue();
        try (Session session = Session.open(folder.resolve("out.duckdb"))) {
            assertThat(session.texts("SELECT file FROM _godwit_documents ORDER BY ALL").toString()).isEqualTo("[[files/a.json], [files/deep/b.json]]");
            assertThat(session.texts("SELECT table_name FROM duckdb_columns() WHERE column_name IN ('score', 'word') ORDER BY ALL")).hasSize(2);
        }
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
    }
}
