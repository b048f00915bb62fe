package org.godwit.connector.mariadb;

import java.sql.SQLException;
import java.util.List;
import org.godwit.connector.spi.TargetTable;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by LOAD DATA LOCAL: one thread makes the text, another sends it. The server cannot stop such a load, so it
 * leaves rows out that it does not like, and changes values, and says so in warnings: each warning is a refusal here.
 */
final class LoadData implements RowWriter {
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
    private record Sending(RowPipe pipe, Errand errand) {}

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
        return new Sending(pipe, new Errand(link, () -> {
            try {
                return link.load(sql, pipe);
            } finally {
                pipe.readerGone();
            }
        }));
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
            return current.errand.result(context);
        } catch (SQLException e) {
            throw Refusal.isAboutRows(e) ? Refusal.of(check, MariaErrors.reason(e), accepted, stage) : link.failed(e);
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
        if (current != null) {
            // What was sent so far is whole rows; the server takes them, and they go with their table.
            current.pipe.end();
            current.errand.stop();
        }
    }
}
