package org.godwit.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.engine.diagnose.DifferenceFinder;
import org.godwit.engine.diagnose.Previewer;
import org.godwit.engine.plan.PlanFiles;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.engine.profile.Inspector;
import org.godwit.engine.propose.Proposer;
import org.godwit.engine.recipe.Recipes;
import org.godwit.engine.run.PlanRunner;
import org.godwit.engine.verify.Verifier;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Ledger;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.Reject;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.model.VerificationResult;
import org.godwit.store.NewRun;
import org.godwit.store.Workspace;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;

/** The workbench on this machine: everything is done in this process, history is kept in the workspace. Thread-safe. */
public final class LocalWorkbench implements Workbench {
    private final DocumentConnector connector;
    private final Workspace workspace;
    private final Path currentFolder;

    /**
     * @param currentFolder where relative paths given by a person start
     */
    public LocalWorkbench(DocumentConnector connector, Workspace workspace, Path currentFolder) {
        this.connector = connector;
        this.workspace = workspace;
        this.currentFolder = currentFolder;
    }

    @Override
    public Inspection inspect(List<String> locations, TaskContext context) {
        return new Inspector(connector).inspect(resolved(locations), context);
    }

    private List<String> resolved(List<String> locations) {
        return locations.stream().map(this::resolved).toList();
    }

    private String resolved(String location) {
        if (location.startsWith("jdbc:")) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, location);
        }
        try {
            return currentFolder.resolve(location).toString();
        } catch (java.nio.file.InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, location);
        }
    }

    @Override
    public Proposal propose(Inspection inspection, String target, Optional<String> recipe, TaskContext context) {
        if (recipe.isPresent()) {
            return propose(inspection.locations(), target, recipe, context);
        }
        org.godwit.engine.propose.Proposal proposal = Proposer.propose(inspection, inspection.locations(), checkedTarget(target));
        return new Proposal(inspection, proposal.plan(), proposal.findings());
    }

    @Override
    public Proposal propose(List<String> locations, String target, Optional<String> recipe, TaskContext context) {
        String checked = checkedTarget(target);
        if (recipe.isEmpty()) {
            return propose(inspect(locations, context), target, recipe, context);
        }
        Plan plan = Recipes.load(recipe.get(), currentFolder);
        Inspection inspection = new Inspector(connector).inspect(resolved(locations), plan.datasets(), context);
        org.godwit.engine.propose.Proposal proposal = Proposer.propose(inspection, locations, checked, plan);
        return new Proposal(inspection, proposal.plan(), proposal.findings());
    }

    private String checkedTarget(String target) {
        resolved(target);
        return target;
    }

    @Override
    public Plan readPlan(Path file) {
        return PlanReader.read(file);
    }

    @Override
    public void writePlan(Plan plan, Path base, Path file) {
        PlanFiles.save(PlanPaths.move(plan, base.toAbsolutePath(), folderOf(file)), file);
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath().getRoot() : parent;
    }

    @Override
    public String planText(Plan plan) {
        return PlanWriter.write(plan);
    }

    @Override
    public List<Preview> preview(Plan plan, Path base, Optional<String> table, int rows, TaskContext context) {
        return new Previewer(connector, context).preview(plan, base, table, rows);
    }

    @Override
    public RunResult run(Plan plan, Path base, RunOptions options, TaskContext context) {
        Plan.Target target = plan.target();
        String targetPath = target == null ? "" : base.resolve(target.path()).toAbsolutePath().normalize().toString();
        String run = workspace.runs().start(new NewRun(plan.name(), PlanWriter.write(plan), base.toAbsolutePath(), targetPath));
        long started = System.nanoTime();
        RunResult.Outcome outcome = RunResult.Outcome.FAILED;
        RunResult result = null;
        try {
            result = new PlanRunner(plan, base, options, context, connector, run).run();
            return result;
        } catch (TaskCancelledException e) {
            outcome = RunResult.Outcome.CANCELLED;
            throw e;
        } finally {
            workspace.runs().finish(run, result != null ? result : ended(run, outcome, targetPath, started));
        }
    }

    private static RunResult ended(String run, RunResult.Outcome outcome, String target, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        return new RunResult(
                run, outcome, target, 0, 0, 0, new Ledger(List.of()), List.of(), 0, List.of(), VerificationResult.NONE, List.of(), List.of(), seconds);
    }

    @Override
    public VerificationResult verify(Plan plan, Path base, TaskContext context) {
        Plan.Target target = plan.target();
        Path path = target == null ? base : base.resolve(target.path());
        if (!Files.exists(path)) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, path);
        }
        int jobs = Runtime.getRuntime().availableProcessors();
        try (ReadOnlyFile file = ReadOnlyFile.open(path)) {
            context.startPhase("verify", 0);
            VerificationResult result = new Verifier(file::session, jobs, context).verify(Set.of());
            if (result.passed()) {
                return result;
            }
            try (Session session = file.session()) {
                return new DifferenceFinder(connector, context).name(result, plan, base, session);
            }
        }
    }

    @Override
    public List<RunSummary> runs(int limit) {
        return workspace.runs().list(limit);
    }

    @Override
    public Optional<RunResult> run(String id) {
        return workspace.runs().find(id);
    }

    @Override
    public List<Reject> rejects(String run) {
        return workspace.runs().rejects(run);
    }

    @Override
    public List<String> recipes() {
        return Recipes.names();
    }
}
