package org.godwit.shred;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.godwit.model.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column of a {@link RowBatch}, row by row. BOOLEAN (0, 1), INTEGER, BIGINT, DATE (days since
 * 1970-01-01) and TIMESTAMP (microseconds since 1970-01-01T00:00) live in {@code longs}, DOUBLE in {@code doubles},
 * VARCHAR, JSON and BLOB (String or {@link Utf8Text}, bytes as base64), HUGEINT (BigInteger) and DECIMAL (BigDecimal of the column's scale) in {@code objects}.
 * Not thread-safe.
 */
public final class ColumnVector {
    private static final int CAPACITY = 64;

    private final DataType type;
    private boolean[] nulls = new boolean[0];
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private @Nullable Object[] objects = new Object[0];
    private @Nullable RecentTexts recent;
    private int size;

    public ColumnVector(DataType type) {
        this(type, CAPACITY);
    }

    /** @param rows how many there will be, about */
    ColumnVector(DataType type, int rows) {
        this.type = type;
        allocate(Math.max(CAPACITY, rows));
    }

    /** Returns a vector of its own with the same values. */
    ColumnVector copy() {
        ColumnVector copy = new ColumnVector(type, size);
        System.arraycopy(nulls, 0, copy.nulls, 0, size);
        System.arraycopy(longs, 0, copy.longs, 0, Math.min(size, copy.longs.length));
        System.arraycopy(doubles, 0, copy.doubles, 0, Math.min(size, copy.doubles.length));
        System.arraycopy(objects, 0, copy.objects, 0, Math.min(size, copy.objects.length));
        copy.size = size;
        return copy;
    }

    private void allocate(int capacity) {
        switch (type.kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> longs = Arrays.copyOf(longs, capacity);
            case DOUBLE -> doubles = Arrays.copyOf(doubles, capacity);
            case VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> objects = Arrays.copyOf(objects, capacity);
        }
        nulls = Arrays.copyOf(nulls, capacity);
    }

    public DataType type() {
        return type;
    }

    public int size() {
        return size;
    }

    // May replace the arrays: call it before they are named.
    private int next() {
        if (size == nulls.length) {
            allocate(size * 2);
        }
        nulls[size] = false;
        return size++;
    }

    public void addNull() {
        int row = next();
        nulls[row] = true;
    }

    public void addLong(long value) {
        int row = next();
        longs[row] = value;
    }

    public void addDouble(double value) {
        int row = next();
        doubles[row] = value;
    }

    public void addObject(Object value) {
        int row = next();
        objects[row] = value;
    }

    /** Returns the texts that were added lately, also before the vector was cleared: who adds texts as they came asks there for them. */
    public RecentTexts recent() {
        RecentTexts texts = recent == null ? new RecentTexts() : recent;
        recent = texts;
        return texts;
    }

    /** Adds a text; what is no UTF-8 in its bytes becomes U+FFFD. */
    public void addUtf8(byte[] bytes, int from, int length) {
        Utf8Text text = recent().text(bytes, from, length);
        addObject(text == null ? new String(bytes, from, length, StandardCharsets.UTF_8) : text);
    }

    /** Adds a text, or NULL if there is none or an empty one. */
    public void addTextIfAny(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            addNull();
        } else {
            addObject(text);
        }
    }

    public boolean isNull(int row) {
        return nulls[row];
    }

    /** Returns how many of the first rows are null. */
    public int nulls(int rows) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += nulls[row] ? 1 : 0;
        }
        return count;
    }

    /** Returns the values themselves, of a kind that lives in {@code longs}; longer than there are rows, and whatever where a row is null. */
    long[] longs() {
        return longs;
    }

    /** Returns the values themselves, of a kind that lives in {@code doubles}. */
    double[] doubles() {
        return doubles;
    }

    public long longAt(int row) {
        return longs[row];
    }

    public double doubleAt(int row) {
        return doubles[row];
    }

    /** Returns the String, BigInteger or BigDecimal of a row that is not null. */
    public Object objectAt(int row) {
        Object value = asItCameAt(row);
        return value instanceof Utf8Text text ? text.toString() : value;
    }

    /** Returns the String, {@link Utf8Text}, BigInteger or BigDecimal of a row that is not null, in the form in which it came. */
    Object asItCameAt(int row) {
        Object value = objects[row];
        if (value == null) {
            throw new IllegalStateException("row " + row + " is null");
        }
        return value;
    }

    /** Returns about how many bytes the text of a row that is not null has. */
    public int textSize(int row) {
        Object value = asItCameAt(row);
        return value instanceof Utf8Text text ? text.bytes().length : ((String) value).length();
    }

    /** Returns the text of a row that is not null as UTF-8, not to be changed. */
    public byte[] utf8At(int row) {
        Object value = asItCameAt(row);
        return value instanceof Utf8Text text ? text.bytes() : ((String) value).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the text of a row that is not null if it came as UTF-8, null if it came as a String. */
    public @Nullable Utf8Text utf8TextAt(int row) {
        return asItCameAt(row) instanceof Utf8Text text ? text : null;
    }

    /** Returns {@link LeafHash#string} of the text of a row that is not null. */
    long textHashAt(int row) {
        return LeafHash.asItCame(asItCameAt(row));
    }

    /** Adds a value of another vector of the same type. */
    public void addFrom(ColumnVector source, int row) {
        if (source.nulls[row]) {
            addNull();
            return;
        }
        switch (type.kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> addLong(source.longs[row]);
            case DOUBLE -> addDouble(source.doubles[row]);
            case VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> addObject(source.asItCameAt(row));
        }
    }

    /** Replaces a value that was added before. */
    public void setLong(int row, long value) {
        longs[row] = value;
        nulls[row] = false;
    }

    /** Replaces a value that was added before. */
    public void setObject(int row, Object value) {
        objects[row] = value;
        nulls[row] = false;
    }

    /** Replaces a value that was added before. */
    public void setNull(int row) {
        nulls[row] = true;
    }

    /** Forgets all rows, so that the memory serves again. */
    public void clear() {
        Arrays.fill(objects, 0, Math.min(size, objects.length), null);
        size = 0;
    }
}
