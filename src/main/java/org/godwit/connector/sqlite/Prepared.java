package org.godwit.connector.sqlite;

import java.sql.SQLException;
import org.godwit.shred.RecentTexts;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is carried out again and again. Parameters count from 1, columns from 0; what is bound is bound for
 * one pass. Not thread-safe.
 */
interface Prepared extends AutoCloseable {
    int INTEGER = 1;
    int REAL = 2;
    int TEXT = 3;
    int BLOB = 4;
    int NULL = 5;

    void bindNull(int parameter) throws SQLException;

    void bind(int parameter, long value) throws SQLException;

    void bind(int parameter, double value) throws SQLException;

    void bind(int parameter, String value) throws SQLException;

    void bind(int parameter, Utf8Text value) throws SQLException;

    void bind(int parameter, byte[] value) throws SQLException;

    /**
     * Returns a text of the row that was stepped to, or null if its bytes are no UTF-8.
     *
     * @param recent the texts that the column has had lately
     */
    default @Nullable Utf8Text text(int column, RecentTexts recent) throws SQLException {
        byte[] bytes = bytes(column);
        return recent.text(bytes, 0, bytes.length);
    }

    /** Goes to the next row; returns false at the end, after which the statement starts anew. */
    boolean step() throws SQLException;

    /** Carries out a statement that returns no rows, and returns how many rows it changed. */
    long run() throws SQLException;

    /** Ends a pass before its last row. */
    void reset() throws SQLException;

    /** Returns how a cell is stored: {@link #INTEGER}, {@link #REAL}, {@link #TEXT}, {@link #BLOB}, {@link #NULL}. */
    int type(int column) throws SQLException;

    long integer(int column) throws SQLException;

    double real(int column) throws SQLException;

    /** Returns the bytes of a BLOB, or of a TEXT in the encoding of the database. */
    byte[] bytes(int column) throws SQLException;

    @Override
    void close() throws SQLException;
}
