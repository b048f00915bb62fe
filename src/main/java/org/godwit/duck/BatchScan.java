package org.godwit.duck;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.godwit.model.DataType;
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
        switch (to.type().kind()) {
            case BOOLEAN -> booleans(VectorMemory.of(from, DuckDBColumnType.BOOLEAN), to, rows);
            case INTEGER -> ints(VectorMemory.of(from, DuckDBColumnType.INTEGER), to, rows);
            case BIGINT -> longs(VectorMemory.of(from, DuckDBColumnType.BIGINT), to, rows);
            case DOUBLE -> doubles(VectorMemory.of(from, DuckDBColumnType.DOUBLE), to, rows);
            case VARCHAR, JSON, BLOB -> texts(VectorMemory.of(from, DuckDBColumnType.VARCHAR), to, rows);
            case DATE -> ints(VectorMemory.of(from, DuckDBColumnType.DATE), to, rows);
            case TIMESTAMP -> moments(from, to, rows);
            case HUGEINT, DECIMAL -> numbers(from, to, rows);
        }
    }

    private static void longs(VectorMemory from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addLong(from.longAt(row));
            }
        }
    }

    private static void ints(VectorMemory from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addLong(from.intAt(row));
            }
        }
    }

    private static void booleans(VectorMemory from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addLong(from.booleanAt(row) ? 1 : 0);
            }
        }
    }

    private static void doubles(VectorMemory from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addDouble(from.doubleAt(row));
            }
        }
    }

    private static void texts(VectorMemory from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                from.addText(row, to);
            }
        }
    }

    // Those of seconds, milliseconds and nanoseconds have other units.
    private static void moments(DuckDBReadableVector from, ColumnVector to, int rows) {
        if (from.getType() == DuckDBColumnType.TIMESTAMP) {
            longs(VectorMemory.of(from, DuckDBColumnType.TIMESTAMP), to, rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addLong(ChronoUnit.MICROS.between(EPOCH, from.getLocalDateTime(row)));
            }
        }
    }

    private static void numbers(DuckDBReadableVector from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addObject(to.type().kind() == DataType.Kind.HUGEINT ? from.getHugeInt(row) : from.getBigDecimal(row));
            }
        }
    }
}
