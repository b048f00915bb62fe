package org.godwit.connector.mariadb;

import java.util.Locale;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/** What kind of values a column holds, and how they are asked for so that nothing on the way changes them. */
enum CellForm {
    /** Whole numbers that fit 63 bits and a sign. */
    INTEGER("%s"),
    /** BIGINT UNSIGNED. */
    UNSIGNED("%s"),
    /** Bits, as the number that they are. */
    BITS("%s + 0"),
    /** YEAR: the number that is stored, 0 for the year 0000. */
    YEAR("%s + 0"),
    DECIMAL("%s"),
    /** Four bytes: asked for in the binary protocol, because MySQL rounds their text to six digits. */
    FLOAT("%s"),
    DOUBLE("%s"),
    TEXT("%s"),
    BYTES("%s"),
    /** As text, because zero dates and partial dates are no dates to anybody else. */
    DATE("CAST(%s AS CHAR)"),
    DATETIME("CAST(%s AS CHAR)"),
    /** An instant, shown in UTC. */
    TIMESTAMP("CAST(%s AS CHAR)"),
    /** TIME (beyond 24 hours and below zero), UUID, INET4, INET6 and what later servers bring, as they are shown. */
    SHOWN("CAST(%s AS CHAR)");

    private static final int MOST_DIGITS = 38;
    private static final int INTEGER_BITS = 31;
    private static final int BIGINT_BITS = 63;

    private final String asking;

    CellForm(String asking) {
        this.asking = asking;
    }

    /** Returns what to select. */
    String asking(String column) {
        return asking.formatted(MariaSql.name(column));
    }

    static CellForm of(TableInfo.Column column) {
        return of(column.declared());
    }

    /**
     * @param declared the type as information_schema writes it, such as {@code bigint(20) unsigned}
     */
    static CellForm of(String declared) {
        String lower = declared.toLowerCase(Locale.ROOT);
        return switch (word(lower)) {
            case "tinyint", "smallint", "mediumint", "int" -> INTEGER;
            case "bigint" -> lower.contains("unsigned") ? UNSIGNED : INTEGER;
            case "bit" -> BITS;
            case "year" -> YEAR;
            case "decimal" -> DECIMAL;
            case "float" -> FLOAT;
            case "double" -> DOUBLE;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set", "json" -> TEXT;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "vector", "geometry", "point", "linestring",
                    "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection", "geomcollection" -> BYTES;
            case "date" -> DATE;
            case "datetime" -> DATETIME;
            case "timestamp" -> TIMESTAMP;
            default -> SHOWN;
        };
    }

    /** Returns what a column's type says that it holds; null if no type of a plan holds all of it. */
    static @Nullable DataType type(String declared, boolean json) {
        return switch (of(declared)) {
            case INTEGER -> word(declared).equals("bigint") || (word(declared).equals("int") && declared.contains("unsigned"))
                    ? DataType.BIGINT
                    : DataType.INTEGER;
            case UNSIGNED -> DataType.HUGEINT;
            case BITS -> bits(number(declared, 0));
            case YEAR -> DataType.INTEGER;
            case DECIMAL -> number(declared, 0) <= MOST_DIGITS ? DataType.decimal(number(declared, 0), number(declared, 1)) : null;
            case FLOAT, DOUBLE -> DataType.DOUBLE;
            case TEXT -> json ? DataType.JSON : DataType.VARCHAR;
            case SHOWN -> DataType.VARCHAR;
            case BYTES -> DataType.BLOB;
            case DATE -> DataType.DATE;
            case DATETIME, TIMESTAMP -> DataType.TIMESTAMP;
        };
    }

    private static DataType bits(int count) {
        if (count > BIGINT_BITS) {
            return DataType.HUGEINT;
        }
        return count <= INTEGER_BITS ? DataType.INTEGER : DataType.BIGINT;
    }

    private static String word(String declared) {
        int end = 0;
        while (end < declared.length() && Character.isLetterOrDigit(declared.charAt(end))) {
            end++;
        }
        return declared.substring(0, end);
    }

    // The numbers in the brackets of decimal(10,2), in order.
    private static int number(String declared, int index) {
        int open = declared.indexOf('(');
        int close = declared.indexOf(')');
        return Integer.parseInt(declared.substring(open + 1, close).split(",")[index].strip());
    }
}
