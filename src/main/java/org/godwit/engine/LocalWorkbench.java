package org.godwit.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.duck.Lease;
import org.godwit.duck.Library;
import org.godwit.duck.TargetCatalog;
import org.godwit.engine.carry.Carrier;
import org.godwit.engine.deliver.Outlets;
import org.godwit.engine.diagnose.Previewer;
import org.godwit.engine.diagnose.Sample;
import org.godwit.engine.diagnose.Trial;
import org.godwit.engine.diagnose.TryOut;
import org.godwit.engine.plan.PlanFiles;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.plan.PlanWriter;
import org.godwit.engine.profile.Inspector;
import org.godwit.engine.propose.Proposer;
import org.godwit.engine.recipe.Recipes;
import org.godwit.engine.run.PlanRunner;
import org.godwit.model.Choices;
import org.godwit.model.ColumnFidelity;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Options;
import org.godwit.model.OwnTables;
import org.godwit.model.Plan;
import org.godwit.model.Preview;
import org.godwit.model.Reject;
import org.godwit.model.Reread;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.VerificationResult;
import org.godwit.store.NewRun;
import org.godwit.store.Workspace;
import org.godwit.task.TaskCancelledException;
import org.godwit.task.TaskContext;

/** The workbench on this machine: everything is done in this process, history is kept in the workspace. Thread-safe. */
public final class LocalWorkbench implements Workbench {
    private final DocumentConnector connector;
    private final Outlets outlets;
    private final Workspace workspace;

    /** A workbench that writes DuckDB only. */
    public LocalWorkbench(DocumentConnector connector, Workspace workspace) {
        this(connector, List.of(), workspace);
    }

    /** @param targets the formats that can be written beside DuckDB and JSON */
    public LocalWorkbench(DocumentConnector connector, List<TargetConnector> targets, Workspace workspace) {
        this.connector = connector;
        this.outlets = new Outlets(targets, workspace.folder().resolve("hubs"));
        this.workspace = workspace;
    }

    @Override
    public Inspection inspect(List<String> locations, CsvOptions csv, TaskContext context) {
        return new Inspector(connector).inspect(locations, List.of(), Choices.NONE.with(csv), context);
    }

    @Override
    public Inspection inspect(Plan plan, Path base, TaskContext context) {
        return new Inspector(connector).inspect(plan.sources(), base, plan.datasets(), context);
    }

    @Override
    public Proposal propose(Inspection inspection, String target, Optional<String> recipe) {
        if (recipe.isPresent()) {
            return inspectAndPropose(inspection.locations(), target, recipe, CsvOptions.AS_FOUND, new TaskContext());
        }
        List<Plan.Source> sources = Inspector.sources(connector, inspection.locations(), CsvOptions.AS_FOUND);
        Proposal made = proposal(new Proposer().propose(inspection, places(sources), target));
        return new Proposal(new Locating(connector).located(made.plan(), sources, target, inspection), made.findings());
    }

    @Override
    public Proposal inspectAndPropose(List<String> locations, String target, Optional<String> recipe, CsvOptions csv, TaskContext context) {
        Plan.Target to = new Locating(connector).target(target);
        List<Plan.Source> sources = Inspector.sources(connector, locations, csv);
        // What is carried over needs no profile: nothing is read but the list of tables.
        Optional<Plan> carried = carried(sources, to, recipe, context);
        if (carried.isPresent()) {
            return new Proposal(carried.get(), List.of());
        }
        Draft draft = fresh(locations, sources, target, recipe, Choices.NONE.with(csv), context);
        return new Proposal(draft.plan(), draft.findings());
    }

    @Override
    public Draft draft(List<String> locations, String target, Optional<String> recipe, Choices choices, TaskContext context) {
        Plan.Target to = new Locating(connector).target(target);
        List<Plan.Source> sources = Inspector.sources(connector, locations, choices.csv());
        Optional<Plan> carried = carried(sources, to, recipe, context);
        Draft made = fresh(locations, sources, target, recipe, choices, context);
        return carried.isPresent() ? new Draft(made.inspection(), carried.get(), List.of()) : made;
    }

    /** Returns the places of sources: one for each, though several may be at one location. */
    private static List<String> places(List<Plan.Source> sources) {
        return sources.stream().map(Plan.Source::path).toList();
    }

    /** Reads everything at some places and proposes a plan for it. */
    private Draft fresh(
            List<String> locations, List<Plan.Source> sources, String target, Optional<String> recipe, Choices choices, TaskContext context) {
        Optional<Plan> given = recipe.map(Recipes::load);
        List<Plan.DatasetSpec> known = given.map(Plan::datasets).orElse(List.of());
        Inspection inspection = new Inspector(connector).inspect(locations, sources, known, choices, context);
        Proposer proposer = new Proposer();
        Proposal made = proposal(given.isPresent()
                ? proposer.propose(inspection, places(sources), target, given.get())
                : proposer.propose(inspection, places(sources), target));
        return new Draft(inspection, new Locating(connector).located(made.plan(), sources, target, inspection), made.findings());
    }

