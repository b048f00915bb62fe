package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class QueryTest {
    private static final String ENDLESS = "SELECT count(*) FROM range(10000000000) AS a(i), range(1000000) AS b(j) WHERE hash(i + j) = 1";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("a b'c.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            Connections.execute(connection, "CREATE TABLE t AS FROM range(10) AS r(n)");
            Connections.execute(connection, "CREATE VIEW v AS SELECT n * 2 AS twice FROM t");
        }
        Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    }

    private QueryResult rows(String sql) {
        return Query.rows(file, sql, QueryLimits.ALL, () -> false);
    }

    private List<Object> values(String sql) {
        return rows(sql).rows().get(0);
    }

    private void refused(String sql, String word) {
        assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> rows(sql))
            .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_FAILED)).withMessageContaining(word);
    }

    @Test
    void returnsNumbersExactly() {
        assertThat(values("SELECT true, 1::TINYINT, 255::UTINYINT, -9223372036854775808, 18446744073709551615, 170141183460469231731687303715884105727,"
            + " 1.50::DECIMAL(38, 10), 0.1::FLOAT, 0.1::DOUBLE, 'NaN'::DOUBLE, NULL"))
            .containsExactly(true, 1L, 255L, Long.MIN_VALUE, new BigInteger("18446744073709551615"),
                new BigInteger("170141183460469231731687303715884105727"), new BigDecimal("1.5000000000"), 0.1f, 0.1, Double.NaN, null);
    }

    @Test
    void returnsEverythingElseInTheWordsOfDuckDb() {
        assertThat(values("SELECT DATE '2024-03-31', TIMESTAMP '2024-03-31 02:30:00.000001', 'infinity'::TIMESTAMP, '-infinity'::DATE, [1, 2],"
            + " {'a': 1}, '\\xAA'::BLOB, INTERVAL 3 DAY, '{\"a\": 1.10}'::JSON, 'x\uD83D\uDC26', MAP {'k': 1}"))
            .containsExactly("2024-03-31", "2024-03-31 02:30:00.000001", "infinity", "-infinity", "[1, 2]", "{'a': 1}", "\\xAA", "3 days",
                "{\"a\": 1.10}", "x\uD83D\uDC26", "{k=1}");
    }

    @Test
    void keepsNamesTypesAndOrder() {
        QueryResult result = rows("SELECT n AS \"N;\", n AS \"N;\", DATE '2024-01-01' + n::INTEGER AS d FROM t ORDER BY n DESC; -- done\n");
        assertThat(result.columns()).extracting(QueryResult.Column::name).containsExactly("N;", "N;", "d");
        assertThat(result.columns()).extracting(QueryResult.Column::type).containsExactly("BIGINT", "BIGINT", "DATE");
        assertThat(result.rows()).hasSize(10).first().isEqualTo(List.of(9L, 9L, "2024-01-10"));
        assertThat(result.complete()).isTrue();
    }

    @Test
    void stopsAtTheLimitOfRows() {
        QueryLimits three = QueryLimits.ALL.withRows(3);
        assertThat(Query.rows(file, "FROM range(1000000000)", three, () -> false)).satisfies(result -> {
            assertThat(result.rows()).hasSize(3);
            assertThat(result.complete()).isFalse();
        });
        assertThat(Query.rows(file, "FROM range(3)", three, () -> false).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOW TABLES", "DESCRIBE t", "SUMMARIZE t", "EXPLAIN SELECT * FROM t", "WITH x AS (SELECT 1) FROM x", "VALUES (1)",
        "FROM v LIMIT 1"})
    void runsWhatReads(String sql) {
        assertThat(rows(sql).rows()).isNotEmpty();
    }

    @Test
    void stopsWhenTimeIsOver() {
        QueryLimits second = new QueryLimits(10, Duration.ofSeconds(1));
        assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> Query.rows(file, ENDLESS, second, () -> false))
            .withMessageContaining("longer than 1 s");
    }

    @Test
    void stopsWhenCancelled() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancelled.set(true);
        });
        assertThatExceptionOfType(TaskCancelledException.class).isThrownBy(() -> Query.rows(file, ENDLESS, QueryLimits.ALL, cancelled::get));
    }

    @Test
    void explainsMistakes() {
        refused("SELECT nope FROM t", "nope");
        refused("SELEC 1", "SELEC");
        refused(" ", "no statement");
        refused("SELECT 1; SELECT 2", "one statement");
        refused("SELECT 'a'::INTEGER", "Could not convert");
        refused("SELECT 1\0", "U+0000");
        assertThat(values("SELECT count(*) FROM t")).containsExactly(10L);
    }

    @Test
    void reachesNothingButTheDatabase() throws Exception {
        byte[] before = Files.readAllBytes(file);
        String db = Sql.literal(file.toString());
        String log = Sql.literal(file + ".wal");
        String csv = Sql.literal(folder.resolve("secret.csv").toString());
        String out = Sql.literal(folder.resolve("out").toString());
        List<String> attacks = List.of(
            "FROM " + csv, "SELECT * FROM read_csv(" + csv + ")", "FROM read_text('/etc/passwd')",
            "FROM read_text(" + Sql.literal(folder.resolve("x/../secret.csv").toString()) + ")", "FROM glob('/etc/*')",
            "COPY t TO " + out, "COPY (SELECT 1) TO " + db + " (USE_TMP_FILE false)", "COPY (SELECT 1) TO " + log + " (USE_TMP_FILE false)",
            "EXPLAIN ANALYZE COPY (SELECT 1) TO " + log, "SELECT 1; COPY (SELECT 1) TO " + log, "SELECT 1) AS q(c0); COPY (SELECT 1) TO " + log + "; FROM (SELECT 1",
            "EXPORT DATABASE " + out, "ATTACH " + out + " AS o", "ATTACH " + db + " AS o", "INSTALL httpfs", "LOAD '/tmp/x.duckdb_extension'",
            "SET enable_external_access = true", "RESET lock_configuration", "SET temp_directory = '/'", "PRAGMA enable_profiling",
            "FROM enable_logging('all', storage = 'file', storage_config = {'path': " + out + "})", "CREATE TABLE x (i INTEGER)",
            "CREATE TEMP TABLE x (i INTEGER)", "DELETE FROM t", "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) FROM x", "DROP TABLE t",
            "CREATE PERSISTENT SECRET s (TYPE s3)", "FROM ARROW_SCAN(1, 2, 3)", "FROM \"arrow_scan\"(1, 2, 3)", "FROM query('FROM arrow_scan(1, 2, 3)')",
            "CALL checkpoint()", "SELECT getenv('HOME')");
        try (Lease lease = new Lease(file)) {
            for (String attack : attacks) {
                assertThatExceptionOfType(GodwitException.class).as(attack)
                    .isThrownBy(() -> Query.rows(lease, attack, QueryLimits.ALL, () -> false))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_FAILED));
            }
        }
        assertThat(Arrays.equals(Files.readAllBytes(file), before)).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void refusesLinksToOtherFiles() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a b'c.duckdb.link"), Path.of("/etc/passwd"));
        refused("FROM read_text(" + Sql.literal(link.toString()) + ")", "");
    }

    @Test
    void saysWhatIsNoDatabase() {
        for (String name : List.of("missing.duckdb", "secret.csv")) {
            assertThatExceptionOfType(GodwitException.class)
                .isThrownBy(() -> Query.rows(folder.resolve(name), "SELECT 1", QueryLimits.ALL, () -> false))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNREADABLE));
        }
    }
}
