package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each type of PostgreSQL is handed over as, to the last digit. */
final class SourceTypesTest {
    private static final PostgresServer SERVER = PostgresServer.shared();

    private static String database = "";

    /** A type, a value as SQL, and the cell that it is to be. */
    private record Case(String type, String sql, String cell) {}

    private static final List<Case> CASES = List.of(
            new Case("boolean", "true", "bool:true"), new Case("boolean", "false", "bool:false"),
            new Case("smallint", "-32768", "integer:-32768"), new Case("integer", "2147483647", "integer:2147483647"),
            new Case("bigint", "-9223372036854775808", "integer:-9223372036854775808"), new Case("oid", "4294967295", "integer:4294967295"),
            new Case("real", "'0.1'", "real:" + (double) 0.1f), new Case("real", "'NaN'", "real:NaN"), new Case("real", "'-Infinity'", "real:-Infinity"),
            new Case("double precision", "'0.1'", "real:0.1"), new Case("double precision", "'-0.0'", "real:-0.0"),
            new Case("double precision", "'4.9e-324'", "real:4.9E-324"), new Case("double precision", "'NaN'", "real:NaN"),
            new Case("double precision", "'Infinity'", "real:Infinity"), new Case("double precision", "'1.7976931348623157e308'", "real:1.7976931348623157E308"),
            new Case("numeric", "0", "number:0"), new Case("numeric", "-0.00", "number:0.00"), new Case("numeric", "1.50", "number:1.50"),
            new Case("numeric", "0.12345678901234567891", "number:0.12345678901234567891"), new Case("numeric", "10000", "number:10000"),
            new Case("numeric", "-99999999999999999999999999999999999999.99", "number:-99999999999999999999999999999999999999.99"),
            new Case("numeric", "'1e-30'", "number:0.000000000000000000000000000001"), new Case("numeric", "'1e40'", "number:1" + "0".repeat(40)),
            new Case("numeric", "12345.00067", "number:12345.00067"), new Case("numeric", "'NaN'", "real:NaN"),
            new Case("numeric", "'Infinity'", "real:Infinity"), new Case("numeric", "'-Infinity'", "real:-Infinity"),
            new Case("numeric(10,3)", "1234567.1", "number:1234567.100"), new Case("numeric(3,-2)", "12345", "number:12300"),
            new Case("money", "'$1,234.56'", "number:1234.56"), new Case("money", "'-$0.01'", "number:-0.01"),
            new Case("text", "''", "text:"), new Case("text", "'NULL'", "text:NULL"), new Case("text", "E'a\\tb\\nc\\\\'", "text:a\tb\nc\\"),
            new Case("text", "'\uD83D\uDE00 \u00e4 e\u0301 \u202e \uFFFD'", "text:\uD83D\uDE00 \u00e4 e\u0301 \u202e \uFFFD"), new Case("text", "'007'", "text:007"),
            new Case("varchar(5)", "'ab  '", "text:ab  "), new Case("char(5)", "'ab'", "text:ab   "), new Case("\"char\"", "'x'", "text:x"),
            new Case("name", "'n'", "text:n"), new Case("bytea", "'\\x'", "blob:"), new Case("bytea", "'\\x00ff5c'", "blob:00ff5c"),
            new Case("date", "'2024-02-29'", "text:2024-02-29"), new Case("date", "'infinity'", "text:infinity"), new Case("date", "'-infinity'", "text:-infinity"),
            new Case("date", "'0044-03-15 BC'", "text:-0043-03-15"), new Case("date", "'0001-01-01 BC'", "text:0000-01-01"),
            new Case("date", "'0001-01-01'", "text:0001-01-01"), new Case("date", "'9999-12-31'", "text:9999-12-31"), new Case("date", "'10000-01-01'", "text:+10000-01-01"),
            new Case("time", "'10:00'", "text:10:00:00"), new Case("time", "'24:00:00'", "text:24:00:00"), new Case("time", "'23:59:59.000001'", "text:23:59:59.000001"),
            new Case("timetz", "'10:00:00.5+05:30'", "text:10:00:00.500000+05:30"), new Case("timetz", "'10:00-11:59:59'", "text:10:00:00-11:59:59"),
            new Case("timestamp", "'2024-01-31 10:00'", "text:2024-01-31T10:00:00"), new Case("timestamp", "'2024-01-31 10:00:00.12'", "text:2024-01-31T10:00:00.120000"),
            new Case("timestamp", "'1969-12-31 23:59:59.999999'", "text:1969-12-31T23:59:59.999999"), new Case("timestamp", "'infinity'", "text:infinity"),
            new Case("timestamp", "'4713-01-01 00:00 BC'", "text:-4712-01-01T00:00:00"),
            new Case("timestamp", "'294276-12-31 23:59:59.999999'", "text:+294276-12-31T23:59:59.999999"),
            new Case("timestamptz", "'2024-03-31 02:30:00+02'", "text:2024-03-31T00:30:00Z"), new Case("timestamptz", "'-infinity'", "text:-infinity"),
            new Case("interval", "'1 year 2 mons -3 days 04:05:06.7'", "text:P1Y2M-3DT4H5M6.7S"), new Case("interval", "'0'", "text:PT0S"),
            new Case("uuid", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "text:a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
            new Case("json", "'{\"b\": 1.0,  \"a\":\"\\u0000\", \"b\":2}'", "json:{\"b\": 1.0,  \"a\":\"\\u0000\", \"b\":2}"), new Case("json", "'null'", "json:null"),
            new Case("jsonb", "'{\"n\": 123456789012345678901234567890.10, \"a\": []}'", "json:{\"a\": [], \"n\": 123456789012345678901234567890.10}"),
            new Case("integer[]", "'{1,NULL,3}'", "json:[1,null,3]"), new Case("integer[]", "'{}'", "json:[]"),
            new Case("text[]", "'{{a,\"b\\\"\"},{NULL,\"NULL\"}}'", "json:[[\"a\",\"b\\\"\"],[null,\"NULL\"]]"),
            new Case("numeric[]", "'{1.50,0.12345678901234567891}'", "json:[1.50,0.12345678901234567891]"),
            new Case("integer[]", "'[0:1]={1,2}'", "unreadable:[0:1]={1,2}:the array does not count from 1, which JSON cannot say"),
            new Case("integer[]", "'[1:1][2:3]={{1,2}}'", "unreadable:[1:1][2:3]={{1,2}}:the array does not count from 1, which JSON cannot say"),
            new Case("pair", "'(1,)'", "json:{\"a\":1,\"b\":null}"), new Case("pair", "'(,)'", "json:{\"a\":null,\"b\":null}"),
            new Case("mood", "'very \"good\"'", "text:very \"good\""),
            new Case("positive", "5", "integer:5"), new Case("label", "'x '", "text:x "), new Case("int4range", "'[1,5)'", "text:[1,5)"),
            new Case("nummultirange", "'{[1,2),[3.50,4)}'", "text:{[1,2),[3.50,4)}"), new Case("hstore", "'a=>1,\"b c\"=>NULL'", "json:{\"a\": \"1\", \"b c\": null}"),
            new Case("xml", "'<a b=\"c\">&lt;</a>'", "text:<a b=\"c\">&lt;</a>"), new Case("inet", "'192.168.0.1/24'", "text:192.168.0.1/24"),
            new Case("cidr", "'10.0.0.0/8'", "text:10.0.0.0/8"), new Case("macaddr", "'08:00:2b:01:02:03'", "text:08:00:2b:01:02:03"),
            new Case("bit(3)", "B'101'", "text:101"), new Case("bit varying", "B''", "text:"), new Case("point", "'(1.5,-2)'", "text:(1.5,-2)"),
            new Case("tsvector", "'a:1 b'", "text:'a':1 'b'"), new Case("citext", "'MiXed'", "text:MiXed"), new Case("regclass", "'pg_class'", "text:pg_class"),
            new Case("int2vector", "'1 2'", "text:1 2"), new Case("pg_lsn", "'16/B374D848'", "text:16/B374D848"), new Case("jsonpath", "'$.a'", "text:$.\"a\""));

    @BeforeAll
    static void fill() {
        database = SERVER.newDatabase();
        SERVER.run(database,
                "CREATE EXTENSION hstore", "CREATE EXTENSION citext", "CREATE TYPE mood AS ENUM ('very \"good\"', 'bad')", "CREATE TYPE pair AS (a integer, b text)",
                "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)", "CREATE DOMAIN label AS varchar(3)");
        String columns = IntStream.range(0, CASES.size()).mapToObj(i -> "c" + i + " " + CASES.get(i).type).reduce((a, b) -> a + ", " + b).orElseThrow();
        String values = Stream.of(CASES.toArray(Case[]::new)).map(c -> c.sql.startsWith("'") ? c.sql + "::" + c.type : c.sql).reduce((a, b) -> a + ", " + b).orElseThrow();
        SERVER.run(database, "CREATE TABLE every (" + columns + ")", "INSERT INTO every VALUES (" + values + ")", "INSERT INTO every DEFAULT VALUES");
    }

    @TestFactory
    Stream<DynamicTest> handsOverExactlyWhatIsStored() {
        List<List<String>> rows;
        try (TableSource source = new PostgresConnector(place -> new char[0]).open(SERVER.place(database), List.of(), new TaskContext())) {
            rows = Cells.of(source, "every", 1000);
        }
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).containsOnly("nothing");
        return IntStream.range(0, CASES.size())
                .mapToObj(i -> DynamicTest.dynamicTest(CASES.get(i).type + " " + CASES.get(i).sql, () -> assertThat(rows.get(0).get(i)).isEqualTo(CASES.get(i).cell)));
    }

