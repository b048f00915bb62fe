package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.engine.Workbench;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Finding;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableInfo;
import org.godwit.model.TableInfo.Index;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;

/** Indexes and unique columns go along from database to database; what no plan can say is told. */
class IndexesTest extends PlacesFixture {
    private static final Index UNIQUE = new Index(List.of("model", "hardware"), true);
    private static final Index PLAIN = new Index(List.of("made", "model"), false);

    @Test
    void goFromDatabaseToDatabase() throws SQLException {
        sqlite(
                "CREATE TABLE results (id INTEGER PRIMARY KEY, model TEXT NOT NULL, hardware TEXT NOT NULL, made TEXT, note TEXT, UNIQUE (model, hardware))",
                "CREATE INDEX by_day ON results (made, model)",
                "INSERT INTO results VALUES (1, 'bert', 'cpu', 'monday', NULL), (2, 'bert', 'cuda', 'monday', 'x'), (3, 't5', 'cpu', NULL, '" + "y".repeat(5_000) + "')");
        String postgres = Places.postgres();
        String mariadb = Places.mariadb();

        migrate(places.file("in.sqlite"), postgres);
        migrate(postgres, mariadb);
        migrate(mariadb, places.file("back.sqlite"));

        for (String place : List.of(places.file("in.sqlite"), postgres, mariadb, places.file("back.sqlite"))) {
            assertThat(indexes(place)).as(place).contains(UNIQUE);
        }
        // Of long texts MariaDB indexes the first characters only, which is no index on the whole column any more.
        assertThat(indexes(postgres)).contains(PLAIN);
        assertThat(table(mariadb).beside()).anyMatch(words -> words.startsWith("index "));
    }

    @Test
    void areLeftOutWhereTheirTextsAreTooLong() throws SQLException {
        sqlite(
                "CREATE TABLE results (id INTEGER PRIMARY KEY, note TEXT, made TEXT)",
                "CREATE INDEX by_note ON results (note)",
                "CREATE INDEX by_day ON results (made)",
                "INSERT INTO results VALUES (1, '" + "y".repeat(5_000) + "', 'monday')");
        String postgres = Places.postgres();

        RunResult run = migrate(places.file("in.sqlite"), postgres);

        assertThat(indexes(postgres)).containsExactly(new Index(List.of("made"), false));
        assertThat(run.findings()).extracting(Finding::message).anyMatch(words -> words.contains("note") && words.contains("5000"));
    }

    @Test
    void standInThePlanFile() throws SQLException {
        sqlite("CREATE TABLE results (id INTEGER PRIMARY KEY, model TEXT UNIQUE, made TEXT)", "CREATE INDEX by_day ON results (made)", "INSERT INTO results VALUES (1, 'a', 'b')");
        Plan plan = places.plan(List.of(places.file("in.sqlite")), places.file("out.duckdb"), Optional.empty());

        String text = PlanWriter.write(plan);

        assertThat(text).contains("\"unique\": [[\"model\"]]", "\"indexes\": [[\"made\"]]");
        assertThat(PlanReader.read(text, "plan").tables()).isEqualTo(plan.tables());
    }

    @Test
    void otherDeclarationsOfSqliteAreTold() throws SQLException {
        sqlite(
                "CREATE TABLE results (id INTEGER PRIMARY KEY, n INT CHECK (n % 2 = 0), made TEXT)",
                "CREATE TABLE plain (id INTEGER PRIMARY KEY, n TEXT DEFAULT 'CHECK (n)' /* CHECK (n) */)",
                "CREATE INDEX part ON results (made) WHERE n > 5",
                "CREATE INDEX low ON results (lower(made))",
                "CREATE TRIGGER log AFTER INSERT ON results BEGIN SELECT 1; END",
                "INSERT INTO results VALUES (1, 2, 'x')");

        assertThat(table(places.file("in.sqlite")).beside()).containsExactlyInAnyOrder("index part", "index low", "trigger log");
        assertThat(beside(places.file("in.sqlite"))).containsOnlyKeys("results");
        Workbench.Proposal proposal = places.workbench().inspectAndPropose(List.of(places.file("in.sqlite")), places.file("out.duckdb"), Optional.empty(), new TaskContext());
        assertThat(proposal.findings()).extracting(Finding::message).anyMatch(words -> words.startsWith("Declared in the source and not carried over: CHECK (n % 2 = 0), "));
    }

