package org.godwit.engine.run;

import java.nio.file.Path;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.engine.deliver.Outlets;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.shred.RefusedRows;
import org.godwit.shred.TargetLimits;
import org.godwit.task.TaskContext;

/**
 * Carries out one plan once. If tables that are there refuse rows, these are rejected and all others are loaded, in an
 * attempt of its own: until one succeeds, the target's bytes are untouched. Used once, by one thread.
 */
public final class PlanRunner {
    /** Rows are refused again if what takes their place, or refers to them, is refused too. */
    private static final int MOST_ATTEMPTS = 5;

    private RunAttempt.Order order;
    private RefusedRows refused = RefusedRows.NONE;

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
        this.order = new RunAttempt.Order(plan, base, options, context, connector, run, outlets, TargetLimits.NONE, System.nanoTime());
    }

    /** Lets the run keep to what another target can hold. */
    public PlanRunner within(TargetLimits others) {
        order = order.within(others);
        return this;
    }

    /** Lets the run reject rows that another target did not take. */
    public PlanRunner rejecting(RefusedRows rows) {
        refused = rows;
        return this;
    }

    /**
     * Runs.
     *
     * @throws GodwitException for everything that keeps the plan from being carried out; the target is as it was
     */
    public RunResult run() {
        for (int attempt = 1;; attempt++) {
            try {
                return new RunAttempt(order, refused).run();
            } catch (GodwitException e) {
                boolean stands = e.code() == ErrorCode.TARGET_REFUSED && order.plan().mode() == Plan.Mode.APPEND;
                RefusedRows more = stands && attempt < MOST_ATTEMPTS ? refusals(attempt > 1, e) : RefusedRows.NONE;
                if (more.isEmpty()) {
                    throw e;
                }
                refused = refused.and(more);
                order.context().startAnew();
            }
        }
    }

    private RefusedRows refusals(boolean others, GodwitException refusal) {
        try {
            order.context().startAnew();
            return new RunAttempt(order, refused).refusals(others);
        } catch (GodwitException e) {
            refusal.addSuppressed(e);
            return RefusedRows.NONE;
        }
    }
}
