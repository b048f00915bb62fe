package org.godwit.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.godwit.duck.Session;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.engine.target.RecordedRun;
import org.godwit.model.VerificationResult;
import org.godwit.model.VerificationResult.Difference;
import org.godwit.task.Crew;
import org.godwit.task.TaskContext;

/**
 * Rebuilds every document of runs from the rows, merges, rejects and {@code rest} of a target and compares its hash
 * with the one that was computed from the source; and compares the counts, null counts and content hashes of every
 * column with those of the load. Reads only. Used once.
 */
public final class Verifier {
    private static final int CHUNK = 4096;
    private static final int ROWS = 65_536;

    private final Supplier<Session> sessions;
    private final int jobs;
    private final TaskContext context;

    /** @param sessions opens a connection to the target; each is closed when done */
    public Verifier(Supplier<Session> sessions, int jobs, TaskContext context) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.context = context;
    }

    /** A run that stands in the target, and those of its documents that share a record. */
    record LoadedRun(RecordedRun run, Parts parts) {}

    /**
     * Verifies runs.
     *
     * @param only the runs' ids; empty for all
     */
    public VerificationResult verify(Set<String> only) {
        long started = System.nanoTime();
        List<LoadedRun> runs = runs(only);
        List<Difference> differences = new ArrayList<>();
        long documents = 0;
        long rebuilt = 0;
        long cells = 0;
        for (LoadedRun run : runs) {
            List<DocumentChecker> checkers = check(run);
            ColumnChecks found = new ColumnChecks();
            PartSums sums = new PartSums(run.parts());
            for (DocumentChecker checker : checkers) {
                documents += checker.documents();
                rebuilt += checker.rebuilt();
                cells += checker.cells();
                differences.addAll(checker.differences());
                found.add(checker.checks());
                sums.add(checker.sums());
            }
            documents += run.parts().all().stream().mapToLong(Parts.Part::rows).sum();
            rebuilt += sums.rebuilt();
            differences.addAll(sums.differences());
            differences.addAll(columnDifferences(run, found));
        }
        boolean passed = differences.isEmpty() && documents == rebuilt;
        List<Difference> first = differences.stream().limit(100).toList();
        return new VerificationResult(true, passed, documents, rebuilt, cells, first, (System.nanoTime() - started) / 1e9);
    }

    private List<LoadedRun> runs(Set<String> only) {
        try (Session session = sessions.get()) {
            return RecordedRun.all(session, only).stream().map(run -> new LoadedRun(run, Parts.of(session, run))).toList();
        }
    }

    private List<DocumentChecker> check(LoadedRun run) {
        AtomicLong next = new AtomicLong(run.run().first());
        List<DocumentChecker> checkers = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            checkers.add(new DocumentChecker(run));
        }
        Crew.run("godwit-verify-", jobs, context, thread -> work(run, checkers.get(thread), next));
        return checkers;
    }

    private void work(LoadedRun run, DocumentChecker checker, AtomicLong next) {
        try (Session session = sessions.get()) {
            int chunk = run.parts().isEmpty() ? CHUNK : ROWS;
            for (long first = next.getAndAdd(chunk); first < run.run().end(); first = next.getAndAdd(chunk)) {
                context.checkCancelled();
                long end = Math.min(first + chunk, run.run().end());
                checker.check(session, first, end);
                context.advance(end - first);
            }
        }
    }

    private List<Difference> columnDifferences(LoadedRun run, ColumnChecks found) {
        try (Session session = sessions.get()) {
            return ColumnChecks.of(session, run.run().id()).mismatches(found).stream().map(Verifier::difference).toList();
        }
    }

    private static Difference difference(ColumnChecks.Mismatch mismatch) {
        return new Difference("", mismatch.table(), mismatch.column(), "", text(mismatch.expected()), text(mismatch.actual()),
                "the column's rows are not those that were loaded");
    }

    private static String text(ColumnChecks.@org.jspecify.annotations.Nullable Figures figures) {
        return figures == null ? "no rows" : figures.rows() + " rows, " + figures.nulls() + " nulls, hash " + figures.hash();
    }
}
