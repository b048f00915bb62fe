package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.godwit.connector.spi.TargetTable;
import org.godwit.connector.spi.server.ServerFault;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows by LOAD DATA LOCAL: one thread makes the text, another sends it. The server cannot stop such a load, so it
 * leaves rows out that it does not like, and changes values, and says so in warnings: each warning is a refusal here.
 */
final class LoadData implements RowWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LoadData.class);
    private static final long PATIENCE_MILLIS = 100;
    private static final long FAREWELL_MILLIS = 1_000;
    private static final int CHUNK_BYTES = 1 << 18;
    // So often the server is asked whether it took everything: a fault shows before all rows are sent.
    private static final long STATEMENT_BYTES = 64L << 20;

    private final Link link;
    private final TaskContext context;
    private final CellCheck check;
    private final String stage;
    private final String sql;
    private final LoadText text = new LoadText();
    private @Nullable Sending sending;
    private long made;
    private long accepted;
    private long bytes;

    /** One statement on its way. */
    private record Sending(RowPipe pipe, FutureTask<Long> task) {}

    /** @param stage the table's name on the server */
    LoadData(Link link, String stage, TargetTable table, CellCheck check, TaskContext context) {
        this.link = link;
        this.context = context;
        this.check = check;
        this.stage = stage;
        this.sql = "LOAD DATA LOCAL INFILE 'godwit' INTO TABLE " + MariaSql.name(stage)
                + " CHARACTER SET binary FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' ("
                + MariaSql.names(table.names()) + ")";
    }

    @Override
    public void add(RowBatch batch) {
        context.checkCancelled();
        check.check(batch, made);
        for (int row = 0; row < batch.rows(); row++) {
            text.row(batch, row);
            made++;
            if (text.size() >= CHUNK_BYTES) {
                send();
            }
        }
    }

    private void send() {
        byte[] rows = text.take();
        bytes += rows.length;
        Sending current = sending == null ? start() : sending;
        sending = current;
        if (!current.pipe.put(rows, context) || bytes >= STATEMENT_BYTES) {
            finish();
        }
    }

    private Sending start() {
        RowPipe pipe = new RowPipe();
        FutureTask<Long> task = new FutureTask<>(() -> {
            try {
                return link.load(sql, pipe);
            } finally {
                pipe.readerGone();
            }
        });
        Thread thread = new Thread(task, "mariadb-load");
        thread.setDaemon(true);
        thread.start();
        return new Sending(pipe, task);
    }

    private void finish() {
        Sending current = sending;
        if (current == null) {
            return;
        }
        bytes = 0;
        current.pipe.end();
        long added = result(current);
        sending = null;
        List<List<@Nullable String>> warnings = link.texts("SHOW WARNINGS LIMIT 1");
        if (!warnings.isEmpty()) {
            throw Refusal.of(check, MariaCatalog.text(warnings.get(0), 2), accepted, stage);
        }
        accepted += added;
        if (accepted != made) {
            throw check.refused("rows after " + (accepted - added), "the server took " + accepted + " rows of " + made);
        }
    }

    private long result(Sending current) {
        try {
            while (!ended(current.task, PATIENCE_MILLIS)) {
                context.checkCancelled();
            }
            return current.task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException();
        } catch (ExecutionException e) {
            SQLException cause = ServerFault.cause(e, SQLException.class);
            if (cause == null) {
                throw new GodwitException(e, ErrorCode.SERVER_FAILED, link.place().text(), MariaErrors.reason(e));
            }
            throw Refusal.isAboutRows(cause) ? Refusal.of(check, MariaErrors.reason(cause), accepted, stage) : link.failed(cause);
        }
    }

    private static boolean ended(FutureTask<Long> task, long millis) throws InterruptedException, ExecutionException {
        try {
            task.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public long end() {
        if (text.size() > 0) {
            send();
        }
        finish();
        return accepted;
    }

    @Override
    public void stop() {
        Sending current = sending;
        sending = null;
        if (current == null) {
            return;
        }
        // What was sent so far is whole rows; the server takes them, and they go with their table. A server that takes
        // nothing any more is left.
        current.pipe.end();
        try {
            if (!ended(current.task, FAREWELL_MILLIS)) {
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
