package org.godwit.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each kind of source its types, and for each type values that others have lost, as SQL of that source. */
final class HostileTypes {
    private static final String TEXTS = "'', 'NULL', ' x ', '007', '1e3', '1,5', 'it''s', '\"', 'true', '2024-02-30', '01/02/2024', 'é', 'e\u0301', '😀', 'a\tb', '\\N'";

    private HostileTypes() {}

    static Map<String, List<String>> sqlite() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        put(types, "INTEGER", "0", "-1", "9223372036854775807", "-9223372036854775808", "9007199254740993", "NULL");
        put(types, "REAL", "0.1", "-0.0", "1.0", "1e308", "5e-324", "9e999", "-9e999", "NULL");
        put(types, "TEXT", TEXTS.split(", "));
        put(types, "BLOB", "x''", "x'00'", "x'ff00fe'", "x'27225c0a'", "NULL");
        put(types, "NUMERIC", "12.5", "1234567890123456.78", "3", "NULL");
        put(types, "BOOLEAN", "0", "1", "NULL");
        put(types, "VARCHAR(3)", "'longer than three'", "1", "NULL");
        put(types, "DATETIME", "'2024-01-31 10:00:00'", "'2024-02-29 23:59:59'", "NULL");
        put(types, "DATE", "'0001-01-01'", "'9999-12-31'", "'2024-13-45'");
        put(types, "", "1", "'1'", "1.0", "x'31'", "NULL");
        return types;
    }

    static Map<String, List<String>> duckdb() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        put(types, "BOOLEAN", "true", "false", "NULL");
        put(types, "TINYINT", "-128", "127", "NULL");
        put(types, "INTEGER", "-2147483648", "2147483647", "NULL");
        put(types, "SMALLINT", "-32768", "32767", "NULL");
        put(types, "UTINYINT", "255", "0", "NULL");
        put(types, "UHUGEINT", "340282366920938463463374607431768211455", "0", "NULL");
        put(types, "ENUM('a','B')", "'a'", "'B'", "NULL");
        put(types, "MAP(VARCHAR, INTEGER)", "MAP {'a': 1, '': 2}", "MAP {}", "NULL");
        put(types, "TIMESTAMP_S", "'2024-01-31 10:00:00'", "NULL");
        put(types, "BIGINT", "-9223372036854775808", "9223372036854775807", "NULL");
        put(types, "HUGEINT", "170141183460469231731687303715884105727", "-170141183460469231731687303715884105727", "0", "NULL");
        put(types, "UBIGINT", "18446744073709551615", "0", "NULL");
        put(types, "FLOAT", "0.1", "16777217", "3.4028235e38", "NULL");
        put(types, "DOUBLE", "0.1", "'-0.0'", "5e-324", "1.7976931348623157e308", "NULL");
        put(types, "DOUBLE /* not finite */", "'NaN'", "'inf'", "'-inf'", "1.5");
        put(types, "DECIMAL(18,3)", "123456789012345.678", "-0.001", "0", "NULL");
        put(types, "DECIMAL(38,10)", "1234567890123456789012345678.0123456789", "-1", "NULL");
        put(types, "VARCHAR", TEXTS.split(", "));
        put(types, "BLOB", "''::BLOB", "'\\x00\\xFF'::BLOB", "NULL");
        put(types, "DATE", "'0001-01-01'", "'1969-12-31'", "'9999-12-31'", "NULL");
        put(types, "TIME", "'00:00:00'", "'23:59:59.999999'", "NULL");
        put(types, "TIMESTAMP", "'1969-12-31 23:59:59.999999'", "'2024-02-29 12:00:00'", "'9999-12-31 23:59:59'", "NULL");
        put(types, "TIMESTAMP_NS", "'2024-01-31 10:00:00.123456789'", "NULL");
        put(types, "TIMESTAMPTZ", "'2024-03-31 02:30:00+01'", "'2024-01-01 00:00:00.5Z'", "NULL");
        put(types, "INTERVAL", "INTERVAL 14 MONTH", "INTERVAL '1' SECOND", "NULL");
        put(types, "UUID", "'00000000-0000-0000-0000-000000000001'", "NULL");
        put(types, "BIT", "'0101'::BIT", "NULL");
        put(types, "INTEGER[]", "[1, NULL, 3]", "[]", "NULL");
        put(types, "STRUCT(a INTEGER, b VARCHAR)", "{'a': 1, 'b': 'x'}", "{'a': NULL, 'b': ''}", "NULL");
        put(types, "JSON", "'{\"a\": [1, 2.50]}'", "'null'", "'\"\"'", "NULL");
        return types;
    }

    static Map<String, List<String>> postgresql() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        put(types, "smallint", "-32768", "32767", "NULL");
        put(types, "bigint", "-9223372036854775808", "9223372036854775807", "NULL");
        put(types, "integer", "-2147483648", "2147483647", "NULL");
        put(types, "varchar(20)", "''", "'x '", "NULL");
        put(types, "timetz", "'23:59:59.5+02'", "NULL");
        put(types, "int4range", "'[1,5)'", "'empty'", "NULL");
        put(types, "xml", "'<a b=\"c\"/>'", "NULL");
        put(types, "numeric(20,4)", "1234567890123456.7891", "-0.0001", "0", "NULL");
        put(types, "numeric", "1e40", "0.12345678901234567891234567890", "NULL");
        put(types, "real", "0.1", "16777216", "NULL");
        put(types, "double precision", "0.1", "'-0'", "5e-324", "1e308", "NULL");
        put(types, "text", "''", "'NULL'", "' x '", "'007'", "'é'", "'😀'", "'a\tb'", "E'\\\\N'", "'2024-02-30'", "NULL");
        put(types, "char(5)", "'ab'", "''", "NULL");
        put(types, "bytea", "'\\x'", "'\\x00ff'", "NULL");
        put(types, "boolean", "true", "false", "NULL");
        put(types, "date", "'0001-01-01'", "'9999-12-31'", "NULL");
        put(types, "time", "'00:00:00'", "'23:59:59.999999'", "NULL");
        put(types, "timestamp", "'1969-12-31 23:59:59.999999'", "'2024-02-29 12:00:00'", "NULL");
        put(types, "timestamptz", "'2024-03-31 02:30:00+01'", "NULL");
        put(types, "interval", "'1 year 2 mons 3 days 04:05:06.7'", "NULL");
        put(types, "uuid", "'00000000-0000-0000-0000-000000000001'", "NULL");
        put(types, "json", "'{\"a\":  [1, 2.50]}'", "'null'", "NULL");
        put(types, "jsonb", "'{\"b\": 1, \"a\": {}}'", "NULL");
        put(types, "integer[]", "'{1,NULL,3}'", "'{}'", "NULL");
        put(types, "inet", "'192.168.0.1/24'", "NULL");
        put(types, "bit(4)", "B'0101'", "NULL");
        return types;
    }

    static Map<String, List<String>> mariadb() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        put(types, "TINYINT(1)", "0", "1", "2", "-128", "NULL");
        put(types, "INT UNSIGNED", "4294967295", "0", "NULL");
        put(types, "SMALLINT", "-32768", "32767", "NULL");
        put(types, "MEDIUMTEXT", "''", "'é😀'", "NULL");
        put(types, "VARBINARY(8)", "''", "x'00ff'", "NULL");
        put(types, "TIMESTAMP(3) NULL", "'2024-03-31 01:30:00.125'", "NULL");
        put(types, "BIGINT", "-9223372036854775808", "9223372036854775807", "NULL");
        put(types, "BIGINT UNSIGNED", "18446744073709551615", "0", "NULL");
        put(types, "DECIMAL(30,10)", "12345678901234567890.0123456789", "-0.0000000001", "NULL");
        put(types, "FLOAT", "0.1", "16777217", "3.4e38", "NULL");
        put(types, "DOUBLE", "0.1", "5e-324", "1.7976931348623157e308", "NULL");
        put(types, "VARCHAR(40)", "''", "'NULL'", "' x '", "'007'", "'é'", "'😀'", "'a\tb'", "'\\\\N'", "'2024-02-30'", "NULL");
        put(types, "CHAR(5)", "'ab'", "''", "NULL");
        put(types, "BLOB", "''", "x'00ff0a5c'", "NULL");
        put(types, "BINARY(4)", "x'01'", "NULL");
        put(types, "DATE", "'0000-00-00'", "'2024-00-15'", "'9999-12-31'", "NULL");
        put(types, "DATETIME(6)", "'2024-02-29 12:00:00.000001'", "'1000-01-01 00:00:00'", "NULL");
        put(types, "TIME", "'838:59:59'", "'-838:59:59'", "NULL");
        put(types, "YEAR", "1901", "2155", "NULL");
        put(types, "BIT(8)", "b'11111111'", "b'0'", "NULL");
        put(types, "ENUM('a','B')", "'a'", "'B'", "NULL");
        put(types, "SET('a','b')", "'a,b'", "''", "NULL");
        put(types, "JSON", "'{\"a\":  [1, 2.50]}'", "'null'", "NULL");
        return types;
    }

    private static void put(Map<String, List<String>> types, String type, String... values) {
        types.put(type, List.of(values));
    }

    /** Returns the statements that make a table for each type, t1, t2, …, with a row for each value. */
    static List<String> statements(Map<String, List<String>> types) {
        List<String> sql = new java.util.ArrayList<>();
        int table = 0;
        for (Map.Entry<String, List<String>> type : types.entrySet()) {
            table++;
            sql.add("CREATE TABLE t" + table + " (k INTEGER PRIMARY KEY, c " + type.getKey() + ")");
            int row = 0;
            for (String value : type.getValue()) {
                sql.add("INSERT INTO t" + table + " VALUES (" + ++row + ", " + value + ")");
            }
        }
        return sql;
    }
}
