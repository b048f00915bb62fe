package org.godwit.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.duck.Session;
import org.godwit.duck.ShadowFile;
import org.godwit.duck.ShadowSettings;
import org.godwit.engine.deliver.Outlet;
import org.godwit.engine.deliver.Outlets;
import org.godwit.engine.diagnose.DifferenceFinder;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.verify.Verifier;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.godwit.model.VerificationResult;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;

/** Compares targets with what runs have loaded into them, after the runs. Changes nothing. One thread. */
final class Verification {
    private static final String DUCKDB = "duckdb";

    private final DocumentConnector connector;
    private final Outlets outlets;
    private final TaskContext context;
    private final int jobs = Runtime.getRuntime().availableProcessors();

    Verification(DocumentConnector connector, Outlets outlets, TaskContext context) {
        this.connector = connector;
        this.outlets = outlets;
        this.context = context;
    }

    /** Verifies the target of a plan. */
    VerificationResult of(Plan plan, Path base) {
        Plan.Target target = plan.target();
        if (target != null && !target.type().equals(DUCKDB)) {
            return ofOutlet(plan, base, _ -> Optional.of(base));
        }
        Path path = target == null ? base : base.resolve(target.path());
        if (!Files.exists(path)) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, path);
        }
        try (ReadOnlyFile file = ReadOnlyFile.open(path)) {
            context.startPhase("verify", 0);
            try (Session session = file.session()) {
                requireRuns(session, path.toString());
            }
            VerificationResult result = new Verifier(file::session, jobs, context).verify(Set.of());
            if (result.passed()) {
                return result;
            }
            try (Session session = file.session()) {
                return named(result, plan, base, () -> TargetLimits.NONE, session);
            }
        }
    }

    private VerificationResult named(VerificationResult result, Plan plan, Path base, Supplier<TargetLimits> limits, Session session) {
        try {
            return new DifferenceFinder(connector, context).name(result, plan, base, limits.get(), session);
        } catch (GodwitException e) {
            // The sources are gone, or the target meanwhile: that something differs is known all the same.
            context.checkCancelled();
            return result;
        }
    }

    private TargetLimits limits(Plan plan, Path base) {
        try (Outlet outlet = outlets.open(plan, base, context)) {
            return outlet.limits();
        }
    }

    /**
     * Reads a target that is no DuckDB file into a hub and verifies that.
     *
     * @param plan without tables if only the target knows them
     * @param bases where relative paths of a run's plan start
     */
    private VerificationResult ofOutlet(Plan plan, Path base, Function<String, Optional<Path>> bases) {
        context.startPhase("verify", 0);
        String name = "verify-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        try (ShadowFile hub = ShadowFile.open(outlets.hub(name), new ShadowSettings(name, 0, jobs, 0))) {
            RecordedRun last;
            try (Outlet outlet = outlets.open(plan, base, context); Session session = new Session(hub.newConnection())) {
                outlet.recallAll(session);
                requireRuns(session, outlet.name());
                last = RecordedRun.all(session).getLast();
            }
            VerificationResult result = new Verifier(() -> connection(hub), jobs, context).verify(Set.of());
            if (result.passed()) {
                return result;
            }
            Plan known = plan.tables().isEmpty() ? last.plan().between(last.plan().sources(), plan.target()) : plan;
            try (Session session = connection(hub)) {
                return named(result, known, bases.apply(last.id()).orElse(base), () -> limits(known, base), session);
            }
        }
    }

    /**
     * Verifies a database file, or a folder of tables, by what it tells of its runs itself.
     *
     * @param bases where relative paths of a run's plan start, if that is known; otherwise beside the database
     */
    VerificationResult ofDatabase(Path database, Function<String, Optional<Path>> bases) {
        Path file = database.toAbsolutePath();
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        Plan.Target target = new Plan.Target(connector.source("database", file.toString()).type(), file.toString());
        if (!target.type().equals(DUCKDB)) {
            Plan bare = new Plan(Plan.VERSION, String.valueOf(file.getFileName()), "", List.of(), target, List.of(), List.of(), List.of(), Options.DEFAULT);
            return ofForeign(bare, folder, file, bases);
        }
        RecordedRun last;
        try (ReadOnlyFile opened = ReadOnlyFile.open(file); Session session = opened.session()) {
            requireRuns(session, file.toString());
            last = RecordedRun.all(session).getLast();
        }
        return of(last.plan().between(last.plan().sources(), target), bases.apply(last.id()).orElse(folder));
    }

    private VerificationResult ofForeign(Plan bare, Path folder, Path place, Function<String, Optional<Path>> bases) {
        try {
            return ofOutlet(bare, folder, bases);
        } catch (GodwitException e) {
            // No run writes such a thing.
            throw e.code() == ErrorCode.TARGET_UNSUPPORTED ? new GodwitException(e, ErrorCode.NO_RUNS_RECORDED, place) : e;
        }
    }

    private static void requireRuns(Session session, String place) {
        boolean told = session.tables().contains(SystemTables.RUNS) && session.number("SELECT count(*) FROM " + SystemTables.RUNS) > 0;
        if (!told) {
            throw new GodwitException(ErrorCode.NO_RUNS_RECORDED, place);
        }
    }

    private static Session connection(ShadowFile hub) {
        synchronized (hub) {
            return new Session(hub.newConnection());
        }
    }
}
