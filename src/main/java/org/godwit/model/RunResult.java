package org.godwit.model;

import java.util.List;

/**
 * What a run did.
 *
 * @param run the run's id, such as {@code 20250306-174823-1f3a}
 * @param target the target's path
 * @param documents how many documents the sources held now
 * @param loaded how many were loaded by this run
 * @param known how many an earlier run had loaded already
 * @param tables rows that each table has gained, in plan order
 * @param rejects all of them (at most 10,000 are listed; {@code rejectCount} is exact)
 * @param findings what no longer fits the plan, and other words for people
 */
public record RunResult(
        String run,
        Outcome outcome,
        String target,
        long documents,
        long loaded,
        long known,
        Ledger ledger,
        List<TableRows> tables,
        long rejectCount,
        List<Reject> rejects,
        VerificationResult verification,
        List<Finding> findings,
        List<PhaseTime> phases,
        double seconds) {
    public RunResult {
        tables = List.copyOf(tables);
        rejects = List.copyOf(rejects);
        findings = List.copyOf(findings);
        phases = List.copyOf(phases);
    }

    /** How a run ended. A failed or cancelled run has left the target as it was. */
    public enum Outcome {
        SUCCEEDED,
        SUCCEEDED_WITH_REJECTS,
        NOTHING_NEW,
        VERIFICATION_FAILED,
        FAILED,
        CANCELLED
    }

    /**
     * @param rows gained by this run
     * @param total in the table now
     */
    public record TableRows(String name, long rows, long total) {}

    public record PhaseTime(String phase, double seconds) {}
}
