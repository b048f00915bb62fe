package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.TableSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results come in day by day: what stands in the target in the end is what one run of all of them would have left, ids and all. */
class StepsTest {
    @TempDir
    private Path folder;

    private Path source;
    private Places places;

    @BeforeEach
    void prepare() throws IOException {
        places = new Places(folder);
        source = Files.createDirectory(folder.resolve("results"));
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile).map(from::relativize).sorted().toList();
        }
    }

    private void copy(Path from, List<Path> files) throws IOException {
        for (Path file : files) {
            Path to = source.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(from.resolve(file), to);
        }
    }

    private void clear() throws IOException {
        for (Path file : files(source)) {
            Files.delete(source.resolve(file));
        }
    }

    private void runFileByFile(Path from, Plan plan) throws IOException {
        for (Path file : files(from)) {
            copy(from, List.of(file));
            places.run(plan);
            assertThat(places.verify(plan).passed()).isTrue();
        }
    }

    private List<List<String>> rows(String database, String table) {
        return asked(database, "SELECT * FROM " + Sql.name(table) + " ORDER BY ALL");
    }

    private List<List<String>> asked(String database, String sql) {
        try (Session session = Session.open(folder.resolve(database))) {
            return session.texts(sql);
        }
    }

    private void comparesInSteps(Path from, Optional<String> recipe, String target) throws IOException {
        List<Path> files = files(from);
        copy(from, files);
        Plan plan = places.plan(List.of(source.toString()), places.file("all.duckdb"), recipe);
        places.run(plan);
        clear();

        String place = target.equals("postgresql") ? Places.postgres() : places.file(target);
        Plan inSteps = plan.between(plan.sources(), places.plan(List.of(from.resolve(files.getFirst()).toString()), place, Optional.empty()).target());
        int step = files.size() / 3;
        for (int first = 0; first < files.size(); first += step) {
            copy(from, files.subList(first, Math.min(files.size(), first + step)));
            assertThat(places.run(inSteps).outcome()).isIn(RunResult.Outcome.SUCCEEDED, RunResult.Outcome.SUCCEEDED_WITH_REJECTS);
        }
        assertThat(places.verify(inSteps).passed()).isTrue();
        String database = target;
        if (!target.endsWith(".duckdb")) {
            places.migrate(place, places.file("carried.duckdb"));
            database = "carried.duckdb";
        }
        for (TableSpec table : plan.tables()) {
            assertThat(rows(database, table.name())).as(table.name()).isEqualTo(rows("all.duckdb", table.name()));
        }
    }

    @ParameterizedTest
    @CsvSource({"steps.duckdb, true", "steps.sqlite, true", "postgresql, true", "steps.duckdb, false"})
    void realResultsLeaveTheSameInStepsAndAtOnce(String target, boolean recipe) throws IOException {
        comparesInSteps(RealDataTest.results(), recipe ? Optional.of("benchmark-results") : Optional.empty(), target);
    }

    /** A later file knows of a model what the first ones did not say, another one of the same says something else. */
    @Test
    void aRowOfAnEarlierRunIsFilledAsThoseOfTheSameRun() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Files.writeString(from.resolve("1.json"), "{\"run\": 1, \"model\": \"bert\", \"ms\": 5}");
        Files.writeString(from.resolve("2.json"), "{\"card\": \"bert\", \"family\": null, \"size\": \"base\"}");
        Files.writeString(from.resolve("3.json"), "{\"card\": \"bert\", \"family\": \"encoder\", \"size\": \"large\"}");
        String text = """
                {"version": 1, "name": "models", "sources": [{"name": "files", "type": "json", "path": "%s"}],
                 "target": {"type": "duckdb", "path": "%s"},
                 "datasets": [{"name": "runs", "match": {"has": ["$.run"]}}, {"name": "cards", "match": {"has": ["$.card"]}}],
                 "tables": [
                  {"name": "families", "key": ["name"],
                   "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}],
                   "feeds": [{"dataset": "cards", "rows": "$", "set": {"name": "@.size"}}]},
                  {"name": "models", "key": ["name"],
                   "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"},
                    {"name": "family", "type": "VARCHAR"}, {"name": "size", "type": "VARCHAR"}, {"name": "size_id", "type": "BIGINT"}],
                   "feeds": [{"dataset": "runs", "rows": "$", "set": {"name": "@.model"}},
                    {"dataset": "cards", "rows": "$", "set": {"name": "@.card", "family": "@.family", "size": "@.size",
                     "size_id": {"ref": "families", "on": {"name": "@.size"}}}}]}]}
                """;
        copy(from, files(from));
        Plan atOnce = PlanReader.read(text.formatted(source, places.file("all.duckdb")), "test");
        places.run(atOnce);
        assertThat(places.verify(atOnce).passed()).isTrue();
        assertThat(rows("all.duckdb", "models")).singleElement().satisfies(row -> assertThat(row.subList(0, 5)).containsExactly("1", "bert", "", "base", "1"));

        clear();
        runFileByFile(from, PlanReader.read(text.formatted(source, places.file("steps.duckdb")), "test"));
        assertThat(rows("steps.duckdb", "models")).isEqualTo(rows("all.duckdb", "models"));
        assertThat(rows("steps.duckdb", "families")).isEqualTo(rows("all.duckdb", "families"));
    }

    /** Two datasets speak of the same keys, one of them by a reference; which document is the first and which the last decides. */
    @ParameterizedTest
    @ValueSource(strings = {"keep-first", "keep-last", "merge"})
    void theOrderOfDocumentsCountsWhateverDatasetTheyAreOf(String conflict) throws IOException {
        String text = """
                {"version": 1, "name": "things", "sources": [{"name": "files", "type": "json", "path": "%s"}],
                 "target": {"type": "duckdb", "path": "%s"},
                 "datasets": [{"name": "makers", "match": {"has": ["$.maker"]}}, {"name": "tests", "match": {"has": ["$.test"]}},
                  {"name": "cards", "match": {"has": ["$.card"]}}],
                 "tables": [
                  {"name": "makers", "key": ["name"],
                   "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}],
                   "feeds": [{"dataset": "makers", "rows": "$", "set": {"name": "@.maker"}}]},
                  {"name": "things", "key": ["name"], "onConflict": "%s",
                   "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"},
                    {"name": "ms", "type": "BIGINT"}, {"name": "size", "type": "VARCHAR"}, {"name": "maker", "type": "BIGINT"}],
                   "feeds": [{"dataset": "tests", "rows": "$", "set": {"name": "@.test", "ms": "@.ms", "size": "@.size"}},
                    {"dataset": "cards", "rows": "$", "set": {"name": "@.card", "size": "@.size", "maker": {"ref": "makers", "on": {"name": "@.by"}}}}]}]}
                """;
        Path from = Files.createDirectory(folder.resolve("from"));
        Files.writeString(from.resolve("0.ndjson"), "{\"maker\": \"m0\"}\n{\"maker\": \"m1\"}\n");
        Random random = new Random(5);
        for (int file = 1; file < 6; file++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                String size = List.of("", ", \"size\": null", ", \"size\": \"s\"", ", \"size\": \"l\"").get(random.nextInt(4));
                lines.append(random.nextBoolean()
                        ? "{\"test\": \"t%d\", \"ms\": %d%s}%n".formatted(random.nextInt(9), random.nextInt(3), size)
                        : "{\"card\": \"t%d\", \"by\": \"m%d\"%s}%n".formatted(random.nextInt(9), random.nextInt(2), size));
            }
            Files.writeString(from.resolve(file + ".ndjson"), lines);
        }
        runFileByFile(from, PlanReader.read(text.formatted(source, places.file("steps.duckdb"), conflict), "test"));
        Plan atOnce = PlanReader.read(text.formatted(source, places.file("all.duckdb"), conflict), "test");
        places.run(atOnce);
        assertThat(places.verify(atOnce).passed()).isTrue();
        String things = "SELECT t.id, t.name, ms, size, m.name FROM things t LEFT JOIN makers m ON m.id = t.maker ORDER BY ALL";
        assertThat(asked("steps.duckdb", things)).hasSizeGreaterThan(5).isEqualTo(asked("all.duckdb", things));
    }
}
