package org.godwit.duck;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes values of nested types as JSON, by SQL: numbers with all their digits, which {@code to_json} would round, and
 * everything that JSON has no form for as text.
 */
final class JsonSql {
    private static final String NULL = "'null'";

    private JsonSql() {}

    /** Returns SQL that gives the JSON text of a value, NULL for NULL. */
    static String of(DuckType type, String value) {
        return of(type, value, 0);
    }

    private static String of(DuckType type, String value, int depth) {
        return switch (type) {
            case DuckType.Plain plain -> leaf(plain, value);
            case DuckType.Sequence sequence -> sequence(sequence, value, depth);
            case DuckType.Struct struct -> struct(struct, value, depth);
            case DuckType.Pairs pairs -> pairs(pairs, value, depth);
            case DuckType.Union union -> union(union, value, depth);
        };
    }

    private static String orNull(DuckType type, String value, int depth) {
        return "coalesce(" + of(type, value, depth) + ", " + NULL + ")";
    }

    private static String sequence(DuckType.Sequence type, String value, int depth) {
        String each = "v" + depth;
        return "('[' || array_to_string(list_transform(" + value + ", lambda " + each + ": "
                + orNull(type.element(), each, depth + 1) + "), ',') || ']')";
    }

    private static String struct(DuckType.Struct type, String value, int depth) {
        String fields = type.fields().stream()
                .map(field -> name(field) + " || " + orNull(field.type(), "struct_extract(" + value + ", " + Sql.literal(field.name()) + ")", depth))
                .collect(Collectors.joining(" || ',' || "));
        // The fields of an absent struct are absent ones: it needs to be said that there is none.
        return "CASE WHEN " + value + " IS NOT NULL THEN '{' || " + fields + " || '}' END";
    }

    private static String name(DuckType.Field field) {
        return "to_json(" + Sql.literal(field.name()) + ")::VARCHAR || ':'";
    }

    private static String pairs(DuckType.Pairs type, String value, int depth) {
        String entry = "v" + depth;
        String key = "struct_extract(" + entry + ", 'key')";
        String keyJson = of(type.key(), key, depth + 1);
        // A name in JSON is a text, whatever the key is.
        String keyText = isText(type.key()) ? keyJson : "to_json(" + keyJson + ")::VARCHAR";
        return "('{' || array_to_string(list_transform(map_entries(" + value + "), lambda " + entry + ": " + keyText + " || ':' || "
                + orNull(type.value(), "struct_extract(" + entry + ", 'value')", depth + 1) + "), ',') || '}')";
    }

    private static boolean isText(DuckType type) {
        return type instanceof DuckType.Plain plain && switch (plain.name()) {
            case "BOOLEAN", "FLOAT", "DOUBLE", "BLOB", "JSON" -> false;
            default -> !isNumber(plain);
        };
    }

    private static boolean isNumber(DuckType.Plain type) {
        return switch (type.name()) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
                    "DECIMAL", "BIGNUM", "VARINT" -> true;
            default -> false;
        };
    }

    private static String union(DuckType.Union type, String value, int depth) {
        String members = type.members().stream()
                .map(member -> " WHEN " + Sql.literal(member.name()) + " THEN '{' || " + name(member) + " || "
                        + orNull(member.type(), "union_extract(" + value + ", " + Sql.literal(member.name()) + ")", depth) + " || '}'")
                .collect(Collectors.joining());
        return "CASE union_tag(" + value + ")" + members + " END";
    }

    private static String leaf(DuckType.Plain type, String value) {
        if (isNumber(type)) {
            return value + "::VARCHAR";
        }
        return switch (type.name()) {
            case "BOOLEAN", "JSON" -> value + "::VARCHAR";
            // What is not finite has no number in JSON; Godwit's own reader takes these words.
            case "FLOAT", "DOUBLE" -> "CASE WHEN isfinite(" + value + ") THEN " + value + "::DOUBLE::VARCHAR WHEN isnan(" + value + ") THEN 'NaN' WHEN "
                    + value + " > 0 THEN 'Infinity' WHEN " + value + " < 0 THEN '-Infinity' END";
            case "BLOB" -> "('{\"$base64\":\"' || base64(" + value + ") || '\"}')";
            default -> "to_json(" + text(type, value) + ")::VARCHAR";
        };
    }

    /** Returns SQL that gives a value of a type without parts as text: moments and spans as ISO 8601 writes them. */
    static String text(DuckType.Plain type, String value) {
        String text = value + "::VARCHAR";
        return switch (type.name()) {
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> iso(text);
            case "TIMESTAMP WITH TIME ZONE" -> "CASE WHEN isfinite(" + value + ") THEN " + iso(utc(value) + "::VARCHAR") + " || 'Z' ELSE " + text + " END";
            case "INTERVAL" -> interval(value);
            default -> text;
        };
    }

    /** Returns SQL that gives a moment as a timestamp in UTC. */
    static String utc(String value) {
        return "timezone('UTC', " + value + ")";
    }

    // Not where there is more than date and time: infinity, years before Christ.
    private static String iso(String text) {
        return "regexp_replace(" + text + ", '^(\\d+-\\d\\d-\\d\\d) (\\d\\d:[0-9:.]*)$', '\\1T\\2')";
    }

    // The three figures that make an interval, each of which may be negative.
    private static String interval(String value) {
        List<String> micros = List.of("datepart('hour', " + value + ")::BIGINT * 3600000000", "datepart('minute', " + value + ")::BIGINT * 60000000",
                "datepart('microsecond', " + value + ")::BIGINT");
        return "('P' || (datepart('year', " + value + ") * 12 + datepart('month', " + value + ")) || 'M' || datepart('day', " + value + ") || 'DT' || (("
                + String.join(" + ", micros) + ")::DECIMAL(19,0) * 0.000001::DECIMAL(7,6)) || 'S')";
    }
}
