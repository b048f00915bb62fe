package org.godwit.engine.sample;

import static org.godwit.engine.sample.SampleJson.array;
import static org.godwit.engine.sample.SampleJson.object;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.godwit.engine.sample.Catalogue.Hardware;
import org.godwit.engine.sample.Catalogue.Model;
import org.jspecify.annotations.Nullable;

/** Documents with measures: direct benchmarks, benchmarks by batch size, and tests with examples. */
final class MeasuredDocuments {
    private static final int[] BATCHES = {1, 2, 4, 8, 16};
    private static final double MS_PER_S = 1000;
    private static final DateTimeFormatter SPACE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private MeasuredDocuments() {}

    /** The forms in which direct benchmarks write their moment; matrices write a fifth, {@code 20250303_041606}. */
    enum Moment {
        ISO,
        UTC,
        SPACE,
        EPOCH
    }

    static SampleFile direct(Laboratory lab, Moment moment) {
        Model model = lab.oneOf(Catalogue.MODELS);
        Hardware hardware = lab.oneOf(Catalogue.HARDWARE.subList(0, 4));
        boolean failed = lab.onceIn(9);
        Map<String, @Nullable Object> batches = object();
        int sizes = 1 + lab.below(4);
        for (int i = 0; i < sizes; i++) {
            batches.put(Integer.toString(BATCHES[i]), failed ? failure(model) : batch(lab, model, hardware, BATCHES[i]));
        }
        Map<String, @Nullable Object> document = object(
                "model", model.name(),
                "hardware", hardware.key(),
                "success", !failed,
                "run_seed", lab.below(100_000),
                "git_commit", lab.hex(8),
                "batch_results", batches,
                "timestamp", moment(lab, moment));
        if (lab.onceIn(12)) {
            document.put("is_simulated", true);
            document.put("simulation_reason", "hardware not present, replayed from an earlier run");
        }
        String name = String.format(Locale.ROOT, "benchmark_results/direct_benchmark_%s_%s_%s.json",
                model.name().replace('/', '_'), hardware.key(), lab.compact());
        return new SampleFile(Shape.DIRECT, name, document);
    }

    private static Map<String, @Nullable Object> failure(Model model) {
        String error = model.category().equals("vision")
                ? "ViTModel.forward() got an unexpected keyword argument 'input_ids'"
                : "You have to specify either decoder_input_ids or decoder_inputs_embeds";
        return object("success", false, "error", error);
    }

    private static Map<String, @Nullable Object> batch(Laboratory lab, Model model, Hardware hardware, int size) {
        List<@Nullable Object> samples = new ArrayList<>();
        double expected = lab.latency(model, hardware, size);
        double sum = 0;
        int count = 5;
        for (int i = 0; i < count; i++) {
            // The first pass fills caches.
            double latency = lab.noisy(i == 0 ? expected * 1.15 : expected);
            samples.add(latency);
            sum += latency;
        }
        double average = sum / count;
        return object(
                "success", true,
                "batch_size", size,
                "avg_latency_ms", average,
                "throughput_items_per_second", size * MS_PER_S / average,
                "memory_mb", lab.memory(model, hardware, size),
                "precision", hardware.speed() > 5 ? "fp16" : "fp32",
                "iterations", 50,
                "warmup_iterations", 5,
                "queue_depth", 1 + lab.below(8),
                "latencies_ms", samples,
                "device", hardware.key(),
                "timestamp", lab.iso(1_200L * size));
    }

    private static Object moment(Laboratory lab, Moment moment) {
        return switch (moment) {
            case ISO -> lab.iso();
            case UTC -> UTC.format(lab.time());
            case SPACE -> SPACE.format(lab.time());
            case EPOCH -> new SampleJson.Raw(lab.time().toEpochSecond(ZoneOffset.UTC) + "." + (1 + lab.below(9)));
        };
    }

