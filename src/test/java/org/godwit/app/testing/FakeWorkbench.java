package org.godwit.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.diagnose.Trial;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Ledger;
import org.godwit.model.Options;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.Reject;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunResult.TableRows;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.model.VerificationResult;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** A workbench that moves no data: it says what a real one says of a folder of benchmark results, when told to. */
public final class FakeWorkbench implements Workbench {
    private static final long DAY = 1_763_700_000_000L;

    private final List<RunSummary> history = new ArrayList<>();
    private volatile Outcome outcome = Outcome.SUCCEEDED_WITH_REJECTS;
    private volatile @Nullable GodwitException error;
    private volatile boolean nothing;
    private volatile boolean slow;
    private volatile Optional<String> usedRecipe = Optional.empty();
    private volatile @Nullable Path usedBase;

    /** The next run ends like this. */
    public void willEnd(Outcome next) {
        outcome = next;
    }

    /** The next call fails. */
    public void willFail(GodwitException next) {
        error = next;
    }

    /** The next inspection finds nothing. */
    public void willFindNothing() {
        nothing = true;
    }

    /** Work stays half done until it is cancelled. */
    public void stayHalfDone(boolean wanted) {
        slow = wanted;
    }

    public Optional<String> usedRecipe() {
        return usedRecipe;
    }

    public @Nullable Path usedBase() {
        return usedBase;
    }

    public FakeWorkbench withHistory() {
        history.add(summary("20261120-164510-77aa", "benchmark-results", "/home/ada/results/benchmark.duckdb", Outcome.NOTHING_NEW, 1));
        history.add(summary("20261120-101203-31f0", "benchmark-results", "/home/ada/results/benchmark.duckdb", Outcome.SUCCEEDED_WITH_REJECTS, 2));
        history.add(summary("20261119-173144-b802", "nightly", "/home/ada/nightly/nightly-2026.duckdb", Outcome.SUCCEEDED, 3));
        history.add(summary("20261118-090455-0c3d", "nightly", "/home/ada/nightly/nightly-2026.duckdb", Outcome.CANCELLED, 4));
        history.add(summary("20261117-141900-9e11", "robots", "/mnt/lab/robots.duckdb", Outcome.VERIFICATION_FAILED, 5));
        history.add(summary("20261116-115021-4410", "robots", "/mnt/lab/robots.duckdb", Outcome.FAILED, 6));
        return this;
    }

    private static RunSummary summary(String run, String plan, String target, Outcome outcome, int age) {
        boolean wrote = outcome == Outcome.SUCCEEDED || outcome == Outcome.SUCCEEDED_WITH_REJECTS;
        return new RunSummary(
                run, plan, target, outcome, DAY - age * 30_000_000L, 1.2 + age / 4.0, 187, wrote ? 626 : 0, outcome == Outcome.SUCCEEDED_WITH_REJECTS ? 1 : 0, "{}\n");
    }

    @Override
    public Inspection inspect(List<String> locations, CsvOptions csv, TaskContext context) {
        failIfWanted();
        context.startPhase("profile", 1_592_337);
        context.advance(1_098_712);
        context.found(129, 128);
        context.addProblem(Found.problem());
        waitIfWanted(context);
        context.advance(493_625);
        return nothing ? Found.nothing(locations) : Found.inspection(locations);
    }

    @Override
    public Proposal propose(Inspection inspection, String target, Optional<String> recipe) {
        usedRecipe = recipe;
        return new Proposal(plan(inspection.locations().getFirst(), target), List.of());
    }

    private static Plan plan(String source, String target) {
        String dataset = "hf_performance";
        PathExpr rows = new PathExpr(PathExpr.Root.DOCUMENT, "", List.of());
        PathExpr model = new PathExpr(PathExpr.Root.ROW, "", List.of(new Step.Key("model")));
        List<TableSpec> tables = Found.tables(true).stream()
                .map(table -> new TableSpec(
                        table.name(),
                        List.of(),
                        TableSpec.OnConflict.KEEP_FIRST,
                        List.of(
                                new TableSpec.Column("id", DataType.BIGINT, false, true, ""),
                                new TableSpec.Column("model_name", DataType.VARCHAR, false, false, "")),
                        List.of(new TableSpec.Feed(dataset, rows, null, Map.of("model_name", ValueSpec.From.path(model))))))
                .toList();
        return new Plan(
                1,
                "benchmark-results",
                "",
                List.of(new Plan.Source("files", "json", source, List.of())),
                new Plan.Target("duckdb", target),
                List.of(new Plan.DatasetSpec(dataset, "", List.of(new PathExpr(PathExpr.Root.DOCUMENT, "", List.of(new Step.Key("model")))), List.of(), Map.of())),
                tables,
                List.of(),
                Options.DEFAULT);
    }

    @Override
    public Plan readPlan(Path file) {
        failIfWanted();
        return plan("results", "out.duckdb");
    }

    @Override
    public void writePlan(Plan plan, Path file) {
        try {
            Files.writeString(file, planText(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String planText(Plan plan) {
        return "{\"version\": 1, \"name\": \"" + plan.name() + "\"}\n";
    }

    @Override
    public List<Preview> preview(Plan plan, Path base, Optional<String> table, int rows, TaskContext context) {
        return List.of();
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
        usedBase = base;
        failIfWanted();
        context.startPhase("stage", 1_592_337);
        context.advance(1_031_200);
        context.addRejects(1);
        Found.tables(true).forEach(table -> context.addRows(table.name(), table.total() * 2 / 3));
        waitIfWanted(context);
        Plan.Target target = plan.target();
        return Found.result("20261121-043000-1f3a", outcome, target == null ? "" : base.resolve(target.path()).toString());
    }

    @Override
    public VerificationResult verify(Plan plan, Path base, TaskContext context) {
        return VerificationResult.NONE;
    }

    @Override
    public VerificationResult verify(String run, TaskContext context) {
        return VerificationResult.NONE;
    }

    @Override
    public VerificationResult verifyDatabase(Path database, TaskContext context) {
        return VerificationResult.NONE;
    }

    @Override
    public List<RunSummary> runs(int limit) {
        return history.stream().limit(limit).toList();
    }

    @Override
    public Optional<RunResult> run(String id) {
        return history.stream().filter(run -> run.run().equals(id)).findFirst().map(run -> Found.result(id, run.outcome(), run.target()));
    }

    @Override
    public Optional<PastPlan> planOf(String run) {
        return Optional.of(new PastPlan(plan("results", "out.duckdb"), Path.of("past").toAbsolutePath()));
    }

    @Override
    public List<String> log(String run) {
        return List.of("2026-11-20T16:45:10.120Z  run " + run, "2026-11-20T16:45:10.300Z  phase stage begins");
    }

    @Override
    public List<TableRows> tables(Path database) {
        return Files.exists(database) ? Found.tables(false) : List.of();
    }

    @Override
    public List<Reject> rejects(String run) {
        return List.of();
    }

    @Override
    public List<String> recipes() {
        return List.of("benchmark-results");
    }

    private void failIfWanted() {
        GodwitException wanted = error;
        error = null;
        if (wanted != null) {
            throw wanted;
        }
    }

    private void waitIfWanted(TaskContext context) {
        while (slow) {
            context.checkCancelled();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }
}
