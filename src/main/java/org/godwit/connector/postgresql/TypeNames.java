package org.godwit.connector.postgresql;

import org.godwit.connector.spi.TypeMapping;
import org.godwit.model.DataType;

/** The types that Godwit makes columns of. Pure. */
final class TypeNames {
    /** What the greatest HUGEINT needs. */
    static final int HUGEINT_DIGITS = 39;

    private TypeNames() {}

    static TypeMapping mapping(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> TypeMapping.exact(type, "boolean");
            case INTEGER -> TypeMapping.exact(type, "integer");
            case BIGINT -> TypeMapping.exact(type, "bigint");
            case HUGEINT -> TypeMapping.widened(type, "numeric(" + HUGEINT_DIGITS + ",0)", "PostgreSQL has no integers of 128 bits");
            case DOUBLE -> TypeMapping.exact(type, "double precision");
            case DECIMAL -> TypeMapping.exact(type, "numeric(" + type.precision() + "," + type.scale() + ")");
            case VARCHAR -> TypeMapping.lossy(type, "text", "PostgreSQL has no character U+0000");
            case DATE -> TypeMapping.lossy(type, "date", "only the years 4714 BC to 5874897");
            case TIMESTAMP -> TypeMapping.lossy(type, "timestamp", "only the years 4714 BC to 294276");
            // jsonb would sort keys, drop spaces and change numbers.
            case JSON -> TypeMapping.lossy(type, "json", "PostgreSQL's JSON has neither NaN nor infinities; its text stays as it is");
            case BLOB -> TypeMapping.exact(type, "bytea");
        };
    }
}
