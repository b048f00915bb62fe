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
import org.godwit.engine.deliver.BrokenRows;
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
import org.godwit.model.TableSpec;
import org.godwit.model.VerificationResult;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyTable;
import org.godwit.shred.RefusedRows;
import org.godwit.shred.Shredder;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one plan once, or finds out why that is refused. The target is replaced only after everything is loaded, the
 * ledger balances and the documents were rebuilt; until then its bytes are untouched. Used once, by one thread.
 */
final class RunAttempt {
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
    private @Nullable Outlet outlet;
    private final RefusedRows refused;
    private TargetLimits limits;
    private Outlet.@Nullable Added added;
    private Changes changes = Changes.NONE;
    private final long started;
    private long phaseStarted = System.nanoTime();

    /**
     * What is to be run.
     *
     * @param base where relative paths of the plan start
     * @param run the run's id
     * @param outlets the targets there are beside DuckDB
     * @param others what another target than the plan's can hold, which the run keeps to
     * @param started when the first attempt began, by the clock of System.nanoTime
     */
    record Order(
            Plan plan, Path base, RunOptions options, TaskContext context, DocumentConnector connector, String run, Outlets outlets, TargetLimits others,
            long started) {
        Order within(TargetLimits limits) {
            return new Order(plan, base, options, context, connector, run, outlets, limits, started);
        }
    }

    /** What is loaded into the hub. */
    private record Loaded(UnitLoader loader, UnitNumbers numbers, KeyOrder order, TargetState state, long firstDocument, KnownDocuments known, Staging staging) {}

    /** @param refused rows that the target does not take */
    RunAttempt(Order order, RefusedRows refused) {
        this.refused = refused;
        this.outlets = order.outlets;
        this.plan = order.plan;
        this.base = order.base;
        this.options = order.options;
        this.context = order.context;
        this.connector = order.connector;
        this.run = order.run;
        this.limits = order.others;
        this.started = order.started;
    }

    /** Work on a target: with its hub, and its name for people. */
    private interface Work<T> {
        T in(ShadowFile hub, String target, ListedSources sources);
    }

    /**
     * Runs.
     *
     * @throws GodwitException for everything that keeps the plan from being carried out; the target is as it was
     */
    RunResult run() {
        return opened(this::into);
    }

    /**
     * Returns the rows for which the target refuses the run, none if there is another reason. The target stays as it is.
     *
     * @param others as of {@link BrokenRows}
     */
    RefusedRows refusals(boolean others) {
        return opened((hub, target, sources) -> {
            try (Session session = session(hub)) {
                Loaded loaded = load(session, target, sources, true);
                session.execute("COMMIT");
                Set<String> there = new HashSet<>(plan.tables().stream().map(TableSpec::name).toList());
                there.removeAll(loaded.state.created());
                return new BrokenRows(session, loaded.firstDocument, others).in(there, outlet != null);
            }
        });
    }

