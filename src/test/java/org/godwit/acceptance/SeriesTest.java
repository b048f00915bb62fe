package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are written one for each measurement become one table, and the next one is added to it. */
class SeriesTest {
    @TempDir
    private Path folder;

    private Places places;
    private Path runs;

    @BeforeEach
    void prepare() throws IOException {
        places = new Places(folder);
        runs = Files.createDirectories(folder.resolve("runs"));
    }

    private void file(String name, String text) throws IOException {
        Path file = runs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Plan plan() {
        return plan("out.duckdb");
    }

    private Plan plan(String target) {
        return places.plan(List.of(runs.toString()), target.contains(":") ? target : places.file(target), Optional.empty());
    }

    private String asked(String sql) {
        try (Session session = Session.open(folder.resolve("out.duckdb"))) {
            return session.texts(sql).toString();
        }
    }

    private static long rows(RunResult result) {
        return result.tables().stream().mapToLong(RunResult.TableRows::rows).sum();
    }

    @Test
    void isOneTableThatTellsTheFilesApart() throws IOException {
        file("run_1.csv", "model,ms\nbert,1.5\n");
        file("run_2.csv", "ms,model\n2,vit\n");
        file("hosts.csv", "host\nred\n");

        Plan plan = plan();
        assertThat(plan.datasets()).extracting(Plan.DatasetSpec::table).containsExactlyInAnyOrder("run_*", "hosts");
        assertThat(rows(places.run(plan))).isEqualTo(3);
        assertThat(asked("SELECT model, ms, file FROM run ORDER BY ALL")).isEqualTo("[[bert, 1.5, run_1], [vit, 2.0, run_2]]");

        file("run_10.csv", "model,ms\nt5,3\n");
        RunResult next = places.run(plan);
        assertThat(rows(next)).isEqualTo(1);
        assertThat(next.verification().rebuilt()).isEqualTo(1);
        assertThat(asked("SELECT file FROM run ORDER BY ALL")).isEqualTo("[[run_1], [run_10], [run_2]]");
        assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.NOTHING_NEW);
        assertThat(places.verify(plan).passed()).isTrue();
    }

    /** What a column holds is said by the plan: it would make other rows of those that are loaded. */
    @Test
    void rowsThatAreThereStayTheSameWhenALaterValueIsOfAnotherKind() throws IOException {
        file("run_1.csv", "model,ms,ok\nbert,1,true\nvit,2,false\n");
        Plan plan = plan();
        places.run(plan);

        file("run_1.csv", "model,ms,ok\nbert,1,true\nvit,2,false\nt5,n/a,yes\n");
        file("run_2.csv", "model,ms,ok\ngpt,4,true\n");
        RunResult next = places.run(plan);

        assertThat(next.tables()).extracting(RunResult.TableRows::total).containsExactly(3L);
        assertThat(next.rejects()).extracting(reject -> reject.raw()).containsExactlyInAnyOrder("\"n/a\"", "\"yes\"");
        assertThat(asked("SELECT model, ms FROM run_1 ORDER BY ALL")).isEqualTo("[[bert, 1], [t5, ], [vit, 2]]");
    }

    @Test
    void whatIsANumberInSomeAndATextInOthersIsAText() throws IOException {
        file("a/of.csv", "x,y,z\n1,true,7\n");
        file("b/of.csv", "x,y,z\nn/a,3,\n");
        file("run 1.csv", "config\n\"{\"\"a\"\": 1}\"\n");
        file("run 2.csv", "config\nnone\n");
        Plan plan = plan();

        assertThat(rows(places.run(plan))).isEqualTo(4);
        assertThat(asked("SELECT x, y, z FROM of_table ORDER BY ALL")).isEqualTo("[[1, true, 7], [n/a, 3, ]]");
        assertThat(asked("SELECT config, file FROM run ORDER BY ALL")).isEqualTo("[[none, run 2], [{\"a\": 1}, run 1]]");
    }

    @Test
    void filesOfOneNameInSeveralFoldersAreOneTable() throws IOException {
        file("bert/cpu/run_1.csv", "ms\n1\n");
        file("vit/cuda/run_1.csv", "ms\n2\n");
        file("train/data.csv", "a,b\n1,2\n");
        file("test/data.csv", "a,b\n3,4\n");
        file("data.csv", "a,b\n5,6\n");
        file("more_data.csv", "a,b\n7,8\n");
        file("old/more_data.csv", "a,b\n9,10\n");
        Plan plan = plan();

        assertThat(plan.datasets()).extracting(Plan.DatasetSpec::table).containsExactly("*more_data", "*/*/run_*", "*data");
        assertThat(places.run(plan).verification().rebuilt()).isEqualTo(7);
        assertThat(asked("SELECT ms, file FROM run ORDER BY ALL")).isEqualTo("[[1, bert/cpu/run_1], [2, vit/cuda/run_1]]");
        assertThat(asked("SELECT a, file FROM data ORDER BY ALL")).isEqualTo("[[1, train/data], [3, test/data], [5, data]]");
        assertThat(asked("SELECT a, file FROM more_data ORDER BY ALL")).isEqualTo("[[7, more_data], [9, old/more_data]]");
    }

    @Test
    void columnsThatCameLaterAreColumnsOfTheSameTable() throws IOException {
        for (int i = 1; i < 20; i++) {
            file("run" + i + ".csv", i < 17 ? "model,ms\nbert," + i + "\n" : "model,ms,watts\nbert," + i + ",50\n");
        }
        file("run20.csv", "a,b,c\n1,2,3\n");
        Plan plan = plan();

        assertThat(places.run(plan).verification().rebuilt()).isEqualTo(20);
        assertThat(asked("SELECT count(*), count(watts), count(DISTINCT file) FROM run")).isEqualTo("[[19, 3, 19]]");
        assertThat(asked("SELECT a, b, c FROM run20")).isEqualTo("[[1, 2, 3]]");
        file("run21.csv", "model,ms\nbert,21\n");
        assertThat(rows(places.run(plan))).isEqualTo(1);
        assertThat(asked("SELECT count(*) FROM run")).isEqualTo("[[20]]");
    }

