package org.godwit.app.runs;

import java.util.List;
import java.util.Optional;
import org.godwit.engine.Workbench;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;

/**
 * Everything that is kept of a run.
 *
 * @param plan the plan it had, empty if it can no longer be read
 * @param log its lines, each with its time
 */
record RunDetail(RunSummary summary, RunResult result, Optional<Workbench.PastPlan> plan, List<String> log) {
    RunDetail {
        log = List.copyOf(log);
    }

    /** Returns whether nothing of it stands in the target. */
    boolean isToBeTriedAgain() {
        return switch (result.outcome()) {
            case SUCCEEDED, SUCCEEDED_WITH_REJECTS, NOTHING_NEW -> false;
            case VERIFICATION_FAILED, FAILED, CANCELLED -> true;
        };
    }
}
