package org.godwit.shred;

import org.godwit.model.DataType;

/**
 * The content hash of a column: the sum over its rows of a mix of the row's identity and the cell's value. Any changed,
 * lost, added or exchanged cell changes it. The values are stored in targets, so they must never change. Pure.
 */
public final class CellHash {
    private static final long NULL_CELL = LeafHash.mix(0x452821e638d01377L);

    private CellHash() {}

    /** Returns the hash of a row's identity: its document's number and its place there. */
    public static long row(long document, String at, long feed) {
        return LeafHash.mix(LeafHash.text(at) ^ LeafHash.mix(document * 31 + feed));
    }

    /** Returns what one cell adds to its column's hash. */
    public static long cell(long row, ColumnVector column, int index) {
        if (column.isNull(index)) {
            return LeafHash.mix(row ^ NULL_CELL);
        }
        DataType.Kind kind = column.type().kind();
        long value = switch (kind) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> LeafHash.integer(column.longAt(index));
            case DOUBLE -> LeafHash.real(column.doubleAt(index));
            case VARCHAR, JSON, BLOB -> column.textHashAt(index);
            case HUGEINT, DECIMAL -> LeafHash.text(column.objectAt(index).toString());
        };
        return LeafHash.mix(row ^ value);
    }
}
