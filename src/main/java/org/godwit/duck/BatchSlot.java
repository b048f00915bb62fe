package org.godwit.duck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBWritableVector;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Holds the batch that one prepared statement reads while it runs. DuckDB calls from a thread of its own, one at a
 * time; the volatile field hands the batch over.
 */
final class BatchSlot {
    private final List<DataType> types;
    private volatile @Nullable RowBatch batch;
    private int next;

    BatchSlot(List<DataType> types) {
        this.types = List.copyOf(types);
    }

    void offer(RowBatch rows) {
        next = 0;
        batch = rows;
    }

    void release() {
        batch = null;
    }

    void bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        for (int i = 0; i < types.size(); i++) {
            DataType type = types.get(i);
            switch (type.kind()) {
                case BOOLEAN -> info.addResultColumn(rawName(i), DuckDBColumnType.BOOLEAN);
                case INTEGER, DATE -> info.addResultColumn(rawName(i), DuckDBColumnType.INTEGER);
                case BIGINT, TIMESTAMP -> info.addResultColumn(rawName(i), DuckDBColumnType.BIGINT);
                case HUGEINT -> info.addResultColumn(rawName(i), DuckDBColumnType.HUGEINT);
                case DOUBLE -> info.addResultColumn(rawName(i), DuckDBColumnType.DOUBLE);
                case VARCHAR, JSON, BLOB -> info.addResultColumn(rawName(i), DuckDBColumnType.VARCHAR);
                case DECIMAL -> {
                    try (DuckDBLogicalType decimal = DuckDBLogicalType.decimal(type.precision(), type.scale())) {
                        info.addResultColumn(rawName(i), decimal);
                    }
                }
            }
        }
    }

    /** Returns the name of a column as the table function gives it. */
    static String rawName(int column) {
        return "c" + column;
    }

    /** Returns the SQL that makes a column's value from what the table function gives. */
    static String value(DataType type, int column) {
        String raw = rawName(column);
        return switch (type.kind()) {
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, VARCHAR, DECIMAL -> raw;
            case DATE -> "(DATE '1970-01-01' + " + raw + ")";
            case TIMESTAMP -> "make_timestamp(" + raw + ")";
            case JSON -> raw + "::JSON";
            case BLOB -> "from_base64(" + raw + ")";
        };
    }

    /** Writes the next rows and returns how many; 0 at the end. */
    long write(DuckDBDataChunkWriter chunk) {
        RowBatch rows = batch;
        if (rows == null) {
            throw new IllegalStateException("no batch to read");
        }
        int from = next;
        int count = Math.min((int) chunk.capacity(), rows.rows() - from);
        for (int i = 0; i < types.size() && count > 0; i++) {
            write(rows.column(i), from, count, chunk.vector(i));
        }
        next = from + count;
        return count;
    }

    // The driver hands over vectors whose rows are all NULL.
    private static void write(ColumnVector column, int from, int count, DuckDBWritableVector to) {
        switch (column.type().kind()) {
            case BOOLEAN -> writeBooleans(column, from, count, VectorMemory.of(to, DuckDBColumnType.BOOLEAN));
            case INTEGER, DATE -> writeInts(column, from, count, VectorMemory.of(to, DuckDBColumnType.INTEGER));
            case BIGINT, TIMESTAMP -> writeLongs(column, from, count, VectorMemory.of(to, DuckDBColumnType.BIGINT));
            case DOUBLE -> writeDoubles(column, from, count, VectorMemory.of(to, DuckDBColumnType.DOUBLE));
            case HUGEINT -> writeHugeInts(column, from, count, to);
            case DECIMAL -> writeDecimals(column, from, count, to);
            case VARCHAR, JSON, BLOB -> writeTexts(column, from, count, to);
        }
    }

    private static void writeBooleans(ColumnVector column, int from, int count, VectorMemory to) {
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                to.put(i, column.longAt(from + i) != 0);
            }
        }
    }

    private static void writeInts(ColumnVector column, int from, int count, VectorMemory to) {
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                to.put(i, Math.toIntExact(column.longAt(from + i)));
            }
        }
    }

    private static void writeLongs(ColumnVector column, int from, int count, VectorMemory to) {
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                to.put(i, column.longAt(from + i));
            }
        }
    }

    private static void writeDoubles(ColumnVector column, int from, int count, VectorMemory to) {
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                to.put(i, column.doubleAt(from + i));
            }
        }
    }

    private static void writeHugeInts(ColumnVector column, int from, int count, DuckDBWritableVector to) {
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                to.setHugeInt(i, (BigInteger) column.objectAt(from + i));
            }
        }
    }

    private static void writeDecimals(ColumnVector column, int from, int count, DuckDBWritableVector to) {
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                to.setBigDecimal(i, (BigDecimal) column.objectAt(from + i));
            }
        }
    }

    private static void writeTexts(ColumnVector column, int from, int count, DuckDBWritableVector to) {
        byte[] @Nullable [] texts = new byte[count][];
        boolean inlined = true;
        for (int i = 0; i < count; i++) {
            if (!column.isNull(from + i)) {
                byte[] text = column.utf8At(from + i);
                texts[i] = text;
                inlined &= text.length <= VectorMemory.LONGEST_INLINED;
            }
        }
        if (inlined) {
            writeInlined(texts, VectorMemory.of(to, DuckDBColumnType.VARCHAR));
        } else {
            to.setStringUtf8Batch(0, texts);
        }
    }

    private static void writeInlined(byte[] @Nullable [] texts, VectorMemory to) {
        for (int i = 0; i < texts.length; i++) {
            byte[] text = texts[i];
            if (text != null) {
                to.put(i, text);
            }
        }
    }
}
