package org.godwit.shred;

import org.jspecify.annotations.Nullable;

/**
 * What a column of a target cannot hold, asked of one value that is not NULL and has the column's type. Each method
 * answers for the types whose values come in its form. Immutable and thread-safe.
 */
public interface CellLimit {
    /** Returns why a truth value, whole number, day or microsecond cannot be held; null if it can. */
    default @Nullable String ofWhole(long value) {
        return null;
    }

    /** Returns why a DOUBLE cannot be held; null if it can. */
    default @Nullable String ofReal(double value) {
        return null;
    }

    /**
     * Returns why a value cannot be held; null if it can.
     *
     * @param value a String (for BLOB in base64), BigInteger or BigDecimal
     */
    default @Nullable String ofObject(Object value) {
        return null;
    }

    /** Returns the same of a text that came as UTF-8: for limits that need not decode it. */
    default @Nullable String ofText(Utf8Text value) {
        return ofObject(value.toString());
    }

    /** Returns {@link #ofText} or {@link #ofObject}, by the form in which a value came. */
    static @Nullable String ofAsItCame(CellLimit limit, Object value) {
        return value instanceof Utf8Text text ? limit.ofText(text) : limit.ofObject(value);
    }

    /** Returns why the cell of a column cannot be held; null if it can, or is NULL. */
    static @Nullable String refusal(CellLimit limit, ColumnVector column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> limit.ofWhole(column.longAt(row));
            case DOUBLE -> limit.ofReal(column.doubleAt(row));
            case VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> ofAsItCame(limit, column.asItCameAt(row));
        };
    }
}
