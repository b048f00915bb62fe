package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.LeafMap;
import org.godwit.shred.TapeReader;

/** 10,000 random documents go through the whole main job and come back equal, leaf by leaf. */
final class RoundTripPropertyTest {
    private static final int DOCUMENTS = 200;
    private static final String PLAN = """
            {"version": 1, "name": "misfit", "sources": [{"name": "files", "type": "json", "path": "in"}],
             "target": {"type": "duckdb", "path": "out.duckdb"},
             "datasets": [{"name": "named", "match": {"has": ["$.name"]}}, {"name": "others", "match": {"types": {"$": "object"}}}],
             "tables": [
              {"name": "names", "key": ["name"],
               "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "name", "type": "VARCHAR"}, {"name": "value", "type": "DOUBLE"},
                {"name": "ok", "type": "JSON"}, {"name": "more", "type": "JSON"}],
               "feeds": [{"dataset": "named", "rows": "$", "set": {"name": "@.name", "value": "@.value", "ok": "@.ok", "more": {"rest": "@"}}}]},
              {"name": "items",
               "columns": [{"name": "id", "type": "BIGINT", "generate": "id"}, {"name": "owner", "type": "BIGINT"}, {"name": "value", "type": "DECIMAL(12,2)", "required": true},
                {"name": "a", "type": "HUGEINT"}, {"name": "at", "type": "TIMESTAMP"}, {"name": "ok", "type": "BOOLEAN"}, {"name": "more", "type": "JSON"}],
               "feeds": [
                {"dataset": "named", "rows": "$.items[*]", "set": {"owner": {"ref": "names", "on": {"name": "$.name"}}, "value": "@.value",
                 "a": {"from": "@.a", "null": "null"}, "at": {"from": "@.at", "transform": {"name": "parse_timestamp", "forms": ["iso"]}},
                 "ok": {"from": ["@.ok", "@.value"], "transform": "truthy"}, "more": {"rest": "@"}}},
                {"dataset": "others", "rows": "$.items.*:k", "when": "not @.ok = false",
                 "set": {"value": {"from": "@.value", "default": 0}, "a": "@.a", "at": "@.at", "ok": "@.ok"}}]},
              {"name": "parts",
               "columns": [{"name": "item", "type": "BIGINT"}, {"name": "part", "type": "JSON"}, {"name": "words", "type": "VARCHAR"}],
               "feeds": [{"dataset": "named", "rows": "$.items[*]:i.a[*]", "set": {"item": {"parent": "items", "level": "i"}, "part": "@", "words": "i.name"}}]}]}
            """;

    @Property(tries = 50, seed = "20250306", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void documentsComeBackAsTheyWere(@ForAll("seeds") long seed) throws IOException {
        List<String> documents = documents(seed, RandomDocuments.KEYS);
        inFolder(migration -> {
            write(documents, migration);
            Plan plan = migration.plan(migration.in(), Optional.empty());
            assertThat(check(documents, plan, migration).rejects()).isEmpty();
        });
    }

    /** Here a plan that knows little meets anything: values are rejected, rows merged, and nothing is lost all the same. */
    @Property(tries = 10, seed = "20250307", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void documentsComeBackFromAPlanThatDoesNotFitThem(@ForAll("seeds") long seed) throws IOException {
        List<String> documents = documents(seed, List.of("name", "value", "items", "a", "at", "ok"));
        inFolder(migration -> {
            write(documents, migration);
            check(documents, PlanReader.read(PLAN, "misfit.plan.json"), migration);
        });
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    private static List<String> documents(long seed, List<String> keys) {
        RandomDocuments random = new RandomDocuments(seed, keys);
        return Stream.generate(random::next).limit(DOCUMENTS).toList();
    }

    private static void inFolder(Consumer<Migration> test) throws IOException {
        Path folder = Files.createTempDirectory("round-trip");
        try {
            test.accept(new Migration(folder));
        } finally {
            delete(folder);
        }
    }

    private static void write(List<String> documents, Migration migration) {
        migration.file("documents.ndjson", String.join("\n", documents) + "\n");
    }

    private static RunResult check(List<String> documents, Plan plan, Migration migration) {
        RunResult result = migration.run(plan);
        assertThat(result.ledger().balanced()).isTrue();
        assertThat(result.verification().differences()).isEmpty();
        assertThat(result.verification().rebuilt()).isEqualTo(DOCUMENTS);
        List<LeafMap> rebuilt = Rebuilt.documents(migration.target(), plan);
        assertThat(rebuilt).hasSize(DOCUMENTS);
        TapeReader reader = new TapeReader(new KeyTable(), JsonLimits.forHeap(1L << 30));
        JsonTape tape = new JsonTape();
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] source = documents.get(i).getBytes(StandardCharsets.UTF_8);
            assertThat(reader.read(source, 0, source.length, tape)).isNull();
            assertThat(rebuilt.get(i).conflicts()).as(documents.get(i)).isEmpty();
            assertThat(LeafMap.of(tape).differences(rebuilt.get(i))).as(documents.get(i)).isEmpty();
            assertThat(SameJson.same(documents.get(i), rebuilt.get(i).json())).as(documents.get(i) + "\nbut was\n" + rebuilt.get(i).json()).isTrue();
        }
        return result;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
