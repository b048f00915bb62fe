package org.godwit.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.godwit.connector.Rows;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.Connection;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;

/** What is handed over of a MariaDB database: each cell as it is stored. */
final class MariaSourceTest {
    private final MariaServer server = MariaServer.get();
    private final String database = server.newDatabase();

    private TableSource open(String... include) {
        return open(server.connection(database), include);
    }

    private static TableSource open(Connection connection, String... include) {
        return new MariaConnector(MariaServer.SECRETS).open(new Place.Server(connection), List.of(include), new TaskContext());
    }

    /** Returns what comes of values in the only column of a table, in the order given. */
    private List<String> cells(String type, String... values) {
        List<String> statements = new ArrayList<>();
        statements.add("SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+02:00'");
        statements.add("CREATE OR REPLACE TABLE cells (n INT PRIMARY KEY, v " + type + ")");
        for (int i = 0; i < values.length; i++) {
            statements.add("INSERT INTO cells VALUES (" + i + ", " + values[i] + ")");
        }
        server.run(database, statements.toArray(String[]::new));
        try (TableSource source = open("cells")) {
            return Rows.of(source, "cells", 100).column(1);
        }
    }

    @Test
    void readsWholeNumbersAsTheyAre() {
        assertThat(cells("TINYINT(1)", "0", "1", "2", "-128", "NULL")).containsExactly("integer 0", "integer 1", "integer 2", "integer -128", "nothing");
        assertThat(cells("TINYINT UNSIGNED", "255")).containsExactly("integer 255");
        assertThat(cells("SMALLINT UNSIGNED", "65535")).containsExactly("integer 65535");
        assertThat(cells("MEDIUMINT", "-8388608")).containsExactly("integer -8388608");
        assertThat(cells("INT UNSIGNED", "4294967295")).containsExactly("integer 4294967295");
        assertThat(cells("INT(8) ZEROFILL", "42")).containsExactly("integer 42");
        assertThat(cells("BIGINT", "9223372036854775807", "-9223372036854775808")).containsExactly("integer 9223372036854775807", "integer -9223372036854775808");
        assertThat(cells("BIGINT UNSIGNED", "18446744073709551615", "9223372036854775808", "7"))
                .containsExactly("number 18446744073709551615", "number 9223372036854775808", "integer 7");
        assertThat(cells("YEAR", "2024", "0", "1901", "NULL")).containsExactly("integer 2024", "integer 0", "integer 1901", "nothing");
    }

    @Test
    void readsBitsAsTheNumberThatTheyAre() {
        assertThat(cells("BIT(1)", "b'1'", "b'0'", "NULL")).containsExactly("integer 1", "integer 0", "nothing");
        assertThat(cells("BIT(8)", "b'10000001'")).containsExactly("integer 129");
        assertThat(cells("BIT(64)", "18446744073709551615")).containsExactly("number 18446744073709551615");
    }

    @Test
    void readsDecimalsToTheLastDigit() {
        assertThat(cells("DECIMAL(10,2)", "1.5", "-0.00", "99999999.99", "NULL"))
                .containsExactly("number 1.50", "number 0.00", "number 99999999.99", "nothing");
        assertThat(cells("DECIMAL(65,30)", "12345678901234567890123456789012345.123456789012345678901234567891"))
                .containsExactly("number 12345678901234567890123456789012345.123456789012345678901234567891");
        assertThat(cells("DECIMAL(10,2) ZEROFILL", "1.5")).containsExactly("number 1.50");
    }

    @Test
    void readsFloatsAsTheValueThatIsStored() {
        assertThat(cells("FLOAT", "0.1", "16777217", "1e-30", "3.4028234663852886e38", "NULL"))
                .containsExactly("real " + (double) 0.1f, "real 1.6777216E7", "real " + (double) 1e-30f, "real 3.4028234663852886E38", "nothing");
        assertThat(cells("FLOAT(7,3)", "1234.567")).containsExactly("real " + (double) 1234.567f);
        assertThat(cells("DOUBLE", "0.1", "-0e0", "1.7976931348623157e308", "2.2250738585072014e-308", "5e-324", "9007199254740993"))
                .containsExactly("real 0.1", "real -0.0", "real 1.7976931348623157E308", "real 2.2250738585072014E-308", "real 4.9E-324", "real 9.007199254740992E15");
        assertThat(cells("DOUBLE(10,2)", "1.235")).containsExactly("real 1.24");
    }

