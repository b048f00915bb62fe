package org.godwit.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file could end the process that opens it: another one does so first. */
final class SqliteTrialTest {
    @TempDir
    private Path folder;

    /** Opens a file and returns the processes that were there meanwhile. */
    private static Set<ProcessHandle> whileOpening(Path file) throws InterruptedException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean opened = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().start(() -> {
            while (!opened.get()) {
                ProcessHandle.current().children().filter(child -> !before.contains(child)).forEach(seen::add);
            }
        });
        try (TableSource source = new SqliteConnector().open(new Place.Files(file), List.of(), new TaskContext())) {
            opened.set(true);
            watch.join();
            assertThat(Cells.of(source, "t").rows()).hasSize(1);
        } finally {
            opened.set(true);
        }
        return seen;
    }

    @Test
    void anotherProcessOpensAFileFirstOnceUntilItChanges() throws Exception {
        Path file = Sqlite.make(folder.resolve("a b%20?#.db"), "CREATE TABLE t(x)", "INSERT INTO t VALUES (1)");
        assertThat(whileOpening(file)).isNotEmpty();
        assertThat(whileOpening(file)).isEmpty();
        Sqlite.make(file, "CREATE TABLE u(y)", "INSERT INTO u SELECT hex(randomblob(2000)) FROM generate_series(1, 20)");
        assertThat(whileOpening(file)).isNotEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
