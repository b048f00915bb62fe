package org.godwit.engine.carry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.SourceFile;
import org.godwit.duck.Session;
import org.godwit.duck.ShadowFile;
import org.godwit.duck.ShadowSettings;
import org.godwit.duck.Sql;
import org.godwit.engine.deliver.Outlet;
import org.godwit.engine.deliver.Outlets;
import org.godwit.engine.deliver.RowChecks;
import org.godwit.engine.plan.PlanReader;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.engine.verify.Verifier;
import org.godwit.model.ErrorCode;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Ledger;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.VerificationResult;
import org.godwit.shred.RowBatch;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries a database that Godwit has filled over to another target. Every document is rebuilt from what was read before
 * the target becomes visible. Used once, by one thread.
 */
public final class Carrier {
    private final Plan plan;
    private final Path base;
    private final RunOptions options;
    private final TaskContext context;
    private final DocumentConnector connector;
    private final Outlets outlets;
    private final String run;
    private final long started = System.nanoTime();
    private final List<RunResult.PhaseTime> phases = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long phaseStarted = started;

    /** @param run the run's id */
    public Carrier(Plan plan, Path base, RunOptions options, TaskContext context, DocumentConnector connector, Outlets outlets, String run) {
        this.plan = plan;
        this.base = base;
        this.options = options;
        this.context = context;
        this.connector = connector;
        this.outlets = outlets;
        this.run = run;
    }

    /** Returns whether these are tables of a database that Godwit has filled. */
    public static boolean isCarried(List<TableInfo> tables) {
        return tables.stream().anyMatch(table -> table.name().equals(SystemTables.RUNS));
    }

    /**
     * Runs.
     *
     * @throws GodwitException for everything that keeps it from being done; the target is as it was
     */
    public RunResult run() {
        Plan.Target target = plan.target();
        if (target == null || plan.sources().size() != 1) {
            throw new GodwitException(ErrorCode.TARGET_UNSUPPORTED, target == null ? "none" : plan.sources().size() + " sources at once");
        }
        context.startPhase("discover", 0);
        List<SourceFile> files = connector.list(plan.sources().get(0), base, context).files();
        CarriedTables tables = new CarriedTables(connector, files, context);
        if (!tables.has(SystemTables.RUNS)) {
            throw new GodwitException(ErrorCode.SOURCE_EMPTY, plan.sources().get(0).path());
        }
        Plan carried = carried(tables);
        phase("discover");
        if (!target.type().equals("duckdb")) {
            try (Outlet outlet = outlets.open(carried, base, context)) {
                return into(outlets.hub(run), outlet, tables, carried);
            }
        }
        Path path = base.resolve(target.path());
        if (Files.exists(path)) {
            throw new GodwitException(ErrorCode.TARGET_DIFFERS, path, SystemTables.RUNS, "the database exists; records are carried into a new one only");
        }
        return into(path, null, tables, carried);
    }

    private void phase(String name) {
        long now = System.nanoTime();
        phases.add(new RunResult.PhaseTime(name, (now - phaseStarted) / 1e9));
        phaseStarted = now;
    }

