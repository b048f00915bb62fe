package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.godwit.connector.SharedData;
import org.godwit.duck.Session;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.junit.jupiter.api.Test;

/** From every kind of place to every other one, on the real data: nothing is lost, nothing is changed. */
class EveryPlaceTest extends PlacesFixture {
    @Test
    void aRegistryComesBackEqualThroughThreeDatabases() throws IOException {
        Path registry = SharedData.path("databases/model-registry/registry.json");
        String postgres = Places.postgres();
        String mariadb = Places.mariadb();

        places.migrate(registry.toString(), places.file("registry.sqlite"));
        places.migrate(places.file("registry.sqlite"), postgres);
        places.migrate(postgres, mariadb);
        RunResult back = places.migrate(mariadb, places.file("back.json"));

        assertThat(back.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(back.verification().rebuilt()).isEqualTo(1);
        assertThat(SameJson.same(Files.readString(registry), Files.readString(folder.resolve("back.json")))).isTrue();
    }

    @Test
    void aPlanIntoAServerIsNamedAfterItsDatabase() {
        String server = Places.postgres();
        Plan plan = places.plan(List.of(SharedData.path("databases/genesis_legacy_small.db").toString()), server, Optional.empty());
        assertThat(plan.name()).isEqualTo(server.replaceFirst(".*/", "").replaceFirst("[?].*", "").replace('_', '-'));
    }

    @Test
    void robotsAndTheirSkillsBecomeRows() {
        Plan plan = places.plan(List.of(SharedData.path("databases/genesis_legacy_small.db").toString()), places.file("out.duckdb"), Optional.empty());
        RunResult run = places.run(plan);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.ledger().total().read()).isEqualTo(3200);
        assertThat(run.ledger().total().rejected()).isZero();
        assertThat(rows(run)).containsAllEntriesOf(Map.of(
                "humanoid_robots", 12L, "humanoid_robots_learned_skills", 49L, "curriculum_plans_stages", 20L, "learning_sessions", 20L,
                "learning_episodes", 200L, "humanoid_robots_skill_history", 49L, "humanoid_robots_performance_history", 36L));
        try (Session session = Session.open(folder.resolve("out.duckdb"))) {
            assertThat(session.columns("humanoid_robots_learned_skills").keySet()).contains("humanoid_robots_id", "key", "mastery_level", "proficiency_score");
            assertThat(session.columns("humanoid_robots").keySet()).contains("configuration_joint_count");
            assertThat(session.columns("curriculum_plans").keySet()).contains("difficulty_params_initial");
            assertThat(session.columns("learning_episodes").keySet()).anyMatch(name -> name.startsWith("motion_command_"));
            assertThat(session.texts("SELECT pos, source_id FROM curriculum_plans_stages WHERE curriculum_plans_id = "
                            + "(SELECT min(id) FROM curriculum_plans) ORDER BY pos").stream().map(row -> row.get(0)).toList())
                    .startsWith("0", "1", "2");
        }
    }

