package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPOutputStream;
import org.godwit.analysis.trace.Trace;
import org.godwit.duck.Leases;
import org.godwit.engine.Workbench;
import org.godwit.model.RunOptions;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Where is this from?" from a cell to the highlighted value, whatever the source. */
final class TracePathTest {
    private static final String TEXT = "{\n  \"suite\": \"nightly\",\n  \"machine\": \"größe\",\n  \"seconds\": 12.5\n}\n";

    private final Leases leases = new Leases();

    @TempDir
    private Path folder;

    private Workbench workbench;
    private TestWindow shown;
    /** The first table of what was migrated. */
    private String table = "";

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        Services services = RealServices.in(folder, leases);
        workbench = services.workbench();
        shown = new TestWindow(folder, _ -> services);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        shown.close();
        leases.close();
    }

    private Path migrate(Path source) {
        Path target = folder.resolve("out.duckdb");
        var plan = workbench.inspectAndPropose(List.of(source.toString()), target.toString(), Optional.empty(), new TaskContext()).plan();
        table = plan.tables().getFirst().name();
        var result = workbench.run(plan, folder, RunOptions.usual(), new TaskContext());
        assertThat(result.ledger().balanced()).isTrue();
        return target;
    }

    private TracePath ask(Path target, String column, int row) throws InterruptedException, ExecutionException {
        TracePath path = new TracePath(shown);
        path.ask(target, table, column, row);
        return path;
    }

    @Test
    void highlightsTheValueInItsFile() throws IOException, InterruptedException, ExecutionException {
        Files.writeString(Files.createDirectory(folder.resolve("results")).resolve("a.json"), TEXT);
        TracePath path = ask(migrate(folder.resolve("results")), "machine", 0);
        assertThat(path.trace().source().state()).isEqualTo(Trace.State.SAME);
        assertThat(path.marked()).isEqualTo("\"größe\"");
        assertThat(path.place()).startsWith("line 3, column 14");
        assertThat(shown.texts()).contains("Unchanged");
    }

    @Test
    void highlightsTheValueInPackedFilesAndInThoseOfTwoBytes() throws IOException, InterruptedException, ExecutionException {
        Path results = Files.createDirectory(folder.resolve("results"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(results.resolve("a.json.gz")))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(results.resolve("b.json"), TEXT.replace("12.5", "13.5").getBytes(StandardCharsets.UTF_16));
        Path target = migrate(results);
        for (int row = 0; row < 2; row++) {
            TracePath path = ask(target, "machine", row);
            assertThat(path.trace().source().state()).as("row %s", row).isEqualTo(Trace.State.SAME);
            assertThat(path.marked()).as("row %s", row).isEqualTo("\"größe\"");
        }
    }

    @Test
    void saysInWordsThatAFileHasChangedOrIsGone() throws IOException, InterruptedException, ExecutionException {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("results")).resolve("a.json"), TEXT);
        Path target = migrate(folder.resolve("results"));
        Files.writeString(file, TEXT.replace("größe", "other"));
        TracePath path = ask(target, "machine", 0);
        assertThat(path.trace().source().state()).isEqualTo(Trace.State.CHANGED);
        assertThat(shown.texts()).anyMatch(text -> text.startsWith("The file is not the one that was loaded: its sha256 differs."));
        assertThat(path.marked()).isEqualTo("\"other\"");
        Files.delete(file);
        path = ask(target, "machine", 0);
        assertThat(path.trace().source().state()).isEqualTo(Trace.State.GONE);
        assertThat(shown.texts()).anyMatch(text -> text.startsWith("The file is not at "));
    }

    @Test
    void showsTheRowOfATable() throws SQLException, IOException, InterruptedException, ExecutionException {
        Path database = folder.resolve("parts.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parts (id INTEGER PRIMARY KEY, name TEXT, weight REAL)");
            statement.execute("INSERT INTO parts VALUES (10, 'bolt', 1.5), (20, 'größe', 0.25), (30, 'nut', NULL)");
        }
        Path target = migrate(database);
        TracePath path = ask(target, "weight", 1);
        assertThat(path.trace().source().state()).isEqualTo(Trace.State.NOW);
        assertThat(path.place()).isEqualTo("row 2 of the table parts");
        assertThat(path.marked()).isEqualTo("0.25");
        assertThat(path.trace().spots().getFirst().value()).isEqualTo("0.25");
        Files.delete(database);
        path = ask(target, "weight", 1);
        assertThat(path.trace().source().state()).isEqualTo(Trace.State.GONE);
        assertThat(shown.texts()).anyMatch(text -> text.startsWith("Row 2 of the table parts is not there any more"));
    }

    /** One table of many files: the row stands in one of them. */
    @Test
    void namesTheFileOfARowThatWasPutTogetherWithOthers() throws IOException, InterruptedException, ExecutionException {
        Path runs = folder.resolve("runs#1");
        Files.createDirectories(runs.resolve("deep"));
        Files.writeString(runs.resolve("run_1.csv"), "model,ms\nbert,1.5\nvit,2\n");
        Files.writeString(runs.resolve("deep/run_2.csv"), "model,ms\nt5,3\n");
        Files.writeString(runs.resolve("run_3.csv"), "model,ms\nbert,7\ngpt,0.125\n");
        TracePath path = ask(migrate(runs), "ms", 4);
        assertThat(path.place()).isEqualTo("row 2 of the table run_3");
        assertThat(path.marked()).isEqualTo("0.125");
        assertThat(shown.texts()).contains("Unchanged");

        Files.writeString(runs.resolve("run_3.csv"), "model,ms\nbert,7\ngpt,0.25\n");
        path = ask(folder.resolve("out.duckdb"), "ms", 4);
        assertThat(path.marked()).isEqualTo("0.25");
        assertThat(shown.texts()).contains("Changed since").anyMatch(text -> text.contains("Row 2 of the table run_3 is shown as it is now"));
    }
}
