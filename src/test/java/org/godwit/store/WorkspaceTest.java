package org.godwit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunSummary;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
    private static final int RUNS_EACH = 15;

    @TempDir
    Path folder;

    @Test
    void liesWhereTheVariableSaysOtherwiseInTheHomeFolder() {
        assertThat(Workspace.of(Map.of("GODWIT_HOME", "/elsewhere/g"), folder).folder()).isEqualTo(Path.of("/elsewhere/g"));
        assertThat(Workspace.of(Map.of("GODWIT_HOME", " "), folder).folder()).isEqualTo(folder.resolve(".godwit"));
        assertThat(Workspace.of(Map.of(), folder).folder()).isEqualTo(folder.resolve(".godwit"));
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "POSIX permissions");
        Workspace workspace = new Workspace(folder.resolve("a/b"));

        assertThat(workspace.runs().list(1)).isEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.folder()))).isEqualTo("rwx------");
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertUnusable(new Workspace(file.resolve("home")), file.resolve("home"), "file");
        assertUnusable(new Workspace(file), file, "file");
    }

    @Test
    void saysThatItCannotWrite() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Assumptions.assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "a user who can be locked out");

        assertUnusable(new Workspace(locked), locked, "workspace.db");
    }

    @Test
    void saysThatTheDatabaseIsNone() throws IOException {
        Files.writeString(folder.resolve("workspace.db"), "this is not a database, it is a text that is long enough. ".repeat(20));

        assertUnusable(new Workspace(folder), folder, "not a database");
    }

    @Test
    void leavesTheDatabaseOfANewerVersionAlone() {
        new WorkspaceDatabase(folder).write(connection -> {
            WorkspaceDatabase.execute(connection, "PRAGMA user_version = 99");
            return 0;
        });

        assertUnusable(new Workspace(folder), folder, "newer version");
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void isSharedByProcesses() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other.log").toFile())
                .start();

        Writer.writeRuns(folder);

        assertThat(other.waitFor()).as(Files.readString(folder.resolve("other.log"))).isZero();
        List<RunSummary> all = new Workspace(folder).runs().list(1_000);
        assertThat(all).hasSize(2 * RUNS_EACH).extracting(RunSummary::outcome).containsOnly(Outcome.SUCCEEDED);
        assertThat(all).extracting(RunSummary::run).doesNotHaveDuplicates();
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void isSharedByThreads() {
        IntStream.range(0, 4).parallel().forEach(i -> Writer.writeRuns(folder));

        assertThat(new Workspace(folder).runs().list(1_000)).hasSize(4 * RUNS_EACH);
    }

    private static void assertUnusable(Workspace workspace, Path place, String reason) {
        assertThatThrownBy(() -> workspace.runs().list(1)).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.WORKSPACE_UNUSABLE);
            assertThat(e.arguments().getFirst()).isEqualTo(place);
            assertThat(e.arguments().get(1).toString()).contains(reason);
        });
    }

    /** What the other process does. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            writeRuns(Path.of(arguments[0]));
        }

        static void writeRuns(Path folder) {
            RunStore runs = new Workspace(folder).runs();
            for (int i = 0; i < RUNS_EACH; i++) {
                String id = runs.start(new NewRun("n", "{}", folder, "t.duckdb"));
                runs.finish(id, RunStoreTest.result(id, Outcome.SUCCEEDED));
            }
        }
    }
}
