package org.godwit.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.godwit.model.DatasetProfile;
import org.godwit.model.FileReport;
import org.godwit.model.Inspection;
import org.godwit.model.LeafCounts;
import org.godwit.model.Ledger;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.Problem;
import org.godwit.model.Reject;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunResult.PhaseTime;
import org.godwit.model.RunResult.TableRows;
import org.godwit.model.Step;
import org.godwit.model.VerificationResult;

/** What a real folder of benchmark results gives, in figures. */
public final class Found {
    static final String BROKEN = "test_benchmark_database/database_metadata.json";
    static final String EXCERPT = "{ \"created\": \"2025-03-02T20:57:47.384763\", \"schema_version\": \"1.0\", \"schema\": { \"benchmark_id\": ";
    static final String REASON = "The text ends in the middle of an object: a value is missing after \"benchmark_id\":";
    private static final int DOCUMENTS = 187;

    private Found() {}

    public static Inspection inspection(List<String> locations) {
        List<FileReport> files = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            files.add(new FileReport("results/r" + i + ".json", 8_470, 0, "", FileReport.Status.OK, 1, null));
        }
        files.add(new FileReport(BROKEN, 107, 0, "", FileReport.Status.MALFORMED, 0, problem()));
        return new Inspection(locations, files, new LeafCounts(7424, 7182, 1174, 272, 64, 118), datasets(), 0.7);
    }

    static Problem problem() {
        return new Problem(BROKEN, 5, 21, 106, REASON, EXCERPT);
    }

    static Inspection nothing(List<String> locations) {
        return new Inspection(locations, List.of(), LeafCounts.NONE, List.of(), 0.1);
    }

    private static List<DatasetProfile> datasets() {
        return List.of(
                dataset("api_multiplexing", 14, "archived_test_results/api_multiplexing_enhanced_error_20250301_181447.json"),
                dataset("backoff_queue", 25, "archived_test_results/queue_backoff_tests_20250301_181409.json"),
                dataset("batch_benchmarks", 2, "benchmark_results/batch_benchmarks_cpu_20250306_174805.json"),
                dataset("benchmark_bert", 7, "benchmark_results/benchmark_bert_webnn_20250305_195719.json"),
                dataset("benchmark_config", 24, "benchmark_results/20250302_201346/benchmark_config_audio.json"),
                dataset("benchmark_progress", 8, "benchmark_results/benchmark_progress_20250306_175448.json"),
                dataset("direct_benchmark", 11, "benchmark_results/direct_benchmark_google_t5-efficient-tiny_cpu_20250306_174825.json"),
                dataset("hardware_compatibility_matrix", 7, "benchmark_results/hardware_compatibility_matrix.json"),
                dataset("hf_performance", 38, "performance_results/hf_whisper_performance_20250228_000442.json"),
                dataset("model_functionality", 9, "benchmark_results/functionality/model_functionality_20250305_204901.json"),
                dataset("performance_test_skills", 42, "performance_results/performance_test_skills_t5_20250228_003048.json"));
    }

    private static DatasetProfile dataset(String name, long documents, String example) {
        Plan.DatasetSpec match = new Plan.DatasetSpec(name, "", List.of(), List.of(), Map.of());
        return new DatasetProfile(name, documents, List.of(example), match, 0, false, root());
    }

    private static PathProfile root() {
        return new PathProfile(
                new Step.Key(""), 1, 1, Map.of(), Map.of(), null, null, 0, List.of(), 0, 0, null, List.of());
    }

    static List<TableRows> tables(boolean gained) {
        return List.of(
                table("hardware_platforms", 12, gained),
                table("models", 31, gained),
                table("test_runs", 52, gained),
                table("performance_results", 74, gained),
                table("performance_batch_results", 50, gained),
                table("hardware_compatibility", 223, gained),
                table("integration_test_results", 184, gained));
    }

    private static TableRows table(String name, long total, boolean gained) {
        return new TableRows(name, gained ? total : 0, total);
    }

    static RunResult result(String run, Outcome outcome, String target) {
        boolean nothing = outcome == Outcome.NOTHING_NEW;
        Ledger ledger = nothing ? new Ledger(List.of()) : ledger();
        List<Reject> rejects = outcome == Outcome.SUCCEEDED_WITH_REJECTS ? List.of(reject()) : List.of();
        VerificationResult checked = outcome == Outcome.VERIFICATION_FAILED ? different() : new VerificationResult(true, true, 187, 187, 5_862, List.of(), 0.4);
        return new RunResult(
                run, outcome, target, 187, nothing ? 0 : 187, nothing ? 187 : 0, ledger, tables(!nothing), rejects.size(), rejects,
                nothing ? VerificationResult.NONE : checked, List.of(), List.of(new PhaseTime("stage", 0.9), new PhaseTime("verify", 0.4)), 1.6);
    }

    private static Ledger ledger() {
        return new Ledger(List.of(
                new Ledger.Line("direct_benchmark", "$.batch_results.*.avg_latency_ms", new Ledger.Counts(7_234, 6_871, 318, 33, 12, 0)),
                new Ledger.Line("hf_performance", "$.results.examples[*].elapsed_time", new Ledger.Counts(9_000, 6_000, 2_600, 400, 0, 0))));
    }

    private static Reject reject() {
        return new Reject(Reject.Level.FILE, BROKEN, 5, 21, "", "", "", REASON, EXCERPT.replace(", ", ",\n  ").replace("{ ", "{\n  "));
    }

    private static VerificationResult different() {
        VerificationResult.Difference difference = new VerificationResult.Difference(
                "benchmark_results/direct_benchmark_google_t5-efficient-tiny_cpu_20250306_174825.json",
                "performance_results", "average_latency_ms", "/batch_results/1", "18.21", "18.2",
                "The cell does not give back the number of the source.");
        return new VerificationResult(true, false, 187, 186, 5_862, List.of(difference), 0.4);
    }
}
