package org.godwit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.diagnose.Trial;
import org.godwit.model.CsvOptions;
import org.godwit.model.DatasetProfile;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.JsonType;
import org.godwit.model.LeafCounts;
import org.godwit.model.Ledger;
import org.godwit.model.Options;
import org.godwit.model.PathProfile;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.Problem;
import org.godwit.model.Reject;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunSummary;
import org.godwit.model.Step;
import org.godwit.model.VerificationResult;
import org.godwit.task.TaskContext;

/** Answers what it was told to and notes what it was asked, so that commands are tested without an engine. */
final class CannedWorkbench implements Workbench {
    static final String RUN = "20250306-174823-1f3a";
    static final Reject REJECT =
            new Reject(Reject.Level.FILE, "b.json", 5, 21, "", "", "", "the file ends too early", "{\"a\":");
    static final VerificationResult GOOD = new VerificationResult(true, true, 187, 187, 5_000, List.of(), 0.4);
    static final VerificationResult BAD = new VerificationResult(
            true, false, 187, 186, 5_000,
            List.of(new VerificationResult.Difference("a.json", "models", "model_name", "/model", "bert", "bart", "changed")), 0.4);

    final List<String> asked = new ArrayList<>();
    Outcome outcome = Outcome.SUCCEEDED;
    Optional<RuntimeException> failure = Optional.empty();
    VerificationResult verification = GOOD;
    boolean blocks;
    Notice whenBlocked = () -> {};

    /** Told that the work has begun. */
    interface Notice {
        void give() throws java.io.IOException;
    }

    @Override
    public Inspection inspect(List<String> locations, CsvOptions csv, TaskContext context) {
        asked.add("inspect " + locations + (csv.isAsFound() ? "" : " " + csv.delimiterText() + " header=" + csv.header()));
        answer(context);
        PathProfile model = profile(new Step.Key("model"), Map.of(JsonType.STRING, 187L), List.of("\"bert\""), List.of());
        PathProfile root = profile(new Step.Key(""), Map.of(JsonType.OBJECT, 187L), List.of(), List.of(model));
        return new Inspection(
                locations,
                List.of(
                        new FileReport("a.json", 2_000, 0, "00", FileReport.Status.OK, 187, null),
                        new FileReport("b.json", 6, 0, "01", FileReport.Status.MALFORMED, 0,
                                new Problem("b.json", 5, 21, 105, "the file ends too early", "{\"a\":"))),
                new LeafCounts(7_424, 7_182, 1_174, 272, 64, 118),
                List.of(new DatasetProfile("results", 187, List.of("a.json"), match(), 0, false, root)),
                0.25);
    }

    private static PathProfile profile(Step step, Map<JsonType, Long> types, List<String> samples, List<PathProfile> children) {
        return new PathProfile(step, 187, 187, types, Map.of(), null, null, 12, samples, 0, 0, null, children);
    }

    @Override
    public Proposal propose(Inspection inspection, String target, Optional<String> recipe) {
        asked.add("propose " + target + " " + recipe.orElse("-"));
        return new Proposal(plan(inspection.locations(), target),
                List.of(new Finding(Finding.Severity.WARNING, "$.stats", "names or fields?")));
    }

    static Plan plan(List<String> locations, String target) {
        return new Plan(1, "results", "", locations.stream().map(l -> new Plan.Source("files", "json", l, List.of())).toList(),
                new Plan.Target("duckdb", target), List.of(), List.of(), List.of(), Options.DEFAULT);
    }

    @Override
    public Plan readPlan(Path file) {
        asked.add("read " + file.getFileName());
        if (!Files.exists(file)) {
            throw new GodwitException(ErrorCode.PLAN_MISSING, file);
        }
        if (file.toString().endsWith(".duckdb")) {
            throw new GodwitException(ErrorCode.PLAN_BINARY, file);
        }
        return plan(List.of("data"), "out.duckdb");
    }

    @Override
    public void writePlan(Plan plan, Path file) {
        asked.add("write " + file.getFileName() + " " + plan.sources().getFirst().path());
    }

    @Override
    public String planText(Plan plan) {
        return "{\"version\": 1, \"name\": \"" + plan.name() + "\"}\n";
    }

    @Override
    public List<Preview> preview(Plan plan, Path base, Optional<String> table, int rows, TaskContext context) {
        asked.add("preview " + table.orElse("-") + " " + rows);
        return List.of(new Preview("models", List.of("model_id", "model_name"),
                List.of(new Preview.Row("a.json", "/model", "\"bert\"", Arrays.asList("1", null)))));
    }

    @Override
    public Trial tryOut(Plan plan, Path base, boolean whole, TaskContext context) {
        return new Trial(new Ledger(List.of()), true, 0);
    }

    @Override
    public List<Sample> samples(Plan plan, Path base, String table, int rows, TaskContext context) {
        return List.of();
    }

    @Override
    public RunResult run(Plan plan, Path base, RunOptions options, TaskContext context) {
        asked.add("run " + base.getFileName() + " dry=" + options.dryRun() + " jobs=" + options.jobs() + " verify=" + options.verify()
                + " " + options.strategy() + " memory=" + options.memoryBytes());
        answer(context);
        return result(outcome, verification);
    }

    static RunResult result(Outcome outcome, VerificationResult verification) {
        boolean rejected = outcome == Outcome.SUCCEEDED_WITH_REJECTS;
        return new RunResult(
                RUN, outcome, "out.duckdb", 188, 187, 0,
                new Ledger(List.of(new Ledger.Line("results", "$.model", new Ledger.Counts(16_234, 12_000, 4_000, 200, 30, 4)))),
                List.of(new RunResult.TableRows("models", 12, 12), new RunResult.TableRows("performance_results", 1_074, 1_074)),
                rejected ? 1 : 0, rejected ? List.of(REJECT) : List.of(), verification, List.of(),
                List.of(new RunResult.PhaseTime("stage", 0.5)), 1.25);
    }

    private void answer(TaskContext context) {
        failure.ifPresent(e -> {
            throw e;
        });
        if (blocks) {
            block(context);
        }
    }

    private void block(TaskContext context) {
        try {
            whenBlocked.give();
            while (true) {
                context.checkCancelled();
                Thread.sleep(20);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public VerificationResult verify(Plan plan, Path base, TaskContext context) {
        asked.add("verify plan " + plan.name());
        return verification;
    }

    @Override
    public VerificationResult verify(String run, TaskContext context) {
        asked.add("verify run " + run);
        return verification;
    }

    @Override
    public VerificationResult verifyDatabase(Path database, TaskContext context) {
        asked.add("verify database " + database.getFileName());
        return verification;
    }

    @Override
    public List<RunSummary> runs(int limit) {
        return List.of(new RunSummary(RUN, "results", "out.duckdb", Outcome.SUCCEEDED_WITH_REJECTS, 1_741_283_303_000L, 1.25, 188, 1_086, 1, "{}"));
    }

    @Override
    public Optional<RunResult> run(String id) {
        return id.equals(RUN) ? Optional.of(result(outcome, verification)) : Optional.empty();
    }

    @Override
    public List<Reject> rejects(String run) {
        return List.of(REJECT);
    }

    @Override
    public List<String> recipes() {
        return List.of("benchmark-results");
    }

    private static Plan.DatasetSpec match() {
        PathExpr model = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key("model")));
        return new Plan.DatasetSpec("results", "", List.of(model), List.of(), Map.of());
    }
}
