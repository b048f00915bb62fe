package org.godwit.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.godwit.connector.json.JsonConnector;
import org.godwit.model.FileReport;
import org.godwit.model.Inspection;
import org.godwit.model.JsonType;
import org.godwit.model.LeafCounts;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorTest {
    @TempDir
    Path temp;

    @Test
    void countsWhatTheRealFilesHold() {
        Inspection inspection = real().inspect();
        assertThat(inspection.leaves()).isEqualTo(new LeafCounts(7424, 7182, 1174, 272, 64, 118));
        assertThat(inspection.statusCounts()).containsEntry(FileReport.Status.OK, 187L).containsEntry(FileReport.Status.MALFORMED, 1L);
        assertThat(inspection.documents()).isEqualTo(187);
        assertThat(inspection.datasets()).hasSizeBetween(15, 30);
        assertThat(Folder.names(inspection)).contains("hardware_compatibility_matrix", "model_functionality", "benchmark_progress");
        assertThat(Folder.dataset(inspection, "benchmark_config").documents()).isEqualTo(20);
        assertThat(Folder.dataset(inspection, "model_functionality").documents()).isEqualTo(9);
        assertThat(Folder.dataset(inspection, "hardware_compatibility_matrix").documents()).isEqualTo(7);
    }

    @Test
    void tellsNamesFromFieldsInTheRealFiles() {
        Inspection inspection = real().inspect();
        assertThat(isData(inspection, "direct_benchmark_cpu", "batch_results")).isTrue();
        assertThat(isData(inspection, "benchmark_bert", "batch_sizes")).isTrue();
        assertThat(isData(inspection, "model_functionality", "model_results")).isTrue();
        assertThat(isData(inspection, "model_functionality", "stats")).isFalse();
        assertThat(isData(inspection, "hardware_compatibility_matrix", "model_families")).isTrue();
        assertThat(isData(inspection, "hardware_compatibility_matrix", "model_families", "*", "hardware_compatibility")).isTrue();
        assertThat(isData(inspection, "benchmark_models")).isTrue();
    }

    @Test
    void findsTheSameWithAnyNumberOfWorkers() {
        Folder real = real();
        Inspection one = real.inspect(1, List.of());
        Inspection three = real.inspect(3, List.of());
        assertThat(three.datasets()).isEqualTo(one.datasets());
        assertThat(three.files()).isEqualTo(one.files());
    }

    @Test
    void rulesGiveEveryDocumentToItsDataset() {
        Folder real = real();
        Inspection inspection = real.inspect();
        assertThat(matched(real, inspection)).isEqualTo(documents(inspection));
    }

    @Test
    void rulesHoldForArraysScalarsMapsAndEmptyObjects() {
        Folder folder = new Folder(temp)
                .documents("list", List.of("[{\"a\": 1}]", "[{\"a\": 2}, 3]"))
                .documents("numbers", List.of("[1, 2]", "[]"))
                .documents("plain", List.of("7", "null", "\"x\""))
                .documents("none", List.of("{}", "{}"))
                .documents("one", List.of("{\"a\": 1, \"b\": 2}", "{\"a\": 1}", "{\"a\": null, \"b\": 3}"))
                .documents("other", List.of("{\"a\": [1], \"b\": {\"x\": 1}}"))
                .documents("map", List.of("{\"m1\": {\"v\": 1, \"w\": 1}, \"m2\": {\"v\": 1, \"w\": 2}, \"m3\": {\"v\": 1}}"));
        Inspection inspection = folder.inspect();
        assertThat(matched(folder, inspection)).isEqualTo(documents(inspection));
        assertThat(inspection.datasets()).hasSize(7);
    }

    @Test
    void optionalKeysAndKeysThatAreDataDoNotSplit() {
        Folder folder = new Folder(temp);
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            StringBuilder keys = new StringBuilder();
            for (String key : List.of("alpha", "beta", "gamma", "delta")) {
                keys.append(random.nextBoolean() ? ", \"" + key + "\": 1" : "");
            }
            folder.file("run_%d.json".formatted(i), "{\"id\": 1, \"when\": 2, \"host\": \"h\", \"runs\": {}%s}".formatted(keys));
            String models = "\"model%d\": {\"speed\": 1, \"ok\": true}".formatted(i);
            folder.file("models_%d.json".formatted(i), "{\"m1\": {\"speed\": 1, \"ok\": true}, \"m2\": {\"speed\": 2}, %s}".formatted(models));
        }
        assertThat(Folder.names(folder.inspect())).containsExactly("models", "run");
    }

    @Test
    void profilesThePlacesOfMinorityTypes() {
        Inspection inspection = new Folder(temp)
                .file("a.ndjson", """
                        {"j": 1, "k": 0, "x": 1}
                        {"j": 1, "k": 0, "x": 2}
                        {"j": 1, "k": 0, "x": "three"}
                        {"j": 1, "k": 0, "y": null}
                        """)
                .inspect();
        PathProfile x = Folder.node(inspection.datasets().get(0).root(), "x");
        assertThat(x.types()).isEqualTo(Map.of(JsonType.NUMBER, 2L, JsonType.STRING, 1L));
        assertThat(x.firstOf()).containsEntry(JsonType.STRING, "a.ndjson:3");
        assertThat(x.parents() - x.occurrences()).isEqualTo(1);
        assertThat(x.distinct()).isEqualTo(3);
        assertThat(x.samples()).containsExactly("1", "2", "\"three\"");
    }

    @Test
    void profilesDocumentsOfKnownDatasetsApart() {
        PathExpr path = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key("examples"), new Step.Elements("")));
        Plan.DatasetSpec known = new Plan.DatasetSpec("shape", "", List.of(path), List.of(), Map.of());
        Inspection inspection = new Folder(temp)
                .documents("r", List.of("{\"examples\": [1]}", "{\"examples\": []}", "{\"examples\": [2], \"x\": 1}"))
                .inspect(2, List.of(known));
        assertThat(Folder.dataset(inspection, "shape").documents()).isEqualTo(2);
        assertThat(Folder.dataset(inspection, "shape").known()).isTrue();
        assertThat(inspection.datasets()).hasSize(2);
    }

    @Test
    void keepsMemoryBoundedWhateverTheKeys() {
        Folder folder = new Folder(temp);
        StringBuilder wide = new StringBuilder("{\"all\": {");
        for (int i = 0; i < 3000; i++) {
            wide.append(i == 0 ? "" : ",").append("\"k%d\": {\"v%d\": 1}".formatted(i, i % 700));
        }
        folder.file("wide.json", wide + "}}");
        folder.file("deep.json", "{\"a\":".repeat(200) + "1" + "}".repeat(200));
        Inspection inspection = folder.inspect();
        PathProfile all = Folder.node(Folder.dataset(inspection, "wide").root(), "all");
        assertThat(all.keysAreData()).matches(verdict -> verdict != null && verdict.data());
        PathProfile values = Folder.node(all, "*");
        assertThat(values.occurrences()).isEqualTo(3000);
        assertThat(Folder.node(values, "*").occurrences()).isEqualTo(3000);
    }

    @Test
    void doesNotMindTheOrderOfLocations() {
        Folder folder = new Folder(temp).documents("drift", Folder.drift());
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            files.add(temp.resolve("drift_%04d.json".formatted(i)).toString());
        }
        Collections.shuffle(files, new Random(3));
        Inspection shuffled = new Inspector(new JsonConnector(), 2).inspect(files, new TaskContext());
        assertThat(shuffled.datasets()).isEqualTo(folder.inspect().datasets());
    }

    private static Map<String, Long> documents(Inspection inspection) {
        Map<String, Long> documents = new java.util.TreeMap<>();
        inspection.datasets().forEach(dataset -> documents.put(dataset.name(), dataset.documents()));
        return documents;
    }

    /** How many documents the rules give to each dataset when they are tried in their order. */
    private static Map<String, Long> matched(Folder folder, Inspection inspection) {
        List<Plan.DatasetSpec> rules = inspection.datasets().stream()
                .sorted(java.util.Comparator.comparingInt(org.godwit.model.DatasetProfile::matchOrder))
                .map(org.godwit.model.DatasetProfile::match)
                .toList();
        return documents(folder.inspect(2, rules));
    }

    private static boolean isData(Inspection inspection, String dataset, String... path) {
        PathProfile.KeysVerdict verdict = Folder.node(Folder.dataset(inspection, dataset).root(), path).keysAreData();
        return verdict != null && verdict.data();
    }

    private static Folder real() {
        assumeTrue(Folder.real().isPresent(), "the real result files are not beside the project");
        return Folder.real().orElseThrow();
    }
}
