package org.godwit.model;

/**
 * How one run is done, beyond what the plan says.
 *
 * @param dryRun everything with all the data, but the target is not touched
 * @param jobs worker threads, at least 1
 * @param verify whether to verify before the target is replaced
 * @param memoryBytes what DuckDB may use, beside the heap of the JVM; beyond it DuckDB puts data on disk. 0 for its default
 */
public record RunOptions(boolean dryRun, int jobs, boolean verify, Options.Strategy strategy, long memoryBytes) {
    public RunOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs: " + jobs);
        }
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("memory: " + memoryBytes);
        }
    }

    /** Options that leave it to DuckDB how much memory it uses. */
    public RunOptions(boolean dryRun, int jobs, boolean verify, Options.Strategy strategy) {
        this(dryRun, jobs, verify, strategy, 0);
    }

    /** Returns the usual options: verify, one worker per processor. */
    public static RunOptions usual() {
        return new RunOptions(false, Runtime.getRuntime().availableProcessors(), true, Options.Strategy.BALANCED);
    }
}
