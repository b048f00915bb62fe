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
        switch (to.type().kind()) {
            case BIGINT -> longs(from, to, rows);
            case DOUBLE -> doubles(from, to, rows);
            case VARCHAR, JSON, BLOB -> texts(from, to, rows);
            case BOOLEAN, INTEGER, HUGEINT, DECIMAL, DATE, TIMESTAMP -> others(from, to, rows);
        }
    }

    private static void longs(DuckDBReadableVector from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addLong(from.getLong(row));
            }
        }
    }

    private static void doubles(DuckDBReadableVector from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addDouble(from.getDouble(row));
            }
        }
    }

    private static void texts(DuckDBReadableVector from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
            } else {
                to.addObject(from.getString(row));
            }
        }
    }

    private static void others(DuckDBReadableVector from, ColumnVector to, int rows) {
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.addNull();
                continue;
            }
            switch (to.type().kind()) {
                case BOOLEAN -> to.addLong(from.getBoolean(row) ? 1 : 0);
                case INTEGER -> to.addLong(from.getInt(row));
                case HUGEINT -> to.addObject(from.getHugeInt(row));
                case DECIMAL -> to.addObject(from.getBigDecimal(row));
                case DATE -> to.addLong(days(from.getLocalDate(row)));
                case TIMESTAMP -> to.addLong(micros(from.getLocalDateTime(row)));
                case BIGINT, DOUBLE, VARCHAR, JSON, BLOB -> throw new IllegalStateException(to.type() + " is read in a way of its own");
            }
        }
    }

    private static long days(LocalDate date) {
        return date.toEpochDay();
    }

    private static long micros(LocalDateTime moment) {
        return ChronoUnit.MICROS.between(EPOCH, moment);
    }
}
