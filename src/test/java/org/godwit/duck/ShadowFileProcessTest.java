package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Random;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes and sudden deaths do to a target. */
final class ShadowFileProcessTest {
    private static final ShadowSettings SETTINGS = new ShadowSettings("run-1", 0, 1, 0);
    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void make() throws Exception {
        target = folder.resolve("t.duckdb");
        execute(target, "CREATE TABLE t (run BIGINT, i BIGINT)");
    }

    private static void execute(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            Connections.execute(connection, sql);
        }
    }

    private static List<Object> numbers(Path file, String sql) {
        return Query.rows(file, sql, QueryLimits.ALL, () -> false).rows().get(0);
    }

    @Test
    void namesTheProcessThatHasTheTargetOpen() throws Exception {
        byte[] before = Files.readAllBytes(target);
        try (ChildProcess child = ChildProcess.start("hold", target)) {
            for (Runnable use : List.<Runnable>of(() -> ShadowFile.open(target, SETTINGS), () -> numbers(target, "SELECT 1"))) {
                assertThatExceptionOfType(GodwitException.class).isThrownBy(use::run)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_LOCKED))
                    .withMessageContaining("PID " + child.pid());
            }
        }
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
        ShadowFile.open(target, SETTINGS).close();
    }

    @Test
    void namesTheRunThatWritesTheTargetAndTakesOverWhenItDied() throws Exception {
        try (ChildProcess child = ChildProcess.start("shadow", target)) {
            assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> ShadowFile.open(target, SETTINGS))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_LOCKED))
                .withMessageContaining("process " + child.pid());
        }
        assertThat(folder.resolve(".t.duckdb.godwit-shadow-child")).exists();
        ShadowFile.open(target, SETTINGS).close();
        assertThat(folder.toFile().list()).containsExactly("t.duckdb");
    }

    @Test
    void isWholeAfterEveryKill() throws Exception {
        Random random = new Random(7);
        long last = 0;
        for (int i = 0; i < KILLS; i++) {
            ChildProcess child = ChildProcess.start("commits", target);
            Thread.sleep(700 + random.nextInt(900));
            child.close();
            List<Object> seen = numbers(target, "SELECT COALESCE(max(run), 0), count(*), count(DISTINCT run) FROM t");
            long runs = (Long) seen.get(0);
            assertThat(seen).containsExactly(runs, 1000 * runs, runs);
            assertThat(runs).isGreaterThanOrEqualTo(last);
            last = runs;
        }
        ShadowFile.open(target, SETTINGS).close();
        assertThat(folder.toFile().list()).containsExactly("t.duckdb");
    }

    @Test
    void finishesASwapThatWasInterruptedBeforeTheLogWasRemoved() throws Exception {
        Path shadow = leaveALog();
        TargetFile file = new TargetFile(target);
        file.beginSwap(shadow);
        Files.move(shadow, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(numbers(target, "SELECT count(*) FROM t")).containsExactly(3L);
        assertThat(folder.resolve("t.duckdb.wal")).doesNotExist();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("t.duckdb", "made");
    }

    @Test
    void keepsTheLogWhenASwapWasInterruptedBeforeTheFileWasReplaced() throws Exception {
        Path shadow = leaveALog();
        new TargetFile(target).beginSwap(shadow);
        assertThat(numbers(target, "SELECT count(*) FROM t")).containsExactly(2L);
        assertThat(folder.resolve("t.duckdb.wal")).exists();
    }

    // Leaves two rows in the log of the target; returns a finished shadow with three rows.
    private Path leaveALog() throws Exception {
        Path made = folder.resolve("made");
        Path shadow = folder.resolve("shadow");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + made)) {
            Connections.execute(connection, "CREATE TABLE t (run BIGINT, i BIGINT)");
            Connections.execute(connection, "CHECKPOINT");
            Connections.execute(connection, "INSERT INTO t VALUES (1, 1), (1, 2)");
            for (Path copy : List.of(target, shadow)) {
                Files.copy(made, copy, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(folder.resolve("made.wal"), folder.resolve(copy.getFileName() + ".wal"));
            }
        }
        execute(shadow, "INSERT INTO t VALUES (1, 3)");
        execute(shadow, "CHECKPOINT");
        return shadow;
    }
}
