package org.godwit.shred;

/**
 * The content hash of a column: the sum over its rows of a mix of the row's identity and the cell's value. Any changed,
 * lost, added or exchanged cell changes it. The values are stored in targets, so they must never change. Pure.
 */
public final class CellHash {
    private static final long NULL_CELL = LeafHash.mix(0x452821e638d01377L);

    private CellHash() {}

    /** Returns the hash of a row's identity: its document's number and its place there. */
    public static long row(long document, String at, long feed) {
        return row(document, LeafHash.text(at), feed);
    }

    /** Returns the same of a place as it stands in a batch; where none stands, it is the document itself. */
    public static long row(long document, ColumnVector at, int row, long feed) {
        return row(document, at.isNull(row) ? LeafHash.text("") : LeafHash.textAsItCame(at.asItCameAt(row)), feed);
    }

    private static long row(long document, long atHash, long feed) {
        return LeafHash.mix(atHash ^ LeafHash.mix(document * 31 + feed));
    }

    /** Returns what one cell adds to its column's hash. */
    public static long cell(long row, ColumnVector column, int index) {
        return cell(row, value(column, index));
    }

    /** Returns what a cell of this {@linkplain #value value} adds to its column's hash. */
    public static long cell(long row, long value) {
        return LeafHash.mix(row ^ value);
    }

    /**
     * Returns what cells add to their column's hash, together.
     *
     * @param rows hashes of the rows' identities, from the column's first row on
     * @param nulls whether any of the cells is NULL
     */
    public static long sum(long[] rows, ColumnVector column, boolean nulls) {
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> nulls ? each(rows, column) : whole(rows, column.longs());
            case DOUBLE -> nulls ? each(rows, column) : real(rows, column.doubles());
            case VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> each(rows, column);
        };
    }

    // The two kinds that most cells of most sources are, without a question at each cell.
    private static long whole(long[] rows, long[] values) {
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += LeafHash.mix(rows[i] ^ LeafHash.integer(values[i]));
        }
        return sum;
    }

    private static long real(long[] rows, double[] values) {
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += LeafHash.mix(rows[i] ^ LeafHash.real(values[i]));
        }
        return sum;
    }

    private static long each(long[] rows, ColumnVector column) {
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += cell(rows[i], column, i);
        }
        return sum;
    }

    /** Returns the hash of what a cell holds, wherever it stands. */
    public static long value(ColumnVector column, int index) {
        if (column.isNull(index)) {
            return NULL_CELL;
        }
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> LeafHash.integer(column.longAt(index));
            case DOUBLE -> LeafHash.real(column.doubleAt(index));
            case VARCHAR, JSON, BLOB -> column.textHashAt(index);
            case HUGEINT, DECIMAL -> LeafHash.text(column.objectAt(index).toString());
        };
    }
}
