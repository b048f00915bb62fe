package org.godwit.connector;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.jspecify.annotations.Nullable;

/** Values that formats are known to change: the ends of ranges, what looks like something else, what ends a text early. */
public final class HostileValues {
    private HostileValues() {}

    /** One type of each kind, DECIMAL with its ends. */
    public static List<DataType> types() {
        return List.of(
                DataType.BOOLEAN, DataType.INTEGER, DataType.BIGINT, DataType.HUGEINT, DataType.DOUBLE,
                DataType.decimal(10, 2), DataType.decimal(38, 0), DataType.decimal(38, 38), DataType.decimal(1, 0),
                DataType.VARCHAR, DataType.DATE, DataType.TIMESTAMP, DataType.JSON, DataType.BLOB);
    }

    /** Returns values of a type as a {@link ColumnVector} holds them: Long, Double or what is in {@code objects}. */
    public static List<Object> of(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> List.of(0L, 1L);
            case INTEGER -> List.of(0L, 1L, -1L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, 2024L);
            case BIGINT -> List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, -(1L << 53) - 1, 4_294_967_296L);
            case HUGEINT -> List.of(
                    BigInteger.ZERO, BigInteger.ONE.negate(), BigInteger.ONE.shiftLeft(63), BigInteger.ONE.shiftLeft(63).negate(),
                    BigInteger.ONE.shiftLeft(64), BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE),
                    BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE).negate(), new BigInteger("12345678901234567890"));
            case DOUBLE -> List.of(
                    0.0, -0.0, 1.0, -1.5, 0.1, 1.0 / 3, 1e15, 1e16, 1e300, 1.2345678901234568E17, 9.007199254740992E15, 0x1p63,
                    Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, Math.nextUp(0.1),
                    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            case DECIMAL -> decimals(type);
            case VARCHAR -> texts();
            case DATE -> days();
            case TIMESTAMP -> moments();
            case JSON -> List.of(
                    "{}", "[]", "null", "true", "0", "-0.0", "1.10", "1e400", "123456789012345678901234567890", "0.12345678901234567891",
                    "\"\"", "\"text\"", "\"\\u0000\"", "\"it's \\\"quoted\\\" \\\\ \\/ \"", "{\"b\":1,\"a\":{\"\":[]}}", "{\"a\":1,\"a\":2}",
                    " { \"spaced\" : [ 1 , 2 ] } ", "[\"\u00e4\",\"\ud83d\ude00\"]");
            case BLOB -> blobs();
        };
    }

    private static List<Object> decimals(DataType type) {
        BigInteger most = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
        List<Object> values = new ArrayList<>();
        for (BigInteger unscaled : List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), most, most.negate(), BigInteger.valueOf(9))) {
            values.add(new BigDecimal(unscaled, type.scale()));
        }
        if (type.precision() > 3) {
            values.add(new BigDecimal(BigInteger.valueOf(1_000), type.scale()));
            values.add(new BigDecimal(BigInteger.valueOf(-1_234), type.scale()));
        }
        return values;
    }

    private static List<Object> texts() {
        return List.of(
                "", " ", "NULL", "null", "\\N", "\\\\N", "NaN", "0", "007", "1.10", "1e5", "0x10", " 12 ", "true", "t", "2024-02-30", "0000-00-00",
                "a\tb", "a\nb", "a\r\nb", "\n", "\r", "\\", "\\t", "\\n", "'", "''", "\"", "\"\"", "\"a\",b", "a,b;c|d", "`", "--", "; DROP TABLE t", "%s %", "$1 ?",
                "\u0000", "a\u0000b", "a\u0000", "\u0001\u001f\u007f", "\u0080\u009f", "\u00a0", "\ufeffbom", "\ufffd", "\u2028\u2029", "\u202eright to left",
                "\u00e9", "e\u0301", "\u00df", "\u0130\u0131", "trailing  ", "  leading", "\ud83d\ude00", "\ud83d\udc69\u200d\ud83d\ude80", "\ud800\udc00", "\udbff\udfff",
                "=1+1", "+1", "-1", "@SUM(A1)", "<script>", "x".repeat(70_000), "\u00e4".repeat(40_000), "{\"a\":1}");
    }

    private static List<Object> days() {
        List<Object> values = new ArrayList<>();
        for (LocalDate day : List.of(
                LocalDate.EPOCH, LocalDate.of(2024, 2, 29), LocalDate.of(1900, 1, 1), LocalDate.of(1582, 10, 4), LocalDate.of(1582, 10, 15), LocalDate.of(1, 1, 1),
                LocalDate.of(999, 12, 31), LocalDate.of(9999, 12, 31), LocalDate.of(1969, 12, 31), LocalDate.of(2038, 1, 20),
                LocalDate.of(0, 1, 1), LocalDate.of(-44, 3, 15), LocalDate.of(10_000, 1, 1), LocalDate.of(294_247, 1, 10))) {
            values.add(day.toEpochDay());
        }
        return values;
    }

    private static List<Object> moments() {
        List<Object> values = new ArrayList<>();
        for (LocalDateTime moment : List.of(
                LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000), LocalDateTime.of(2024, 3, 31, 2, 30),
                LocalDateTime.of(2024, 10, 27, 2, 30, 0, 1_000), LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000), LocalDateTime.of(1883, 11, 18, 12, 3, 58),
                LocalDateTime.of(1582, 10, 10, 0, 0, 0, 100_000_000), LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000), LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(2024, 1, 31, 10, 0), LocalDateTime.of(2024, 1, 31, 10, 0, 1, 120_000_000), LocalDateTime.of(2038, 1, 19, 3, 14, 8),
                LocalDateTime.of(-1, 12, 31, 23, 59, 59), LocalDateTime.of(12_345, 6, 7, 8, 9, 10, 11_000))) {
            values.add(Math.multiplyExact(moment.toEpochSecond(ZoneOffset.UTC), 1_000_000L) + moment.getLong(ChronoField.MICRO_OF_SECOND));
        }
        return values;
    }

    private static List<Object> blobs() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        List<Object> values = new ArrayList<>();
        for (byte[] bytes : List.of(
                new byte[0], new byte[1], new byte[] {0, 0, 1}, all, "text".getBytes(StandardCharsets.UTF_8), "\\x00".getBytes(StandardCharsets.UTF_8), new byte[100_000])) {
            values.add(Base64.getEncoder().encodeToString(bytes));
        }
        return values;
    }

    /** Adds a value as {@link #of} gives it, or null. */
    public static void add(ColumnVector column, @Nullable Object value) {
        switch (value) {
            case null -> column.addNull();
            case Long number -> column.addLong(number);
            case Double number -> column.addDouble(number);
            case Object other -> column.addObject(other);
        }
    }

    /** Returns a value of a vector as {@link #of} gives it. */
    public static @Nullable Object at(ColumnVector column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> column.longAt(row);
            case DOUBLE -> column.doubleAt(row);
            case VARCHAR, JSON, BLOB, HUGEINT, DECIMAL -> column.objectAt(row);
        };
    }

    /** Returns whether two values are the same to the last bit; every NaN is the same. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(one, other);
    }
}
