package org.godwit.connector.postgresql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * The rows of a COPY in its binary form, field by field: {@link #next}, then {@link #field} for each column. The server
 * sends a row a message, but need not. Not thread-safe.
 */
final class CopyRows {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final CopyOut copy;
    private byte[] buffer = new byte[0];
    private int at;
    private int limit;
    private boolean begun;

    CopyRows(CopyOut copy) {
        this.copy = copy;
    }

    /** Goes to the next row; returns false after the last one, when the server has confirmed that it was. */
    boolean next() throws SQLException {
        if (!begun) {
            header();
        }
        need(Short.BYTES);
        int fields = shortAt(buffer, at);
        at += Short.BYTES;
        if (fields >= 0) {
            return true;
        }
        // Nothing follows the end; reading on waits for the server's word that all went well.
        byte[] rest = copy.readFromCopy();
        while (rest != null) {
            rest = copy.readFromCopy();
        }
        return false;
    }

    /** Goes to the next field and returns its length, -1 for NULL; it starts at {@link #start} of {@link #bytes}. */
    int field() throws SQLException {
        need(Integer.BYTES);
        int length = intAt(buffer, at);
        at += Integer.BYTES;
        if (length > 0) {
            need(length);
            at += length;
        }
        return length;
    }

    byte[] bytes() {
        return buffer;
    }

    /** Returns where the field of this length that was read last starts. */
    int start(int length) {
        return at - length;
    }

    private void header() throws SQLException {
        need(SIGNATURE.length + 2 * Integer.BYTES);
        if (!Arrays.equals(buffer, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new PSQLException("the server's COPY does not start as it must", PSQLState.PROTOCOL_VIOLATION);
        }
        int extension = intAt(buffer, at + SIGNATURE.length + Integer.BYTES);
        at += SIGNATURE.length + 2 * Integer.BYTES;
        need(extension);
        at += extension;
        begun = true;
    }

    private void need(int count) throws SQLException {
        while (limit - at < count) {
            byte[] more = copy.readFromCopy();
            if (more == null) {
                throw new PSQLException("the rows ended too early", PSQLState.CONNECTION_FAILURE);
            }
            if (at == limit) {
                buffer = more;
            } else {
                byte[] joined = Arrays.copyOfRange(buffer, at, limit + more.length);
                System.arraycopy(more, 0, joined, limit - at, more.length);
                buffer = joined;
            }
            at = 0;
            limit = buffer.length;
        }
    }

    static short shortAt(byte[] bytes, int position) {
        return (short) SHORTS.get(bytes, position);
    }

    static int intAt(byte[] bytes, int position) {
        return (int) INTS.get(bytes, position);
    }

    static long longAt(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }
}
