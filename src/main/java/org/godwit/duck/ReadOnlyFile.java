package org.godwit.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/** A database opened for reading only, by several sessions. Thread-safe. */
public final class ReadOnlyFile implements AutoCloseable {
    private final DuckDBConnection connection;
    private final Path path;

    private final @Nullable Path spill;

    private ReadOnlyFile(DuckDBConnection connection, Path path, @Nullable Path spill) {
        this.connection = connection;
        this.path = path;
        this.spill = spill;
    }

    /**
     * Opens a database.
     *
     * @throws org.godwit.model.GodwitException TARGET_LOCKED or TARGET_UNREADABLE
     */
    public static ReadOnlyFile open(Path path) {
        Properties properties = new Properties();
        properties.setProperty("access_mode", "READ_ONLY");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        try {
            return new ReadOnlyFile(Connections.open(path, properties), path, null);
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, path);
        }
    }

    /**
     * Opens a database that a stranger may have written, locked down: no other file, no extension, no setting can be
     * reached from it.
     *
     * @throws org.godwit.model.GodwitException TARGET_LOCKED or TARGET_UNREADABLE
     */
    public static ReadOnlyFile ofStranger(Path path) {
        Path spill = spill();
        try {
            if (!DuckFile.test(path)) {
                throw new GodwitException(ErrorCode.TARGET_UNREADABLE, path, "it is no DuckDB database");
            }
            return new ReadOnlyFile(LockedDown.database(path, spill), path, spill);
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, path);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNREADABLE, path, DuckErrors.reason(e));
        }
    }

    /** Opens a database in memory, locked down, from which only some files of another format can be read. */
    public static ReadOnlyFile around(List<Path> files) {
        Path spill = spill();
        try {
            return new ReadOnlyFile(LockedDown.memory(files, spill), files.getFirst(), spill);
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, files.getFirst());
        }
    }

    private static Path spill() {
        return Path.of(System.getProperty("java.io.tmpdir"), "godwit-query-" + UUID.randomUUID());
    }

    /** Opens a session; close it when done. */
    public synchronized Session session() {
        try {
            return new Session(connection.duplicate());
        } catch (SQLException e) {
            throw DuckErrors.failed(e, path, "connect");
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
            if (spill != null && Files.exists(spill)) {
                TargetFile.removeTree(spill);
            }
        } catch (SQLException e) {
            throw DuckErrors.failed(e, path, "close");
        } catch (IOException ignored) {
            // What is left of the temporary folder is swept at the next start.
        }
    }
}