    @Test
    void readsDatesThatAreNoneAsTheTextTheyShow() {
        assertThat(cells("DATE", "'2024-02-29'", "'0000-00-00'", "'2024-00-00'", "'2024-05-00'", "'2024-02-31'", "'0001-01-01'", "'9999-12-31'", "NULL"))
                .containsExactly("text 2024-02-29", "text 0000-00-00", "text 2024-00-00", "text 2024-05-00", "text 2024-02-31", "text 0001-01-01", "text 9999-12-31", "nothing");
        assertThat(cells("DATETIME(6)",
                "'2024-01-31 10:00:00'", "'2024-01-31 10:00:00.120000'", "'0000-00-00 00:00:00'", "'2024-00-10 01:02:03.5'", "'9999-12-31 23:59:59.999999'"))
                .containsExactly("text 2024-01-31T10:00:00", "text 2024-01-31T10:00:00.12", "text 0000-00-00 00:00:00.000000", "text 2024-00-10 01:02:03.500000",
                        "text 9999-12-31T23:59:59.999999");
        assertThat(cells("DATETIME", "'2024-01-31 10:00:59'")).containsExactly("text 2024-01-31T10:00:59");
    }

    @Test
    void readsInstantsInUtc() {
        // Written in a session two hours ahead.
        assertThat(cells("TIMESTAMP(3) NULL", "'2024-07-01 12:30:00.250'", "'0000-00-00 00:00:00'", "NULL"))
                .containsExactly("text 2024-07-01T10:30:00.25Z", "text 0000-00-00 00:00:00.000", "nothing");
    }

    @Test
    void readsTimesBeyondADay() {
        assertThat(cells("TIME", "'838:59:59'", "'-838:59:59'", "'00:00:00'")).containsExactly("text 838:59:59", "text -838:59:59", "text 00:00:00");
        assertThat(cells("TIME(6)", "'25:00:00.000001'")).containsExactly("text 25:00:00.000001");
    }

    @Test
    void readsTextsWhateverTheirCharacters() {
        assertThat(cells("VARCHAR(50) CHARACTER SET utf8mb4", "''", "'NULL'", "'trailing  '", "'\uD83D\uDE00'", "'a\\0b'", "'tab\\t'", "'\uFFFD'", "NULL"))
                .containsExactly("text ", "text NULL", "text trailing  ", "text \uD83D\uDE00", "text a\u0000b", "text tab\t", "text \uFFFD", "nothing");
        assertThat(cells("VARCHAR(50) CHARACTER SET latin1", "'\u00E4\u00F6\u20AC'")).containsExactly("text \u00E4\u00F6\u20AC");
        assertThat(cells("TEXT CHARACTER SET ucs2", "'\u00E4\u65E5'")).containsExactly("text \u00E4\u65E5");
        assertThat(cells("LONGTEXT", "repeat('x', 1000000)")).containsExactly("text " + "x".repeat(1_000_000));
        assertThat(cells("CHAR(5)", "'ab'")).containsExactly("text ab");
        assertThat(cells("ENUM('', 'a', 'b c')", "''", "'b c'")).containsExactly("text ", "text b c");
        assertThat(cells("SET('a', 'b')", "''", "'a,b'")).containsExactly("text ", "text a,b");
        assertThat(cells("UUID", "'123e4567-e89b-12d3-a456-426655440000'")).containsExactly("text 123e4567-e89b-12d3-a456-426655440000");
        assertThat(cells("INET6", "'2001:db8::ff00:42:8329'")).containsExactly("text 2001:db8::ff00:42:8329");
        assertThat(cells("INET4", "'192.168.0.1'")).containsExactly("text 192.168.0.1");
    }

    @Test
    void readsBytesAsBytes() {
        String all = IntStream.range(0, 256).mapToObj("%02x"::formatted).reduce("", String::concat);
        assertThat(cells("LONGBLOB", "x'" + all + "'", "''", "NULL")).containsExactly("blob " + all, "blob ", "nothing");
        assertThat(cells("BINARY(4)", "'ab'")).containsExactly("blob 61620000");
        assertThat(cells("VARBINARY(4)", "x'00ff'")).containsExactly("blob 00ff");
        assertThat(cells("POINT", "POINT(1, 2)")).containsExactly("blob 000000000101000000000000000000f03f0000000000000040");
    }

