package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.godwit.connector.spi.server.ServerFault;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A statement that sends rows, on a thread of its own: a server that hangs does not keep a run that is cancelled. */
final class Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
    private static final long PATIENCE_MILLIS = 100;
    private static final long FAREWELL_MILLIS = 1_000;

    private final Link link;
    private final FutureTask<Long> task;

    /** @param work uses the link, which nobody else does until it has ended, and returns how many rows the server took */
    Errand(Link link, Callable<Long> work) {
        this.link = link;
        this.task = new FutureTask<>(work);
        Thread thread = new Thread(task, "mariadb-load");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the end.
     *
     * @throws SQLException what the server or the driver said
     * @throws GodwitException SERVER_FAILED for anything else
     */
    long result(TaskContext context) throws SQLException {
        try {
            while (!ended(PATIENCE_MILLIS)) {
                context.checkCancelled();
            }
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        } catch (ExecutionException e) {
            SQLException cause = ServerFault.cause(e, SQLException.class);
            if (cause == null) {
                throw new GodwitException(e, ErrorCode.SERVER_FAILED, link.place().text(), MariaErrors.reason(e));
            }
            throw cause;
        }
    }

    private boolean ended(long millis) throws InterruptedException, ExecutionException {
        try {
            task.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Waits a moment, after a failure elsewhere; a server that takes nothing any more is left. */
    void stop() {
        try {
            if (!ended(FAREWELL_MILLIS)) {
                link.abort();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            link.abort();
        } catch (ExecutionException e) {
            LOG.debug("the load that was stopped had failed: {}", e.getMessage());
        }
    }
}
