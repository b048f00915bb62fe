package org.godwit.connector.spi.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbeTest {
    private static final int FLIPS = 40;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Path duckDb() {
        Path file = folder.resolve("data.db");
        try (Session session = Session.open(file)) {
            session.execute("CREATE TABLE t AS SELECT i AS id, 'row ' || i AS name, i / 7.0 AS value, [i, i + 1] AS pair FROM range(20000) AS r(i)");
            session.execute("CREATE TABLE u (a INTEGER PRIMARY KEY, b VARCHAR)");
            session.execute("INSERT INTO u VALUES (1, 'one'), (2, NULL)");
        }
        return file;
    }

    private Path sqlite() throws SQLException {
        Path file = folder.resolve("lite.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)");
            statement.execute("CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i, 'row ' || i FROM n");
            statement.execute("INSERT INTO w VALUES ('a', x'00ff'), ('b', NULL)");
        }
        return file;
    }

    private static String reason(GodwitException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
        return e.arguments().get(1).toString();
    }

    private static GodwitException refused(Path file, String type) {
        try {
            Probe.check(file, type);
        } catch (GodwitException e) {
            return e;
        }
        throw new AssertionError(file + " was not refused");
    }

    @Test
    void letsSoundFilesPass() throws SQLException {
        Path duck = duckDb();
        Path lite = sqlite();
        assertThatCode(() -> Probe.check(duck, "duckdb")).doesNotThrowAnyException();
        assertThatCode(() -> Probe.check(lite, "sqlite")).doesNotThrowAnyException();
    }

    @Test
    void refusesAFileThatIsCutOffAndTakesItWhenItIsWholeAgain() throws IOException {
        Path file = duckDb();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(reason(refused(file, "duckdb"))).isNotBlank();
        Files.write(file, whole);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 5_000));
        assertThatCode(() -> Probe.check(file, "duckdb")).doesNotThrowAnyException();
    }

    @Test
    void whoAsksWhileATrialGoesOnHasItsAnswer() throws IOException {
        Path whole = duckDb();
        Probe.begin(whole, "duckdb");
        Probe.check(whole, "duckdb");
        Path none = Files.writeString(folder.resolve("none.db"), "no database".repeat(1_000));
        Probe.begin(none, "duckdb");
        assertThatThrownBy(() -> Probe.check(none, "duckdb")).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(reason(e)).isNotEmpty());
        Probe.begin(folder.resolve("missing.db"), "duckdb");
        assertThatThrownBy(() -> Probe.check(folder.resolve("missing.db"), "duckdb")).hasFieldOrPropertyWithValue("code", ErrorCode.SOURCE_MISSING);
    }

    @Test
    void whoIsInterruptedDoesNotTakeTheAnswerFromOthers() throws InterruptedException {
        Path whole = duckDb();
        Thread first = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            try {
                Probe.check(whole, "duckdb");
            } catch (TaskCancelledException e) {
                // It has not waited; if the answer was there already, it has that.
            }
        });
        Probe.check(whole, "duckdb");
        first.join();
        Probe.check(whole, "duckdb");
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.db"), "these are notes, nothing else, and they are long enough for a header of sixteen bytes");
        assertThat(reason(refused(text, "duckdb"))).contains("no DuckDB database");
        assertThat(reason(refused(folder, "sqlite"))).contains("no regular file");
        assertThatThrownBy(() -> Probe.check(folder.resolve("none.db"), "duckdb"))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_MISSING));
    }

    @Test
    void saysWhoUsesAFile() {
        Path file = duckDb();
        try (Session session = Session.open(file)) {
            session.execute("INSERT INTO u VALUES (3, 'three')");
            assertThat(reason(refused(file, "duckdb"))).contains("in use by").contains("PID " + ProcessHandle.current().pid());
        }
        assertThatCode(() -> Probe.check(file, "duckdb")).doesNotThrowAnyException();
    }

    @Test
    void saysThatTheOtherProcessDied() throws IOException {
        try (ProbeChild child = ProbeChild.start()) {
            // Not one of the types it knows: as good a reason to die as any.
            assertThat(child.ask(folder, "none", LIMIT)).contains("another process").contains("ended with code 1").contains("IllegalArgumentException");
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void saysThatTheOtherProcessTookTooLong() throws IOException {
        Path file = duckDb();
        try (ProbeChild child = ProbeChild.start()) {
            assertThat(child.ask(file, "duckdb", Duration.ofMillis(1))).contains("still busy");
            assertThat(child.isAlive()).isFalse();
        }
    }

    /** Children that are started again when one died. */
    private static final class Children implements AutoCloseable {
        private ProbeChild child;

        private Children() throws IOException {
            child = ProbeChild.start();
        }

        String ask(Path file, String type) throws IOException {
            if (!child.isAlive()) {
                child.close();
                child = ProbeChild.start();
            }
            return child.ask(file, type, LIMIT);
        }

        @Override
        public void close() {
            child.close();
        }
    }

    @Test
    void noDamagedDuckDbFileIsReadAsIfItWereSound() throws IOException {
        byte[] whole = Files.readAllBytes(duckDb());
        List<List<List<String>>> sound = duckRows(folder.resolve("data.db"));
        List<String> refusals = new ArrayList<>();
        try (Children children = new Children()) {
            for (byte[] damaged : damaged(whole)) {
                Path file = Files.write(folder.resolve("damaged" + refusals.size() + ".db"), damaged);
                String refusal = children.ask(file, "duckdb");
                refusals.add(refusal);
                if (refusal.isEmpty()) {
                    assertThat(duckRows(file)).isEqualTo(sound);
                }
                Files.delete(file);
            }
        }
        assertThat(refusals).hasSize(FLIPS + 4).anyMatch(r -> !r.isEmpty());
    }

    @Test
    void noDamagedSqliteFileEndsThisProcess() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(sqlite());
        List<String> refusals = new ArrayList<>();
        int read = 0;
        try (Children children = new Children()) {
            for (byte[] damaged : damaged(whole)) {
                Path file = Files.write(folder.resolve("damaged" + refusals.size() + ".db"), damaged);
                String refusal = children.ask(file, "sqlite");
                refusals.add(refusal);
                try {
                    sqliteRows(file);
                    read++;
                } catch (SQLException e) {
                    assertThat(e.getMessage()).as("what SQLite says of it").contains("SQLITE_");
                }
                Files.delete(file);
            }
        }
        assertThat(refusals).as("nothing ended the other process").hasSize(FLIPS + 4).containsOnly("");
        assertThat(read).isBetween(1, FLIPS + 3);
    }

    private static List<byte[]> damaged(byte[] whole) {
        List<byte[]> all = new ArrayList<>();
        for (int cut : new int[] {100, 5_000, whole.length / 2, whole.length - 1_000}) {
            all.add(Arrays.copyOf(whole, cut));
        }
        Random random = new Random(20_250_306);
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = whole.clone();
            // Some of them where the headers are.
            int at = random.nextInt(i < FLIPS / 4 ? 12_288 : flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            all.add(flipped);
        }
        return all;
    }

    private static List<List<List<String>>> duckRows(Path file) {
        try (ReadOnlyFile database = ReadOnlyFile.ofStranger(file); Session session = database.session()) {
            return List.of(session.texts("SELECT count(*), bit_xor(hash(t)) FROM t"), session.texts("SELECT * FROM u ORDER BY a"));
        }
    }

    private static int sqliteRows(Path file) throws SQLException {
        int rows = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            for (String table : List.of("t", "w")) {
                try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
                    while (result.next()) {
                        result.getString(2);
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
