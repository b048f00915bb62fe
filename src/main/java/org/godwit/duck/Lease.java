package org.godwit.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * A person's database, opened for reading only when it is needed and let go after a while without use, so that others
 * can write it. Locked down: no other file, no extension, no setting can be reached from it. After the file was
 * replaced, the next use sees the new one. Thread-safe.
 */
public final class Lease implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(2);

    /** What is done with a connection; the connection must not be kept. */
    interface Work<T> {
        T with(DuckDBConnection connection) throws SQLException;
    }

    private final Path file;
    private final Duration idle;
    private @Nullable DuckDBConnection connection;
    private @Nullable Path temp;
    private TargetFile.@Nullable Stamp stamp;
    private int users;
    private long uses;

    /** Makes a lease; the file is opened at the first use. */
    public Lease(Path file) {
        this(file, IDLE);
    }

    Lease(Path file, Duration idle) {
        this.file = new TargetFile(file).path();
        this.idle = idle;
    }

    public Path file() {
        return file;
    }

    /**
     * Does something with a connection of its own.
     *
     * @throws GodwitException TARGET_LOCKED, TARGET_UNREADABLE, or QUERY_FAILED for every other error of DuckDB
     */
    <T> T use(Work<T> work) {
        DuckDBConnection mine = acquire();
        try (mine) {
            return work.with(mine);
        } catch (SQLException e) {
            throw new GodwitException(e, ErrorCode.QUERY_FAILED, DuckErrors.reason(e));
        } finally {
            release();
        }
    }

    private synchronized DuckDBConnection acquire() {
        try {
            TargetFile.Stamp now = new TargetFile(file).stamp();
            if (users == 0 && !Objects.equals(now, stamp)) {
                letGo();
            }
            DuckDBConnection open = connection;
            if (open == null) {
                open = open();
                connection = open;
                stamp = now;
            }
            DuckDBConnection mine = open.duplicate();
            users++;
            return mine;
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, file);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNREADABLE, file, DuckErrors.reason(e));
        }
    }

    private DuckDBConnection open() throws SQLException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new GodwitException(ErrorCode.TARGET_UNREADABLE, file, "there is no such file");
        }
        if (!DuckFile.test(file)) {
            throw new GodwitException(ErrorCode.TARGET_UNREADABLE, file, "it is no DuckDB database");
        }
        new TargetFile(file).finishSwap();
        Path spill = Path.of(System.getProperty("java.io.tmpdir"), "godwit-query-" + UUID.randomUUID());
        DuckDBConnection opened = LockedDown.database(file, spill);
        temp = spill;
        return opened;
    }

    private synchronized void release() {
        users--;
        long use = ++uses;
        if (users == 0) {
            CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS).execute(() -> letGoUnlessUsed(use));
        }
    }

    private synchronized void letGoUnlessUsed(long use) {
        if (users == 0 && uses == use) {
            letGo();
        }
    }

    /** Returns whether the file is open at this moment. */
    synchronized boolean isOpen() {
        return connection != null;
    }

    private void letGo() {
        try {
            if (connection != null) {
                connection.close();
            }
            if (temp != null && Files.exists(temp)) {
                TargetFile.removeTree(temp);
            }
        } catch (SQLException | IOException ignored) {
            // Nothing was written; what is left of the temporary folder is swept at the next start.
        }
        connection = null;
        temp = null;
        stamp = null;
    }

    /** Lets the file go now, unless it is in use. A later use opens it again. */
    @Override
    public synchronized void close() {
        if (users == 0) {
            letGo();
        }
    }
}
