package org.godwit.connector.postgresql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.Utf8Text;
import org.jspecify.annotations.Nullable;

/** How the values of a target's column are written and read back. */
enum Slot {
    BOOL,
    INT4,
    INT8,
    FLOAT8,
    NUMERIC,
    TEXT,
    BYTES,
    DATE,
    TIMESTAMP;

    static final String NO_DAY = "a day outside of 4714 BC to 5874897, which PostgreSQL cannot hold";
    static final String NO_MOMENT = "a moment outside of 4714 BC to 294276, which PostgreSQL cannot hold";
    private static final int MICRO_DIGITS = 6;
    private static final int EPOCH_DAYS = IsoTexts.EPOCH_DAYS;
    private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;
    /** PostgreSQL's days end here, counted from 2000-01-01: 4714-11-24 BC and 5874898-01-01. */
    private static final long MIN_DAY = -2_451_545;
    private static final long END_DAY = 2_145_031_949;
    private static final long MIN_MICROS = -211_813_488_000_000_000L;
    private static final long END_MICROS = 9_223_371_331_200_000_000L;

    /**
     * Returns how a column of a server's type takes values of a plan's type exactly, null if it does not.
     *
     * @param server its name in the catalogue
     * @param modifier its modifier, -1 for none
     */
    static @Nullable Slot of(DataType type, String server, int modifier) {
        return switch (type.kind()) {
            case BOOLEAN -> server.equals("bool") ? BOOL : null;
            case INTEGER -> server.equals("int4") ? INT4 : server.equals("int8") ? INT8 : null;
            case BIGINT -> server.equals("int8") ? INT8 : null;
            case DOUBLE -> server.equals("float8") ? FLOAT8 : null;
            case HUGEINT -> server.equals("numeric") && holds(modifier, TypeNames.HUGEINT_DIGITS, 0) ? NUMERIC : null;
            case DECIMAL -> server.equals("numeric") && holds(modifier, type.precision(), type.scale()) ? NUMERIC : null;
            case VARCHAR -> server.equals("text") || server.equals("varchar") ? TEXT : null;
            case JSON -> server.equals("json") || server.equals("text") ? TEXT : null;
            case BLOB -> server.equals("bytea") ? BYTES : null;
            case DATE -> server.equals("date") ? DATE : null;
            case TIMESTAMP -> server.equals("timestamp") && (modifier < 0 || modifier == MICRO_DIGITS) ? TIMESTAMP : null;
        };
    }

    private static boolean holds(int modifier, int precision, int scale) {
        if (modifier < 0) {
            return true;
        }
        int thereScale = PgType.scale(modifier);
        return thereScale >= scale && PgType.precision(modifier) - thereScale >= precision - scale;
    }

    /**
     * Writes a value that is not NULL, and its length in front.
     *
     * @return why the server cannot hold it, null if it can
     */
    @Nullable String write(ColumnVector column, int row, CopyBuffer to) {
        switch (this) {
            case BOOL -> {
                to.putInt(1);
                to.putByte(column.longAt(row) == 0 ? 0 : 1);
            }
            case INT4 -> {
                to.putInt(Integer.BYTES);
                to.putInt(Math.toIntExact(column.longAt(row)));
            }
            case INT8 -> writeLong(column.longAt(row), to);
            case FLOAT8 -> writeLong(Double.doubleToRawLongBits(column.doubleAt(row)), to);
            case NUMERIC -> {
                switch (column.objectAt(row)) {
                    case BigDecimal decimal -> Numerics.write(to, decimal.unscaledValue(), decimal.scale());
                    case BigInteger whole -> Numerics.write(to, whole, 0);
                    case Object other -> throw new IllegalArgumentException("no number: " + other.getClass());
                }
            }
            case TEXT -> {
                Utf8Text utf8 = column.utf8TextAt(row);
                if (utf8 != null && !utf8.hasNul()) {
                    to.putInt(utf8.bytes().length);
                    to.putBytes(utf8.bytes());
                    return null;
                }
                return writeText((String) column.objectAt(row), to);
            }
            case BYTES -> {
                byte[] bytes = Base64.getDecoder().decode((String) column.objectAt(row));
                to.putInt(bytes.length);
                to.putBytes(bytes);
            }
            case DATE -> {
                return writeDay(column.longAt(row), to);
            }
            case TIMESTAMP -> {
                return writeMoment(column.longAt(row), to);
            }
        }
        return null;
    }

    private static void writeLong(long value, CopyBuffer to) {
        to.putInt(Long.BYTES);
        to.putLong(value);
    }

    private static @Nullable String writeText(String text, CopyBuffer to) {
        int refused = to.putText(text);
        if (refused < 0) {
            return null;
        }
        return unwritable(text, refused);
    }

    static String unwritable(String text, int at) {
        return "the character U+%04X at position %d of the text, which PostgreSQL cannot hold".formatted((int) text.charAt(at), at + 1);
    }

    static boolean isDay(long day) {
        long there = day - EPOCH_DAYS;
        return there >= MIN_DAY && there < END_DAY;
    }

    static boolean isMoment(long micros) {
        long there = micros - EPOCH_MICROS;
        return there <= micros && there >= MIN_MICROS && there < END_MICROS;
    }

    private static @Nullable String writeDay(long day, CopyBuffer to) {
        if (!isDay(day)) {
            return NO_DAY;
        }
        to.putInt(Integer.BYTES);
        to.putInt((int) (day - EPOCH_DAYS));
        return null;
    }

    private static @Nullable String writeMoment(long micros, CopyBuffer to) {
        if (!isMoment(micros)) {
            return NO_MOMENT;
        }
        writeLong(micros - EPOCH_MICROS, to);
        return null;
    }

    /**
     * Adds a value that is not NULL to a column of a plan's type.
     *
     * @throws ArithmeticException if the type cannot hold it
     */
    void read(byte[] bytes, int start, int length, ColumnVector to) {
        switch (this) {
            case BOOL -> to.addLong(bytes[start] == 0 ? 0 : 1);
            case INT4 -> to.addLong(CopyRows.intAt(bytes, start));
            case INT8 -> {
                long value = CopyRows.longAt(bytes, start);
                to.addLong(to.type().kind() == DataType.Kind.INTEGER ? Math.toIntExact(value) : value);
            }
            case FLOAT8 -> to.addDouble(Double.longBitsToDouble(CopyRows.longAt(bytes, start)));
            case NUMERIC -> {
                if (!Numerics.isFinite(bytes, start)) {
                    throw new ArithmeticException("no number: " + Numerics.special(bytes, start));
                }
                BigDecimal value = Numerics.decimal(bytes, start, to.type().scale());
                to.addObject(to.type().kind() == DataType.Kind.HUGEINT ? value.unscaledValue() : value);
            }
            case TEXT -> to.addUtf8(bytes, start, length);
            case BYTES -> to.addObject(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, start, start + length)));
            case DATE -> to.addLong(day(CopyRows.intAt(bytes, start)));
            case TIMESTAMP -> to.addLong(moment(CopyRows.longAt(bytes, start)));
        }
    }

    private static long day(int there) {
        if (there == Integer.MAX_VALUE || there == Integer.MIN_VALUE) {
            throw new ArithmeticException("no day: infinity");
        }
        return (long) there + EPOCH_DAYS;
    }

    private static long moment(long there) {
        if (there == Long.MAX_VALUE || there == Long.MIN_VALUE) {
            throw new ArithmeticException("no moment: infinity");
        }
        return Math.addExact(there, EPOCH_MICROS);
    }
}
