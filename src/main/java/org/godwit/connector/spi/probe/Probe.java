package org.godwit.connector.spi.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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
    private static final Map<Probed, String> VERDICTS = new ConcurrentHashMap<>();

    // A file that was written since is another one.
    private record Probed(Path file, String type, long bytes, long modifiedMillis) {}

    private Probe() {}

    /**
     * Returns if the file can be opened and its tables can be read. The verdict is kept until the file changes.
     *
     * @param type {@code duckdb} or {@code sqlite}
     * @throws GodwitException SOURCE_UNREADABLE with the reason; SOURCE_MISSING if there is no such file
     * @throws org.godwit.task.TaskCancelledException if the thread was interrupted
     */
    public static void check(Path file, String type) {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, "it is no regular file");
            }
            Probed key = new Probed(real, type, attributes.size(), attributes.lastModifiedTime().toMillis());
            // Not computed inside the map: a probe takes long, and others must not wait for it.
            String verdict = VERDICTS.get(key);
            if (verdict == null) {
                verdict = ask(real, type, LEAST.plusSeconds(attributes.size() / BYTES_PER_SECOND));
                VERDICTS.put(key, verdict);
            }
            if (!verdict.isEmpty()) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, verdict);
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
