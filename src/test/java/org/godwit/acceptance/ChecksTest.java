package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.engine.Workbench;
import org.godwit.engine.check.CheckText;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions that rows keep to go along from database to database and are in force there; what would mean something else is told. */
class ChecksTest {
    private static final String ROWS = "INSERT INTO runs VALUES (1, 2, 'on', 'a@b', 0.5, NULL), (2, 10, 'off', NULL, 1.0, 7), (3, NULL, NULL, 'é@', NULL, 3)";
    private static final List<String> GOOD = List.of("(4, 3, 'on', 'x@y', 0.25, 4)", "(5, NULL, NULL, NULL, NULL, NULL)");
    private static final List<String> BAD = List.of(
            "(6, 0, 'on', 'x@y', 0.25, 4)", "(6, 3, 'ON', 'x@y', 0.25, 4)", "(6, 3, 'on', 'x', 0.25, 4)", "(6, 3, 'on', '@', 0.25, 4)", "(6, 3, 'on', 'x@y', 1.5, 4)",
            "(6, 3, 'on', 'x@y', 0.25, 2)");

    @TempDir
    Path folder;

    private Places places;

    @BeforeEach
    void open() {
        places = new Places(folder);
    }

    /** A database, of which the same can be asked as source and as target. */
    enum Engine {
        SQLITE("CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CONSTRAINT positive CHECK (n > 0), state TEXT CHECK (state IN ('on', 'off')), mail TEXT, share REAL, m INT, "
                + "CHECK (mail LIKE '%@%' AND length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7)))"),
        DUCKDB("CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CHECK (n > 0), state VARCHAR CHECK (state IN ('on', 'off')), mail VARCHAR, share DOUBLE, m INT, "
                + "CHECK (mail LIKE '%@%' AND length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7)))"),
        POSTGRESQL("CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT CONSTRAINT positive CHECK (n > 0), state VARCHAR(9) CHECK (state IN ('on', 'off')), "
                + "mail TEXT, share DOUBLE PRECISION, m INT, "
                + "CHECK (mail LIKE '%@%' AND length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7)))"),
        MARIADB("CREATE TABLE runs (id INTEGER PRIMARY KEY, n INT, state VARCHAR(9) CHECK (state IN ('on', 'off')), mail TEXT, share DOUBLE, m INT, "
                + "CONSTRAINT positive CHECK (n > 0), CHECK (mail LIKE '%@%' AND char_length(mail) >= 2), CHECK (share BETWEEN 0 AND 1), "
                + "CHECK (NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT m = 7))) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");

        private final String table;

        Engine(String table) {
            this.table = table;
        }

        String place(Places places) {
            return switch (this) {
                case SQLITE -> places.file(System.nanoTime() + ".sqlite");
                case DUCKDB -> places.file(System.nanoTime() + ".duckdb");
                case POSTGRESQL -> Places.postgres();
                case MARIADB -> Places.mariadb();
            };
        }

        void run(String place, String... statements) throws SQLException {
            String bare = place.replaceAll("^\\w+://[^/]*/|\\?.*$", "");
            try (Connection connection = switch (this) {
                case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + place);
                case DUCKDB -> DriverManager.getConnection("jdbc:duckdb:" + place);
                case POSTGRESQL -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + PostgresServer.shared().port() + "/" + bare + "?user=postgres");
                case MARIADB -> DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + MariaServer.get().port() + "/" + bare + "?user=" + MariaServer.USER + "&password=" + MariaServer.PASSWORD);
            }; Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void goToEveryDatabaseAndAreInForceThere(Engine from) throws SQLException {
        String source = from.place(places);
        from.run(source, from.table, ROWS);
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
        Engine.SQLITE.run(source, Engine.SQLITE.table, ROWS);

        Workbench.Proposal proposal = propose(source);

        assertThat(texts(proposal.plan())).containsExactly(
                "n > 0", "state IN ('on', 'off')", "mail LIKE '%@%' AND length(mail) >= 2", "share >= 0 AND share <= 1",
                "NOT (m IS NOT NULL AND n IS NOT NULL AND m < n AND NOT (m = 7))");
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
