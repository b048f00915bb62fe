package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShadowFileTest {
    private static final ShadowSettings SETTINGS = new ShadowSettings("run-1", 1 << 28, 2, 0);

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("we'ird [x]* é.duckdb");
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static void make(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            execute(connection, statements);
        }
    }

    private static long count(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void refused(ErrorCode code, String word) {
        assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> ShadowFile.open(target, SETTINGS).close())
            .satisfies(e -> assertThat(e.code()).isEqualTo(code)).withMessageContaining(word);
    }

    @Test
    void makesANewTarget() throws Exception {
        try (ShadowFile shadow = ShadowFile.open(target, SETTINGS)) {
            assertThat(shadow.isCopy()).isFalse();
            execute(shadow.connection(), "CREATE TABLE t AS FROM range(10)");
            execute(shadow.newConnection(), "INSERT INTO t FROM range(5)");
            assertThat(target).doesNotExist();
            shadow.commit();
        }
        assertThat(files()).containsExactly(target.getFileName().toString());
        assertThat(count(target)).isEqualTo(15);
    }

    @Test
    void leavesTheTargetWhenDiscarded() throws Exception {
        make(target, "CREATE TABLE t AS FROM range(3)");
        byte[] before = Files.readAllBytes(target);
        try (ShadowFile shadow = ShadowFile.open(target, SETTINGS)) {
            execute(shadow.connection(), "DELETE FROM t");
        }
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
        assertThat(files()).hasSize(1);
    }

    @Test
    void addsToACopyAndKeepsPermissionsAndLink() throws Exception {
        make(target, "CREATE TABLE t AS FROM range(3)");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target.getFileName());
        try (ShadowFile shadow = ShadowFile.open(link, SETTINGS)) {
            assertThat(shadow.isCopy()).isTrue();
            execute(shadow.connection(), "INSERT INTO t FROM range(4)");
            shadow.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(count(target)).isEqualTo(7);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-r-----");
    }

    @Test
    void foldsInALogThatWasLeftBehind() throws Exception {
        Path made = folder.resolve("made");
        Path madeLog = folder.resolve("made.wal");
        Path log = folder.resolve(target.getFileName() + ".wal");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + made)) {
            execute(connection, "CREATE TABLE t AS FROM range(3)", "CHECKPOINT", "INSERT INTO t FROM range(4)");
            Files.copy(made, target);
            Files.copy(madeLog, log);
        }
        byte[] before = Files.readAllBytes(target);
        byte[] logBefore = Files.readAllBytes(log);
        ShadowFile.open(target, SETTINGS).close();
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
        assertThat(Files.readAllBytes(log)).isEqualTo(logBefore);
        try (ShadowFile shadow = ShadowFile.open(target, SETTINGS)) {
            execute(shadow.connection(), "INSERT INTO t FROM range(5)");
            shadow.commit();
        }
        assertThat(log).doesNotExist();
        assertThat(count(target)).isEqualTo(12);
    }

    @Test
    void removesWhatDeadRunsLeft() throws Exception {
        String prefix = "." + target.getFileName() + ".godwit-shadow-old";
        Files.writeString(folder.resolve(prefix), "x");
        Files.writeString(folder.resolve(prefix + ".wal"), "x");
        Files.writeString(Files.createDirectory(folder.resolve(prefix + ".tmp")).resolve("y"), "x");
        Files.writeString(folder.resolve("." + target.getFileName() + ".godwit-lock"), "process 1\n");
        ShadowFile.open(target, SETTINGS).close();
        assertThat(files()).isEmpty();
    }

    @Test
    void excludesASecondRun() {
        try (ShadowFile first = ShadowFile.open(target, SETTINGS)) {
            assertThat(first.path()).exists();
            refused(ErrorCode.TARGET_LOCKED, "process " + ProcessHandle.current().pid());
        }
        ShadowFile.open(target, SETTINGS).close();
    }

    @Test
    void refusesWhatIsNoDatabase() throws Exception {
        Files.writeString(target, "some notes, long enough to be read");
        refused(ErrorCode.TARGET_UNREADABLE, "no DuckDB database");
        assertThat(Files.readString(target)).startsWith("some notes");
        Files.writeString(target, "a");
        refused(ErrorCode.TARGET_UNREADABLE, "no DuckDB database");
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        make(target, "CREATE TABLE t AS FROM range(3)");
        byte[] bytes = Files.readAllBytes(target);
        bytes[4096 + 20] ^= 1;
        bytes[8192 + 20] ^= 1;
        Files.write(target, bytes);
        refused(ErrorCode.TARGET_UNREADABLE, "");
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesWhereNothingMayBeWritten() throws Exception {
        make(target, "CREATE TABLE t AS FROM range(3)");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
        refused(ErrorCode.TARGET_UNWRITABLE, "read-only");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            refused(ErrorCode.TARGET_UNWRITABLE, "not writable");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        target = folder.resolve("missing").resolve("x.duckdb");
        refused(ErrorCode.TARGET_UNWRITABLE, "does not exist");
        target = Files.createDirectory(folder.resolve("dir"));
        refused(ErrorCode.TARGET_UNWRITABLE, "no regular file");
    }

    @Test
    void refusesWhenTheDiskIsTooSmall() {
        ShadowSettings huge = new ShadowSettings("run-1", 0, 0, Long.MAX_VALUE / 2);
        assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> ShadowFile.open(target, huge))
            .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DISK_FULL));
    }

    @Test
    void doesNotOverwriteATargetThatChangedMeanwhile() throws Exception {
        make(target, "CREATE TABLE t AS FROM range(3)");
        try (ShadowFile shadow = ShadowFile.open(target, SETTINGS)) {
            make(target, "INSERT INTO t FROM range(1)");
            assertThatExceptionOfType(GodwitException.class).isThrownBy(shadow::commit)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_LOCKED));
        }
        assertThat(count(target)).isEqualTo(4);
        assertThat(files()).hasSize(1);
    }
}