    /** Whole numbers at first, as that program rounded; fractions since it was changed in spring. */
    static SampleFile batchSizes(Laboratory lab) {
        Model model = lab.oneOf(Catalogue.MODELS);
        Hardware hardware = lab.oneOf(Catalogue.HARDWARE);
        boolean rounds = lab.time().getMonthValue() < 4;
        Map<String, @Nullable Object> sizes = object();
        for (int size : new int[] {1, 4, 8}) {
            double latency = lab.noisy(lab.latency(model, hardware, size));
            sizes.put(Integer.toString(size), object(
                    "throughput", rounded(size * MS_PER_S / latency, rounds),
                    "latency_ms", rounded(latency, rounds),
                    "memory_usage_mb", rounded(lab.memory(model, hardware, size), rounds),
                    "success", true,
                    "command", "python run_model_benchmarks.py --models " + model.name() + " --hardware " + hardware.key()
                            + " --batch-sizes " + size));
        }
        Map<String, @Nullable Object> document = object(
                "model", model.key().toUpperCase(Locale.ROOT),
                "model_key", model.key(),
                "model_category", model.category(),
                "model_path", model.name(),
                "hardware", hardware.label(),
                "hardware_key", hardware.key(),
                "timestamp", lab.iso(),
                "batch_sizes", sizes,
                "compatible", true);
        if (hardware.simulated()) {
            simulated(document);
        }
        String name = String.format(Locale.ROOT, "benchmark_results/benchmark_%s_%s_%s.json", model.key(), hardware.key(), lab.compact());
        return new SampleFile(Shape.BATCH_SIZES, name, document);
    }

    private static Object rounded(double value, boolean whole) {
        return whole ? (Object) Math.max(1, Math.round(value)) : (Object) (Math.round(value * 100) / 100.0);
    }

    static SampleFile performance(Laboratory lab) {
        Model model = lab.oneOf(Catalogue.MODELS);
        Map<String, @Nullable Object> status = object("init", "Success", "cpu_init", "Success (REAL)", "cpu_handler", "Success (REAL)");
        List<@Nullable Object> examples = new ArrayList<>();
        examples.add(example(lab, model, Catalogue.HARDWARE.get(0), "REAL"));
        if (!lab.onceIn(3)) {
            boolean mock = lab.onceIn(2);
            status.put("cuda_init", "Success (REAL)");
            status.put("cuda_handler", mock ? "Success (MOCK)" : "Success (REAL)");
            examples.add(example(lab, model, Catalogue.HARDWARE.get(1), mock ? "MOCK" : "REAL"));
        }
        status.put("cpu_embedding_shape", array(1, 768));
        status.put("openvino_init", lab.onceIn(4) ? "Failed OpenVINO initialization" : "Success (REAL)");
        status.put("apple_tests", "Apple Silicon not available");
        double total = Math.abs(lab.noisy(1.9));
        Map<String, @Nullable Object> document = object(
                "metadata", object("timestamp", lab.iso(900), "test_file", "skills/test_hf_" + model.key() + ".py",
                        "model", "hf_" + model.key(), "execution_time", total),
                "results", object(
                        "status", status,
                        "examples", examples,
                        "metadata", object("model_name", model.name(), "test_timestamp", lab.iso(880),
                                "python_version", "3.12.3 (main, Feb  4 2025, 14:48:35) [GCC 13.3.0]",
                                "torch_version", "2.4.0+cu121",
                                "platform_status", object("cpu", "Ready (REAL)", "apple", "Apple Silicon not available")),
                        "total_execution_time", total));
        return new SampleFile(Shape.PERFORMANCE,
                "performance_results/hf_" + model.key() + "_performance_" + lab.compact() + ".json", document);
    }

    private static Map<String, @Nullable Object> example(Laboratory lab, Model model, Hardware hardware, String implementation) {
        return object(
                "input", "The quick brown fox jumps over the lazy dog",
                "output", object("embedding_shape", array(1, 768), "performance_metrics", null),
                "timestamp", lab.iso(400),
                "elapsed_time", lab.noisy(lab.latency(model, hardware, 1)) / MS_PER_S,
                "implementation_type", implementation,
                "platform", hardware.label());
    }

    /** Adds the words that mark a document's figures as simulated. */
    static void simulated(Map<String, @Nullable Object> document) {
        List<@Nullable Object> hardware = array("webgpu", "webnn", "mps");
        document.put("simulated_hardware", hardware);
        document.put("warnings", array(object(
                "type", "simulation",
                "message", "This data contains simulated hardware results",
                "affected_hardware", hardware,
                "verification_date", "2025-04-10T00:00:00Z")));
    }
}
