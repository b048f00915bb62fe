package org.godwit.duck;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one vector of DuckDB, laid out as DuckDB's C interface has it (duckdb.h): values side by side, a bit for
 * each row that has one, texts as {@code duckdb_string_t}. The driver gives values one by one, with a lock for each that
 * is written and some ten calls into the library for each text that is read; so its buffers are used themselves. It keeps
 * them in private fields: a version that names these otherwise fails here at once. Valid as long as the vector's chunk.
 */
final class VectorMemory {
    private static final VarHandle READ = field(DuckDBReadableVector.class, "data");
    private static final VarHandle READ_PRESENT = field(DuckDBReadableVector.class, "validity");
    private static final VarHandle WRITTEN = field(DuckDBWritableVector.class, "data");
    private static final VarHandle WRITTEN_PRESENT = field(DuckDBWritableVector.class, "validity");
    @SuppressWarnings("restricted")
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** The longest text that stands in its entry; of others the address does. */
    static final int LONGEST_INLINED = 12;
    private static final int ENTRY = 16;
    private static final int INLINED = 4;
    private static final int ADDRESS = 8;

    private final ByteBuffer data;
    /** Null if all rows have a value. */
    private final @Nullable ByteBuffer present;

    private VectorMemory(ByteBuffer data, @Nullable ByteBuffer present) {
        this.data = data;
        this.present = present;
    }

    /** @throws IllegalStateException if the vector is of another type: what is read would be anything */
    static VectorMemory of(DuckDBReadableVector vector, DuckDBColumnType expected) {
        check(vector.getType(), expected);
        return new VectorMemory((ByteBuffer) READ.get(vector), (ByteBuffer) READ_PRESENT.get(vector));
    }

    /**
     * Returns the memory of a vector that has zeroes and no values.
     *
     * @throws IllegalStateException if it is of another type
     */
    static VectorMemory of(DuckDBWritableVector vector, DuckDBColumnType expected) {
        check(vector.getType(), expected);
        return new VectorMemory((ByteBuffer) WRITTEN.get(vector), (ByteBuffer) WRITTEN_PRESENT.get(vector));
    }

    private static void check(DuckDBColumnType found, DuckDBColumnType expected) {
        if (found != expected) {
            throw new IllegalStateException("a vector of " + found + " where " + expected + " is expected");
        }
    }

    private static VarHandle field(Class<?> vector, String name) {
        try {
            return MethodHandles.privateLookupIn(vector, MethodHandles.lookup()).findVarHandle(vector, name, ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of DuckDB's driver keeps its vectors otherwise", e);
        }
    }

    boolean isNull(int row) {
        return present != null && (present.getLong(word(row)) & 1L << row) == 0;
    }

    private static int word(int row) {
        return row / Long.SIZE * Long.BYTES;
    }

    boolean booleanAt(int row) {
        return data.get(row) != 0;
    }

    int intAt(int row) {
        return data.getInt(row * Integer.BYTES);
    }

    long longAt(int row) {
        return data.getLong(row * Long.BYTES);
    }

    double doubleAt(int row) {
        return data.getDouble(row * Double.BYTES);
    }

    /** Adds the text of a row to a column. */
    void addText(int row, ColumnVector to) {
        int entry = row * ENTRY;
        int length = data.getInt(entry);
        byte[] room = to.recent().room(length);
        if (length <= LONGEST_INLINED) {
            data.get(entry + INLINED, room, 0, length);
        } else {
            MemorySegment.copy(MEMORY, ValueLayout.JAVA_BYTE, data.getLong(entry + ADDRESS), room, 0, length);
        }
        Utf8Text text = to.recent().text(length);
        to.addObject(text == null ? new String(room, 0, length, StandardCharsets.UTF_8) : text);
    }

    private void setPresent(int row) {
        if (present != null) {
            present.putLong(word(row), present.getLong(word(row)) | 1L << row);
        }
    }

    void put(int row, boolean value) {
        data.put(row, (byte) (value ? 1 : 0));
        setPresent(row);
    }

    void put(int row, int value) {
        data.putInt(row * Integer.BYTES, value);
        setPresent(row);
    }

    void put(int row, long value) {
        data.putLong(row * Long.BYTES, value);
        setPresent(row);
    }

    void put(int row, double value) {
        data.putDouble(row * Double.BYTES, value);
        setPresent(row);
    }

    /** Puts a text of at most {@link #LONGEST_INLINED} bytes of UTF-8. */
    void put(int row, byte[] text) {
        int entry = row * ENTRY;
        data.putInt(entry, text.length);
        data.put(entry + INLINED, text);
        setPresent(row);
    }
}