    /** Returns the plan to take over a database that Godwit has filled; empty if it is none, or if a recipe tells what to do. */
    private Optional<Plan> carried(List<Plan.Source> sources, Plan.Target to, Optional<String> recipe, TaskContext context) {
        if (recipe.isPresent() || sources.size() != 1) {
            return Optional.empty();
        }
        Plan.Source source = sources.getFirst();
        if (source.type().equals(connector.type()) || isForeign(source) || !Carrier.isCarried(connector.tables(source, Path.of(""), context))) {
            return Optional.empty();
        }
        Options usual = Options.DEFAULT;
        Options options = new Options(usual.onReject(), usual.duplicates(), usual.lineage(), usual.strategy(), true);
        return Optional.of(new Plan(Plan.VERSION, "carry", "", List.of(source), to, List.of(), List.of(), List.of(), options));
    }

    /** Returns whether a source is files that Godwit has not written: it leaves a note with its own. */
    private static boolean isForeign(Plan.Source source) {
        return source.connection() == null && !Files.isRegularFile(Path.of(source.path())) && !Files.exists(Path.of(source.path(), OwnTables.NOTE));
    }

    private static Proposal proposal(org.godwit.engine.propose.Proposal made) {
        return new Proposal(made.plan(), made.findings());
    }

    @Override
    public Plan readPlan(Path file) {
        return PlanReader.read(file);
    }

    @Override
    public void writePlan(Plan plan, Path file) {
        PlanFiles.save(plan, file);
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
    public Trial tryOut(Plan plan, Path base, boolean whole, TaskContext context) {
        return new TryOut(connector, context).run(plan, base, whole);
    }

    @Override
    public List<Sample> samples(Plan plan, Path base, String table, int rows, TaskContext context) {
        return new TryOut(connector, context).samples(plan, base, table, rows);
    }

    @Override
    public Optional<Reread> document(Plan plan, Path base, String file, long position, TaskContext context) {
        return new TryOut(connector, context).document(plan, base, file, position);
    }

    @Override
    public RunResult run(Plan plan, Path base, RunOptions options, TaskContext context) {
        // While history is written and the sources are listed, which one thread does.
        Library.loadAside();
        plan.sources().forEach(source -> connector.foresee(source, base));
        Plan.Target target = plan.target();
        String targetPath = target == null ? "" : Outlets.place(target, base).text();
        String run = workspace.runs().start(new NewRun(plan.name(), PlanWriter.write(plan), base.toAbsolutePath(), targetPath));
        RunDiary diary = new RunDiary(workspace.logs(), run, targetPath);
        diary.started(plan, base);
        context.whenPhaseStarts(diary::phase);
        RunResult result = null;
        GodwitException error = null;
        try {
            result = plan.options().carry()
                    ? new Carrier(plan, base, options, context, connector, outlets, run).run()
                    : new PlanRunner(plan, base, options, context, connector, run, outlets).run();
            return result;
        } catch (TaskCancelledException e) {
            result = diary.cancelled();
            throw e;
        } catch (GodwitException e) {
            error = e;
            throw e;
        } finally {
            context.whenPhaseStarts(phase -> {});
            RunResult ended = result != null ? result : diary.failed(error);
            diary.ended(ended);
            workspace.runs().finish(run, ended);
        }
    }

    @Override
    public Optional<PastPlan> planOf(String run) {
        return workspace.runs().plan(run).map(known -> new PastPlan(PlanReader.read(known.plan(), run), known.base()));
    }

    @Override
    public List<String> log(String run) {
        return workspace.logs().read(run);
    }

    @Override
    public List<RunResult.TableRows> tables(Path database) {
        if (!Files.exists(database)) {
            return List.of();
        }
        try (Lease lease = new Lease(database)) {
            return new TargetCatalog(lease)
                    .tables().stream()
                            .filter(table -> !table.view() && !table.isSystem())
                            .map(table -> new RunResult.TableRows(table.name(), 0, table.rows().orElse(0)))
                            .toList();
        }
    }

    @Override
    public List<TableInfo> tables(String location, TaskContext context) {
        return connector.tables(connector.source("place", location), Path.of(""), context);
    }

    @Override
    public List<ColumnFidelity> fidelity(Plan plan) {
        Plan.Target target = plan.target();
        Optional<TargetConnector> to = target == null ? Optional.empty() : outlets.connector(target.type());
        return to.map(kept -> plan.tables().stream()
                        .flatMap(table -> table.columns().stream().flatMap(column -> fidelity(kept, table, column).stream()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<ColumnFidelity> fidelity(TargetConnector target, TableSpec table, TableSpec.Column column) {
        TypeMapping kept = target.mapping(column.type());
        return switch (kept.fidelity()) {
            case EXACT -> Optional.empty();
            case WIDENED -> Optional.of(new ColumnFidelity(table.name(), column.name(), column.type(), kept.sql(), false, kept.reason()));
            case LOSSY -> Optional.of(new ColumnFidelity(table.name(), column.name(), column.type(), kept.sql(), true, kept.reason()));
        };
    }

    @Override
    public VerificationResult verify(Plan plan, Path base, TaskContext context) {
        return new Verification(connector, outlets, context).of(plan, base);
    }

    @Override
    public VerificationResult verifyDatabase(Path database, TaskContext context) {
        return new Verification(connector, outlets, context).ofDatabase(database, run -> workspace.runs().plan(run).map(NewRun::base));
    }

    @Override
    public VerificationResult verify(String run, TaskContext context) {
        NewRun known = workspace.runs().plan(run).orElseThrow(() -> new GodwitException(ErrorCode.RUN_UNKNOWN, run));
        return verify(PlanReader.read(known.plan(), run), known.base(), context);
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
