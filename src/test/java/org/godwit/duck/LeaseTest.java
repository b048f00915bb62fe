package org.godwit.duck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaseTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("x.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            for (String sql : List.of("CREATE TABLE \"b;\" (\"n\"\"\" BIGINT, d DATE)", "INSERT INTO \"b;\" SELECT i, DATE '2024-01-01' + i::INTEGER FROM range(250) AS r(i)",
                "CREATE TABLE a (x INTEGER)", "CREATE TABLE _godwit_runs (run VARCHAR)", "CREATE VIEW good AS SELECT x + 1 AS y FROM a",
                "CREATE TABLE gone (z INTEGER)", "CREATE VIEW broken AS SELECT z FROM gone", "DROP TABLE gone")) {
                Connections.execute(connection, sql);
            }
        }
    }

    private static long count(Lease lease) {
        return (Long) Query.rows(lease, "SELECT count(*) FROM \"b;\"", QueryLimits.ALL, () -> false).rows().get(0).get(0);
    }

    @Test
    void letsGoAfterAWhile() throws Exception {
        try (Lease lease = new Lease(file, Duration.ofMillis(300))) {
            assertThat(lease.isOpen()).isFalse();
            assertThat(count(lease)).isEqualTo(250);
            assertThat(lease.isOpen()).isTrue();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (lease.isOpen() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(lease.isOpen()).isFalse();
            assertThat(count(lease)).isEqualTo(250);
        }
    }

    @Test
    void seesTheNewFileAfterARun() throws Exception {
        try (Lease lease = new Lease(file); Lease other = new Lease(file)) {
            assertThat(count(lease) + count(other)).isEqualTo(500);
            try (ShadowFile shadow = ShadowFile.open(file, new ShadowSettings("r", 0, 0, 0)); Statement statement = shadow.connection().createStatement()) {
                statement.execute("DELETE FROM \"b;\" WHERE \"n\"\"\" < 50");
                assertThat(count(lease)).isEqualTo(250);
                shadow.commit();
            }
            assertThat(count(lease) + count(other)).isEqualTo(400);
        }
    }

    @Test
    void listsTablesAndViews() {
        try (Lease lease = new Lease(file)) {
            List<CatalogTable> tables = new TargetCatalog(lease).tables();
            assertThat(tables).extracting(CatalogTable::name).containsExactly("_godwit_runs", "a", "b;", "broken", "good");
            assertThat(tables).extracting(CatalogTable::rows).containsExactly(
                OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(250), OptionalLong.empty(), OptionalLong.of(0));
            assertThat(tables).extracting(CatalogTable::isSystem).containsExactly(true, false, false, false, false);
            assertThat(tables.get(2).columns()).containsExactly(new QueryResult.Column("n\"", "BIGINT"), new QueryResult.Column("d", "DATE"));
            assertThat(tables.get(4).view()).isTrue();
        }
    }
}
