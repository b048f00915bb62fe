package org.godwit.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.godwit.engine.profile.Folder;
import org.godwit.model.DatasetProfile;
import org.godwit.model.Inspection;
import org.godwit.model.JsonType;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

class CoveragePropertyTest {
    @Property(tries = 300)
    void everyScalarOfRandomDocumentsHasAColumn(@ForAll("documents") List<String> documents) throws IOException {
        Path file = Files.createTempFile("random", ".ndjson");
        try {
            Files.writeString(file, String.join("\n", documents) + "\n");
            Inspection inspection = new Folder(file).inspect();
            assertThat(inspection.documents()).isEqualTo(documents.size());
            Plan plan = new Proposer().propose(inspection, List.of("data"), "t.duckdb").plan();
            for (DatasetProfile dataset : inspection.datasets()) {
                Set<String> covered = covered(plan, dataset.name());
                check(dataset.root(), "$", covered, covered.contains("$"));
            }
            Inspection again = new Folder(file).inspect(1, plan.datasets());
            for (DatasetProfile dataset : inspection.datasets()) {
                assertThat(Folder.dataset(again, dataset.name()).documents()).isEqualTo(dataset.documents());
            }
        } finally {
            Files.delete(file);
        }
    }

    /** A map whose entries have a member in common, and a document of it whose only entry is null. */
    @Example
    void aMapMayHoldNothingButNull() throws IOException {
        everyScalarOfRandomDocumentsHasAColumn(List.of(
                "null", "{\"x\": null}", "{\"x\": {\"a\": {}}}", "{\"x\": null, \"id\": {\"a\": null}}",
                "{\"x\": {\"a\": null}, \"b\": {\"a\": null}, \"1\": {\"a\": null}, \"c d\": {\"a\": null}, \"\": {\"a\": {}}}"));
    }

    /** The paths, without names of levels, that some column holds with all that is below. */
    private static Set<String> covered(Plan plan, String dataset) {
        Set<String> paths = new HashSet<>();
        for (TableSpec table : plan.tables()) {
            for (TableSpec.Feed feed : table.feeds()) {
                if (feed.dataset().equals(dataset)) {
                    feed.set().values().forEach(value -> {
                        if (value instanceof ValueSpec.From from && from.paths().get(0).root() == org.godwit.model.PathExpr.Root.ROW) {
                            List<Step> steps = new ArrayList<>(feed.rows().steps());
                            steps.addAll(from.paths().get(0).steps());
                            paths.add(text(steps));
                        }
                    });
                }
            }
        }
        return paths;
    }

    private static String text(List<Step> steps) {
        StringBuilder out = new StringBuilder("$");
        steps.forEach(step -> out.append(text(step)));
        return out.toString();
    }

    private static String text(Step step) {
        return step instanceof Step.Key key ? "/" + key.name() : step instanceof Step.Elements ? "[]" : "{}";
    }

    private static void check(PathProfile node, String path, Set<String> covered, boolean isCovered) {
        boolean scalars = node.types().keySet().stream()
                .anyMatch(type -> type == JsonType.STRING || type == JsonType.NUMBER || type == JsonType.BOOLEAN);
        if (scalars) {
            assertThat(isCovered).as(path + " of " + covered).isTrue();
        }
        for (PathProfile child : node.children()) {
            String below = path + text(child.step());
            check(child, below, covered, isCovered || covered.contains(below));
        }
    }

    @Provide
    Arbitrary<List<String>> documents() {
        return value(3).list().ofMinSize(1).ofMaxSize(12);
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(
                "null", "true", "false", "0", "-1.5e300", "12345678901234567890", "0.1", "NaN", "\"\"", "\"2025-01-01\"", "\"t\\u00e9xt\"");
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> inner = value(depth - 1);
        Arbitrary<String> keys = Arbitraries.of("a", "b", "c d", "1", "2", "id", "x/y", "", "\\u6f22");
        Arbitrary<String> object = Arbitraries.maps(keys, inner).ofMaxSize(5).map(map -> {
            List<String> members = new ArrayList<>();
            map.forEach((key, value) -> members.add("\"" + key + "\": " + value));
            return "{" + String.join(", ", members) + "}";
        });
        Arbitrary<String> array = inner.list().ofMaxSize(5).map(list -> "[" + String.join(", ", list) + "]");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, scalar), net.jqwik.api.Tuple.of(5, object), net.jqwik.api.Tuple.of(2, array));
    }
}
