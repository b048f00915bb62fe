package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.godwit.task.TaskContext;

/**
 * Several connections that see one and the same state of a database. Without a log each connection's shared lock keeps
 * writers out. With one, writers go on; so a further connection is asked before the first and after the last has begun
 * to read whether anything was committed meanwhile, and if so all begin again.
 */
final class Snapshot implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private static final List<String> SAFETY = List.of(
            "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0", "PRAGMA query_only = ON", "PRAGMA temp_store = MEMORY");

    private final List<Link> links = new ArrayList<>();

    private Snapshot() {}

    /**
     * Opens connections.
     *
     * @param uri as SQLite reads file names
     * @param count how many
     */
    static Snapshot open(Road road, String uri, int count, TaskContext context) throws SQLException {
        Snapshot snapshot = new Snapshot();
        boolean ready = false;
        try (Link monitor = safely(road, uri)) {
            for (int i = 0; i < count; i++) {
                snapshot.links.add(safely(road, uri));
            }
            snapshot.begin(monitor, context);
            ready = true;
            return snapshot;
        } finally {
            if (!ready) {
                snapshot.close();
            }
        }
    }

    private static Link safely(Road road, String uri) throws SQLException {
        Link link = road.open(uri, true);
        boolean ready = false;
        try {
            for (String pragma : SAFETY) {
                link.execute(pragma);
            }
            ready = true;
            return link;
        } finally {
            if (!ready) {
                link.close();
            }
        }
    }

    private void begin(Link monitor, TaskContext context) throws SQLException {
        long deadline = System.nanoTime() + Link.BUSY_MILLIS * 1_000_000L;
        // A writer that waits for the first reader lets no second one in: better begin again than wait for each other.
        for (Link link : links) {
            link.execute("PRAGMA busy_timeout = " + PAUSE_MILLIS);
        }
        monitor.execute("PRAGMA busy_timeout = " + PAUSE_MILLIS);
        boolean last = false;
        while (!beginOnce(monitor, last)) {
            if (last) {
                throw new SQLException("it changes faster than it can be opened", null, SqliteErrors.BUSY);
            }
            context.checkCancelled();
            pause(context);
            last = System.nanoTime() > deadline;
        }
    }

    /** Returns whether all connections see the same state; if not, none of them reads any more. */
    private boolean beginOnce(Link monitor, boolean last) throws SQLException {
        List<Link> begun = new ArrayList<>();
        boolean same = false;
        try {
            long before = version(monitor);
            for (Link link : links) {
                link.execute("BEGIN");
                begun.add(link);
                try (Prepared look = link.prepare("SELECT count(*) FROM main.sqlite_master")) {
                    look.step();
                }
            }
            same = version(monitor) == before;
            return same;
        } catch (SQLException e) {
            if (last || SqliteErrors.code(e) != SqliteErrors.BUSY) {
                throw e;
            }
            return false;
        } finally {
            if (!same) {
                for (Link link : begun) {
                    link.execute("ROLLBACK");
                }
            }
        }
    }

    private static long version(Link monitor) throws SQLException {
        try (Prepared version = monitor.prepare("PRAGMA main.data_version")) {
            return version.step() ? version.integer(0) : 0;
        }
    }

    private static void pause(TaskContext context) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.checkCancelled();
        }
    }

    List<Link> links() {
        return links;
    }

    @Override
    public void close() throws SQLException {
        for (Link link : links) {
            link.close();
        }
    }
}
