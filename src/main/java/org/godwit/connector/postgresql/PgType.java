package org.godwit.connector.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/**
 * A type of a server.
 *
 * @param kind {@code b} base, {@code c} composite, {@code d} domain, {@code e} enum, {@code r} and {@code m} ranges
 * @param system whether it is one of PostgreSQL's own
 * @param base for a domain, what it is made of, otherwise 0
 * @param baseModifier for a domain, its modifier
 */
record PgType(long oid, String name, char kind, boolean array, boolean system, long base, int baseModifier) {
    private static final int MODIFIER_HEADER = 4;
    private static final int SCALE_BITS = 0x7ff;
    private static final int SCALE_SIGN = 1024;
    private static final int MAX_PRECISION = 38;

    /** A type with its domains resolved. */
    record Resolved(PgType type, int modifier) {}

    /** Returns the types of a database by their numbers. */
    static Map<Long, PgType> all(Link link) {
        String sql = "SELECT t.oid::int8, t.typname::text, t.typtype::text, coalesce(e.typarray = t.oid, false),"
                + " t.typnamespace = 'pg_catalog'::regnamespace, t.typbasetype::int8, t.typtypmod FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem";
        Map<Long, PgType> types = new HashMap<>();
        for (PgType type : link.rows("read the catalogue", sql, PgType::of)) {
            types.put(type.oid, type);
        }
        return types;
    }

    private static PgType of(ResultSet row) throws SQLException {
        return new PgType(
                row.getLong(1), row.getString(2), row.getString(3).charAt(0), row.getBoolean(4), row.getBoolean(5), row.getLong(6), row.getInt(7));
    }

    /** Returns the type that a column of a type really has. */
    static Resolved resolve(Map<Long, PgType> types, long oid, int modifier) {
        PgType type = types.get(oid);
        if (type == null) {
            return new Resolved(new PgType(oid, "", 'b', false, false, 0, -1), modifier);
        }
        return type.kind == 'd' ? resolve(types, type.base, type.baseModifier) : new Resolved(type, modifier);
    }

    /** Returns how values come. */
    Form form() {
        if (array) {
            return Form.ARRAY;
        }
        if (kind == 'c') {
            return Form.AS_JSON;
        }
        if (kind == 'e') {
            return Form.TEXT;
        }
        if (!system) {
            return name.equals("hstore") ? Form.AS_JSON : Form.AS_TEXT;
        }
        return switch (name) {
            case "bool" -> Form.BOOL;
            case "int2" -> Form.INT2;
            case "int4" -> Form.INT4;
            case "int8" -> Form.INT8;
            case "oid" -> Form.OID;
            case "float4" -> Form.FLOAT4;
            case "float8" -> Form.FLOAT8;
            case "numeric" -> Form.NUMERIC;
            case "money" -> Form.MONEY;
            case "text", "varchar", "bpchar", "name" -> Form.TEXT;
            case "bytea" -> Form.BYTES;
            case "date" -> Form.DATE;
            case "time" -> Form.TIME;
            case "timetz" -> Form.TIMETZ;
            case "timestamp" -> Form.TIMESTAMP;
            case "timestamptz" -> Form.TIMESTAMPTZ;
            case "uuid" -> Form.UUID_BYTES;
            case "json" -> Form.JSON;
            case "jsonb" -> Form.JSONB;
            default -> Form.AS_TEXT;
        };
    }

    /** Returns what a column of the type says that it holds, null if that binds nobody. */
    static @Nullable DataType hint(Form form, int modifier) {
        return switch (form) {
            case BOOL -> DataType.BOOLEAN;
            case INT2, INT4 -> DataType.INTEGER;
            case INT8, OID -> DataType.BIGINT;
            case FLOAT4, FLOAT8 -> DataType.DOUBLE;
            case NUMERIC -> decimal(modifier);
            case TEXT, AS_TEXT, TIME, TIMETZ, UUID_BYTES -> DataType.VARCHAR;
            case BYTES -> DataType.BLOB;
            case DATE -> DataType.DATE;
            case TIMESTAMP -> DataType.TIMESTAMP;
            case JSON, JSONB, AS_JSON, ARRAY -> DataType.JSON;
            case MONEY, TIMESTAMPTZ -> null;
        };
    }

    /** Returns the numeric type of a modifier, null if a plan has none like it. */
    static @Nullable DataType decimal(int modifier) {
        if (modifier < MODIFIER_HEADER) {
            return null;
        }
        int precision = precision(modifier);
        int scale = scale(modifier);
        boolean ours = precision <= MAX_PRECISION && scale >= 0 && scale <= precision;
        return ours ? DataType.decimal(precision, scale) : null;
    }

    /** Returns the digits of a numeric type in all. */
    static int precision(int modifier) {
        return (modifier - MODIFIER_HEADER) >> 16;
    }

    /** Returns the digits of a numeric type after the point; may be negative. */
    static int scale(int modifier) {
        return ((modifier - MODIFIER_HEADER & SCALE_BITS) ^ SCALE_SIGN) - SCALE_SIGN;
    }

    /** Returns whether the texts of a column are walked on into. */
    static TableInfo.Json json(Form form) {
        return switch (form) {
            case JSON, JSONB -> TableInfo.Json.ANY;
            case AS_JSON -> TableInfo.Json.OBJECT;
            case ARRAY -> TableInfo.Json.ARRAY;
            case BOOL, INT2, INT4, INT8, OID, FLOAT4, FLOAT8, NUMERIC, MONEY, TEXT, AS_TEXT, BYTES, DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, UUID_BYTES ->
                    TableInfo.Json.NONE;
        };
    }
}
