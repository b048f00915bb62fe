package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.mariadb.testing.MariaServer;
import org.godwit.connector.testing.PostgresServer;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;

/** Mode replace puts new rows in the place of the plan's own ones, and touches nothing else. */
class ReplaceTest extends PlacesFixture {
    /** A target and the way to look into it beside Godwit. */
    private record Target(String place, String url, String user, String password) {
        Connection open() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        void run(String... statements) throws SQLException {
            try (Connection connection = open(); Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        long number(String sql) throws SQLException {
            try (Connection connection = open(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<Target> targets() {
        String postgres = Places.postgres();
        String maria = Places.mariadb();
        String file = places.file("t");
        return List.of(
                new Target(file + ".duckdb", "jdbc:duckdb:" + file + ".duckdb", "", ""),
                new Target(file + ".sqlite", "jdbc:sqlite:" + file + ".sqlite", "", ""),
                new Target(postgres, "jdbc:postgresql://127.0.0.1:" + PostgresServer.shared().port() + "/" + database(postgres), "postgres", ""),
                new Target(maria, "jdbc:mariadb://127.0.0.1:" + MariaServer.get().port() + "/" + database(maria), MariaServer.USER, MariaServer.PASSWORD));
    }

    private static String database(String place) {
        return place.substring(place.lastIndexOf('/') + 1, place.indexOf('?'));
    }

    private Plan plan(String file, String target, String... documents) throws IOException {
        Path path = Files.writeString(folder.resolve(file + ".ndjson"), String.join("\n", documents) + "\n");
        return places.plan(List.of(path.toString()), target, Optional.empty());
    }

    @Test
    void onlyTheTablesOfThePlanAndTheirRecordsAreReplaced() throws IOException, SQLException {
        for (Target target : targets()) {
            Plan other = plan("beta", target.place, "{\"beta\": 1, \"q\": \"x\"}", "{\"beta\": 2, \"q\": \"y\"}");
            assertThat(places.run(other).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
            target.run("CREATE TABLE own (a INTEGER)", "INSERT INTO own VALUES (42)");
            Plan plan = plan("alpha", target.place, "{\"alpha\": 1, \"v\": 1.5}", "{\"alpha\": 2, \"v\": 2.5}", "{\"alpha\": 3, \"v\": 3.5}");
            String table = plan.tables().get(0).name();
            assertThat(places.run(plan).outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
            plan("alpha", target.place, "{\"alpha\": 1, \"v\": 7.5}");

            RunResult dry = places.workbench().run(plan.with(Plan.Mode.REPLACE), folder, new RunOptions(true, 2, true, plan.options().strategy()), new TaskContext());
            assertThat(dry.findings()).anyMatch(finding -> finding.message().startsWith("3 rows that were there"));
            assertThat(target.number("SELECT count(*) FROM " + table)).as(target.place).isEqualTo(3);

            RunResult run = places.run(plan.with(Plan.Mode.REPLACE));
            assertThat(run.verification().passed()).isTrue();
            assertThat(run.findings()).as(target.place).anyMatch(finding -> finding.message().startsWith("3 rows that were there"));
            assertThat(target.number("SELECT count(*) FROM " + table + " WHERE v = 7.5")).isEqualTo(1);
            assertThat(target.number("SELECT count(*) FROM " + table)).isEqualTo(1);
            assertThat(target.number("SELECT count(*) FROM _godwit_documents")).isEqualTo(3);
            assertThat(target.number("SELECT count(*) FROM _godwit_runs")).isEqualTo(2);
            assertThat(target.number("SELECT a FROM own")).isEqualTo(42);
            assertThat(places.verify(plan).passed()).as(target.place).isTrue();

            assertThatThrownBy(() -> places.run(plan.with(Plan.Mode.CREATE))).isInstanceOfSatisfying(GodwitException.class, e ->
                    assertThat(e.code()).isEqualTo(ErrorCode.TARGET_DIFFERS));
        }
    }

    @Test
    void aRunThatFailsLeavesWhatWasToBeReplaced() throws IOException, SQLException {
        for (Target target : targets()) {
            Plan plan = plan("alpha", target.place, "{\"alpha\": 1}", "{\"alpha\": 2}");
            places.run(plan);
            Plan broken = plan.with(Plan.Mode.REPLACE).withTables(plan.tables(), List.of(new Plan.View("v", "SELECT nothing FROM nowhere")));

            assertThatThrownBy(() -> places.run(broken)).as(target.place).isInstanceOf(GodwitException.class);
            assertThat(target.number("SELECT count(*) FROM " + plan.tables().get(0).name())).isEqualTo(2);
            assertThat(places.verify(plan).passed()).isTrue();
        }
    }

    @Test
    void tablesThatShareTheirDocumentsAreReplacedTogetherOrNotAtAll() throws IOException {
        String target = places.file("t.sqlite");
        Plan plan = plan("alpha", target, "{\"alpha\": 1, \"list\": [{\"i\": 1}, {\"i\": 2}]}", "{\"alpha\": 2, \"list\": [{\"i\": 3}]}");
        assertThat(plan.tables()).hasSizeGreaterThan(1);
        places.run(plan);

        Plan one = plan.withTables(plan.tables().subList(0, 1), List.of()).with(Plan.Mode.REPLACE);
        assertThatThrownBy(() -> places.run(one)).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TARGET_DIFFERS);
            assertThat(e.arguments()).contains(plan.tables().get(1).name());
        });
    }

    @Test
    void tablesWithTriggersOfOthersAreRefusedByName() throws IOException, SQLException {
        for (Target target : targets().subList(1, 4)) {
            Plan plan = plan("alpha", target.place, "{\"alpha\": 1, \"v\": 1.5}");
            places.run(plan);
            String table = plan.tables().get(0).name();
            target.run("CREATE TABLE noticed (v DOUBLE PRECISION)");
            if (target.url.contains("postgresql")) {
                target.run("CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO noticed VALUES (NEW.v); RETURN NEW; END'",
                        "CREATE TRIGGER noting AFTER INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION note()");
            } else if (target.url.contains("sqlite")) {
                target.run("CREATE TRIGGER noting AFTER INSERT ON " + table + " BEGIN INSERT INTO noticed VALUES (NEW.v); END");
            } else {
                target.run("CREATE TRIGGER noting AFTER INSERT ON " + table + " FOR EACH ROW INSERT INTO noticed VALUES (NEW.v)");
            }
            plan("alpha", target.place, "{\"alpha\": 1, \"v\": 1.5}", "{\"alpha\": 2, \"v\": 2.5}");

            for (Plan.Mode mode : List.of(Plan.Mode.APPEND, Plan.Mode.REPLACE)) {
                assertThatThrownBy(() -> places.run(plan.with(mode))).as(target.place).isInstanceOfSatisfying(GodwitException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.TARGET_REFUSED);
                    assertThat(e.arguments()).contains(table, "trigger noting");
                });
            }
            assertThat(target.number("SELECT count(*) FROM noticed")).isZero();
            assertThat(target.number("SELECT count(*) FROM " + table)).isEqualTo(1);
        }
    }

    @Test
    void rowsThatShareARecordGiveWayToo() throws SQLException {
        Target source = new Target("", "jdbc:sqlite:" + places.file("s.sqlite"), "", "");
        source.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)", "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')");
        for (String target : List.of(places.file("out.duckdb"), places.file("out.sqlite"))) {
            Plan plan = places.plan(List.of(places.file("s.sqlite")), target, Optional.empty());
            assertThat(places.run(plan).verification().passed()).isTrue();
            RunResult run = places.run(plan.with(Plan.Mode.REPLACE));

            assertThat(run.loaded()).isEqualTo(3);
            assertThat(run.verification().passed()).isTrue();
            assertThat(new Target("", "jdbc:" + target.substring(target.lastIndexOf('.') + 1) + ":" + target, "", "")
                    .number("SELECT count(*) FROM _godwit_parts")).isEqualTo(1);
            assertThat(places.verify(plan).passed()).isTrue();
        }
    }

    @Test
    void thePlanSaysTheMode() throws IOException {
        Plan plan = plan("alpha", places.file("t.duckdb"), "{\"alpha\": 1}").with(Plan.Mode.REPLACE);

        assertThat(PlanWriter.write(plan)).contains("\"mode\": \"replace\"");
        assertThat(PlanReader.read(PlanWriter.write(plan), "plan")).isEqualTo(plan);
    }
}
