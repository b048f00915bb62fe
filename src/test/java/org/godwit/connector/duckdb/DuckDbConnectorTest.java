package org.godwit.connector.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.godwit.connector.Rows;
import org.godwit.connector.SharedData;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.TableSource;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbConnectorTest {
    private final DuckDbConnector connector = new DuckDbConnector();

    @TempDir
    private Path folder;

    private int files;

    private Path made(String... statements) {
        Path file = folder.resolve("made.db");
        try (Session session = Session.open(file)) {
            for (String statement : statements) {
                session.execute(statement);
            }
        }
        return file;
    }

    private TableSource open(Path file, String... include) {
        return connector.open(new Place.Files(file), List.of(include), new TaskContext());
    }

    /** Returns how the values of one column are handed over. */
    private List<String> cells(String type, String... values) {
        Path file = folder.resolve("cells" + ++files + ".db");
        try (Session session = Session.open(file)) {
            session.execute("CREATE TABLE t (n INTEGER, v " + type + ")");
            for (int i = 0; i < values.length; i++) {
                session.execute("INSERT INTO t VALUES (" + i + ", " + values[i] + ")");
            }
        }
        // Without the trial in another process, which takes a while for each file.
        try (TableSource source = new DuckDbSource(ReadOnlyFile.ofStranger(file), file, List.of())) {
            return Rows.of(source, "t", 1_000).column(1);
        }
    }

    @Test
    void tellsItsFilesByTheirFirstBytes() throws IOException {
        byte[] first = Files.readAllBytes(made("CREATE TABLE t (a INTEGER)"));
        assertThat(connector.recognises(first, "made.db")).isTrue();
        assertThat(connector.recognises(Rows.utf8("SQLite format 3\0"), "made.duckdb")).isFalse();
        assertThat(connector.recognises(new byte[0], "empty.duckdb")).isFalse();
    }

    @Test
    void listsTablesOfAllSchemasWithTheirKeys() {
        Path file = made(
                "CREATE SCHEMA lab", "CREATE TABLE models (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE)",
                "CREATE TABLE runs (a INTEGER, b INTEGER, model INTEGER REFERENCES models (id), PRIMARY KEY (b, a))",
                "CREATE TABLE parts (x INTEGER, y INTEGER, FOREIGN KEY (x, y) REFERENCES runs (b, a))",
                "CREATE TABLE lab.runs (note VARCHAR)", "CREATE VIEW v AS SELECT 1", "INSERT INTO models VALUES (1, 'one'), (2, 'two')");
        try (TableSource source = open(file)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("lab.runs", "models", "parts", "runs");
            TableInfo runs = Rows.table(source, "runs");
            assertThat(runs.primaryKey()).containsExactly("b", "a");
            assertThat(runs.foreignKeys()).containsExactly(new TableInfo.ForeignKey(List.of("model"), "models", List.of("id")));
            assertThat(Rows.table(source, "parts").foreignKeys()).containsExactly(new TableInfo.ForeignKey(List.of("x", "y"), "runs", List.of("b", "a")));
            TableInfo models = Rows.table(source, "models");
            assertThat(models.rows()).isEqualTo(2);
            assertThat(models.bytes()).isPositive();
            assertThat(models.columns()).containsExactly(
                    new TableInfo.Column("id", "INTEGER", DataType.INTEGER, false, TableInfo.Json.NONE),
                    new TableInfo.Column("name", "VARCHAR", DataType.VARCHAR, false, TableInfo.Json.NONE));
        }
        try (TableSource source = open(file, "lab.*", "models")) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("lab.runs", "models");
        }
    }

    @Test
    void tellsOfTablesOfOneNameWhatEachOfThemHas() {
        Path file = made(
                "CREATE SCHEMA lab", "CREATE TABLE runs (a INTEGER UNIQUE, b INTEGER CHECK (b > 0), UNIQUE (b, a))",
                "CREATE TABLE lab.runs (\"the day\" VARCHAR, a INTEGER, UNIQUE (a))", "CREATE TABLE bare (a INTEGER)",
                "CREATE INDEX low ON lab.runs (a, lower(\"the day\"))", "CREATE UNIQUE INDEX days ON lab.runs (\"the day\", a)");
        try (TableSource source = open(file)) {
            TableInfo runs = Rows.table(source, "runs");
            assertThat(runs.indexes()).containsExactly(new TableInfo.Index(List.of("a"), true), new TableInfo.Index(List.of("b", "a"), true));
            assertThat(runs.checks()).containsExactly(new TableInfo.Check("", "(b > 0)", TableInfo.Dialect.DUCKDB, java.util.Set.of()));
            TableInfo lab = Rows.table(source, "lab.runs");
            assertThat(lab.indexes()).containsExactly(new TableInfo.Index(List.of("a"), true), new TableInfo.Index(List.of("the day", "a"), true));
            assertThat(lab.beside()).containsExactly("index low");
            assertThat(Rows.table(source, "bare").indexes()).isEmpty();
        }
    }

    @Test
    void handsOverNumbersWithAllTheirDigits() {
        assertThat(cells("UBIGINT", "0", "9223372036854775807", "9223372036854775808", "18446744073709551615"))
                .containsExactly("integer 0", "integer 9223372036854775807", "number 9223372036854775808", "number 18446744073709551615");
        assertThat(cells("HUGEINT", "-1", "170141183460469231731687303715884105727", "-170141183460469231731687303715884105728"))
                .containsExactly("integer -1", "number 170141183460469231731687303715884105727", "number -170141183460469231731687303715884105728");
        assertThat(cells("UHUGEINT", "340282366920938463463374607431768211455")).containsExactly("number 340282366920938463463374607431768211455");
        assertThat(cells("DECIMAL(38,10)", "1234567890123456789012345678.0123456789", "-0.5", "NULL"))
                .containsExactly("number 1234567890123456789012345678.0123456789", "number -0.5000000000", "nothing");
        assertThat(cells("DECIMAL(4,2)", "12.30")).containsExactly("number 12.30");
        assertThat(cells("TINYINT", "-128")).containsExactly("integer -128");
        assertThat(cells("UTINYINT", "255")).containsExactly("integer 255");
        assertThat(cells("USMALLINT", "65535")).containsExactly("integer 65535");
        assertThat(cells("UINTEGER", "4294967295")).containsExactly("integer 4294967295");
        assertThat(cells("BIGNUM", "'123456789012345678901234567890123456789012345'")).containsExactly("number 123456789012345678901234567890123456789012345");
    }

    @Test
    void handsOverFloatingPointNumbersToTheLastBit() {
        assertThat(cells("FLOAT", "0.1", "'nan'", "'-inf'", "3.4028235e38")).containsExactly(
                "real 0.10000000149011612", "real NaN", "real -Infinity", "real " + (double) Float.MAX_VALUE);
        assertThat(cells("DOUBLE", "0.1", "'nan'", "'inf'", "'-0.0'", "5e-324", "9007199254740993"))
                .containsExactly("real 0.1", "real NaN", "real Infinity", "real -0.0", "real 4.9E-324", "real 9.007199254740992E15");
    }

    @Test
    void handsOverMomentsAsIsoText() {
        assertThat(cells("DATE", "'2024-02-29'", "'infinity'", "'-infinity'", "'0044-03-15 (BC)'", "'12345-01-01'", "'5881580-07-10'"))
                .containsExactly("text 2024-02-29", "text infinity", "text -infinity", "text -0043-03-15", "text +12345-01-01", "text +5881580-07-10");
        assertThat(cells("TIMESTAMP", "'2024-01-31 10:00:00'", "'2024-01-31 10:05:06.5'", "'1969-12-31 23:59:59.999999'", "'infinity'", "'-infinity'"))
                .containsExactly("text 2024-01-31T10:00:00", "text 2024-01-31T10:05:06.5", "text 1969-12-31T23:59:59.999999", "text infinity", "text -infinity");
        assertThat(cells("TIMESTAMP_NS", "'2024-01-31 10:00:00.123456789'", "'2024-01-31 10:00:00'"))
                .containsExactly("text 2024-01-31T10:00:00.123456789", "text 2024-01-31T10:00:00");
        assertThat(cells("TIMESTAMP_S", "'2024-01-31 10:00:01'")).containsExactly("text 2024-01-31T10:00:01");
        assertThat(cells("TIMESTAMP_MS", "'2024-01-31 10:00:01.5'")).containsExactly("text 2024-01-31T10:00:01.5");
        assertThat(cells("TIMESTAMPTZ", "'2024-01-31 10:00:00+02'", "'2024-07-01 00:00:00.000001Z'", "'infinity'"))
                .containsExactly("text 2024-01-31T08:00:00Z", "text 2024-07-01T00:00:00.000001Z", "text infinity");
        assertThat(cells("TIME", "'10:00:00'", "'24:00:00'", "'01:02:03.000004'")).containsExactly("text 10:00:00", "text 24:00:00", "text 01:02:03.000004");
        assertThat(cells("TIMETZ", "'10:00:00+02'")).containsExactly("text 10:00:00+02");
        assertThat(cells("INTERVAL", "INTERVAL '1 year -2 months 3 days -1.5 seconds'", "INTERVAL '0 days'", "INTERVAL '100 hours 0.000001 seconds'"))
                .containsExactly("text P10M3DT-1.500000S", "text P0M0DT0.000000S", "text P0M0DT360000.000001S");
    }

    @Test
    void handsOverTextsAndBytesAsTheyAre() {
        assertThat(cells("VARCHAR", "''", "NULL", "'NULL'", "'a' || chr(0) || 'b'", "'\u00e9\ud83d\ude00'")).containsExactly(
                "text ", "nothing", "text NULL", "text a\0b", "text \u00e9\ud83d\ude00");
        assertThat(cells("UUID", "'00000000-0000-0000-0000-0000000000ff'")).containsExactly("text 00000000-0000-0000-0000-0000000000ff");
        assertThat(cells("ENUM ('it''s', 'b,c')", "'it''s'", "'b,c'")).containsExactly("text it's", "text b,c");
        assertThat(cells("BIT", "'00101'")).containsExactly("text 00101");
        assertThat(cells("BLOB", "'\\x00\\xFF'::BLOB", "''::BLOB")).containsExactly("blob 00ff", "blob ");
        assertThat(cells("BOOLEAN", "true", "false", "NULL")).containsExactly("bool true", "bool false", "nothing");
    }

    @Test
    void handsOverNestedValuesAsJsonWithAllTheirDigits() {
        assertThat(cells("DECIMAL(38,20)[]", "[0.12345678901234567891, NULL]", "[]", "NULL"))
                .containsExactly("json [0.12345678901234567891,null]", "json []", "nothing");
        assertThat(cells("STRUCT(\"a \"\"b\" INTEGER, c VARCHAR[], d STRUCT(e HUGEINT, f DATE))",
                "ROW(1, ['x\"y', NULL], ROW(170141183460469231731687303715884105727, DATE '2024-01-01'))", "ROW(NULL, NULL, NULL)", "NULL"))
                .containsExactly(
                        "json {\"a \\\"b\":1,\"c\":[\"x\\\"y\",null],\"d\":{\"e\":170141183460469231731687303715884105727,\"f\":\"2024-01-01\"}}",
                        "json {\"a \\\"b\":null,\"c\":null,\"d\":null}", "nothing");
        assertThat(cells("MAP(INTEGER, DOUBLE[])", "MAP {1: [0.1, 'nan'::DOUBLE], -2: NULL}", "MAP {}")).containsExactly("json {\"1\":[0.1,NaN],\"-2\":null}", "json {}");
        assertThat(cells("INTEGER[2][]", "[[1, 2], NULL, [3, NULL]]")).containsExactly("json [[1,2],null,[3,null]]");
        assertThat(cells("UNION(num INTEGER, str VARCHAR)", "union_value(num := 7)", "union_value(str := 'seven')", "NULL"))
                .containsExactly("json {\"num\":7}", "json {\"str\":\"seven\"}", "nothing");
        assertThat(cells("STRUCT(t TIMESTAMPTZ, b BLOB, f FLOAT)", "ROW('2024-01-31 10:00:00+02', '\\x01'::BLOB, 0.5)"))
                .containsExactly("json {\"t\":\"2024-01-31T08:00:00Z\",\"b\":{\"$base64\":\"AQ==\"},\"f\":0.5}");
        assertThat(cells("JSON", "'{\"a\": 1.10}'", "'null'", "NULL")).containsExactly("json {\"a\": 1.10}", "json null", "nothing");
    }

    @Test
    void everyTypeOfDuckDbHasAnAnswer() {
        List<String> types;
        try (Session session = Session.open(Path.of(""))) {
            String sql = "SELECT DISTINCT type_name FROM duckdb_types() WHERE schema_name = 'main' AND type_name <> 'tuple' "
                    + "AND logical_type NOT IN ('NULL', 'ENUM', 'ANY', 'LAMBDA', 'TYPE', 'STRUCT', 'LIST', 'MAP', 'UNION', 'ARRAY') ORDER BY ALL";
            types = session.texts(sql).stream().map(List::getFirst).toList();
        }
        assertThat(types).hasSizeGreaterThan(40).contains("geometry", "time_ns", "variant", "bignum");
        Path file = folder.resolve("types.db");
        try (Session session = Session.open(file)) {
            for (int i = 0; i < types.size(); i++) {
                session.execute("CREATE TABLE t" + i + " (v " + types.get(i) + ", nested STRUCT(v " + types.get(i) + ")[])");
                session.execute("INSERT INTO t" + i + " VALUES (NULL, [{'v': NULL}])");
            }
            session.execute("CREATE TABLE others (a VARIANT, b TIME_NS, c GEOMETRY)");
            session.execute("INSERT INTO others VALUES ({'a': 0.12345678901234567891::DECIMAL(38,20)}::VARIANT, '01:02:03.123456789', NULL)");
        }
        try (TableSource source = new DuckDbSource(ReadOnlyFile.ofStranger(file), file, List.of())) {
            for (int i = 0; i < types.size(); i++) {
                assertThat(Rows.of(source, "t" + i, 10).all()).as(types.get(i)).containsExactly(List.of("nothing", "json [{\"v\":null}]"));
            }
            assertThat(Rows.of(source, "others", 10).all()).containsExactly(List.of("text {'a': 0.12345678901234567891}", "text 01:02:03.123456789", "nothing"));
        }
    }

    @Test
    void whatIsInTheLogOnlyIsReadToo() throws IOException {
        Path file = made("CREATE TABLE t (a INTEGER)");
        Path copy = folder.resolve("copy.db");
        try (Session session = Session.open(file)) {
            session.execute("INSERT INTO t VALUES (7)");
            Files.copy(file, copy);
            Files.copy(folder.resolve("made.db.wal"), folder.resolve("copy.db.wal"));
        }
        try (TableSource source = open(copy)) {
            assertThat(Rows.of(source, "t", 10).all()).containsExactly(List.of("integer 7"));
        }
    }

    @Test
    void rangesHoldEveryRowOnceInOrder() {
        Path file = made("CREATE TABLE t AS SELECT i FROM range(300000) AS r(i)", "DELETE FROM t WHERE i % 3 = 0");
        try (TableSource source = open(file)) {
            List<RowRange> ranges = source.ranges(Rows.table(source, "t"), 70_000);
            assertThat(ranges).hasSizeGreaterThan(3);
            List<String> read = Rows.of(source, "t", 70_000).column(0);
            assertThat(read).isEqualTo(IntStream.range(0, 300_000).filter(i -> i % 3 != 0).mapToObj(i -> "integer " + i).toList());
        }
    }

    @Test
    void namesWithEverythingInThemAreRead() {
        Path file = made("CREATE TABLE \"a \"\"b'.c\" (\"x;y\" INTEGER, \"select\" VARCHAR)", "INSERT INTO \"a \"\"b'.c\" VALUES (1, 'one')");
        try (TableSource source = open(file)) {
            assertThat(Rows.of(source, "a \"b'.c", 10).all()).containsExactly(List.of("integer 1", "text one"));
        }
    }

    @Test
    void tablesWithoutRowsHaveNoRanges() {
        try (TableSource source = open(made("CREATE TABLE t (a INTEGER)"))) {
            assertThat(source.ranges(Rows.table(source, "t"), 100)).isEmpty();
        }
    }

    @Test
    void refusesWhatItCannotOpen() throws IOException {
        assertThatThrownBy(() -> open(folder.resolve("none.duckdb")))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_MISSING));
        Path text = Files.writeString(folder.resolve("text.duckdb"), "this is no database");
        assertThatThrownBy(() -> open(text)).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE));
    }

    @Test
    void readsTheRealDatabases() {
        try (TableSource source = open(SharedData.path("databases/templates.duckdb"))) {
            assertThat(source.tables()).isNotEmpty();
            for (TableInfo table : source.tables()) {
                assertThat(Rows.of(source, table.name(), 50).all()).hasSize((int) table.rows());
            }
        }
        try (TableSource source = open(SharedData.path("databases/benchmark_star_schema.duckdb"))) {
            assertThat(source.tables()).hasSizeGreaterThan(5);
            assertThat(source.tables()).anyMatch(table -> !table.primaryKey().isEmpty());
            for (TableInfo table : source.tables()) {
                assertThat(Rows.of(source, table.name(), 50).all()).hasSize((int) table.rows());
            }
        }
    }
}
