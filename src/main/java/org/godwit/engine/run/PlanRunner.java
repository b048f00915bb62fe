package org.godwit.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.SourceFile;
import org.godwit.duck.Session;
import org.godwit.duck.ShadowFile;
import org.godwit.duck.ShadowSettings;
import org.godwit.duck.Sql;
import org.godwit.engine.deliver.KeyCheck;
import org.godwit.engine.deliver.Outlet;
import org.godwit.engine.deliver.Outlets;
import org.godwit.engine.deliver.RowChecks;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.Replacement;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.verify.Verifier;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Ledger;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyTable;
import org.godwit.shred.Shredder;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one plan once. The target is replaced only after everything is loaded, the ledger balances and the
 * documents were rebuilt; until then its bytes are untouched. Used once, by one thread.
 */
public final class PlanRunner {
    private final Plan plan;
    private final Path base;
    private final RunOptions options;
    private final TaskContext context;
    private final DocumentConnector connector;
    private final String run;
    private final KeyTable keys = new KeyTable();
    private final RunLedger ledger = new RunLedger();
    private final List<RunResult.PhaseTime> phases = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Outlets outlets;
    private final Staging staging;
    private @Nullable Outlet outlet;
    private TargetLimits limits = TargetLimits.NONE;
    private Outlet.@Nullable Added added;
    private Changes changes = Changes.NONE;
    private final long started = System.nanoTime();
    private long phaseStarted = started;

    /**
     * @param base where relative paths of the plan start
     * @param run the run's id
     */
    public PlanRunner(Plan plan, Path base, RunOptions options, TaskContext context, DocumentConnector connector, String run) {
        this(plan, base, options, context, connector, run, Outlets.NONE);
    }

    /**
     * @param base where relative paths of the plan start
     * @param run the run's id
     * @param outlets the targets there are beside DuckDB
     */
    public PlanRunner(
            Plan plan, Path base, RunOptions options, TaskContext context, DocumentConnector connector, String run, Outlets outlets) {
        this.outlets = outlets;
        this.plan = plan;
        this.base = base;
        this.options = options;
        this.context = context;
        this.connector = connector;
        this.run = run;
        this.staging = new Staging(plan, options, context, connector, ledger);
    }

    /** Lets the run keep to what another target can hold. */
    public PlanRunner within(TargetLimits others) {
        limits = others;
        return this;
    }

