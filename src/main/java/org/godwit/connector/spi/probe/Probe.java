package org.godwit.connector.spi.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.jspecify.annotations.Nullable;
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

    /** Trials that are going on. */
    private static final Map<Probed, Trial> BEGUN = new ConcurrentHashMap<>();

    /** A question that is asked, and its answer once it is there. */
    private static final class Trial extends FutureTask<String> {
        /** Whether it is asked by a thread that nobody waits for, which may be interrupted therefore. */
        private final boolean ahead;

        Trial(Path file, String type, Duration limit, boolean ahead) {
            super(() -> ask(file, type, limit));
            this.ahead = ahead;
        }
    }

    private Probe() {}

    /** Begins in a thread of its own with what {@link #check} does, which then waits for it; what comes out is told there. */
    public static void begin(Path file, String type) {
        Thread.ofPlatform().daemon().name("probe-begin").start(() -> {
            try {
                check(file, type, true);
            } catch (GodwitException | TaskCancelledException e) {
                LOG.debug("{}: {}", file, e.getMessage());
            }
        });
    }

    /**
     * Returns if the file can be opened and its tables can be read. That it can is remembered until the file changes.
     *
     * @param type {@code duckdb} or {@code sqlite}
     * @throws GodwitException SOURCE_UNREADABLE with the reason; SOURCE_MISSING if there is no such file
     * @throws TaskCancelledException if the thread was interrupted
     */
    public static void check(Path file, String type) {
        check(file, type, false);
    }

    private static void check(Path file, String type, boolean ahead) {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, "it is no regular file");
            }
            Path log = real.resolveSibling(real.getFileName() + (type.equals("sqlite") ? "-wal" : ".wal"));
            Probed key = new Probed(type, List.of(Stamp.of(real), Stamp.of(log)));
            if (!SOUND.contains(key)) {
                String verdict = verdict(key, real, ahead);
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

    /** Asks, or waits for the answer to whoever asks the same just now. */
    private static String verdict(Probed key, Path file, boolean ahead) throws IOException {
        Duration limit = LEAST.plusSeconds(Files.size(file) / BYTES_PER_SECOND);
        while (true) {
            Trial trial = BEGUN.computeIfAbsent(key, begun -> new Trial(file, key.type, limit, ahead));
            if (trial.ahead == ahead) {
                trial.run();
            }
            try {
                return trial.get();
            } catch (InterruptedException e) {
                if (trial.ahead) {
                    trial.cancel(true);
                }
                Thread.currentThread().interrupt();
                throw new TaskCancelledException();
            } catch (CancellationException e) {
                LOG.debug("{}: who waited for the same has been interrupted", file);
            } catch (ExecutionException e) {
                rethrow(e.getCause());
            } finally {
                BEGUN.remove(key, trial);
            }
        }
    }

    /** Returns if it was another thread that has been interrupted. */
    private static void rethrow(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException e) {
            throw e;
        }
        if (!(cause instanceof TaskCancelledException) || Thread.currentThread().isInterrupted()) {
            throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
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
