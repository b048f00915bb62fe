package org.godwit.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plans and databases that were used last, newest first; each is listed once. Thread-safe. */
public final class Recent {
    private static final int KEPT = 20;

    private final WorkspaceDatabase database;
    private final Clock clock;

    Recent(WorkspaceDatabase database) {
        this(database, Clock.systemUTC());
    }

    Recent(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What can be recent. */
    public enum Kind {
        PLAN,
        DATABASE,
        SOURCE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Notes that a file was used now. */
    public void add(Kind kind, Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO recent (kind, path, used)"
                    + " VALUES (?1, ?2, max(?3, (SELECT coalesce(max(used), 0) + 1 FROM recent WHERE kind = ?1)))")) {
                insert.setString(1, kind.word());
                insert.setString(2, path);
                insert.setLong(3, clock.millis());
                insert.executeUpdate();
            }
            return prune(connection, kind);
        });
    }

    /** Returns what was used last, newest first; files that are gone since are listed too. */
    public List<Path> list(Kind kind, int limit) {
        return database.read(connection -> {
            List<Path> paths = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT path FROM recent WHERE kind = ? ORDER BY used DESC, path LIMIT ?")) {
                select.setString(1, kind.word());
                select.setInt(2, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        paths.add(Path.of(rows.getString(1)));
                    }
                }
            }
            return paths;
        });
    }

    /** Takes a file off the list. */
    public void forget(Kind kind, Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        database.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM recent WHERE kind = ? AND path = ?")) {
                delete.setString(1, kind.word());
                delete.setString(2, path);
                return delete.executeUpdate();
            }
        });
    }

    private static int prune(Connection connection, Kind kind) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM recent WHERE kind = ?1 AND path NOT IN"
                + " (SELECT path FROM recent WHERE kind = ?1 ORDER BY used DESC, path LIMIT " + KEPT + ")")) {
            delete.setString(1, kind.word());
            return delete.executeUpdate();
        }
    }
}