    @Test
    void otherDeclarationsOfServersAreTold() {
        PostgresServer postgres = PostgresServer.shared();
        String database = postgres.newDatabase();
        postgres.run(database,
                "CREATE TABLE results (id INT PRIMARY KEY, n INT CHECK (n > 0), made TEXT, UNIQUE (made) INCLUDE (n))",
                "CREATE INDEX part ON results (made) WHERE n > 5",
                "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER log BEFORE INSERT ON results FOR EACH ROW EXECUTE FUNCTION nothing()",
                "INSERT INTO results VALUES (1, 2, 'x')");
        TableInfo there = table("postgresql://postgres@127.0.0.1:" + postgres.port() + "/" + database + "?tls=off");
        assertThat(there.beside()).containsExactlyInAnyOrder("index part", "trigger log");
        assertThat(there.checks()).extracting(TableInfo.Check::expression).containsExactly("(n > 0)");
        assertThat(there.indexes()).containsExactly(new Index(List.of("made"), true));

        MariaServer maria = MariaServer.get();
        String other = maria.newDatabase();
        maria.run(other,
                "CREATE TABLE results (id INT PRIMARY KEY, n INT CHECK (n > 0), made VARCHAR(50), doc JSON, FULLTEXT words (made), KEY part (made(3)), KEY whole (n, made))",
                "CREATE TRIGGER log BEFORE INSERT ON results FOR EACH ROW SET @x = 1",
                "INSERT INTO results VALUES (1, 2, 'x', NULL)");
        TableInfo table = table("mariadb://" + MariaServer.USER + "@127.0.0.1:" + maria.port() + "/" + other + "?tls=off");
        assertThat(table.beside()).containsExactlyInAnyOrder("index words", "index part", "trigger log");
        assertThat(table.checks()).extracting(TableInfo.Check::expression).containsExactly("`n` > 0");
        assertThat(table.indexes()).containsExactly(new Index(List.of("n", "made"), false));
    }

    @Test
    void thoseOfDuckDbAreTold() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + places.file("in.duckdb")); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE results (id INT PRIMARY KEY, n INT CHECK (n > 0), \"the day\" VARCHAR UNIQUE)");
            statement.execute("CREATE INDEX low ON results (lower(\"the day\"))");
            statement.execute("CREATE INDEX both_ ON results (n, \"the day\")");
            statement.execute("INSERT INTO results VALUES (1, 2, 'x')");
        }
        TableInfo table = table(places.file("in.duckdb"));
        assertThat(table.indexes()).containsExactlyInAnyOrder(new Index(List.of("the day"), true), new Index(List.of("n", "the day"), false));
        assertThat(table.beside()).containsExactly("index low");
        assertThat(table.checks()).extracting(TableInfo.Check::expression).containsExactly("(n > 0)");
    }

    private void sqlite(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + places.file("in.sqlite")); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private RunResult migrate(String source, String target) {
        RunResult run = places.migrate(source, target);
        assertThat(run.outcome()).as(target).isEqualTo(RunResult.Outcome.SUCCEEDED);
        return run;
    }

    private Set<Index> indexes(String place) {
        return Set.copyOf(table(place).indexes());
    }

    private TableInfo table(String place) {
        return tables(place).stream().filter(table -> table.name().equals("results")).findFirst().orElseThrow();
    }

    private Map<String, List<String>> beside(String place) {
        return tables(place).stream().filter(table -> !table.beside().isEmpty()).collect(Collectors.toMap(TableInfo::name, TableInfo::beside));
    }

    private List<TableInfo> tables(String place) {
        return places.workbench().inspect(List.of(place), new TaskContext()).datasets().stream().map(DatasetProfile::table).filter(Objects::nonNull).toList();
    }
}
