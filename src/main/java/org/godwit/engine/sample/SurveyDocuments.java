package org.godwit.engine.sample;

import static org.godwit.engine.sample.SampleJson.array;
import static org.godwit.engine.sample.SampleJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.engine.sample.Catalogue.Hardware;
import org.godwit.engine.sample.Catalogue.Model;
import org.jspecify.annotations.Nullable;

/** Documents about many models at once: functionality, compatibility, progress and configuration. */
final class SurveyDocuments {
    private static final double PERCENT = 100;

    private SurveyDocuments() {}

    /** Models and hardware are keys; what a key holds is a boolean, an object or a word. */
    static SampleFile functionality(Laboratory lab) {
        List<Hardware> tested = Catalogue.HARDWARE.subList(0, 1 + lab.below(3));
        Map<String, @Nullable Object> results = object();
        List<@Nullable Object> details = new ArrayList<>();
        int good = 0;
        int total = 0;
        for (Model model : Catalogue.MODELS) {
            Map<String, @Nullable Object> byHardware = object();
            for (Hardware hardware : tested) {
                boolean success = !lab.onceIn(4);
                byHardware.put(hardware.key(), verdict(lab, success));
                good += success ? 1 : 0;
                total++;
                if (!success) {
                    details.add(detail(lab, model, hardware));
                }
            }
            results.put(model.key(), byHardware);
        }
        Map<String, @Nullable Object> document = object(
                "stats", object(
                        "timestamp", lab.compact(),
                        "total_tests", total,
                        "successful_tests", good,
                        "failed_tests", total - good,
                        "models_tested", Catalogue.MODELS.size(),
                        "hardware_platforms", array(tested.stream().map(Hardware::key).toArray()),
                        "success_rate", PERCENT * good / total),
                "model_results", results,
                "detailed_results", details);
        if (lab.onceIn(3)) {
            MeasuredDocuments.simulated(document);
        }
        return new SampleFile(Shape.FUNCTIONALITY,
                "benchmark_results/" + lab.compact() + "/functionality/model_functionality_" + lab.compact() + ".json", document);
    }

    private static Object verdict(Laboratory lab, boolean success) {
        return switch (lab.below(12)) {
            case 0 -> object("success", success, "error_message", success ? null : "Command failed with exit code 1");
            case 1 -> success ? "Success (MOCK)" : "Failed";
            default -> success;
        };
    }

    private static Map<String, @Nullable Object> detail(Laboratory lab, Model model, Hardware hardware) {
        return object(
                "model", model.key(),
                "hardware", hardware.key(),
                "success", false,
                "return_code", 1,
                "stdout", "",
                "stderr", lab.iso().replace('T', ' ') + " - INFO - Testing model: " + model.name()
                        + "\nTraceback (most recent call last):\n  File \"skills/test_hf_" + model.key()
                        + ".py\", line " + (700 + lab.below(200)) + ", in <module>\n    main()\n"
                        + "AttributeError: 'TestModels' object has no attribute 'run_tests'\n");
    }

    static SampleFile matrix(Laboratory lab) {
        List<Hardware> tested = Catalogue.HARDWARE.subList(0, 4 + lab.below(4));
        Map<String, @Nullable Object> families = object();
        for (String family : Catalogue.FAMILIES) {
            Map<String, @Nullable Object> byHardware = object();
            for (Hardware hardware : tested) {
                boolean compatible = hardware.speed() < 2 || !lab.onceIn(3);
                byHardware.put(hardware.key(), object(
                        "compatible", compatible,
                        "performance_rating", compatible && lab.onceIn(2) ? lab.oneOf(List.of("high", "medium", "low")) : null,
                        "benchmark_results", array()));
            }
            families.put(family, object("hardware_compatibility", byHardware));
        }
        Map<String, @Nullable Object> document = object(
                "timestamp", lab.compact(),
                "hardware_types", array(tested.stream().map(Hardware::key).toArray()),
                "model_families", families);
        if (tested.size() > 4) {
            MeasuredDocuments.simulated(document);
        }
        return new SampleFile(Shape.MATRIX, "benchmark_results/" + lab.compact() + "/hardware_compatibility_matrix.json", document);
    }

    static SampleFile progress(Laboratory lab) {
        int completed = lab.below(20);
        boolean failed = lab.onceIn(2);
        List<@Nullable Object> failures = failed
                ? array(object("model_type", lab.oneOf(Catalogue.MODELS).key(), "hardware_type", "cpu",
                        "error", "Command failed with exit code 1", "error_type", "execution_error", "stdout", "",
                        "timestamp", lab.iso()))
                : array();
        int total = completed + failures.size();
        Map<String, @Nullable Object> document = object(
                "timestamp", lab.compact(),
                "completed_benchmarks", array(),
                "failed_benchmarks", failures,
                "skipped_benchmarks", array(),
                "summary", object("total", total, "completed", completed, "failed", failures.size(), "skipped", 0,
                        "completion_percentage", total == 0 ? 0.0 : PERCENT * completed / total));
        return new SampleFile(Shape.PROGRESS, "benchmark_results/benchmark_progress_" + lab.compact() + ".json", document);
    }

    static SampleFile config(Laboratory lab) {
        String family = lab.oneOf(Catalogue.FAMILIES);
        Map<String, @Nullable Object> document = object(
                "batch_sizes", array(1, 4, 8),
                "warmup_iterations", 5,
                "benchmark_iterations", 20,
                "timeout", 600,
                "model_families", object(family, array(Catalogue.MODELS.stream()
                        .filter(m -> m.category().equals(family)).map(Model::name).toArray())),
                "hardware_types", array("cpu", "cuda", "openvino"),
                "use_resource_pool", true,
                "parallel", lab.onceIn(2),
                "generate_plots", true,
                "environment", object());
        return new SampleFile(Shape.CONFIG, "benchmark_results/" + lab.compact() + "/benchmark_config_" + family + ".json", document);
    }
}
