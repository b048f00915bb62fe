package org.godwit.connector.sqlite;

import java.util.Locale;
import org.godwit.model.DataType;

/** What SQLite does to values on their way into a column, by its declared type. */
enum Affinity {
    /** Numbers become texts. */
    TEXT,
    /** Texts that look like numbers become numbers, whole ones whole. */
    NUMERIC,
    /** The same, and numbers become floating-point ones. */
    REAL,
    /** Everything stays as it is. */
    NONE;

    private static final int EXACT_DIGITS = 15;

    /** Returns the affinity of a declared type, by SQLite's own rules in their order. */
    static Affinity of(String declared, boolean strict) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return NUMERIC;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        }
        if (type.isEmpty() || type.contains("BLOB") || (strict && type.equals("ANY"))) {
            return NONE;
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
    }

    /** Returns whether a column gives values of a type back as they were; -0.0 is looked at by itself. */
    boolean keeps(DataType type) {
        return this == NONE || switch (type.kind()) {
            case BLOB, DATE, TIMESTAMP -> true;
            case BOOLEAN, INTEGER -> this != TEXT;
            case BIGINT -> this == NUMERIC;
            case DOUBLE -> this != TEXT;
            case VARCHAR, JSON, HUGEINT -> this == TEXT;
            case DECIMAL -> this == TEXT || type.precision() <= EXACT_DIGITS;
        };
    }
}
