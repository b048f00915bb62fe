package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.godwit.engine.check.CheckText;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.plan.PlanChecker;
import org.godwit.engine.plan.PlanFault;
import org.godwit.engine.plan.PlanPlaces;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.Finding;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions that rows keep to go along from database to database and are in force there; what would mean something else is told. */
class ChecksTest extends PlacesFixture {
    private static final String ROWS = "INSERT INTO runs VALUES (1, 2, 'on', 'a@b', 0.5, NULL), (2, 10, 'off', NULL, 1.0, 7), (3, NULL, NULL, 'é@', NULL, 3)";
    private static final List<String> GOOD = List.of("(4, 3, 'on', 'x@y', 0.25, 4)", "(5, NULL, NULL, NULL, NULL, NULL)");
    private static final List<String> BAD = List.of(
            "(6, 0, 'on', 'x@y', 0.25, 4)", "(6, 3, 'ON', 'x@y', 0.25, 4)", "(6, 3, 'on', 'x', 0.25, 4)", "(6, 3, 'on', '@', 0.25, 4)", "(6, 3, 'on', 'x@y', 1.5, 4)",
            "(6, 3, 'on', 'x@y', 0.25, 2)");

    private static final List<String> CONDITIONS = List.of(
            "n > 0", "n <> 5", "NOT (n < 3)", "n IN (1, 5, -7)", "n NOT IN (1, 5)", "b >= 9007199254740993", "c <= 0.1", "c = 10.5", "c > n", "x < 0.1", "x <> 0.25", "x >= 1",
            "s = 'a'", "s <> 'A'", "s IN ('a', 'a ', 'it''s')", "s LIKE 'a%'", "s NOT LIKE '_'", "s LIKE '[a*?%'", "length(s) > 2", "length(s) = n",
            "f", "NOT f", "f = TRUE", "f <> FALSE", "n IS NULL OR s IS NOT NULL", "n > 0 AND s = 'a' OR NOT (x IS NULL)", "NOT (n > 0 AND (s = 'a' OR f))",
            "n BETWEEN 1 AND 5", "NOT (n BETWEEN 1 AND 5)", "d >= '2020-02-29'", "d < DATE '0800-01-01'", "m > '2020-01-01 10:00:00.5'", "m <= '2020-01-01'");
    private static final List<String> ON_DAYS = List.of("t29", "t30", "t31", "t32");
    private static final List<String> VALUES = List.of(
            "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL", "1, 9007199254740993, 0.1, 0.1, 'a', TRUE, '2020-02-29', '2020-01-01 10:00:00.5'",
            "5, 9007199254740992, 10.5, 0.25, 'A', FALSE, '2020-02-28', '2020-01-01 10:00:00.500001'", "-7, -1, 0.11, -0.0, 'a ', NULL, '0799-12-31', '2020-01-01 00:00:00'",
            "0, 0, 0, 1e300, '', TRUE, '9999-12-31', '1969-12-31 23:59:59'", "3, 5, 3, 3, 'é€z', FALSE, '2020-03-01', '2020-01-02 00:00:00'",
            "2, 2, 1.99, 0.09999999, 'it''s', NULL, NULL, NULL", "4, NULL, 99999.99, NULL, '[a*?x', TRUE, NULL, NULL", "1, NULL, NULL, NULL, 'ä', NULL, NULL, NULL",
            "NULL, NULL, -3, NULL, 'xa', NULL, NULL, NULL", "6, NULL, NULL, NULL, NULL, NULL, NULL, NULL");

    /** The same table with the same checks, as each database writes it. */
    private static String table(Engine engine) {
        return switch (engine) {
            case SQLITE -> "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CONSTRAINT positive CHECK (n > 0), state TEXT CHECK (state IN ('on', "
                    + "'off')), mail TEXT, share REAL, m INT, "
                    + "CHECK (mail LIKE '%@%' AND length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7)))";
            case DUCKDB -> "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), state VARCHAR CHECK (state IN ('on', 'off')), mail VARCHAR, share DOUBLE, m INT, "
                    + "CHECK (mail LIKE '%@%' AND length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7)))";
            case POSTGRESQL -> "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CONSTRAINT positive CHECK (n > 0), state VARCHAR(9) CHECK (state IN ('on', 'off')), "
                    + "mail TEXT, share DOUBLE PRECISION, m INT, "
                    + "CHECK (mail LIKE '%@%' AND length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7)))";
            case MARIADB -> "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT, state VARCHAR(9) CHECK (state IN ('on', 'off')), mail TEXT, share DOUBLE, m INT, "
                    + "CONSTRAINT positive CHECK (n > 0), CHECK (mail LIKE '%@%' AND char_length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), "
                    + "CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7))) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
        };
    }

