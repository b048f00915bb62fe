package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.duckdb.DuckDBConnection;
import org.godwit.model.DataType;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is loaded is read back bit for bit. */
final class RoundTripTest {
    // DuckDB's largest and smallest moments and days; the values beyond mean infinity.
    private static final long MAX_MICROS = Long.MAX_VALUE - 1;
    private static final long MIN_MICROS = -9223372022400000000L;
    private static final long MAX_DAYS = Integer.MAX_VALUE - 1;
    private static final long MIN_DAYS = -2147483646;

    private static final List<DataType> TYPES = List.of(DataType.BOOLEAN, DataType.INTEGER, DataType.BIGINT, DataType.HUGEINT, DataType.DOUBLE,
        DataType.decimal(4, 2), DataType.decimal(9, 0), DataType.decimal(18, 18), DataType.decimal(38, 10), DataType.VARCHAR, DataType.DATE,
        DataType.TIMESTAMP, DataType.JSON, DataType.BLOB);
    private static final List<String> NAMES = IntStream.range(0, TYPES.size()).mapToObj(i -> "c" + i).toList();

    private static void add(ColumnVector column, @Nullable Object value) {
        if (value == null) {
            column.addNull();
        } else if (value instanceof Double number) {
            column.addDouble(number);
        } else if (value instanceof Long number) {
            column.addLong(number);
        } else {
            column.addObject(value);
        }
    }

    private static @Nullable Object value(ColumnVector column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (column.type().kind()) {
            case BOOLEAN, INTEGER, BIGINT, DATE, TIMESTAMP -> column.longAt(row);
            case DOUBLE -> Double.doubleToRawLongBits(column.doubleAt(row));
            case HUGEINT, DECIMAL, VARCHAR, JSON, BLOB -> column.objectAt(row);
        };
    }

    private static List<List<@Nullable Object>> values(RowBatch batch) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            int at = row;
            List<@Nullable Object> values = new ArrayList<>();
            batch.columns().forEach(column -> values.add(value(column, at)));
            rows.add(values);
        }
        return rows;
    }

    private static void check(RowBatch batch) throws SQLException {
        try (Session session = new Session(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class))) {
            session.execute(Sql.createTable("t", NAMES, TYPES));
            session.load(batch);
            List<List<@Nullable Object>> read = new ArrayList<>();
            session.scan("SELECT " + Sql.reading(new RowBatch("t", NAMES, TYPES)) + " FROM t", new RowBatch("t", NAMES, TYPES), chunk -> read.addAll(values(chunk)));
            assertThat(read).isEqualTo(values(batch));
        }
    }

    @Property(tries = 60)
    void readsBackWhatWasLoaded(@ForAll("rows") List<List<Object>> rows) throws SQLException {
        RowBatch batch = new RowBatch("t", NAMES, TYPES);
        for (List<Object> row : rows) {
            for (int i = 0; i < TYPES.size(); i++) {
                add(batch.column(i), row.get(i) instanceof Missing ? null : row.get(i));
            }
        }
        check(batch);
    }

    @Test
    void readsBackManyChunksInOrder() throws SQLException {
        RowBatch batch = new RowBatch("t", NAMES, TYPES);
        for (int row = 0; row < 300_000; row++) {
            for (int i = 0; i < TYPES.size(); i++) {
                ColumnVector column = batch.column(i);
                if ((row + i) % 7 == 0 || column.type().kind() == DataType.Kind.DECIMAL) {
                    column.addNull();
                } else {
                    switch (column.type().kind()) {
                        case BOOLEAN -> column.addLong(row % 2);
                        case INTEGER, BIGINT, DATE, TIMESTAMP -> column.addLong(row);
                        case DOUBLE -> column.addDouble(row / 3.0);
                        case HUGEINT -> column.addObject(BigInteger.valueOf(row).shiftLeft(70));
                        case VARCHAR -> column.addObject("row " + row);
                        case JSON -> column.addObject("[" + row + "]");
                        case BLOB -> column.addObject(java.util.Base64.getEncoder().encodeToString(new byte[] {0, (byte) row}));
                        case DECIMAL -> throw new IllegalStateException();
                    }
                }
            }
        }
        check(batch);
    }

    private enum Missing { VALUE }

    @Provide
    Arbitrary<List<List<Object>>> rows() {
        List<Arbitrary<Object>> columns = TYPES.stream().map(RoundTripTest::values).toList();
        Arbitrary<List<Object>> row = Combinators.combine(columns).as(values -> values);
        return row.list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<Object> values(DataType type) {
        Arbitrary<Object> some = switch (type.kind()) {
            case BOOLEAN -> Arbitraries.longs().between(0, 1).asGeneric();
            case INTEGER -> Arbitraries.longs().between(Integer.MIN_VALUE, Integer.MAX_VALUE).asGeneric();
            case BIGINT -> Arbitraries.longs().asGeneric();
            case HUGEINT -> Arbitraries.bigIntegers()
                .between(BigInteger.ONE.shiftLeft(127).negate(), BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE)).asGeneric();
            case DOUBLE -> Arbitraries.longs().map(Double::longBitsToDouble).filter(d -> !Double.isNaN(d))
                .edgeCases(config -> config.add(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY)).asGeneric();
            case DECIMAL -> Arbitraries.bigIntegers().between(limit(type).negate(), limit(type))
                .map(unscaled -> new BigDecimal(unscaled, type.scale())).asGeneric();
            case VARCHAR -> texts().asGeneric();
            case DATE -> Arbitraries.longs().between(MIN_DAYS, MAX_DAYS).asGeneric();
            case TIMESTAMP -> Arbitraries.longs().between(MIN_MICROS, MAX_MICROS).asGeneric();
            case BLOB -> Arbitraries.bytes().array(byte[].class).ofMaxSize(40)
                .map(bytes -> java.util.Base64.getEncoder().encodeToString(bytes)).asGeneric();
            case JSON -> Arbitraries.of("{}", "[1.10, 1e400, 123456789012345678901234567890.5]", "{\"a\": {\"a\": null}, \"\\u0000\": \"\\ud83d\\udc26\"}",
                "\"\"", "null", "-0", "[NaN]").asGeneric();
        };
        return Arbitraries.oneOf(some, some, some, Arbitraries.just(Missing.VALUE));
    }

    private static BigInteger limit(DataType type) {
        return BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .map(Character::toString).list().ofMaxSize(30).map(list -> String.join("", list));
        return Arbitraries.oneOf(any, Arbitraries.of("", "\0", "a\0b", " ", "'", "x".repeat(12), "x".repeat(13), "é".repeat(6), "é".repeat(100_000)));
    }
}
