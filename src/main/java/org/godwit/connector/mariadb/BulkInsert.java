package org.godwit.connector.mariadb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Writes rows by prepared batches, where the server forbids LOAD DATA LOCAL. */
final class BulkInsert implements RowWriter {
    private static final int ROWS = 2_000;
    // Stays below the server's usual max_allowed_packet of 16 MB.
    private static final long BYTES = 4L << 20;

    private final Link link;
    private final TaskContext context;
    private final CellCheck check;
    private final String stage;
    private final String sql;
    private @Nullable PreparedStatement statement;
    private long made;
    private long accepted;
    private long bytes;

    /** @param stage the table's name on the server */
    BulkInsert(Link link, String stage, TargetTable table, CellCheck check, TaskContext context) {
        this.link = link;
        this.context = context;
        this.check = check;
        this.stage = stage;
        this.sql = "INSERT INTO " + MariaSql.name(stage) + " (" + MariaSql.names(table.names()) + ") VALUES ("
                + table.names().stream().map(n -> "?").collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public void add(RowBatch batch) {
        context.checkCancelled();
        check.check(batch, made);
        try {
            PreparedStatement insert = statement == null ? link.prepare(sql) : statement;
            statement = insert;
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

    private static long size(ColumnVector column, int row) {
        DataType.Kind kind = column.type().kind();
        boolean text = kind == DataType.Kind.VARCHAR || kind == DataType.Kind.JSON || kind == DataType.Kind.BLOB;
        return text && !column.isNull(row) ? ((String) column.objectAt(row)).length() : Long.BYTES;
    }

    private void send(PreparedStatement insert) throws SQLException {
        insert.executeLargeBatch();
        List<List<@Nullable String>> warnings = link.texts("SHOW WARNINGS LIMIT 1");
        if (!warnings.isEmpty()) {
            throw Refusal.of(check, MariaCatalog.text(warnings.get(0), 2), accepted, stage);
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
            return accepted;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void stop() {
        PreparedStatement insert = statement;
        statement = null;
        if (insert != null) {
            try {
                insert.close();
            } catch (SQLException e) {
                throw link.failed(e);
            }
        }
    }
}