    @ParameterizedTest
    @EnumSource
    void goToEveryDatabaseAndAreInForceThere(Engine from) throws SQLException {
        String source = from.place(places);
        from.run(source, table(from), ROWS);
        for (Engine to : Engine.values()) {
            String target = to.place(places);

            RunResult run = migrate(source, target);

            assertThat(run.findings()).as("%s -> %s", from, to).isEmpty();
            for (String row : GOOD) {
                to.run(target, insert(row));
            }
            for (String row : BAD) {
                assertThatThrownBy(() -> to.run(target, insert(row))).as("%s -> %s: %s", from, to, row).isInstanceOf(SQLException.class);
            }
        }
    }

    private static String insert(String row) {
        return "INSERT INTO runs (id, n, state, mail, share, m) VALUES " + row;
    }

    @Test
    void standInThePlanFile() throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, table(Engine.SQLITE), ROWS);

        Workbench.Proposal proposal = propose(source);

        assertThat(texts(proposal.plan())).containsExactly(
                "n > 0", "state IN ('on', 'off')", "mail LIKE '%@%' AND length(mail) >= 2", "share >= 0 AND share <= 1",
                "NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT (m = 7))");
    }

    /** The same verdict on the same row: what a database made of a condition is asked by inserting. */
    @Test
    void meanTheSameInEveryDatabase() throws SQLException {
        String source = Engine.DUCKDB.place(places);
        for (int i = 0; i < CONDITIONS.size(); i++) {
            Engine.DUCKDB.run(source, "CREATE TABLE t" + i + " (k INTEGER NOT NULL, n INTEGER, b BIGINT, c DECIMAL(9,2), x DOUBLE, s VARCHAR, f BOOLEAN, "
                    + "d DATE, m TIMESTAMP, CHECK (" + CONDITIONS.get(i) + "))",
                    "INSERT INTO t" + i + " (k) VALUES (0)");
        }
        Map<Engine, String> targets = new EnumMap<>(Engine.class);
        Map<Engine, List<String>> left = new EnumMap<>(Engine.class);
        for (Engine to : Engine.values()) {
            String target = to.place(places);
            RunResult run = migrate(source, target);
            // SQLite keeps days as text, and says so.
            List<String> told = run.findings().stream().map(Finding::place).sorted().toList();
            assertThat(told).as("%s: %s", to, run.findings()).isEqualTo(to == Engine.SQLITE ? ON_DAYS : List.of());

            targets.put(to, target);
            left.put(to, told);
        }
        List<String> expected = verdicts(Engine.DUCKDB, source);
        assertThat(expected).allMatch(line -> line.contains("yes") && line.contains("no"));
        for (Engine to : Engine.values()) {
            List<String> found = verdicts(to, targets.getOrDefault(to, ""));
            for (int i = 0; i < CONDITIONS.size(); i++) {
                if (!left.getOrDefault(to, List.of()).contains("t" + i)) {
                    assertThat(found.get(i)).as(to.name()).isEqualTo(expected.get(i));
                }
            }
        }
    }

    /** Returns a line for each condition: what becomes of each row. */
    private static List<String> verdicts(Engine engine, String place) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = engine.connect(place)) {
            for (int i = 0; i < CONDITIONS.size(); i++) {
                StringBuilder line = new StringBuilder(CONDITIONS.get(i)).append(':');
                for (String row : VALUES) {
                    line.append(' ').append(takes(connection, "INSERT INTO t" + i + " (k, n, b, c, x, s, f, d, m) VALUES (1, " + row + ")") ? "yes" : "no");
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static boolean takes(Connection connection, String insert) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(insert);
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).containsIgnoringCase("constraint");
            return false;
        }
    }

    @Test
    void ofDaysGoWhereDaysAreDays() throws SQLException {
        String table = "CREATE TABLE runs (id INTEGER PRIMARY KEY, d DATE CHECK (d >= '2020-02-29'), e DATE, CHECK (d <= e))";
        for (Engine from : List.of(Engine.DUCKDB, Engine.POSTGRESQL, Engine.MARIADB)) {
            String source = from.place(places);
            from.run(source, table, "INSERT INTO runs VALUES (1, '2020-02-29', '2020-03-01'), (2, NULL, '2020-01-01')");
            assertThat(texts(propose(source).plan())).as(from.name()).containsExactlyInAnyOrder("d >= DATE '2020-02-29'", "d <= e");
        }
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, table, "INSERT INTO runs VALUES (1, '2020-02-29', '2020-03-01'), (2, NULL, '2020-01-01')");
        assertThat(texts(propose(source).plan())).isEmpty();
        String zoned = Places.postgres();
        Engine.POSTGRESQL.run(zoned, "CREATE TABLE runs (id INT PRIMARY KEY, m TIMESTAMPTZ CHECK (m > '2020-01-01'))", "INSERT INTO runs VALUES (1, '2020-02-29 10:00:00+02')");
        assertThat(texts(propose(zoned).plan())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areLeftOutWhereRowsBreakThem(Engine to) throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), state TEXT CHECK (state IN ('on', 'off')))",
                "PRAGMA ignore_check_constraints = ON",
                "INSERT INTO runs VALUES (1, 5, 'on'), (2, 0, 'off'), (3, -1, 'on')");
        String target = to.place(places);

        RunResult run = migrate(source, target);

        assertThat(run.findings()).extracting(Finding::message).containsExactly("the check (n > 0) is not declared: 2 rows break it");
        assertThat(run.verification().passed()).isTrue();
        to.run(target, "INSERT INTO runs (id, n, state) VALUES (4, -5, 'on')");
        assertThatThrownBy(() -> to.run(target, "INSERT INTO runs (id, n, state) VALUES (5, 1, 'ON')")).isInstanceOf(SQLException.class);
    }

    @Test
    void thatAServerDoesNotTakeAreLeftOut() throws SQLException {
        String source = Places.postgres();
        Engine.POSTGRESQL.run(source, "CREATE TABLE runs (id INT PRIMARY KEY CHECK (id > 0), n INT, price NUMERIC(30, 2) CHECK (price >= 0))",
                "INSERT INTO runs VALUES (1, -2, 0.5), (2, 3, 7)",
                "ALTER TABLE runs ADD CONSTRAINT late CHECK (n > 0) NOT VALID");
        String target = Places.mariadb();

        RunResult run = migrate(source, target);

        assertThat(run.findings()).extracting(Finding::message).containsExactlyInAnyOrder(
                "the check (id > 0) is not declared: MariaDB takes no condition of the column that it counts on, id",
                "the check (n > 0) is not declared: 1 row breaks it");
        assertThatThrownBy(() -> Engine.MARIADB.run(target, "INSERT INTO runs (id, price) VALUES (3, -0.01)")).isInstanceOf(SQLException.class);
        assertThat(migrate(source, places.file("out.sqlite")).findings()).extracting(Finding::message).containsExactlyInAnyOrder(
                "the check (price >= 0) is not declared: SQLite keeps column price (DECIMAL(30,2)) as text, and compares it as text",
                "the check (n > 0) is not declared: 1 row breaks it");
    }

    @ParameterizedTest
    @EnumSource
    void ofATableThatIsThereHold(Engine to) throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), state TEXT)", "INSERT INTO runs VALUES (1, 5, 'on')");
        String target = to.place(places);
        migrate(source, target);
        Engine.SQLITE.run(source, "INSERT INTO runs VALUES (2, 6, 'off')");
        migrate(source, target);
        Engine.SQLITE.run(source, "PRAGMA ignore_check_constraints = ON", "INSERT INTO runs VALUES (3, -6, 'off')");

        assertThat(places.migrate(source, target).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED_WITH_REJECTS);

        assertThatThrownBy(() -> to.run(target, "INSERT INTO runs (id, n) VALUES (5, 0)")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void goAlongWithRecordsThatAreCarried(Engine to) throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), state TEXT)", "INSERT INTO runs VALUES (1, 5, 'on')");
        String middle = Engine.DUCKDB.place(places);
        migrate(source, middle);
        String target = to.place(places);

        migrate(middle, target);

        assertThat(places.verify(places.plan(List.of(source), target, Optional.empty())).passed()).isTrue();
        assertThatThrownBy(() -> to.run(target, "INSERT INTO runs (id, n) VALUES (5, 0)")).isInstanceOf(SQLException.class);
    }

    @Test
    void thatMeanSomethingElseElsewhereAreTold() throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n % 2 = 0), state TEXT CHECK (state LIKE 'o%'), "
                + "word TEXT COLLATE NOCASE CHECK (word <> ''), CHECK (n > 0))",
                "INSERT INTO runs VALUES (1, 2, 'On', 'x')");
        Workbench.Proposal proposal = propose(source);
        assertThat(texts(proposal.plan())).containsExactly("n > 0");
        assertThat(proposal.findings()).extracting(Finding::message)
                .contains("Declared in the source and not carried over: CHECK (n % 2 = 0), CHECK (state LIKE 'o%'), CHECK (word <> '').");

        // Most databases of MariaDB take A for a.
        String maria = Places.mariadb();
        Engine.MARIADB.run(maria, "CREATE TABLE runs (id INT PRIMARY KEY, n INT CHECK (n > 0), state VARCHAR(9) CHECK (state IN ('on', 'off')), "
                + "doc JSON) COLLATE utf8mb4_general_ci",
                "INSERT INTO runs VALUES (1, 2, 'ON', '{}')");
        assertThat(texts(propose(maria).plan())).containsExactly("n > 0");
        assertThat(propose(maria).findings()).extracting(Finding::message).contains("Declared in the source and not carried over: CHECK (`state` in ('on','off')).");

        String postgres = Places.postgres();
        Engine.POSTGRESQL.run(postgres, "CREATE TABLE runs (id INT PRIMARY KEY, n INT CHECK (n > 0), state CHAR(4) CHECK (state = 'on'), "
                + "word TEXT CHECK (word ~ '^x'), part TEXT CHECK (lower(part) = part))",
                "INSERT INTO runs VALUES (1, 2, 'on', 'x', 'y')");
        assertThat(texts(propose(postgres).plan())).containsExactly("n > 0");
    }

    @Test
    void followTheirColumnsAndNames() throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE \"the runs\" (id INTEGER PRIMARY KEY, \"how many\" INT CONSTRAINT \"not too few\" CHECK (\"HOW MANY\" > 0), "
                + "`order` TEXT CHECK (\"order\" <> ''))",
                "INSERT INTO \"the runs\" VALUES (1, 2, 'x')");
        Plan plan = propose(source).plan();
        TableSpec table = plan.tables().get(0);
        String text = PlanWriter.write(plan);

        assertThat(PlanReader.read(text, "plan").tables()).isEqualTo(plan.tables());
        assertThat(text).contains("\"name\": \"not too few\", \"check\"");
        Plan renamed = new ColumnEdit.Rename(table.name(), table.constraints().checks().get(0).condition().columns().iterator().next(), "n").apply(plan);
        assertThat(texts(renamed)).first().isEqualTo("n > 0");
        assertThat(PlanChecker.check(renamed)).isEmpty();
        for (Engine to : Engine.values()) {
            String target = to.place(places);
            RunResult run = places.run(PlanPlaces.absolute(renamed, folder).between(renamed.sources(), places.plan(List.of(source), target, Optional.empty()).target()));
            assertThat(run.findings()).isEmpty();
            assertThatThrownBy(() -> to.run(target, "INSERT INTO " + table.name() + " (n) VALUES (0)")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void thatNoPlanCanSayAreFaultsOfIt() throws SQLException {
        String source = Engine.SQLITE.place(places);
        Engine.SQLITE.run(source, "CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), m INT CONSTRAINT small CHECK (m < 9))", "INSERT INTO runs VALUES (1, 2, 3)");
        String plan = PlanWriter.write(propose(source).plan());

        assertThat(plan).contains("\"checks\": [\"n > 0\", { \"name\": \"small\", \"check\": \"m < 9\" }]");
        assertThat(faults(plan.replace("n > 0", "n + 1 > 0"))).containsExactly("/tables/0/constraints/checks/0");
        assertThat(faults(plan.replace("n > 0", "nn > 0"))).containsExactly("/tables/0/constraints/checks/0");
        assertThat(faults(plan.replace("m < 9", "mm < 9"))).containsExactly("/tables/0/constraints/checks/1/check");
        assertThat(faults(plan.replace("\"check\": \"m < 9\"", "\"chek\": \"m < 9\""))).isNotEmpty();
        assertThat(faults(plan.replace("\"n > 0\"", "7"))).isNotEmpty();
        assertThat(faults(plan.replace("\"n > 0\"", "{ \"name\": \"SMALL\", \"check\": \"n > 0\" }"))).containsExactly("/tables/0/constraints/checks/1/name");
    }

    private static List<String> faults(String plan) {
        return PlanReader.faults(plan, "plan").stream().map(PlanFault::pointer).toList();
    }

    private Workbench.Proposal propose(String source) {
        return places.workbench().inspectAndPropose(List.of(source), places.file("out.duckdb"), Optional.empty(), new TaskContext());
    }

    private static List<String> texts(Plan plan) {
        return plan.tables().get(0).constraints().checks().stream().map(TableSpec.Check::condition).map(CheckText::text).toList();
    }

    private RunResult migrate(String source, String target) {
        RunResult run = places.migrate(source, target);
        assertThat(run.outcome()).as(target).isEqualTo(RunResult.Outcome.SUCCEEDED);
        return run;
    }
}
