package org.godwit.duck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * A database beside the target that a run fills and checks, and that takes the target's place only when all is done.
 * It begins as a copy of the target, if there is one. Until {@link #commit()} no byte of the target changes; killed at
 * any moment, the target is as it was or complete. Another process that has the target open for reading keeps reading
 * what it opened. One run at a time writes a target. Not thread-safe; its connections may be used in parallel.
 */
public final class ShadowFile implements AutoCloseable {
    private static final String SHADOW = ".godwit-shadow-";
    private static final String LOCK = ".godwit-lock";

    private final TargetFile target;
    private final TargetLock lock;
    private final Path shadow;
    private final boolean copied;
    private final TargetFile.@Nullable Stamp stamp;
    private final List<DuckDBConnection> connections = new ArrayList<>();
    private boolean ended;

    private ShadowFile(TargetFile target, TargetLock lock, ShadowSettings settings) throws IOException {
        this.target = target;
        this.lock = lock;
        this.shadow = target.beside(SHADOW + settings.run());
        this.copied = target.check();
        target.finishSwap();
        removeLeftovers(target);
        this.stamp = target.stamp();
        long needed = target.bytes() + settings.estimatedBytes();
        long free = DuckErrors.free(target.path());
        if (free < needed) {
            throw new GodwitException(ErrorCode.DISK_FULL, target.path(), needed, free);
        }
        if (copied) {
            target.copyTo(shadow, wal());
        }
        open(settings);
    }

    /**
     * Opens a shadow for a target, which may exist or not.
     *
     * @throws GodwitException TARGET_LOCKED, TARGET_UNWRITABLE, TARGET_UNREADABLE or DISK_FULL; the target is untouched
     */
    public static ShadowFile open(Path given, ShadowSettings settings) {
        TargetFile target = new TargetFile(given);
        TargetLock lock = null;
        ShadowFile opened = null;
        try {
            target.check();
            lock = TargetLock.take(target.path(), target.beside(LOCK));
            opened = new ShadowFile(target, lock, settings);
            return opened;
        } catch (IOException e) {
            throw TargetFile.unwritable(target.path(), e);
        } finally {
            if (opened == null && lock != null) {
                cleanUp(target, lock);
            }
        }
    }

    private void open(ShadowSettings settings) {
        try {
            DuckDBConnection connection = Connections.open(shadow, settings.properties(shadow + ".tmp"));
            connections.add(connection);
            Connections.execute(connection, "PRAGMA disable_checkpoint_on_shutdown");
            if (Files.exists(wal())) {
                Connections.execute(connection, "CHECKPOINT");
            }
        } catch (SQLException e) {
            closeConnections();
            throw DuckErrors.notOpened(e, target.path());
        }
    }

    private Path wal() {
        return Path.of(shadow + ".wal");
    }

    /** Returns the file that will be replaced; a link given as target is followed. */
    public Path target() {
        return target.path();
    }

    /** Returns whether the shadow began as a copy of a database. */
    public boolean isCopy() {
        return copied;
    }

    /** Returns the file being written, to watch its size. */
    public Path path() {
        return shadow;
    }

    /** Returns the first connection, always the same. Closed by commit and discard. */
    public DuckDBConnection connection() {
        return connections.get(0);
    }

    /** Returns another connection to the shadow. Closed by commit and discard. */
    public DuckDBConnection newConnection() {
        try {
            DuckDBConnection connection = connection().duplicate();
            connections.add(connection);
            return connection;
        } catch (SQLException e) {
            throw DuckErrors.failed(e, target.path(), "connect to " + shadow);
        }
    }

    /**
     * Writes everything to disk and puts the shadow in the target's place. All transactions must have ended.
     *
     * @throws GodwitException if it could not be done; the target is as it was, and the shadow still open or discarded
     */
    public void commit() {
        if (ended) {
            throw new IllegalStateException("already committed or discarded");
        }
        try {
            Connections.execute(connection(), "CHECKPOINT");
        } catch (SQLException e) {
            throw DuckErrors.failed(e, target.path(), "write " + shadow);
        }
        closeConnections();
        try {
            if (Files.exists(wal())) {
                throw new GodwitException(ErrorCode.INTERNAL, "write " + shadow, "its log is still there after the checkpoint");
            }
            checkUnchanged();
            if (stamp != null) {
                target.passPermissionsTo(shadow);
            }
            target.replaceBy(shadow);
        } catch (IOException e) {
            throw TargetFile.unwritable(target.path(), e);
        } finally {
            discard();
        }
    }

    private void checkUnchanged() throws IOException {
        if (!Objects.equals(stamp, target.stamp())) {
            throw new GodwitException(ErrorCode.TARGET_LOCKED, target.path(), "another process, which changed it during the run");
        }
        if (stamp != null) {
            target.checkUnlocked();
        }
    }

    /** Throws the shadow away; the target is as it was. Does nothing after {@link #commit()}. */
    public void discard() {
        if (!ended) {
            ended = true;
            closeConnections();
            cleanUp(target, lock);
        }
    }

    private void closeConnections() {
        for (DuckDBConnection connection : connections) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // A database that DuckDB gave up after a full disk or a fatal error: its file goes anyway.
            }
        }
        connections.clear();
    }

    private static void cleanUp(TargetFile target, TargetLock lock) {
        try (lock) {
            removeLeftovers(target);
        } catch (IOException ignored) {
            // What cannot be removed now is removed by the next run.
        }
    }

    // Only with the lock held: then every shadow is ours or of a run that died.
    private static void removeLeftovers(TargetFile target) throws IOException {
        String prefix = target.beside(SHADOW).getFileName().toString();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
            target.folder(), path -> Objects.toString(path.getFileName()).startsWith(prefix))) {
            for (Path path : found) {
                TargetFile.removeTree(path);
            }
        }
    }

    @Override
    public void close() {
        discard();
    }
}
