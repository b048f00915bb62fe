package org.godwit.connector.mariadb;

import org.godwit.connector.spi.TypeMapping;
import org.godwit.model.DataType;

/** What becomes of a plan's types in MariaDB. */
final class MariaTypes {
    private MariaTypes() {}

    /** Returns the mapping of a type outside keys. */
    static TypeMapping of(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> TypeMapping.widened(type, "TINYINT(1)", "MariaDB has no type of its own for true and false: 1 and 0");
            case INTEGER -> TypeMapping.exact(type, "INT");
            case BIGINT -> TypeMapping.exact(type, "BIGINT");
            case HUGEINT -> TypeMapping.widened(type, "DECIMAL(39,0)", "the widest whole numbers of MariaDB are decimals");
            case DOUBLE -> TypeMapping.lossy(type, "DOUBLE", "MariaDB has neither NaN nor infinities");
            case DECIMAL -> TypeMapping.exact(type, type.sql());
            case VARCHAR -> TypeMapping.exact(type, "LONGTEXT");
            case DATE -> TypeMapping.lossy(type, "DATE", "only the years 1 to 9999");
            case TIMESTAMP -> TypeMapping.lossy(type, "DATETIME(6)", "only the years 1 to 9999");
            case JSON -> TypeMapping.lossy(type, "LONGTEXT CHECK (json_valid)", "MariaDB takes JSON of at most 31 levels, without NaN and infinities; its text stays as it is");
            case BLOB -> TypeMapping.exact(type, "LONGBLOB");
        };
    }

    /** Returns a column's type in DDL. */
    static String ddl(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, VARCHAR, DATE, TIMESTAMP, BLOB -> of(type).sql();
            case JSON -> "LONGTEXT";
        };
    }

    /** Returns the type of a text or of bytes in a key, where MariaDB wants to know the greatest length. */
    static String ddl(DataType type, int width) {
        return type.kind() == DataType.Kind.BLOB ? "VARBINARY(" + width + ")" : "VARCHAR(" + width + ")";
    }

    /** Returns whether the length of values is not limited by the type. */
    static boolean unlimited(DataType type) {
        return switch (type.kind()) {
            case VARCHAR, JSON, BLOB -> true;
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, DATE, TIMESTAMP -> false;
        };
    }

    /** Returns how many bytes a value of a limited type takes in an index, at most. */
    static int bytes(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> 1;
            case INTEGER, DATE -> 4;
            case BIGINT, DOUBLE, TIMESTAMP -> 8;
            case HUGEINT, DECIMAL -> 20;
            case VARCHAR, JSON, BLOB -> throw new IllegalArgumentException(type + " has no size of its own");
        };
    }
}
