package org.godwit.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * {@code workspace.db}. Each piece of work gets a connection of its own, so threads and processes need no agreement
 * beyond SQLite's: readers never wait, writers wait up to {@value #BUSY_MILLIS} ms for each other.
 */
final class WorkspaceDatabase {
    private static final String FILE = "workspace.db";
    private static final int BUSY_MILLIS = 15_000;
    private static final int OPEN_TRIES = 50;
    private static final long OPEN_PAUSE_MILLIS = 20;

    private final Path folder;

    WorkspaceDatabase(Path folder) {
        this.folder = folder;
    }

    /** Work that reads or writes within one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work in a transaction: all of it is there afterwards (also after a power cut), or nothing. */
    <T> T write(Work<T> work) {
        try (Connection connection = open()) {
            execute(connection, "BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.on(connection);
                execute(connection, "COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    execute(connection, "ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Does work that only reads; all of it sees the same state. */
    <T> T read(Work<T> work) {
        try (Connection connection = open()) {
            execute(connection, "BEGIN");
            T result = work.on(connection);
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        makeFolder();
        for (int tries = 1; ; tries++) {
            try {
                return openOnce();
            } catch (SQLException e) {
                // Two processes that make the database at the same moment: switching to WAL does not wait its turn.
                if (tries == OPEN_TRIES || !busy(e) || !paused()) {
                    throw e;
                }
            }
        }
    }

    private Connection openOnce() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + folder.resolve(FILE));
        boolean ready = false;
        try {
            migrate(connection);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private void migrate(Connection connection) throws SQLException {
        if (version(connection) == Schema.VERSION) {
            return;
        }
        execute(connection, "BEGIN IMMEDIATE");
        int version = version(connection);
        if (version > Schema.VERSION) {
            throw new GodwitException(ErrorCode.WORKSPACE_UNUSABLE, folder, "it was written by a newer version of Godwit");
        }
        for (String statement : Schema.since(version)) {
            execute(connection, statement);
        }
        execute(connection, "PRAGMA user_version = " + Schema.VERSION);
        execute(connection, "COMMIT");
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getInt(1);
        }
    }

    /** Only its owner may look into the folder: history holds original text of rejected documents. */
    private void makeFolder() {
        if (Files.isDirectory(folder)) {
            return;
        }
        FileAttribute<?>[] attributes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder, attributes);
        } catch (FileAlreadyExistsException e) {
            throw new GodwitException(e, ErrorCode.WORKSPACE_UNUSABLE, folder, e.getFile() + " is a file, not a folder");
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.WORKSPACE_UNUSABLE, folder, "the folder cannot be made: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static boolean busy(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private static boolean paused() {
        try {
            Thread.sleep(OPEN_PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private GodwitException unusable(SQLException e) {
        return new GodwitException(e, ErrorCode.WORKSPACE_UNUSABLE, folder, FILE + ": " + e.getMessage());
    }
}
