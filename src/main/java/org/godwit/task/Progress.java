package org.godwit.task;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.godwit.model.Problem;

/**
 * How far a task is, at one moment.
 *
 * @param phase discover, profile, stage, load or verify; empty before the first
 * @param done units of the phase done (bytes; documents for verify)
 * @param total units of the phase, 0 if unknown
 * @param rejects rejected so far
 * @param tableRows rows written so far, by table
 * @param phaseNanos how long the phase has been running
 * @param files files read so far
 * @param documents documents found so far
 * @param problems what could not be read so far; the first {@value TaskContext#MAX_PROBLEMS}
 * @param waiting what it waits for before it goes on; usually empty
 */
public record Progress(
        String phase,
        long done,
        long total,
        long rejects,
        Map<String, Long> tableRows,
        long phaseNanos,
        long files,
        long documents,
        List<Problem> problems,
        String waiting) {
    private static final double MIN_SECONDS = 0.5;
    private static final double MIN_FRACTION = 0.02;

    public Progress {
        tableRows = Map.copyOf(tableRows);
        problems = List.copyOf(problems);
    }

    public Progress(String phase, long done, long total, long rejects, Map<String, Long> tableRows, long phaseNanos) {
        this(phase, done, total, rejects, tableRows, phaseNanos, 0, 0, List.of(), "");
    }

    /** Returns the share of the phase that is done, 0 to 1, or empty if unknown. */
    public OptionalDouble fraction() {
        return total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1.0, (double) done / total));
    }

    /** Returns the seconds left in this phase, or empty while too little is known. */
    public OptionalDouble secondsLeft() {
        double seconds = phaseNanos / 1e9;
        double part = fraction().orElse(0);
        if (seconds < MIN_SECONDS || part < MIN_FRACTION) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(seconds * (1 - part) / part);
    }
}
