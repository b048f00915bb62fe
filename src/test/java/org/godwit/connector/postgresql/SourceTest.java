package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.model.Connection.Tls;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SourceTest {
    private static final PostgresServer SERVER = PostgresServer.shared();

    private String database = "";

    @BeforeEach
    void makeDatabase() {
        database = SERVER.newDatabase();
    }

    private TableSource open(String... include) {
        return new PostgresConnector(place -> new char[0]).open(SERVER.place(database), List.of(include), new TaskContext());
    }

    private static TableInfo table(TableSource source, String name) {
        return source.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void findsTablesKeysAndReferences() {
        SERVER.run(database,
                "CREATE TABLE models (id integer PRIMARY KEY, name text NOT NULL UNIQUE)",
                "CREATE TABLE \"Runs \"\"1\"\"\" (model integer NOT NULL REFERENCES models, part text, b text, a text, PRIMARY KEY (b, a))",
                "CREATE TABLE child (y text, x text, FOREIGN KEY (x, y) REFERENCES \"Runs \"\"1\"\"\" (b, a))",
                "CREATE VIEW seen AS SELECT * FROM models", "CREATE SCHEMA other", "CREATE TABLE other.models (n integer REFERENCES models)",
                "INSERT INTO models VALUES (1, 'a'), (2, 'b')");
        try (TableSource source = open()) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("Runs \"1\"", "child", "models");
            assertThat(table(source, "Runs \"1\"").primaryKey()).containsExactly("b", "a");
            assertThat(table(source, "Runs \"1\"").foreignKeys()).containsExactly(new TableInfo.ForeignKey(List.of("model"), "models", List.of("id")));
            assertThat(table(source, "child").foreignKeys()).containsExactly(new TableInfo.ForeignKey(List.of("x", "y"), "Runs \"1\"", List.of("b", "a")));
            assertThat(table(source, "models").rows()).isEqualTo(2);
            assertThat(table(source, "models").bytes()).isPositive();
            assertThat(source.ranges(table(source, "child"), 100)).isEmpty();
        }
        try (TableSource source = open("other.*", "mod?ls")) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("models", "other.models");
        }
        org.godwit.model.Connection usual = SERVER.connection(database);
        org.godwit.model.Connection other = new org.godwit.model.Connection(
                "postgresql", usual.host(), usual.port(), database, "other", "postgres", "", Tls.OFF, null, Map.of());
        try (TableSource source = new PostgresConnector(place -> new char[0]).open(new Place.Server(other), List.of(), new TaskContext())) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("models");
            assertThat(table(source, "models").foreignKeys()).containsExactly(new TableInfo.ForeignKey(List.of("n"), "public.models", List.of("id")));
        }
    }

    @Test
    void readsEachRowOnceInParallelRanges() throws Exception {
        SERVER.run(database,
                "CREATE TABLE many (n bigint, t text)", "INSERT INTO many SELECT i, repeat('x', i % 50) FROM generate_series(1, 30000) i",
                "DELETE FROM many WHERE n % 3 = 0");
        try (TableSource source = open(); ExecutorService workers = Executors.newFixedThreadPool(2)) {
            TableInfo many = table(source, "many");
            List<RowRange> ranges = source.ranges(many, 2000);
            assertThat(ranges).hasSizeBetween(8, 14);
            List<Future<Cells>> parts = new ArrayList<>();
            for (int worker = 0; worker < 2; worker++) {
                int first = worker;
                parts.add(workers.submit(() -> {
                    Cells cells = new Cells();
                    try (RowReader reader = source.reader()) {
                        for (int i = first; i < ranges.size(); i += 2) {
                            reader.read(many, ranges.get(i), cells);
                        }
                    }
                    return cells;
                }));
            }
            List<List<String>> rows = new ArrayList<>(parts.get(0).get().rows());
            rows.addAll(parts.get(1).get().rows());
            assertThat(rows).hasSize(20000);
            assertThat(new HashSet<>(rows)).hasSize(20000);
            List<Long> numbers = new ArrayList<>(parts.get(0).get().numbers());
            numbers.addAll(parts.get(1).get().numbers());
            assertThat(new HashSet<>(numbers)).hasSize(20000);
        }
    }

    @Test
    void numbersRowsByTheirKeyAndReadsSmallTablesInItsOrder() {
        SERVER.run(database, "CREATE TABLE small (t text, id integer PRIMARY KEY)", "INSERT INTO small VALUES ('c', 30), ('a', 10), ('b', 20)");
        try (TableSource source = open(); RowReader reader = source.reader()) {
            Cells cells = new Cells();
            TableInfo small = table(source, "small");
            source.ranges(small, 1000).forEach(range -> reader.read(small, range, cells));
            assertThat(cells.numbers()).containsExactly(10L, 20L, 30L);
            assertThat(cells.rows()).containsExactly(List.of("text:a", "integer:10"), List.of("text:b", "integer:20"), List.of("text:c", "integer:30"));
        }
    }

    @Test
    void readsPartitionedAndInheritedTablesOnce() {
        SERVER.run(database,
                "CREATE TABLE parts (k integer, v text) PARTITION BY RANGE (k)", "CREATE TABLE parts_a PARTITION OF parts FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE parts_b (v text, k integer)", "ALTER TABLE parts ATTACH PARTITION parts_b FOR VALUES FROM (10) TO (20)",
                "INSERT INTO parts SELECT i, 'v' || i FROM generate_series(0, 19) i",
                "CREATE TABLE base (n integer)", "CREATE TABLE derived (m integer) INHERITS (base)", "INSERT INTO base VALUES (1)", "INSERT INTO derived VALUES (2, 3)");
        try (TableSource source = open()) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("base", "derived", "parts");
            List<List<String>> rows = Cells.of(source, "parts", 1000);
            assertThat(rows).hasSize(20).doesNotHaveDuplicates().contains(List.of("integer:15", "text:v15"));
            assertThat(Cells.of(source, "base", 10)).containsExactly(List.of("integer:1"));
            assertThat(Cells.of(source, "derived", 10)).containsExactly(List.of("integer:2", "integer:3"));
        }
    }

    @Test
    void seesOneStateWhileOthersWrite() throws SQLException {
        SERVER.run(database,
                "CREATE TABLE a (n integer)", "CREATE TABLE b (n integer)", "INSERT INTO a SELECT generate_series(1, 3000)", "INSERT INTO b SELECT generate_series(1, 3000)");
        try (TableSource source = open(); Connection writer = SERVER.open(database); Statement statement = writer.createStatement()) {
            List<List<String>> before = Cells.of(source, "a", 1000);
            statement.execute("UPDATE a SET n = -n");
            statement.execute("INSERT INTO a SELECT generate_series(5000, 9000)");
            statement.execute("DELETE FROM b");
            assertThat(Cells.of(source, "a", 1000)).isEqualTo(before).hasSize(3000);
            assertThat(Cells.of(source, "b", 100)).hasSize(3000);
            statement.execute("SET lock_timeout = '100ms'");
            assertThatThrownBy(() -> statement.execute("TRUNCATE b")).as("emptying would show through the snapshot").isInstanceOf(SQLException.class);
        }
        SERVER.run(database, "TRUNCATE b");
    }

    @Test
    void walksIntoTextsThatThePlanCallsJson() {
        SERVER.run(database, "CREATE TABLE t (j text)", "INSERT INTO t VALUES ('{\"a\":1}')");
        try (TableSource source = open(); RowReader reader = source.reader()) {
            TableInfo table = table(source, "t");
            TableInfo walked = table.withColumns(List.of(table.columns().get(0).withJson(TableInfo.Json.OBJECT)));
            Cells cells = new Cells();
            source.ranges(walked, 10).forEach(range -> reader.read(walked, range, cells));
            assertThat(cells.rows()).containsExactly(List.of("json:{\"a\":1}"));
        }
    }

    @Test
    void leavesJsonTheTextThatItIsWhereThePlanDoesNotWalkIntoIt() {
        SERVER.run(database, "CREATE TABLE t (j json, b jsonb, a integer[])", "INSERT INTO t VALUES ('\"s\" ', '\"s\"', '{1}'), ('null', 'null', NULL)");
        try (TableSource source = open(); RowReader reader = source.reader()) {
            TableInfo table = table(source, "t");
            TableInfo plain = table.withColumns(table.columns().stream().map(column -> column.withJson(TableInfo.Json.NONE)).toList());
            Cells cells = new Cells();
            source.ranges(plain, 10).forEach(range -> reader.read(plain, range, cells));
            assertThat(cells.rows()).containsExactly(List.of("text:\"s\" ", "text:\"s\"", "text:[1]"), List.of("text:null", "text:null", "nothing"));
        }
    }

    @Test
    void refusesTablesOfWhichItWouldSeeAPartOnly() {
        SERVER.run(database,
                "CREATE TABLE shown (n integer)", "INSERT INTO shown VALUES (1), (2)", "GRANT SELECT ON shown TO stranger",
                "ALTER TABLE shown ENABLE ROW LEVEL SECURITY", "CREATE POLICY half ON shown USING (n = 1)", "CREATE TABLE closed (n integer)", "INSERT INTO closed VALUES (1)");
        org.godwit.model.Connection stranger = SERVER.connection(database, SERVER.port(), "stranger");
        try (TableSource source = new PostgresConnector(place -> new char[0]).open(new Place.Server(stranger), List.of(), new TaskContext())) {
            for (String name : List.of("shown", "closed")) {
                assertThatThrownBy(() -> Cells.of(source, name, 10))
                        .isInstanceOfSatisfying(GodwitException.class, e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.SERVER_RIGHT);
                            assertThat(e.arguments().get(1).toString()).matches("(read|use the table) " + name + ".*");
                            assertThat(e.arguments().get(2)).isEqualTo("stranger");
                        });
            }
        }
    }

    @Test
    void goesOnAfterAReaderWasStopped() {
        SERVER.run(database, "CREATE TABLE long (n integer)", "INSERT INTO long SELECT generate_series(1, 100000)");
        TaskContext context = new TaskContext();
        try (TableSource source = new PostgresConnector(place -> new char[0]).open(SERVER.place(database), List.of(), context);
                RowReader reader = source.reader()) {
            TableInfo table = table(source, "long");
            List<RowRange> ranges = source.ranges(table, 1_000_000);
            IllegalStateException full = new IllegalStateException("full");
            Cells stopping = new Cells() {
                @Override
                public void end() {
                    super.end();
                    if (rows().size() == 10) {
                        throw full;
                    }
                }
            };
            assertThatThrownBy(() -> reader.read(table, ranges.get(0), stopping)).isSameAs(full);
            Cells cells = new Cells();
            reader.read(table, ranges.get(0), cells);
            assertThat(cells.rows()).hasSize(100000);
            context.cancel();
            assertThatThrownBy(() -> reader.read(table, ranges.get(0), new Cells())).isInstanceOf(TaskCancelledException.class);
        }
    }
}