    /**
     * Runs.
     *
     * @throws GodwitException for everything that keeps the plan from being carried out; the target is as it was
     */
    public RunResult run() {
        Plan.Target target = plan.target();
        if (target == null) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, "none");
        }
        context.startPhase("discover", 0);
        ListedSources sources = ListedSources.of(plan, base, connector, context);
        phase("discover");
        if (target.type().equals("duckdb")) {
            return into(base.resolve(target.path()), null, sources);
        }
        try (Outlet opened = outlets.open(plan, base, context)) {
            return into(outlets.hub(run), opened, sources);
        }
    }

    /** @param hub the target itself, or where the hub of another target is made */
    private RunResult into(Path hub, @Nullable Outlet opened, ListedSources sources) {
        outlet = opened;
        ShadowSettings settings = new ShadowSettings(run, options.memoryBytes(), options.jobs(), sources.bytes());
        try (ShadowFile shadow = ShadowFile.open(hub, settings)) {
            return into(shadow, opened == null ? hub.toString() : opened.name(), sources);
        }
    }

    private static Session session(ShadowFile shadow) {
        synchronized (shadow) {
            return new Session(shadow.newConnection());
        }
    }

    private void phase(String name) {
        long now = System.nanoTime();
        phases.add(new RunResult.PhaseTime(name, (now - phaseStarted) / 1e9));
        phaseStarted = now;
    }

    private RunResult into(ShadowFile shadow, String path, ListedSources sources) {
        UnitLoader loader;
        try (Session session = session(shadow)) {
            if (outlet != null) {
                limits = outlet.limits();
                outlet.recall(session);
            } else {
                makeRoom(session, path);
            }
            TargetState state = new TargetState(session, plan, path);
            state.prepare();
            CompiledPlan compiled = CompiledPlan.of(plan, keys, limits);
            long[] nextIds = state.nextIds(compiled);
            long firstDocument = state.nextDocument();
            EarlierRuns earlier = new EarlierRuns(session);
            Promises promises = new Promises(session, plan, earlier);
            UnitNumbers numbers = new UnitNumbers(compiled, state.keyedTables(compiled, nextIds, earlier, promises), nextIds, firstDocument, ledger);
            KeyOrder order = new KeyOrder(plan, state.created());
            loader = new UnitLoader(compiled, session, numbers, order, run, context);
            session.execute("BEGIN");
            loader.reject(sources.unreadable());
            context.startPhase("stage", sources.bytes());
            session.threads(1);
            List<SourceFile> files = sources.files();
            KnownDocuments knownDocuments = new EarlierDocuments(session, plan, path, base, context).known(duplicates(files), files);
            staging.stage(sources, keys, limits, knownDocuments, loader);
            findings.addAll(knownDocuments.findings());
            findings.addAll(GoneDocuments.findings(knownDocuments.gone(), plan));
            session.threads(options.jobs());
            context.startPhase("load", 0);
            loader.setHashes(staging.endedHashes());
            phase("stage");
            Awaited awaited = new Awaited(session, plan, earlier, promises, firstDocument);
            changes = awaited.fill()
                    .and(new LateWriter(compiled, numbers.late(), session, loader, ledger, earlier, awaited, firstDocument).write())
                    .and(numbers.fills().apply(session, loader.checks(), earlier))
                    .and(awaited.empty(numbers.missing(), run, loader.checks()));
            earlier.save();
            RunResult early = early(loader, path, session, files, !state.created().isEmpty());
            if (early != null) {
                return early;
            }
            added = new Outlet.Added(run, firstDocument, changes, order.unique(plan));
            session.load(knownDocuments.files(run, files));
            finish(session, loader, numbers, firstDocument, state.created());
            phase("load");
        }
        VerificationResult verification = verify(shadow, loader);
        return end(shadow, path, loader, verification);
    }

    /** Does with tables of the plan that are there what the plan says; the shadow is what it is done to. */
    private void makeRoom(Session session, String path) {
        Set<String> there = Set.copyOf(session.tables());
        Replacement replacement = new Replacement(session, plan, path, there::contains);
        switch (plan.mode()) {
            case APPEND -> { }
            case CREATE -> replacement.refuseExisting();
            case REPLACE -> {
                replacement.forgetRuns();
                findings.addAll(replacement.dropTables());
            }
        }
    }

    private Set<Integer> duplicates(List<SourceFile> files) {
        if (plan.options().duplicates() == Options.Duplicates.KEEP) {
            return Set.of();
        }
        return Duplicates.of(files, context);
    }

    /**
     * Returns the result if there is nothing to load. Tables without rows are something the first time: they are made.
     *
     * @param makes whether the target lacks tables of the plan
     */
    private @Nullable RunResult early(UnitLoader loader, String path, Session session, List<SourceFile> files, boolean makes) {
        context.checkCancelled();
        Ledger drawn = ledger.ledger();
        if (!drawn.balanced()) {
            throw new GodwitException(ErrorCode.LEDGER_UNBALANCED, drawn.total().toString());
        }
        if (loader.documentCount() > 0) {
            return null;
        }
        if (staging.seen() == 0 && staging.known() == 0 && loader.rejectCount() == 0) {
            if (files.stream().allMatch(file -> file.table().isEmpty())) {
                throw ListedSources.empty(plan);
            }
            if (makes) {
                return null;
            }
        }
        if (RecordedRun.all(session).stream().noneMatch(earlier -> earlier.plan().tables().equals(plan.tables()))) {
            findings.add(new Finding(Finding.Severity.WARNING, plan.name(),
                    "no earlier run has had these tables: what is loaded stands as their plans said (--replace loads everything anew)"));
        }
        return result(RunResult.Outcome.NOTHING_NEW, path, loader, VerificationResult.NONE, totals(session));
    }

    private void finish(Session session, UnitLoader loader, UnitNumbers numbers, long firstDocument, Set<String> made) {
        RunRecords records = new RunRecords(session, plan, run);
        new MadeValues(session, plan, limits, firstDocument).reject(loader);
        records.save(loader.checks(), firstDocument, numbers.nextDocument());
        records.views();
        session.execute("COMMIT");
        if (outlet == null) {
            findings.addAll(RowChecks.declare(session, plan, made));
        }
        records.keys();
    }

    /** Returns whether the run proves what it did; otherwise that is left to a later one of verify. */
    private boolean checks() {
        return options.verify() && options.strategy() != Options.Strategy.AGGRESSIVE;
    }

    private VerificationResult verify(ShadowFile shadow, UnitLoader loader) {
        if (!checks() || plan.options().lineage() == Options.Lineage.NONE) {
            return VerificationResult.NONE;
        }
        context.startPhase("verify", loader.documentCount());
        Set<String> runs = new HashSet<>(changes.runs());
        runs.add(run);
        VerificationResult result = new Verifier(() -> session(shadow), options.jobs(), context).verify(runs);
        phase("verify");
        return result;
    }

    private RunResult end(ShadowFile shadow, String path, UnitLoader loader, VerificationResult verification) {
        context.checkCancelled();
        Map<String, Long> totals;
        try (Session session = session(shadow)) {
            totals = totals(session);
            if (outlet == null) {
                KeyCheck keys = new KeyCheck(session, plan, table -> Map.of(), java.util.Objects.requireNonNull(added).unique());
                keys.kept();
                findings.addAll(keys.findings());
            } else if (!verification.performed() || verification.passed()) {
                findings.addAll(outlet.deliver(session, java.util.Objects.requireNonNull(added), checks()));
            }
        }
        if (verification.performed() && !verification.passed()) {
            return result(RunResult.Outcome.VERIFICATION_FAILED, path, loader, verification, totals);
        }
        if (!options.dryRun()) {
            if (outlet == null) {
                shadow.commit();
            } else {
                outlet.commit();
            }
            phase("replace");
        }
        RunResult.Outcome outcome = loader.rejectCount() > 0 ? RunResult.Outcome.SUCCEEDED_WITH_REJECTS : RunResult.Outcome.SUCCEEDED;
        return result(outcome, path, loader, verification, totals);
    }

    /** How many rows each table has, those of earlier runs among them. */
    private Map<String, Long> totals(Session session) {
        Map<String, Long> totals = new HashMap<>();
        plan.tables().forEach(table -> totals.put(table.name(), session.number("SELECT count(*) FROM " + Sql.name(table.name()))));
        return totals;
    }

    private RunResult result(
            RunResult.Outcome outcome, String path, UnitLoader loader, VerificationResult verification, Map<String, Long> totals) {
        List<RunResult.TableRows> tables = plan.tables().stream()
                .map(t -> new RunResult.TableRows(t.name(), loader.rows(t.name()), totals.getOrDefault(t.name(), loader.rows(t.name()))))
                .toList();
        Ledger drawn = ledger.ledger();
        if (drawn.lines().stream().anyMatch(line -> line.dataset().equals(Shredder.UNMATCHED))) {
            findings.add(new Finding(
                    Finding.Severity.WARNING, SystemTables.DOCUMENTS, "documents that no dataset of the plan matches are kept whole in rest"));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new RunResult(
                run, outcome, path, staging.seen(), loader.documentCount(), staging.known(), drawn,
                tables, loader.rejectCount(), loader.rejects(), verification, findings, phases, seconds);
    }
}