    @Test
    void filesOfOneNameAndOtherColumnsAreToldByThem() throws IOException {
        for (int i = 1; i < 4; i++) {
            file("a" + i + ".csv", "model,ms\nbert," + i + "\n");
            file("a" + (i + 10) + ".csv", "host,cores,ram\nred," + i + ",64\n");
        }
        Plan plan = plan();
        file("a30.csv", "host,cores,ram\nblue,8,64\n");
        file("a31.csv", "model,ms\nvit,9\n");

        assertThat(places.run(plan).verification().rebuilt()).isEqualTo(8);
        assertThat(plan.tables()).hasSize(2);
        assertThat(asked("SELECT (SELECT count(*) FROM a WHERE host IS NOT NULL), (SELECT count(*) FROM a_2 WHERE ms IS NOT NULL)")).isEqualTo("[[4, 4]]");
    }

    @Test
    void foldersBelowAreReadAndWhatCannotBeIsToldApart() throws IOException {
        file("date=2026-11-01/part-0.csv", "model,ms\nbert,1\n");
        file("date=2026-11-02/part-0.csv", "model,ms\nbert,2\n");
        file(".hidden/part-0.csv", "model,ms\nbert,3\n");
        file("_delta_log/part-0.csv", "model,ms\nbert,4\n");
        file("date=2026-11-02/empty.csv", "");
        Files.write(runs.resolve("torn.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        places.migrate(runs.resolve("date=2026-11-01").toString(), "csv:" + runs.resolve("made"));

        Inspection inspection = places.workbench().inspect(List.of(runs.toString()), new TaskContext());
        assertThat(inspection.files()).extracting(FileReport::path, FileReport::status).contains(
                tuple("runs#date=2026-11-02/empty", FileReport.Status.EMPTY),
                tuple("runs#torn", FileReport.Status.UNREADABLE),
                tuple("made", FileReport.Status.OTHER));
        RunResult result = places.run(plan());

        assertThat(rows(result)).isEqualTo(2);
        assertThat(result.rejects()).singleElement().satisfies(reject -> assertThat(reject.file()).isEqualTo("runs#torn"));
        assertThat(asked("SELECT ms, file FROM date_part ORDER BY ALL")).isEqualTo("[[1, date=2026-11-01/part-0], [2, date=2026-11-02/part-0]]");
    }

    @Test
    void globsReachIntoFolders() throws IOException {
        file("a/1.csv", "ms\n1\n");
        file("b/2.csv", "ms\n2\n");
        file("b/c/3.csv", "ms\n3\n");
        file("b/c/x.csv", "ms\n4\n");

        assertThat(rows(places.migrate(runs + "/*/[0-9].csv", places.file("one.duckdb")))).isEqualTo(2);
        assertThat(rows(places.migrate(runs + "/**/[0-9].csv", places.file("two.duckdb")))).isEqualTo(3);
        assertThat(rows(places.migrate(runs + "/b/**", places.file("three.duckdb")))).isEqualTo(3);
    }

    @Test
    void aBrokenParquetFileKeepsNoOtherBack() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            for (int i = 1; i <= 3; i++) {
                statement.execute("COPY (SELECT " + i + " AS ms, '{\"a\": 1}' AS config) TO '" + runs.resolve("p" + i + ".parquet") + "' (FORMAT parquet)");
            }
        }
        Files.writeString(runs.resolve("p4.parquet"), "no parquet", StandardCharsets.UTF_8);

        Plan plan = plan();
        RunResult result = places.run(plan);

        assertThat(result.verification().rebuilt()).isEqualTo(3);
        assertThat(result.rejects()).singleElement().satisfies(reject -> assertThat(reject.file()).isEqualTo("runs#p4"));
        assertThat(asked("SELECT ms, config_a, file FROM p ORDER BY ALL")).isEqualTo("[[1, 1, p1], [2, 1, p2], [3, 1, p3]]");
    }

    /** Each target takes the name of the file as a text. */
    @ParameterizedTest
    @ValueSource(strings = {"out.sqlite", "parquet:", "csv:", "postgresql", "mariadb"})
    void goesToEveryTarget(String kind) throws IOException {
        for (int i = 1; i < 400; i++) {
            file("run_" + i + ".csv", "model,ms\nbert," + i + "\nvit,0.5\n");
        }
        String target = switch (kind) {
            case "postgresql" -> Places.postgres();
            case "mariadb" -> Places.mariadb();
            default -> kind.endsWith(":") ? kind + folder.resolve("out") : places.file(kind);
        };
        Plan plan = plan(target);

        RunResult result = places.run(plan);
        assertThat(rows(result)).isEqualTo(798);
        assertThat(result.verification().passed()).isTrue();
        file("run_400.csv", "model,ms\nbert,400\n");
        // A folder of files is written anew.
        assertThat(rows(places.run(plan))).isEqualTo(kind.endsWith(":") ? 799 : 1);
        assertThat(places.verify(plan).passed()).isTrue();

        assertThat(rows(places.migrate(target.replace("csv:", "").replace("parquet:", ""), places.file("out.duckdb")))).isEqualTo(799);
        assertThat(asked("SELECT count(DISTINCT file), sum(ms) FROM run")).isEqualTo("[[400, 80399.5]]");
    }
}
