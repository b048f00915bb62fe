package org.godwit.connector.spi.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether a database file can be opened in this process. A damaged file can end the process that opens it, so a
 * child opens and reads it first. Thread-safe.
 */
public final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final Duration LEAST = Duration.ofSeconds(30);
    private static final long BYTES_PER_SECOND = 20_000_000;
    // Only of those that passed: what was refused may have been in use, or be mended.
    private static final Set<Probed> SOUND = ConcurrentHashMap.newKeySet();

    // A file that was written since is another one; so is its log.
    private record Probed(String type, List<Stamp> stamps) {}

    private record Stamp(Path file, long bytes, long modifiedMillis) {
        static Stamp of(Path file) throws IOException {
            boolean there = Files.exists(file);
            return new Stamp(file, there ? Files.size(file) : -1, there ? Files.getLastModifiedTime(file).toMillis() : 0);
        }
    }

    private Probe() {}

    /**
     * Returns if the file can be opened and its tables can be read. That it can is remembered until the file changes.
     *
     * @param type {@code duckdb} or {@code sqlite}
     * @throws GodwitException SOURCE_UNREADABLE with the reason; SOURCE_MISSING if there is no such file
     * @throws org.godwit.task.TaskCancelledException if the thread was interrupted
     */
    public static void check(Path file, String type) {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, "it is no regular file");
            }
            Path log = real.resolveSibling(real.getFileName() + (type.equals("sqlite") ? "-wal" : ".wal"));
            Probed key = new Probed(type, List.of(Stamp.of(real), Stamp.of(log)));
            if (!SOUND.contains(key)) {
                String verdict = ask(real, type, LEAST.plusSeconds(Files.size(real) / BYTES_PER_SECOND));
                if (!verdict.isEmpty()) {
                    throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, verdict);
                }
                SOUND.add(key);
            }
        } catch (NoSuchFileException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_MISSING, file);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, Objects.toString(e.getMessage()));
        }
    }

    private static String ask(Path file, String type, Duration limit) throws IOException {
        if (!ProbeChild.isPossible()) {
            LOG.warn("There is no java command in {}: {} is opened without a trial in another process", System.getProperty("java.home"), file);
            return "";
        }
        try (ProbeChild child = ProbeChild.start()) {
            return child.ask(file, type, limit);
        }
    }
}