    @Test
    void saysWhatColumnsHold() {
        SERVER.run(database,
                "CREATE TABLE hints (a integer PRIMARY KEY, b numeric(12,2) NOT NULL, c numeric, d numeric(50,2), e jsonb, f text[], g pair,"
                        + " h timestamptz, i label, j bytea, k real)");
        try (TableSource source = new PostgresConnector(place -> new char[0]).open(SERVER.place(database), List.of("hints"), new TaskContext())) {
            TableInfo table = source.tables().get(0);
            assertThat(table.columns()).containsExactly(
                    new TableInfo.Column("a", "integer", DataType.INTEGER, false, TableInfo.Json.NONE),
                    new TableInfo.Column("b", "numeric(12,2)", DataType.decimal(12, 2), false, TableInfo.Json.NONE),
                    new TableInfo.Column("c", "numeric", null, true, TableInfo.Json.NONE),
                    new TableInfo.Column("d", "numeric(50,2)", null, true, TableInfo.Json.NONE),
                    new TableInfo.Column("e", "jsonb", DataType.JSON, true, TableInfo.Json.ANY),
                    new TableInfo.Column("f", "text[]", DataType.JSON, true, TableInfo.Json.ARRAY),
                    new TableInfo.Column("g", "public.pair", DataType.JSON, true, TableInfo.Json.OBJECT),
                    new TableInfo.Column("h", "timestamp with time zone", null, true, TableInfo.Json.NONE),
                    new TableInfo.Column("i", "public.label", DataType.VARCHAR, true, TableInfo.Json.NONE),
                    new TableInfo.Column("j", "bytea", DataType.BLOB, true, TableInfo.Json.NONE),
                    new TableInfo.Column("k", "real", DataType.DOUBLE, true, TableInfo.Json.NONE));
        }
    }
}
