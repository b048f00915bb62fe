package org.godwit.connector.postgresql;

import java.time.Duration;
import java.util.List;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;

/**
 * Keeps two runs from writing one database: an advisory lock of the server, which ends with the transaction. Stateless.
 */
final class RunLock {
    /** "godwit" in ASCII; the server keeps the locks of each database apart. */
    private static final long KEY = 0x676f64776974L;
    // A run whose process was killed is let go by the server within moments.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 100;

    private static final String HOLDER = """
            SELECT 'process ' || l.pid || coalesce(', user ' || a.usename, '') || coalesce(', ' || nullif(a.application_name, ''), '')
                   || coalesce(', from ' || host(a.client_addr), '')
            FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.classid::int8 << 32 | l.objid::int8 = ? AND l.objsubid = 1""";

    private RunLock() {}

    /**
     * Takes the lock.
     *
     * @throws GodwitException TARGET_LOCKED with the session that has it
     */
    static void take(Link link, TaskContext context) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!taken(link)) {
            if (System.nanoTime() > end) {
                List<String> holders = link.rows("see who holds the lock", HOLDER, row -> row.getString(1), KEY);
                throw new GodwitException(ErrorCode.TARGET_LOCKED, link.place().text(), holders.isEmpty() ? "another run of Godwit" : String.join("; ", holders));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            context.checkCancelled();
        }
    }

    private static boolean taken(Link link) {
        return link.rows("keep other runs out", "SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), KEY).get(0);
    }
}
