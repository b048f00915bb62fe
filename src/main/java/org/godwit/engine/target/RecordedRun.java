package org.godwit.engine.target;

import java.util.List;
import java.util.Set;
import org.godwit.duck.Session;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.Plan;

/**
 * A run that stands in a target: its plan and the documents that it has numbered.
 *
 * @param end the number after the last document
 */
public record RecordedRun(String id, Plan plan, long first, long end) {
    /** Returns the runs of a target that has a table of them, in the order of their documents. */
    public static List<RecordedRun> all(Session session) {
        return all(session, Set.of());
    }

    /**
     * Returns the same, of some runs.
     *
     * @param only their ids; empty for all
     */
    public static List<RecordedRun> all(Session session, Set<String> only) {
        return session.texts("SELECT run, plan, first_doc, end_doc FROM " + SystemTables.RUNS + " ORDER BY first_doc, end_doc").stream()
                .filter(row -> only.isEmpty() || only.contains(row.get(0)))
                .map(row -> new RecordedRun(row.get(0), PlanReader.read(row.get(1), row.get(0)), Long.parseLong(row.get(2)), Long.parseLong(row.get(3))))
                .toList();
    }
}
