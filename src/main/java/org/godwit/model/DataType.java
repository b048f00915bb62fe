package org.godwit.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column type of a plan. Types are written as in SQL: {@code BIGINT}, {@code DECIMAL(22,2)}, {@code JSON}.
 *
 * @param kind what values it holds
 * @param precision total digits, 1 to 38, for DECIMAL only, otherwise 0
 * @param scale digits after the point, 0 to precision, for DECIMAL only, otherwise 0
 */
public record DataType(Kind kind, int precision, int scale) {
    /** The kinds of values a column can hold. */
    public enum Kind {
        BOOLEAN,
        INTEGER,
        BIGINT,
        HUGEINT,
        DOUBLE,
        DECIMAL,
        VARCHAR,
        DATE,
        TIMESTAMP,
        JSON,
        /** Bytes; on the way they are written as base64 (RFC 4648, with padding). */
        BLOB
    }

    public static final DataType BOOLEAN = new DataType(Kind.BOOLEAN, 0, 0);
    public static final DataType INTEGER = new DataType(Kind.INTEGER, 0, 0);
    public static final DataType BIGINT = new DataType(Kind.BIGINT, 0, 0);
    public static final DataType HUGEINT = new DataType(Kind.HUGEINT, 0, 0);
    public static final DataType DOUBLE = new DataType(Kind.DOUBLE, 0, 0);
    public static final DataType VARCHAR = new DataType(Kind.VARCHAR, 0, 0);
    public static final DataType DATE = new DataType(Kind.DATE, 0, 0);
    public static final DataType TIMESTAMP = new DataType(Kind.TIMESTAMP, 0, 0);
    public static final DataType BLOB = new DataType(Kind.BLOB, 0, 0);
    public static final DataType JSON = new DataType(Kind.JSON, 0, 0);

    private static final int MAX_PRECISION = 38;
    private static final Pattern DECIMAL_TEXT = Pattern.compile("DECIMAL\\s*\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

    public DataType {
        boolean decimal = kind == Kind.DECIMAL;
        if (decimal && (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision)) {
            throw new IllegalArgumentException("DECIMAL(" + precision + "," + scale + "): precision is 1 to 38, scale 0 to precision");
        }
        if (!decimal && (precision != 0 || scale != 0)) {
            throw new IllegalArgumentException(kind + " has no precision");
        }
    }

    /** Returns the decimal type with so many digits in all and so many after the point. */
    public static DataType decimal(int precision, int scale) {
        return new DataType(Kind.DECIMAL, precision, scale);
    }

    /**
     * Reads a type as written in a plan, in any case.
     *
     * @throws IllegalArgumentException if it is not one of the types of a plan
     */
    public static DataType parse(String text) {
        String upper = text.trim().toUpperCase(Locale.ROOT);
        Matcher decimal = DECIMAL_TEXT.matcher(upper);
        if (decimal.matches()) {
            return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.DECIMAL && kind.name().equals(upper)) {
                return new DataType(kind, 0, 0);
            }
        }
        throw new IllegalArgumentException(text);
    }

    /** Returns the type as written in SQL and in a plan. */
    public String sql() {
        return kind == Kind.DECIMAL ? "DECIMAL(" + precision + "," + scale + ")" : kind.name();
    }

    @Override
    public String toString() {
        return sql();
    }
}
