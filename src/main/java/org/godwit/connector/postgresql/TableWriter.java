package org.godwit.connector.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ServerErrorMessage;

/** Writes the rows of one table by COPY in its binary form. Used once, by one thread. */
final class TableWriter {
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int SENT_BYTES = 1 << 16;
    // How often the server is asked whether it still listens: a refused row ends a load soon and not at its end.
    private static final int FLUSHED_BLOCKS = 64;
    private static final Pattern PLACE = Pattern.compile(",\\D*(\\d+)(?:, \\p{L}+ ([^:\\n]+))?");

    private final Link link;
    private final TaskContext context;
    private final String table;
    private final List<String> names;
    private final List<TargetColumn> columns;
    private final CopyBuffer buffer = new CopyBuffer();
    private long rows;
    private int blocks;

    /** @param names the columns as the plan calls them */
    TableWriter(Link link, TaskContext context, String table, List<String> names, List<TargetColumn> columns) {
        this.link = link;
        this.context = context;
        this.table = table;
        this.names = names;
        this.columns = columns;
    }

    /**
     * Writes all batches of a source.
     *
     * @param into the table's name there, quoted
     * @param fresh whether this transaction made it: then nobody can see its rows, and they are written as if they were old
     * @return how many rows the server took
     */
    long write(String into, boolean fresh, Consumer<Consumer<RowBatch>> source) {
        String stored = columns.stream().map(c -> PgNames.quoted(c.stored())).collect(Collectors.joining(", "));
        CopyIn copy = null;
        try {
            copy = link.copyIn("COPY " + into + " (" + stored + ") FROM STDIN (FORMAT BINARY" + (fresh ? ", FREEZE" : "") + ")");
            CopyIn open = copy;
            buffer.putBytes(HEADER);
            source.accept(batch -> add(batch, open));
            buffer.putShort(-1);
            send(open);
            long taken = open.endCopy();
            if (taken != rows) {
                throw new GodwitException(ErrorCode.SERVER_FAILED, link.place().text(), "it took " + taken + " of " + rows + " rows of " + table);
            }
            return taken;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            cancel(copy);
        }
    }

    private void add(RowBatch batch, CopyIn copy) {
        if (!batch.names().equals(names)) {
            throw new IllegalArgumentException("rows of " + batch.names() + " for " + names);
        }
        context.checkCancelled();
        int count = batch.rows();
        for (int row = 0; row < count; row++) {
            buffer.putShort(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                ColumnVector column = batch.column(i);
                if (column.isNull(row)) {
                    buffer.putInt(-1);
                } else {
                    cell(i, column, row);
                }
            }
            rows++;
            if (buffer.size() >= SENT_BYTES) {
                sendInWords(copy);
            }
        }
    }

    private void cell(int index, ColumnVector column, int row) {
        TargetColumn there = columns.get(index);
        String reason = there.limit() < 0 ? null : tooLong((String) column.objectAt(row), there.limit());
        if (reason == null) {
            reason = there.slot().write(column, row, buffer);
        }
        if (reason != null) {
            throw refused("row " + (rows + 1) + ", column " + names.get(index), reason);
        }
    }

    static @Nullable String tooLong(String text, int limit) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit ? "a text longer than the column's " + limit + " characters" : null;
    }

    private void sendInWords(CopyIn copy) {
        try {
            send(copy);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void send(CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer.bytes(), 0, buffer.size());
        buffer.clear();
        if (++blocks % FLUSHED_BLOCKS == 0) {
            copy.flushCopy();
        }
    }

    private static void cancel(@Nullable CopyIn copy) {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException ignored) {
            // What stopped the load is on its way to the caller; the transaction is lost with it.
        }
    }

    private GodwitException refused(String place, String reason) {
        return new GodwitException(ErrorCode.TARGET_REFUSED, link.place().text(), table, place, reason);
    }

    private GodwitException failed(SQLException e) {
        return Faults.isRefusedRow(e)
                ? new GodwitException(e, ErrorCode.TARGET_REFUSED, link.place().text(), table, place(e), Faults.words(e))
                : link.failed(e, "write to " + table);
    }

    /** The server says where in its own language: {@code COPY t, line 3, column c}; the header counts as no line. */
    private String place(SQLException e) {
        ServerErrorMessage message = Faults.serverMessage(e);
        String where = message == null || message.getWhere() == null ? "" : message.getWhere();
        String start = "COPY " + PgNames.stored(table);
        Matcher matcher = PLACE.matcher(where);
        if (!where.startsWith(start) || !matcher.find(start.length())) {
            return "a row";
        }
        String column = message == null ? null : message.getColumn();
        String named = column == null ? matcher.group(2) : column;
        return "row " + matcher.group(1) + (named == null ? "" : ", column " + named);
    }
}
