package org.godwit.model;

/**
 * How one run is done, beyond what the plan says.
 *
 * @param dryRun everything with all the data, but the target is not touched
 * @param jobs worker threads, at least 1
 * @param verify whether to verify before the target is replaced
 */
public record RunOptions(boolean dryRun, int jobs, boolean verify, Options.Strategy strategy) {
    public RunOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs: " + jobs);
        }
    }

    /** Returns the usual options: verify, one worker per processor. */
    public static RunOptions usual() {
        return new RunOptions(false, Runtime.getRuntime().availableProcessors(), true, Options.Strategy.BALANCED);
    }
}