    @Test
    void handsJsonOverAsJson() {
        assertThat(cells("JSON", "'{\"b\": 1, \"a\": [1.10]}'", "NULL")).containsExactly("json {\"b\": 1, \"a\": [1.10]}", "nothing");
        assertThat(cells("LONGTEXT", "'{}'")).containsExactly("text {}");
    }

    @Test
    void walksIntoTextsThatThePlanCallsJson() {
        server.run(database, "CREATE TABLE logs (id INT PRIMARY KEY, doc TEXT)", "INSERT INTO logs VALUES (1, '[1]')");
        try (TableSource source = open()) {
            TableInfo table = Rows.table(source, "logs");
            TableInfo walked = table.withColumns(table.columns().stream().map(c -> c.name().equals("doc") ? c.withJson(TableInfo.Json.ANY) : c).toList());
            assertThat(Rows.of(source, "logs", 10).column(1)).containsExactly("text [1]");
            List<String> told = new ArrayList<>();
            try (RowReader reader = source.reader()) {
                reader.read(walked, source.ranges(walked, 10).get(0), new ImpatientSink() {
                    @Override
                    public void json(String value) {
                        told.add(value);
                    }
                });
            }
            assertThat(told).containsExactly("[1]");
        }
    }

    @Test
    void describesTablesKeysAndReferences() {
        server.run(database,
                "CREATE TABLE parents (a INT UNSIGNED, b VARCHAR(20), x DECIMAL(12,3) NOT NULL, PRIMARY KEY (a, b)) ENGINE=InnoDB",
                "CREATE TABLE `child``s` (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, pa INT UNSIGNED, pb VARCHAR(20), self BIGINT UNSIGNED, j JSON,"
                        + " FOREIGN KEY (pa, pb) REFERENCES parents (a, b), FOREIGN KEY (self) REFERENCES `child``s` (id)) ENGINE=InnoDB",
                "CREATE VIEW looks AS SELECT * FROM parents",
                "INSERT INTO parents VALUES (1, 'x', 1), (2, 'y', 2)");
        try (TableSource source = open()) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("child`s", "parents");
            TableInfo parents = Rows.table(source, "parents");
            assertThat(parents.primaryKey()).containsExactly("a", "b");
            assertThat(parents.rows()).isEqualTo(2);
            assertThat(parents.bytes()).isPositive();
            assertThat(parents.columns()).extracting(TableInfo.Column::name).containsExactly("a", "b", "x");
            assertThat(parents.columns()).extracting(TableInfo.Column::type).containsExactly(DataType.BIGINT, DataType.VARCHAR, DataType.decimal(12, 3));
            assertThat(parents.columns()).extracting(TableInfo.Column::nullable).containsExactly(false, false, false);
            TableInfo child = Rows.table(source, "child`s");
            assertThat(child.foreignKeys()).containsExactlyInAnyOrder(
                    new TableInfo.ForeignKey(List.of("pa", "pb"), "parents", List.of("a", "b")),
                    new TableInfo.ForeignKey(List.of("self"), "child`s", List.of("id")));
            assertThat(child.columns().get(0).type()).isEqualTo(DataType.HUGEINT);
            assertThat(child.columns().get(4).json()).isEqualTo(TableInfo.Json.ANY);
            assertThat(child.columns().get(4).type()).isEqualTo(DataType.JSON);
        }
        try (TableSource source = open("par*")) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("parents");
        }
    }

    @Test
    void cutsTablesByTheirKeySoThatEachRowComesOnce() {
        server.run(database, "CREATE TABLE many (id BIGINT PRIMARY KEY, t TEXT)",
                "INSERT INTO many SELECT CAST(seq AS SIGNED) * 7 - 3000, concat('row ', seq) FROM seq_1_to_1000",
                "INSERT INTO many VALUES (9223372036854775807, 'last'), (-9223372036854775808, 'first')");
        try (TableSource source = open()) {
            assertThat(source.ranges(Rows.table(source, "many"), 100)).hasSizeGreaterThan(1);
            Rows rows = Rows.of(source, "many", 100);
            assertThat(rows.numbers()).isSorted().hasSize(1_002).doesNotHaveDuplicates().contains(Long.MAX_VALUE, Long.MIN_VALUE);
            assertThat(rows.column(1)).contains("text first", "text last", "text row 1", "text row 1000");
        }
    }

    @Test
    void readsTablesWithoutANumberAsAKey() {
        server.run(database, "CREATE TABLE loose (v VARCHAR(10))", "INSERT INTO loose VALUES ('b'), ('a'), (NULL)",
                "CREATE TABLE named (v VARCHAR(10) PRIMARY KEY)", "INSERT INTO named VALUES ('b'), ('a')",
                "CREATE TABLE huge (id BIGINT UNSIGNED PRIMARY KEY)", "INSERT INTO huge VALUES (18446744073709551615), (1)",
                "CREATE TABLE nobody (id INT PRIMARY KEY)", "CREATE TABLE empty (v INT)");
        try (TableSource source = open()) {
            assertThat(Rows.of(source, "loose", 1).all()).containsExactlyInAnyOrder(List.of("text b"), List.of("text a"), List.of("nothing"));
            assertThat(Rows.of(source, "loose", 1).numbers()).containsExactly(1L, 2L, 3L);
            assertThat(Rows.of(source, "named", 1).all()).containsExactly(List.of("text a"), List.of("text b"));
            assertThat(Rows.of(source, "huge", 1).all()).containsExactly(List.of("integer 1"), List.of("number 18446744073709551615"));
            assertThat(source.ranges(Rows.table(source, "nobody"), 10)).isEmpty();
            assertThat(source.ranges(Rows.table(source, "empty"), 10)).isEmpty();
        }
    }

    @Test
    void seesOneStateThroughAllReaders() {
        server.run(database, "CREATE TABLE moving (id INT PRIMARY KEY, v INT) ENGINE=InnoDB", "INSERT INTO moving SELECT seq, 0 FROM seq_1_to_500");
        try (TableSource source = open()) {
            TableInfo table = Rows.table(source, "moving");
            List<RowRange> ranges = source.ranges(table, 50);
            server.run(database, "UPDATE moving SET v = 1", "DELETE FROM moving WHERE id < 100", "INSERT INTO moving VALUES (1000, 2)");
            for (RowRange range : ranges) {
                assertThat(range.to()).isGreaterThan(range.from());
            }
            Rows rows = Rows.of(source, "moving", 50);
            assertThat(rows.numbers()).containsExactlyElementsOf(LongStream.rangeClosed(1, 500).boxed().toList());
            assertThat(rows.column(1)).containsOnly("integer 0");
        }
    }

    @Test
    void keepsWritersFromTablesThatKnowNoTransactions() {
        server.run(database, "CREATE TABLE old (id INT PRIMARY KEY) ENGINE=MyISAM", "INSERT INTO old VALUES (1), (2)");
        try (TableSource source = open()) {
            assertThatThrownBy(() -> server.run(database, "SET SESSION lock_wait_timeout = 1", "INSERT INTO old VALUES (3)"))
                    .hasMessageContaining("Lock wait timeout");
            assertThat(Rows.of(source, "old", 10).numbers()).containsExactly(1L, 2L);
        }
        server.run(database, "INSERT INTO old VALUES (3)");
    }

    @Test
    void readsWithoutTheRightToLockEverything() {
        server.run(database, "CREATE TABLE seen (id INT PRIMARY KEY)", "INSERT INTO seen VALUES (1), (2)",
                "CREATE OR REPLACE USER 'reader'@'localhost' IDENTIFIED BY '" + MariaServer.PASSWORD + "'",
                "GRANT SELECT ON " + database + ".* TO 'reader'@'localhost'");
        try (TableSource source = open(MariaServer.connection("mariadb", "127.0.0.1", server.port(), database, "reader"))) {
            assertThat(Rows.of(source, "seen", 1).numbers()).containsExactly(1L, 2L);
        }
    }

    @Test
    void goesOnAfterASinkThatHadEnough() {
        server.run(database, "CREATE TABLE deep (id INT PRIMARY KEY, t LONGTEXT)", "INSERT INTO deep SELECT seq, repeat('x', 1000) FROM seq_1_to_50000");
        try (TableSource source = open()) {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> {
                    try (RowReader reader = source.reader()) {
                        reader.read(Rows.table(source, "deep"), new RowRange(0, Long.MAX_VALUE), new ImpatientSink());
                    }
                }).isInstanceOf(IllegalStateException.class).hasMessage("enough");
            }
            assertThat(Rows.of(source, "deep", 60_000).numbers()).hasSize(50_000);
        }
    }
}
