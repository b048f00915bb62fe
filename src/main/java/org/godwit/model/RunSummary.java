package org.godwit.model;

/**
 * A line of the run history.
 *
 * @param startedMillis since 1970-01-01T00:00Z
 * @param plan the plan as JSON
 */
public record RunSummary(
        String run, String planName, String target, RunResult.Outcome outcome, long startedMillis, double seconds, long documents, long rows, long rejects, String plan) {}
