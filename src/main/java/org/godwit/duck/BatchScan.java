package org.godwit.duck;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;

/** Reads queries into batches, one chunk at a time. Pure but for the connection. */
final class BatchScan {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private BatchScan() {}

    static void read(DuckDBConnection connection, String sql, RowBatch form, Consumer<RowBatch> chunks) {
        try (PreparedStatement plain = connection.prepareStatement(sql);
                DuckDBChunkedResult result = plain.unwrap(DuckDBPreparedStatement.class).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                form.clear();
                int rows = (int) chunk.rowCount();
                for (int i = 0; i < form.columns().size(); i++) {
                    copy(chunk.vector(i), form.column(i), rows);
                }
                chunks.accept(form);
            }
        } catch (SQLException e) {
            throw DuckErrors.failed(e, null, sql);
        }
    }

    private static void copy(DuckDBReadableVector from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                copyValue(from, to, row);
            }
        }
    }

    private static void copyValue(DuckDBReadableVector from, ColumnVector to, long row) {
        switch (to.type().kind()) {
            case BOOLEAN -> to.addLong(from.getBoolean(row) ? 1 : 0);
            case INTEGER -> to.addLong(from.getInt(row));
            case BIGINT -> to.addLong(from.getLong(row));
            case DOUBLE -> to.addDouble(from.getDouble(row));
            case HUGEINT -> to.addObject(from.getHugeInt(row));
            case DECIMAL -> to.addObject(from.getBigDecimal(row));
            case VARCHAR, JSON, BLOB -> to.addObject(from.getString(row));
            case DATE -> to.addLong(days(from.getLocalDate(row)));
            case TIMESTAMP -> to.addLong(micros(from.getLocalDateTime(row)));
        }
    }

    private static long days(LocalDate date) {
        return date.toEpochDay();
    }

    private static long micros(LocalDateTime moment) {
        return ChronoUnit.MICROS.between(EPOCH, moment);
    }
}
