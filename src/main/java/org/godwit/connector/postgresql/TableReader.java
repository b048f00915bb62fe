package org.godwit.connector.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.godwit.connector.spi.ScanChunk;
import org.godwit.connector.spi.TargetSession.Bound;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/** Reads the rows of a target back into batches by COPY in its binary form. Used once, by one thread. */
final class TableReader {
    private final Link link;
    private final TaskContext context;
    private final List<TargetColumn> columns;
    private final RowBatch form;

    TableReader(Link link, TaskContext context, List<TargetColumn> columns, RowBatch form) {
        this.link = link;
        this.context = context;
        this.columns = columns;
        this.form = form;
    }

    /** @param from the table's name there, quoted */
    void read(String from, @Nullable Bound atLeast, Consumer<RowBatch> chunks) {
        String wanted = columns.stream().map(c -> PgNames.quoted(c.stored())).collect(Collectors.joining(", "));
        String where = atLeast == null ? "" : " WHERE " + PgNames.quoted(PgNames.stored(atLeast.column())) + " >= " + atLeast.value();
        CopyOut copy = null;
        try {
            copy = link.copyOut("COPY (SELECT " + wanted + " FROM " + from + where + ") TO STDOUT (FORMAT BINARY)");
            CopyRows rows = new CopyRows(copy);
            boolean more = true;
            while (more) {
                form.clear();
                more = fill(rows);
                if (form.rows() > 0) {
                    chunks.accept(form);
                }
                context.checkCancelled();
            }
        } catch (SQLException e) {
            throw link.failed(e, "read " + form.table());
        } finally {
            cancel(copy);
        }
    }

    private boolean fill(CopyRows rows) throws SQLException {
        long bytes = 0;
        while (!ScanChunk.isFull(form, bytes)) {
            if (!rows.next()) {
                return false;
            }
            for (int i = 0; i < columns.size(); i++) {
                int length = rows.field();
                if (length < 0) {
                    form.column(i).addNull();
                } else {
                    bytes += length;
                    cell(rows, i, length);
                }
            }
        }
        return true;
    }

    private void cell(CopyRows rows, int column, int length) {
        TargetColumn there = columns.get(column);
        try {
            there.slot().read(rows.bytes(), rows.start(length), length, form.column(column));
        } catch (ArithmeticException e) {
            String reason = "column " + form.names().get(column) + " holds what " + there.type().sql() + " cannot: " + e.getMessage();
            throw new GodwitException(e, ErrorCode.TARGET_DIFFERS, link.place().text(), form.table(), reason);
        }
    }

    private void cancel(@Nullable CopyOut copy) {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
                link.drop();
            }
        } catch (SQLException ignored) {
            // What stopped the reading is on its way to the caller; the transaction is lost with it.
        }
    }
}
