package org.godwit.duck;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** A database opened for reading only, by several sessions. Thread-safe. */
public final class ReadOnlyFile implements AutoCloseable {
    private final DuckDBConnection connection;
    private final Path path;

    private ReadOnlyFile(DuckDBConnection connection, Path path) {
        this.connection = connection;
        this.path = path;
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
            return new ReadOnlyFile(Connections.open(path, properties), path);
        } catch (SQLException e) {
            throw DuckErrors.notOpened(e, path);
        }
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
        } catch (SQLException e) {
            throw DuckErrors.failed(e, path, "close");
        }
    }
}
