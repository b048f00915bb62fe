package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.godwit.model.DataType;
import org.godwit.shred.RowBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vectors are read and written where they are, so what the driver would have checked and converted is checked here. */
final class BatchScanTest {
    private static final String LETTERS = "0123456789abcdef";

    private Session session;

    @BeforeEach
    void open() throws SQLException {
        session = new Session(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<String> texts(String sql) {
        List<String> result = new ArrayList<>();
        session.scan(sql, form(DataType.VARCHAR), chunk -> IntStream.range(0, chunk.rows())
            .forEach(row -> result.add(chunk.column(0).isNull(row) ? "-" : (String) chunk.column(0).objectAt(row))));
        return result;
    }

    private List<Long> longs(String sql, DataType type) {
        List<Long> result = new ArrayList<>();
        session.scan(sql, form(type), chunk -> IntStream.range(0, chunk.rows()).forEach(row -> result.add(chunk.column(0).longAt(row))));
        return result;
    }

    private static RowBatch form(DataType type) {
        return new RowBatch("t", List.of("c"), List.of(type));
    }

    @Test
    void textsThatStandInTheirEntryAndLongerOnesAreRead() {
        assertThat(texts("SELECT left('" + LETTERS + "', i::INTEGER) FROM range(17) r(i) ORDER BY i"))
            .isEqualTo(IntStream.rangeClosed(0, 16).mapToObj(length -> LETTERS.substring(0, length)).toList());
        assertThat(texts("SELECT 'b\u00e4rentatze\u20ac' UNION ALL SELECT NULL UNION ALL SELECT 'a' || chr(0) || 'b'"))
            .containsExactlyInAnyOrder("b\u00e4rentatze\u20ac", "-", "a\0b");
    }

    @Test
    void vectorsOfOneValueOfFewValuesAndOfSomeRowsAreReadRowByRow() {
        assertThat(texts("SELECT 'the same for every row' FROM range(5000)")).hasSize(5000).containsOnly("the same for every row");
        session.execute("CREATE TABLE few AS SELECT i, 'a name of some length ' || (i % 3) AS name, CASE WHEN i % 7 <> 0 THEN i END AS gap FROM range(200000) r(i)");
        List<String> few = texts("SELECT name FROM few WHERE i % 5 = 1 ORDER BY i");
        assertThat(few).isEqualTo(IntStream.range(0, 40_000).mapToObj(i -> "a name of some length " + (i * 5 + 1) % 3).toList());
        assertThat(texts("SELECT gap::VARCHAR FROM few WHERE i < 70 ORDER BY i"))
            .isEqualTo(IntStream.range(0, 70).mapToObj(i -> i % 7 == 0 ? "-" : String.valueOf(i)).toList());
    }

    @Test
    void momentsOfOtherUnitsAreMicroseconds() {
        long micros = 1_741_283_303_250_000L;
        for (String type : List.of("TIMESTAMP", "TIMESTAMP_MS", "TIMESTAMP_NS")) {
            assertThat(longs("SELECT TIMESTAMP '2025-03-06 17:48:23.25'::" + type, DataType.TIMESTAMP)).as(type).containsExactly(micros);
        }
        assertThat(longs("SELECT TIMESTAMP '2025-03-06 17:48:23'::TIMESTAMP_S", DataType.TIMESTAMP)).containsExactly(micros - 250_000);
        assertThat(longs("SELECT DATE '1969-12-31'", DataType.DATE)).containsExactly(-1L);
    }

    @Test
    void aVectorOfAnotherTypeIsRefusedAndNotReadAsIfItWereOfThisOne() {
        assertThatThrownBy(() -> longs("SELECT 1::INTEGER", DataType.BIGINT)).isInstanceOf(IllegalStateException.class).hasMessageContaining("INTEGER");
        assertThatThrownBy(() -> texts("SELECT 1::BIGINT")).isInstanceOf(IllegalStateException.class).hasMessageContaining("BIGINT");
    }

    @Test
    void shortTextsThatWereLoadedAreFoundComparedAndGrouped() {
        session.execute("CREATE TABLE t (c VARCHAR)");
        RowBatch batch = form(DataType.VARCHAR);
        for (int i = 0; i < 3000; i++) {
            batch.column(0).addObject(LETTERS.substring(0, i % 13));
            batch.column(0).addNull();
        }
        session.load(batch);
        assertThat(session.number("SELECT count(*) FROM t WHERE c = 'x' OR c = '0123456789ab'")).isEqualTo(230);
        assertThat(session.number("SELECT count(*) FROM t WHERE c < '012'")).isEqualTo(231 * 3);
        assertThat(session.number("SELECT count(DISTINCT c) FROM t")).isEqualTo(13);
        assertThat(session.number("SELECT count(*) FROM t WHERE c IS NULL")).isEqualTo(3000);
    }
}
