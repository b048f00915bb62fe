package org.godwit.shred;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row of a table as its source stores them, in the table's order. Filled again for every row; not
 * thread-safe.
 */
public final class SourceRow {
    /** The member of the object that stands for bytes in a document. */
    public static final String BYTES = "$base64";

    /** What a cell is. */
    public enum Kind {
        NOTHING,
        BOOL,
        INTEGER,
        REAL,
        /** A number that is neither a 64-bit integer nor a double; its digits are a text. */
        NUMBER,
        TEXT,
        /** Bytes as base64. */
        BYTES,
        /** What no column takes as it is. */
        OTHER
    }

    private final Kind[] kinds;
    private final long[] longs;
    private final double[] reals;
    private final @Nullable Object[] texts;
    private int size;
    private boolean plain = true;

    public SourceRow(int columns) {
        kinds = new Kind[columns];
        Arrays.fill(kinds, Kind.NOTHING);
        longs = new long[columns];
        reals = new double[columns];
        texts = new Object[columns];
    }

    public void clear() {
        size = 0;
        plain = true;
    }

    public int size() {
        return size;
    }

    /** Returns whether no cell is {@link Kind#OTHER}. */
    boolean isPlain() {
        return plain;
    }

    private int next(Kind kind) {
        kinds[size] = kind;
        return size++;
    }

    public void nothing() {
        next(Kind.NOTHING);
    }

    public void bool(boolean value) {
        longs[next(Kind.BOOL)] = value ? 1 : 0;
    }

    public void integer(long value) {
        longs[next(Kind.INTEGER)] = value;
    }

    public void real(double value) {
        reals[next(Kind.REAL)] = value;
    }

    /** @param text of a NUMBER, TEXT or BYTES */
    public void text(Kind kind, String text) {
        texts[next(kind)] = text;
    }

    /** A TEXT. */
    public void text(Utf8Text text) {
        texts[next(Kind.TEXT)] = text;
    }

    public void other() {
        next(Kind.OTHER);
        plain = false;
    }

    public Kind kind(int column) {
        return kinds[column];
    }

    public long integerAt(int column) {
        return longs[column];
    }

    public double realAt(int column) {
        return reals[column];
    }

    public String textAt(int column) {
        return asItCame(column).toString();
    }

    /** Returns the String or {@link Utf8Text} of a cell. */
    Object asItCame(int column) {
        Object text = texts[column];
        if (text == null) {
            throw new IllegalStateException("cell " + column + " has no text");
        }
        return text;
    }
}
