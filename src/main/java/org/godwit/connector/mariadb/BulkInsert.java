package org.godwit.connector.mariadb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.stream.Collectors;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by prepared batches. MariaDB takes a batch as a whole and spends less on it than on the same rows as text;
 * MySQL, if it forbids LOAD DATA LOCAL, gets them one by one.
 */
final class BulkInsert implements RowWriter {
    private static final int ROWS = 2_000;
    // Stays below the server's usual max_allowed_packet of 16 MB.
    private static final long BYTES = 4L << 20;

    private final Link link;
    private final TaskContext context;
    private final CellCheck check;
    private final String stage;
    private final String sql;
    private final boolean whole;
    private @Nullable PreparedStatement statement;
    private @Nullable Errand sending;
    private long made;
    private long accepted;
    private long bytes;

    /**
     * @param stage the table's name on the server
     * @param whole whether all rows are one transaction of the writer's own; otherwise the connection is in one already, or in none
     */
    BulkInsert(Link link, String stage, TargetTable table, CellCheck check, boolean whole, TaskContext context) {
        this.link = link;
        this.context = context;
        this.check = check;
        this.stage = stage;
        this.whole = whole;
        this.sql = "INSERT INTO " + MariaSql.name(stage) + " (" + MariaSql.names(table.names()) + ") VALUES ("
                + table.names().stream().map(n -> "?").collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public void add(RowBatch batch) {
        context.checkCancelled();
        check.check(batch, made);
        try {
            PreparedStatement insert = statement == null ? begin() : statement;
            for (int row = 0; row < batch.rows(); row++) {
                for (int i = 0; i < batch.columns().size(); i++) {
                    CellBinder.bind(insert, i + 1, batch.column(i), row);
                    bytes += size(batch.column(i), row);
                }
                insert.addBatch();
                made++;
                if (made - accepted >= ROWS || bytes >= BYTES) {
                    send(insert);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement begin() throws SQLException {
        if (whole) {
            link.attempt("START TRANSACTION");
        }
        PreparedStatement insert = link.prepare(sql);
        statement = insert;
        return insert;
    }

    private static long size(ColumnVector column, int row) {
        DataType.Kind kind = column.type().kind();
        boolean text = kind == DataType.Kind.VARCHAR || kind == DataType.Kind.JSON || kind == DataType.Kind.BLOB;
        return text && !column.isNull(row) ? column.textSize(row) : Long.BYTES;
    }

    private void send(PreparedStatement insert) throws SQLException {
        Errand current = new Errand(link, () -> (long) insert.executeLargeBatch().length);
        sending = current;
        current.result(context);
        sending = null;
        SQLWarning warning = insert.getWarnings();
        if (warning != null) {
            throw Refusal.of(check, MariaErrors.reason(warning), accepted, stage);
        }
        accepted = made;
        bytes = 0;
    }

    private RuntimeException failed(SQLException e) {
        return Refusal.isAboutRows(e) ? Refusal.of(check, MariaErrors.reason(e), accepted, stage) : link.failed(e);
    }

    @Override
    public long end() {
        try (PreparedStatement insert = statement) {
            if (insert != null && made > accepted) {
                send(insert);
            }
            if (whole && insert != null) {
                link.attempt("COMMIT");
            }
            return accepted;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void stop() {
        if (sending != null) {
            sending.stop();
        }
    }
}
