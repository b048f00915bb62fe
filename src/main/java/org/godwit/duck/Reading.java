package org.godwit.duck;

import java.util.List;
import java.util.Set;
import org.godwit.model.DataType;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type of DuckDB are read without losing anything: an expression that a {@link Session#scan} can
 * hold, and what its values mean.
 *
 * @param expression DuckDB SQL
 * @param form the type of the expression
 * @param meaning what to make of its values
 */
public record Reading(String expression, DataType form, Meaning meaning) {
    /** What the values of a form are. */
    public enum Meaning {
        BOOL,
        /** A BIGINT. */
        INTEGER,
        /** A HUGEINT. */
        HUGE,
        /** A DECIMAL. */
        DECIMAL,
        /** A DOUBLE. */
        REAL,
        /** The digits of a number, as text. */
        DIGITS,
        TEXT,
        /** Days. */
        DATE,
        /** Microseconds, of no zone. */
        TIMESTAMP,
        /** Microseconds, in UTC. */
        INSTANT,
        /** JSON text. */
        JSON,
        /** Bytes as base64. */
        BYTES
    }

    private static final Set<String> WHOLE = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

    /**
     * Returns how a value is read.
     *
     * @param value SQL that gives it
     */
    public static Reading of(DuckType type, String value) {
        return type instanceof DuckType.Plain plain ? plain(plain, value) : new Reading(JsonSql.of(type, value), DataType.VARCHAR, Meaning.JSON);
    }

    private static Reading plain(DuckType.Plain type, String value) {
        if (WHOLE.contains(type.name())) {
            return new Reading(value + "::BIGINT", DataType.BIGINT, Meaning.INTEGER);
        }
        return switch (type.name()) {
            case "BOOLEAN" -> new Reading(value, DataType.BOOLEAN, Meaning.BOOL);
            case "UBIGINT", "HUGEINT" -> new Reading(value + "::HUGEINT", DataType.HUGEINT, Meaning.HUGE);
            case "UHUGEINT", "BIGNUM", "VARINT" -> text(value, Meaning.DIGITS);
            case "DECIMAL" -> new Reading(value, decimal(type), Meaning.DECIMAL);
            case "FLOAT", "DOUBLE" -> new Reading(value + "::DOUBLE", DataType.DOUBLE, Meaning.REAL);
            case "DATE" -> new Reading(value, DataType.DATE, Meaning.DATE);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" -> new Reading(value + "::TIMESTAMP", DataType.TIMESTAMP, Meaning.TIMESTAMP);
            case "TIMESTAMP WITH TIME ZONE" -> new Reading(JsonSql.utc(value), DataType.TIMESTAMP, Meaning.INSTANT);
            case "BLOB" -> new Reading("base64(" + value + ")", DataType.VARCHAR, Meaning.BYTES);
            case "JSON" -> text(value, Meaning.JSON);
            default -> new Reading(JsonSql.text(type, value), DataType.VARCHAR, Meaning.TEXT);
        };
    }

    private static Reading text(String value, Meaning meaning) {
        return new Reading(value + "::VARCHAR", DataType.VARCHAR, meaning);
    }

    private static DataType decimal(DuckType.Plain type) {
        List<Integer> arguments = type.arguments();
        return arguments.isEmpty() ? DataType.decimal(18, 3) : DataType.decimal(arguments.get(0), arguments.size() > 1 ? arguments.get(1) : 0);
    }

    /** Returns the type of a plan that holds all values of a type, null if only text does. */
    public static @Nullable DataType planType(DuckType type) {
        if (!(type instanceof DuckType.Plain plain)) {
            return DataType.JSON;
        }
        return switch (plain.name()) {
            case "BOOLEAN" -> DataType.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT" -> DataType.INTEGER;
            case "BIGINT", "UINTEGER" -> DataType.BIGINT;
            case "UBIGINT", "HUGEINT" -> DataType.HUGEINT;
            case "DECIMAL" -> decimal(plain);
            case "FLOAT", "DOUBLE" -> DataType.DOUBLE;
            case "VARCHAR", "ENUM", "UUID", "BIT" -> DataType.VARCHAR;
            case "DATE" -> DataType.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" -> DataType.TIMESTAMP;
            case "BLOB" -> DataType.BLOB;
            case "JSON" -> DataType.JSON;
            default -> null;
        };
    }
}
