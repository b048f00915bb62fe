package org.godwit.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.godwit.engine.profile.Folder;
import org.godwit.engine.profile.SafeNames;
import org.godwit.model.DataType;
import org.godwit.model.Inspection;
import org.godwit.model.Options;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposerTest {
    @TempDir
    Path temp;

    private static Proposal propose(Inspection inspection) {
        return new Proposer().propose(inspection, List.of("data"), "out/bench mark.duckdb");
    }

    private Plan plan(String... documents) {
        return propose(new Folder(temp).documents("run", List.of(documents)).inspect()).plan();
    }

    private static DataType type(Plan plan, String table, String column) {
        return plan.table(table).orElseThrow().column(column).orElseThrow().type();
    }

    private static ValueSpec value(Plan plan, String table, String column) {
        ValueSpec value = plan.table(table).orElseThrow().feeds().get(0).set().get(column);
        return java.util.Objects.requireNonNull(value);
    }

    @Test
    void lateDriftGivesTheSamePlanInAnyOrder() {
        List<String> documents = new ArrayList<>(Folder.drift());
        Proposal first = propose(new Folder(temp.resolve("a")).documents("run", documents).inspect());
        assertThat(type(first.plan(), "run", "value")).isEqualTo(DataType.decimal(22, 2));
        assertThat(type(first.plan(), "run", "late")).isEqualTo(DataType.VARCHAR);
        assertThat(first.plan().datasets()).hasSize(1);
        assertThat(first.findings()).anyMatch(f -> f.message().contains("DECIMAL(22,2)"));
        assertThat(first.findings()).anyMatch(f -> f.place().endsWith("$.late") && f.message().contains("run_0170.json"));
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(documents, new Random(seed));
            Folder shuffled = new Folder(temp.resolve("b" + seed)).documents("run", documents);
            assertThat(propose(shuffled.inspect()).plan()).isEqualTo(first.plan());
        }
    }

    @Test
    void choosesTheTypeThatHoldsEveryValue() {
        Plan plan = plan(
                """
                {"int": 1, "big": 9223372036854775808, "huge": 1e3, "mixed": 1, "exact": 0.12345678901234567891, "bool": true,
                 "text": "a", "iso": "2025-03-06T17:48:25.199123", "day": "2025-03-06", "any": "x", "nan": NaN, "none": null,
                 "inexactnan": NaN, "long": 1}
                """,
                """
                {"int": -9223372036854775808, "big": 1, "huge": 2, "mixed": 2.5, "exact": 1000, "bool": false, "text": "2025-03-06",
                 "iso": "2025-03-06T17:48:25", "day": "2025-02-28", "any": 1, "nan": 1.5, "none": null,
                 "inexactnan": 0.12345678901234567891, "long": 123456789012345678901234567890123456789012}
                """);
        Map<String, String> types = Map.ofEntries(
                Map.entry("int_value", "BIGINT"), Map.entry("big", "HUGEINT"), Map.entry("huge", "DOUBLE"),
                Map.entry("mixed", "DOUBLE"), Map.entry("exact", "DECIMAL(24,20)"), Map.entry("bool", "BOOLEAN"),
                Map.entry("text", "VARCHAR"), Map.entry("iso", "TIMESTAMP"), Map.entry("day", "DATE"), Map.entry("any_value", "JSON"),
                Map.entry("nan", "DOUBLE"), Map.entry("none", "JSON"), Map.entry("inexactnan", "JSON"), Map.entry("long_value", "JSON"));
        types.forEach((column, type) -> assertThat(type(plan, "run", column).sql()).as(column).isEqualTo(type));
        ValueSpec.From iso = (ValueSpec.From) value(plan, "run", "iso");
        assertThat(iso.transforms()).containsExactly(new ValueSpec.Transform("parse_timestamp", Map.of("forms", List.of("iso"))));
        assertThat(((ValueSpec.From) value(plan, "run", "none")).nullMeans()).isEqualTo(ValueSpec.NullMeans.NULL);
    }

    @Test
    void makesChildTablesForArraysOfObjectsMapsAndLongArraysOfNumbers() {
        Plan plan = plan(
                """
                {"id": 7, "metrics": {"latency": {"p50": 1.5}}, "tags": ["a", "b"],
                 "runs": [{"batch": 1, "samples": [1, 2, 3, 4, 5]}, {"batch": 2, "samples": [1]}],
                 "by_size": {"1": {"t": 1}, "8": {"t": 2}}}
                """);
        assertThat(plan.tables()).extracting(TableSpec::name).containsExactly("run", "run_runs", "run_runs_samples", "run_by_size");
        assertThat(columns(plan, "run")).containsExactly("id", "source_id", "metrics_latency_p50", "tags");
        assertThat(columns(plan, "run_runs")).containsExactly("id", "parent_id", "pos", "batch");
        assertThat(columns(plan, "run_runs_samples")).containsExactly("id", "parent_id", "pos", "value");
        assertThat(columns(plan, "run_by_size")).containsExactly("id", "parent_id", "key", "t");
        assertThat(rows(plan, "run_runs_samples")).isEqualTo("$.runs[*]:runs.samples[*]:samples");
        assertThat(rows(plan, "run_by_size")).isEqualTo("$.by_size.*:by_size");
        assertThat(value(plan, "run_runs_samples", "parent_id")).isEqualTo(new ValueSpec.Parent("run_runs", "runs"));
        assertThat(value(plan, "run_by_size", "parent_id")).isEqualTo(new ValueSpec.Parent("run", "$"));
        assertThat(value(plan, "run_by_size", "key"))
                .isEqualTo(ValueSpec.From.path(new PathExpr(PathExpr.Root.KEY, "by_size", List.of())));
        assertThat(type(plan, "run", "tags")).isEqualTo(DataType.JSON);
    }

    @Test
    void keepsValuesOfMixedKindAsJson() {
        Plan plan = plan("{\"id\": 1, \"cpu\": true}", "{\"id\": 1, \"cpu\": {\"ok\": 1}}", "{\"id\": 1, \"cpu\": \"error\"}");
        assertThat(type(plan, "run", "cpu")).isEqualTo(DataType.JSON);
    }

    @Test
    void givesRowsToElementsOfArraysAndEntriesOfMaps() {
        Plan plan = propose(new Folder(temp)
                        .file("points.json", "[{\"x\": 1}, {\"x\": 2}]")
                        .file("models.json", "{\"a\": {\"v\": 1}, \"b\": {\"v\": 2}, \"c\": {\"v\": 3}}")
                        .inspect())
                .plan();
        assertThat(rows(plan, "points")).isEqualTo("$[*]:item");
        assertThat(rows(plan, "models")).isEqualTo("$.*:entry");
    }

    @Test
    void namesAreSafeAndDifferentWhateverTheKeys() {
        Plan plan = plan("{\"a b\": 1, \"a_b\": 2, \"A-B\": 3, \"order\": 4, \"1st\": 5, \"\": 6, \"\u6f22\": 7, \"_doc\": 8, \"%s\": 9}"
                .formatted("long".repeat(40)));
        List<String> columns = columns(plan, "run");
        Set<String> different = new HashSet<>();
        for (String column : columns) {
            assertThat(column).matches("[a-z][a-z0-9_]{0,62}");
            assertThat(SafeNames.isReserved(column)).as(column).isFalse();
            assertThat(different.add(column.toLowerCase(Locale.ROOT))).as(column).isTrue();
        }
        assertThat(columns).hasSize(10).contains("a_b", "a_b_2", "a_b_3", "source_doc");
    }

    @Test
    void tablesWiderThan500ColumnsKeepDeepObjectsAsJson() {
        StringBuilder document = new StringBuilder("{\"id\": 1, \"name\": \"x\"");
        for (int group = 0; group < 30; group++) {
            document.append(", \"g%d\": {\"kind\": \"k\"".formatted(group));
            for (int i = 0; i < 30; i++) {
                document.append(", \"m%d\": %d".formatted(group * 100 + i, i));
            }
            document.append('}');
        }
        Plan plan = plan(document + "}");
        assertThat(columns(plan, "run")).hasSizeLessThan(500);
        assertThat(type(plan, "run", "g7")).isEqualTo(DataType.JSON);
    }

    @Test
    void copiesARecipeWholeAndAddsWhatItDoesNotMatch() {
        PathExpr model = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key("model")));
        Plan.DatasetSpec known = new Plan.DatasetSpec("run", "", List.of(model), List.of(), Map.of());
        TableSpec.Column column = new TableSpec.Column("name", DataType.VARCHAR, false, false, "");
        TableSpec.Feed feed = new TableSpec.Feed(
                "run", new PathExpr(PathExpr.Root.DOCUMENT, "", List.of()), null, Map.of("name", ValueSpec.From.path(model)));
        TableSpec table = new TableSpec("other", List.of(), TableSpec.OnConflict.KEEP_FIRST, List.of(column), List.of(feed));
        Plan recipe = new Plan(1, "r", "d", List.of(), null, List.of(known), List.of(table), List.of(), Options.DEFAULT);
        Inspection inspection = new Folder(temp)
                .documents("run", List.of("{\"model\": \"m\"}"))
                .documents("other", List.of("{\"x\": 1}"))
                .inspect(2, recipe.datasets());
        Plan plan = new Proposer().propose(inspection, List.of("data"), "t.duckdb", recipe).plan();
        assertThat(plan.datasets()).extracting(Plan.DatasetSpec::name).containsExactly("run", "other");
        assertThat(plan.tables()).extracting(TableSpec::name).containsExactly("other", "other_2");
        assertThat(plan.tables().get(0)).isEqualTo(table);
        assertThat(plan.sources()).hasSize(1);
    }

    @Test
    void proposesEveryTableOfTheRealFilesOnce() {
        assumeTrue(Folder.real().isPresent(), "the real result files are not beside the project");
        Plan plan = propose(Folder.real().orElseThrow().inspect()).plan();
        assertThat(plan.tables()).extracting(t -> t.name().toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
        assertThat(plan.name()).isEqualTo("bench-mark");
        assertThat(columns(plan, "direct_benchmark_cpu_batch_results_latencies_ms")).containsExactly("id", "parent_id", "pos", "value");
    }

    private static List<String> columns(Plan plan, String table) {
        return plan.table(table).orElseThrow().columns().stream().map(TableSpec.Column::name).toList();
    }

    private static String rows(Plan plan, String table) {
        return plan.table(table).orElseThrow().feeds().get(0).rows().text();
    }
}
