package org.godwit.connector.spi;

import org.godwit.shred.Utf8Text;

/**
 * Takes rows, cell by cell: {@link #row}, then each column once in the table's order, then {@link #end}. A cell is
 * what the source stores, never a conversion of it. Not thread-safe.
 */
public interface RowSink {
    /**
     * A row begins.
     *
     * @param number what tells it from others in its table as a number: the row id, or its position from 1
     */
    void row(long number);

    void nothing();

    void bool(boolean value);

    void integer(long value);

    /** A binary floating-point number, NaN and infinities included. */
    void real(double value);

    /**
     * Any other number.
     *
     * @param digits as JSON writes numbers, exactly
     */
    void number(String digits);

    void text(String value);

    /** The same, of a source that has its texts as UTF-8: one that only passes through is not decoded. */
    default void text(Utf8Text value) {
        text(value.toString());
    }

    /** A text that the source itself knows to be JSON, or that belongs to a column of which the plan says so. */
    void json(String value);

    void blob(byte[] value);

    /**
     * A cell that cannot be told exactly.
     *
     * @param raw what is there, as text
     * @param reason why, in words
     */
    void unreadable(String raw, String reason);

    void end();
}