    private <T> T opened(Work<T> work) {
        Plan.Target target = plan.target();
        if (target == null) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, "none");
        }
        context.startPhase("discover", 0);
        ListedSources sources = ListedSources.of(plan, base, connector, context);
        phase("discover");
        if (target.type().equals("duckdb")) {
            return opened(base.resolve(target.path()), null, sources, work);
        }
        try (Outlet opened = outlets.open(plan, base, context)) {
            return opened(outlets.hub(run), opened, sources, work);
        }
    }

    /** @param hub the target itself, or where the hub of another target is made */
    private <T> T opened(Path hub, @Nullable Outlet opened, ListedSources sources, Work<T> work) {
        outlet = opened;
        ShadowSettings settings = new ShadowSettings(run, options.memoryBytes(), options.jobs(), sources.bytes());
        try (ShadowFile shadow = ShadowFile.open(hub, settings)) {
            return work.in(shadow, opened == null ? hub.toString() : opened.name(), sources);
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
        Loaded loaded;
        try (Session session = session(shadow)) {
            loaded = load(session, path, sources, false);
            RunResult early = early(loaded, path, session, sources.files());
            if (early != null) {
                return early;
            }
            added = new Outlet.Added(run, loaded.firstDocument, changes, loaded.order.unique(plan));
            session.load(loaded.known.files(run, sources.files()));
            finish(session, loaded);
            phase("load");
        }
        VerificationResult verification = verify(shadow, loaded.loader);
        return end(shadow, path, loaded, verification);
    }

    /** @param probes whether tables take everything, and each document has a record of its own */
    private Loaded load(Session session, String path, ListedSources sources, boolean probes) {
        if (outlet != null) {
            limits = outlet.limits();
            outlet.recall(session);
        } else {
            makeRoom(session, path);
        }
        TargetState state = new TargetState(session, plan, path);
        state.prepare();
        if (probes) {
            state.takeEverything();
        }
        CompiledPlan compiled = CompiledPlan.of(plan, keys, limits);
        long[] nextIds = state.nextIds(compiled);
        long firstDocument = state.nextDocument();
        EarlierRuns earlier = new EarlierRuns(session);
        Promises promises = new Promises(session, plan, earlier);
        UnitNumbers numbers = new UnitNumbers(compiled, state.keyedTables(compiled, nextIds, earlier, promises), nextIds, firstDocument, ledger);
        KeyOrder order = new KeyOrder(plan, state.created());
        UnitLoader loader = new UnitLoader(compiled, session, numbers, order, run, context);
        Staging staging = new Staging(plan, options, context, connector, ledger, refused, probes);
        session.execute("BEGIN");
        loader.reject(sources.unreadable());
        KnownDocuments known = stage(session, path, sources, staging, loader);
        Awaited awaited = new Awaited(session, plan, earlier, promises, firstDocument);
        changes = awaited.fill()
                .and(new LateWriter(compiled, numbers.late(), session, loader, ledger, earlier, awaited, firstDocument).write())
                .and(numbers.fills().apply(session, loader.checks(), earlier))
                .and(awaited.empty(numbers.missing(), run, loader.checks()));
        earlier.save();
        return new Loaded(loader, numbers, order, state, firstDocument, known, staging);
    }

    private KnownDocuments stage(Session session, String path, ListedSources sources, Staging staging, UnitLoader loader) {
        context.startPhase("stage", sources.bytes());
        session.threads(1);
        List<SourceFile> files = sources.files();
        KnownDocuments known = new EarlierDocuments(session, plan, path, base, context).known(duplicates(files), files);
        staging.stage(sources, keys, limits, known, loader);
        findings.addAll(known.findings());
        findings.addAll(GoneDocuments.findings(known.gone(), plan));
        session.threads(options.jobs());
        context.startPhase("load", 0);
        loader.setHashes(staging.endedHashes());
        phase("stage");
        return known;
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
     */
    private @Nullable RunResult early(Loaded loaded, String path, Session session, List<SourceFile> files) {
        context.checkCancelled();
        Ledger drawn = ledger.ledger();
        if (!drawn.balanced()) {
            throw new GodwitException(ErrorCode.LEDGER_UNBALANCED, drawn.total().toString());
        }
        if (loaded.loader.documentCount() > 0) {
            return null;
        }
        if (loaded.staging.seen() == 0 && loaded.staging.known() == 0 && loaded.loader.rejectCount() == 0) {
            if (files.stream().allMatch(file -> file.table().isEmpty())) {
                throw ListedSources.empty(plan);
            }
            if (!loaded.state.created().isEmpty()) {
                return null;
            }
        }
        if (RecordedRun.all(session).stream().noneMatch(earlier -> earlier.plan().tables().equals(plan.tables()))) {
            findings.add(new Finding(Finding.Severity.WARNING, plan.name(),
                    "no earlier run has had these tables: what is loaded stands as their plans said (--replace loads everything anew)"));
        }
        return result(RunResult.Outcome.NOTHING_NEW, path, loaded, VerificationResult.NONE, totals(session));
    }

    private void finish(Session session, Loaded loaded) {
        RunRecords records = new RunRecords(session, plan, run);
        new MadeValues(session, plan, limits, loaded.firstDocument).reject(loaded.loader);
        records.save(loaded.loader.checks(), loaded.firstDocument, loaded.numbers.nextDocument());
        records.views();
        session.execute("COMMIT");
        if (outlet == null) {
            findings.addAll(RowChecks.declare(session, plan, loaded.state.created()));
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

    private RunResult end(ShadowFile shadow, String path, Loaded loaded, VerificationResult verification) {
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
            return result(RunResult.Outcome.VERIFICATION_FAILED, path, loaded, verification, totals);
        }
        if (!options.dryRun()) {
            if (outlet == null) {
                shadow.commit();
            } else {
                outlet.commit();
            }
            phase("replace");
        }
        RunResult.Outcome outcome = loaded.loader.rejectCount() > 0 ? RunResult.Outcome.SUCCEEDED_WITH_REJECTS : RunResult.Outcome.SUCCEEDED;
        return result(outcome, path, loaded, verification, totals);
    }

    /** How many rows each table has, those of earlier runs among them. */
    private Map<String, Long> totals(Session session) {
        Map<String, Long> totals = new HashMap<>();
        plan.tables().forEach(table -> totals.put(table.name(), session.number("SELECT count(*) FROM " + Sql.name(table.name()))));
        return totals;
    }

    private RunResult result(
            RunResult.Outcome outcome, String path, Loaded loaded, VerificationResult verification, Map<String, Long> totals) {
        UnitLoader loader = loaded.loader;
        List<RunResult.TableRows> tables = plan.tables().stream()
                .map(t -> new RunResult.TableRows(t.name(), loader.rows(t.name()), totals.getOrDefault(t.name(), loader.rows(t.name()))))
                .toList();
        Ledger drawn = ledger.ledger();
        if (drawn.lines().stream().anyMatch(line -> line.dataset().equals(Shredder.UNMATCHED))) {
            findings.add(new Finding(
                    Finding.Severity.WARNING, SystemTables.DOCUMENTS, "documents that no dataset of the plan matches are kept whole in rest"));
        }
        if (!refused.isEmpty()) {
            findings.add(new Finding(Finding.Severity.WARNING, plan.name(),
                    "the target's tables refused rows (" + refused.count() + "): these were rejected, and the run was done again for all others"));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new RunResult(
                run, outcome, path, loaded.staging.seen(), loader.documentCount(), loaded.staging.known(), drawn,
                tables, loader.rejectCount(), loader.rejects(), verification, findings, phases, seconds);
    }
}
