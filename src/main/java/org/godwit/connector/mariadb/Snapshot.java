package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.godwit.connector.spi.Secrets;
import org.godwit.model.Connection;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One state of a database, seen through several connections. Their transactions begin inside one short
 * {@code FLUSH TABLES WITH READ LOCK}, so that nothing is committed in between. Where the user may not take that lock,
 * or somebody's long statement keeps it, there is one connection only, and workers take turns. Tables of engines
 * without transactions are locked against writing until the snapshot is closed. Thread-safe.
 */
final class Snapshot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
    private static final int MOST_LINKS = 4;
    private static final long PATIENCE_MILLIS = 200;
    private static final int ACCESS_SPECIAL = 1227;
    private static final Set<Integer> NO_GATE = Set.of(ACCESS_SPECIAL, MariaErrors.LOCK_WAIT);

    private final BlockingQueue<Link> free = new LinkedBlockingQueue<>();
    private final List<Link> all = new ArrayList<>();
    private final Connection place;
    private final Secrets secrets;
    private final TaskContext context;
    private @Nullable Link guard;

    private Snapshot(Connection place, Secrets secrets, TaskContext context) {
        this.place = place;
        this.secrets = secrets;
        this.context = context;
    }

    /** Begins it, with as many connections as there are processors, at most four. */
    static Snapshot open(Connection place, Secrets secrets, TaskContext context) {
        Snapshot snapshot = new Snapshot(place, secrets, context);
        boolean opened = false;
        try {
            Link first = snapshot.add(Link.open(place, secrets, Link.Use.PLAIN, context));
            snapshot.lockOthers(first);
            int wanted = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_LINKS);
            try (Link gate = Link.open(place, secrets, Link.Use.PLAIN, context)) {
                if (wanted > 1 && shut(gate)) {
                    while (snapshot.all.size() < wanted) {
                        snapshot.add(Link.open(place, secrets, Link.Use.PLAIN, context));
                    }
                }
                snapshot.all.forEach(Snapshot::begin);
            }
            snapshot.free.addAll(snapshot.all);
            opened = true;
            return snapshot;
        } finally {
            if (!opened) {
                snapshot.close();
            }
        }
    }

    private Link add(Link link) {
        all.add(link);
        return link;
    }

    private static void begin(Link link) {
        link.run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        link.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }

    /** Keeps everybody from committing, until the link is closed; returns false if that is not to be had. */
    private static boolean shut(Link gate) {
        try {
            gate.attempt("SET SESSION lock_wait_timeout = 5");
            gate.attempt("FLUSH TABLES WITH READ LOCK");
            return true;
        } catch (SQLException e) {
            if (NO_GATE.contains(e.getErrorCode())) {
                return false;
            }
            throw gate.failed(e);
        }
    }

    private void lockOthers(Link link) {
        List<String> tables = link.texts("SELECT table_name FROM information_schema.tables t"
                + " JOIN information_schema.engines e ON e.engine = t.engine"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND coalesce(e.transactions, 'NO') <> 'YES'")
                .stream().map(row -> MariaCatalog.text(row, 0)).toList();
        if (!tables.isEmpty()) {
            guard = Link.open(place, secrets, Link.Use.PLAIN, context);
            guard.run("LOCK TABLES " + String.join(", ", tables.stream().map(t -> MariaSql.name(t) + " READ").toList()));
        }
    }

    /** Returns how many can read at the same time. */
    int width() {
        return all.size();
    }

    /** Waits for a connection that nobody uses; {@link #giveBack} it. */
    Link take() {
        try {
            Link link = null;
            while (link == null) {
                context.checkCancelled();
                link = free.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
            return link;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        }
    }

    /** Ends what a connection is reading, so that nobody waits for rows that nobody wants. */
    void stop(Link link) {
        try (Link other = Link.open(place, secrets, Link.Use.TIDYING, new TaskContext())) {
            other.run("KILL QUERY " + link.thread());
        } catch (GodwitException e) {
            LOG.debug("the rows that are on the way are read to their end: {}", e.getMessage());
        }
    }

    void giveBack(Link link) {
        free.add(link);
    }

    TaskContext context() {
        return context;
    }

    @Override
    public void close() {
        List<Link> links = new ArrayList<>(all);
        if (guard != null) {
            links.add(guard);
        }
        GodwitException first = null;
        for (Link link : links) {
            try {
                link.abort();
            } catch (GodwitException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
