package org.godwit.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.engine.text.Messages;
import org.godwit.model.Finding;
import org.godwit.model.GodwitException;
import org.godwit.model.Ledger;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.model.VerificationResult;
import org.godwit.store.RunLogs;
import org.jspecify.annotations.Nullable;

/** Writes the log of one run, and tells what is known of a run that had no end of its own. Used by one thread. */
final class RunDiary {
    private static final double NANOS = 1e9;

    private final RunLogs logs;
    private final String run;
    private final String target;
    private final long started = System.nanoTime();
    private final List<RunResult.PhaseTime> phases = new ArrayList<>();
    private @Nullable String phase;
    private long phaseStarted = started;

    RunDiary(RunLogs logs, String run, String target) {
        this.logs = logs;
        this.run = run;
        this.target = target;
    }

    void started(Plan plan, Path base) {
        String sources = plan.sources().stream().map(source -> base.resolve(source.path()).normalize().toString()).collect(Collectors.joining(", "));
        logs.add(run, Messages.get("log.run.started", run, plan.name(), sources, target));
    }

    void phase(String name) {
        closePhase();
        phase = name;
        logs.add(run, Messages.get("log.run.phase", name));
    }

    private void closePhase() {
        long now = System.nanoTime();
        if (phase != null) {
            phases.add(new RunResult.PhaseTime(phase, (now - phaseStarted) / NANOS));
        }
        phaseStarted = now;
    }

    /** Returns what is known of a run that was stopped by hand. */
    RunResult cancelled() {
        return ended(RunResult.Outcome.CANCELLED, List.of());
    }

    /** Returns what is known of a run that an error stopped; null if nobody foresaw it. */
    RunResult failed(@Nullable GodwitException error) {
        String message = error == null ? Messages.get("log.run.unforeseen") : Messages.withCode(error);
        return ended(RunResult.Outcome.FAILED, List.of(new Finding(Finding.Severity.ERROR, "", message)));
    }

    private RunResult ended(RunResult.Outcome outcome, List<Finding> findings) {
        closePhase();
        phase = null;
        double seconds = (System.nanoTime() - started) / NANOS;
        return new RunResult(
                run, outcome, target, 0, 0, 0, new Ledger(List.of()), List.of(), 0, List.of(), VerificationResult.NONE, findings, phases, seconds);
    }

    void ended(RunResult result) {
        result.findings().forEach(finding -> logs.add(run, finding.message()));
        if (result.rejectCount() > 0) {
            logs.add(run, Messages.get("log.run.rejects", result.rejectCount()));
        }
        VerificationResult checked = result.verification();
        if (checked.performed()) {
            logs.add(run, Messages.get("log.run.verified", checked.rebuilt(), checked.documents(), checked.differences().size()));
        }
        long rows = result.tables().stream().mapToLong(RunResult.TableRows::rows).sum();
        logs.add(run, Messages.get("log.run.ended", result.outcome().name().toLowerCase(java.util.Locale.ROOT), result.loaded(), rows, result.seconds()));
    }
}