    /** Returns the plan with the tables and views of all runs that have filled the source. */
    private Plan carried(CarriedTables tables) {
        Map<String, TableSpec> specs = new LinkedHashMap<>();
        Map<String, Plan.View> views = new LinkedHashMap<>();
        tables.read(SystemTables.runs(), rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                Plan past = PlanReader.read((String) rows.column(1).objectAt(row), (String) rows.column(0).objectAt(row));
                past.tables().forEach(table -> specs.put(table.name(), table));
                past.views().forEach(view -> views.put(view.name(), view));
            }
        });
        return plan.withTables(List.copyOf(specs.values()), List.copyOf(views.values()));
    }

    private static Session session(ShadowFile shadow) {
        synchronized (shadow) {
            return new Session(shadow.newConnection());
        }
    }

    private RunResult into(Path hub, @Nullable Outlet outlet, CarriedTables tables, Plan carried) {
        try (ShadowFile shadow = ShadowFile.open(hub, new ShadowSettings(run, options.memoryBytes(), options.jobs(), 0))) {
            long documents;
            long leaves;
            Map<String, Long> rows;
            try (Session session = session(shadow)) {
                context.startPhase("stage", 0);
                rows = fill(session, tables, carried);
                documents = session.number("SELECT count(*) FROM " + SystemTables.DOCUMENTS)
                        + session.number("SELECT sum(end_doc - first_doc) FROM " + SystemTables.PARTS);
                leaves = session.number("SELECT sum(leaves) FROM " + SystemTables.DOCUMENTS)
                        + session.number("SELECT sum(leaves * (end_doc - first_doc)) FROM " + SystemTables.PARTS);
            }
            phase("stage");
            context.startPhase("verify", documents);
            VerificationResult verification = new Verifier(() -> session(shadow), options.jobs(), context).verify(Set.of());
            phase("verify");
            if (!verification.passed()) {
                return result(RunResult.Outcome.VERIFICATION_FAILED, hub, outlet, documents, leaves, rows, verification);
            }
            try (Session session = session(shadow)) {
                deliver(session, outlet, carried);
            }
            if (!options.dryRun()) {
                if (outlet == null) {
                    shadow.commit();
                } else {
                    outlet.commit();
                }
            }
            phase("replace");
            return result(RunResult.Outcome.SUCCEEDED, hub, outlet, documents, leaves, rows, verification);
        }
    }

    private void deliver(Session session, @Nullable Outlet outlet, Plan carried) {
        if (outlet == null) {
            findings.addAll(RowChecks.declare(session, carried, carried.tables().stream().map(TableSpec::name).collect(java.util.stream.Collectors.toSet())));
            for (Plan.View view : carried.views()) {
                session.execute("CREATE OR REPLACE VIEW " + Sql.name(view.name()) + " AS " + view.sql());
            }
        } else {
            findings.addAll(outlet.deliver(session, new Outlet.Added("", 0, Changes.NONE, Set.of()), true));
        }
        phase("load");
    }

    private Map<String, Long> fill(Session session, CarriedTables tables, Plan carried) {
        SystemTables.create().forEach(session::execute);
        Map<String, Long> counts = new LinkedHashMap<>();
        session.execute("BEGIN");
        for (TableSpec spec : carried.tables()) {
            RowBatch form = TableForm.batch(spec);
            session.execute(Sql.createTable(form.table(), form.names(), form.columns().stream().map(c -> c.type()).toList()));
            long[] count = new long[1];
            tables.read(form, rows -> {
                count[0] += rows.rows();
                session.load(rows);
                context.addRows(spec.name(), rows.rows());
            });
            counts.put(spec.name(), count[0]);
        }
        for (RowBatch form : SystemTables.all()) {
            if (!SystemTables.isYoung(form.table()) || tables.has(form.table())) {
                tables.read(form, session::load);
            }
        }
        session.execute("COMMIT");
        return counts;
    }

    private RunResult result(
            RunResult.Outcome outcome, Path hub, @Nullable Outlet outlet, long documents, long leaves, Map<String, Long> rows, VerificationResult verification) {
        List<RunResult.TableRows> tables = rows.entrySet().stream()
                .map(entry -> new RunResult.TableRows(entry.getKey(), entry.getValue(), entry.getValue()))
                .toList();
        // Every document came out of what was carried as it was read from the first source: all of it is here.
        Ledger ledger = new Ledger(List.of(new Ledger.Line("(carried)", "$", new Ledger.Counts(leaves, leaves, 0, 0, 0, 0))));
        String target = outlet == null ? hub.toString() : outlet.name();
        return new RunResult(
                run, outcome, target, documents, documents, 0, ledger, tables, 0, List.of(), verification, findings, phases,
                (System.nanoTime() - started) / 1e9);
    }
}