    @Test
    void badCellsAreRejectedByTableRowColumnAndReason() {
        Plan plan = places.plan(List.of(SharedData.path("databases/genesis_legacy_dirty.db").toString()), places.file("out.duckdb"), Optional.empty());
        RunResult run = places.run(plan);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED_WITH_REJECTS);
        assertThat(run.verification().passed()).isTrue();
        assertThat(run.ledger().total().rejected()).isEqualTo(3);
        assertThat(run.rejects()).extracting(Reject::line, Reject::pointer).containsExactly(
                org.assertj.core.groups.Tuple.tuple(4L, "/learned_skills"),
                org.assertj.core.groups.Tuple.tuple(8L, "/learned_skills"),
                org.assertj.core.groups.Tuple.tuple(10L, "/learned_skills/FORWARD_WALKING"));
        assertThat(run.rejects().get(0).reason()).isEqualTo("id = robot-0004: the text is empty where JSON belongs");
        assertThat(run.rejects().get(1).reason()).startsWith("id = robot-0008: this is no JSON: ");
        assertThat(run.rejects().get(1).columnName()).isEqualTo("learned_skills");
        assertThat(run.rejects().get(1).raw()).contains("mastery_level");
        assertThat(rows(run)).containsAllEntriesOf(Map.of("humanoid_robots", 12L, "learning_episodes", 200L));
    }

    @Test
    void everyTargetTakesTheRealResultsAndASecondRunAddsNothing() {
        String source = SharedData.path("benchmark-results").toString();
        for (String target : List.of(places.file("out.sqlite"), Places.postgres(), Places.mariadb())) {
            Plan plan = places.plan(List.of(source), target, Optional.of("benchmark-results"));
            RunResult first = places.run(plan);
            assertThat(first.ledger().total().read()).as(target).isEqualTo(16_234);
            assertThat(rows(first)).as(target).containsAllEntriesOf(Map.of("performance_results", 74L, "hardware_compatibility", 223L));

            RunResult second = places.run(plan);
            assertThat(second.outcome()).as(target).isEqualTo(Outcome.NOTHING_NEW);
            assertThat(second.known()).as(target).isEqualTo(187);
            assertThat(second.tables()).as(target).contains(new RunResult.TableRows("performance_results", 0, 74));
            assertThat(places.verify(plan).passed()).as(target).isTrue();

            RunResult carried = places.migrate(target, places.file("carried-" + target.substring(0, 3).replace('/', '-') + ".duckdb"));
            assertThat(carried.outcome()).as(target).isEqualTo(Outcome.SUCCEEDED);
            assertThat(carried.verification().rebuilt()).as(target).isEqualTo(187);
        }
    }

    @Test
    void documentsComeBackAsTheFilesTheyCameFrom() throws IOException {
        Path source = SharedData.path("benchmark-results");
        places.run(places.plan(List.of(source.toString()), "json:" + places.file("back"), Optional.empty()));

        try (var files = Files.walk(folder.resolve("back"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).hasSize(187);
            for (Path file : written) {
                Path original = source.resolve(folder.resolve("back").relativize(file).toString());
                assertThat(SameJson.same(Files.readString(original), Files.readString(file))).as(original.toString()).isTrue();
            }
        }
    }

    @Test
    void severalDatabasesBecomeOne() {
        try (Session a = Session.open(folder.resolve("a.duckdb")); Session b = Session.open(folder.resolve("b.db"))) {
            a.execute("CREATE TABLE r (id BIGINT, v DOUBLE)");
            a.execute("INSERT INTO r VALUES (1, 0.1), (2, NULL)");
            b.execute("CREATE TABLE r (id BIGINT, v DOUBLE)");
            b.execute("INSERT INTO r VALUES (1, 0.5)");
            b.execute("CREATE TABLE only_here (t VARCHAR)");
        }
        RunResult run = places.run(places.plan(List.of(places.file("a.duckdb"), places.file("b.db")), places.file("c.duckdb"), Optional.empty()));

        assertThat(rows(run)).containsExactlyInAnyOrderEntriesOf(Map.of("r", 3L, "only_here", 0L));
        assertThat(run.verification().rebuilt()).isEqualTo(3);
    }

    @Test
    void tablesGoToFilesAndBack() {
        String source = SharedData.path("databases/genesis_legacy_small.db").toString();
        for (String kind : List.of("parquet", "csv")) {
            Plan plan = places.plan(List.of(source), kind + ":" + places.file(kind), Optional.empty());
            assertThat(places.run(plan).outcome()).as(kind).isEqualTo(Outcome.SUCCEEDED);
            assertThat(places.verify(plan).passed()).as(kind).isTrue();
        }
    }

    @Test
    void damagedDatabasesAreRefusedInWords() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("databases/genesis_legacy_small.db"));
        Path cut = Files.write(folder.resolve("cut.db"), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> places.migrate(cut.toString(), places.file("out.duckdb")))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE));
        assertThat(folder.resolve("out.duckdb")).doesNotExist();
    }

    private static Map<String, Long> rows(RunResult run) {
        Map<String, Long> rows = new TreeMap<>();
        run.tables().forEach(table -> rows.put(table.name(), table.rows()));
        return rows;
    }
}
