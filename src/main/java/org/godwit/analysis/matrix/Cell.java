package org.godwit.analysis.matrix;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of one pair.
 *
 * @param real the results of tests that took place
 * @param simulated the results that say that they were simulated
 * @param newest when each verdict was last given by a real test, as DuckDB writes times; verdicts without a time are absent
 * @param value the measure over the real results; null if there is none
 * @param anyValue the measure over all results, simulated or not; null if there is none
 * @param newestAny when the newest result is from, simulated or not; empty if no result has a time
 */
public record Cell(
        Tally real, Tally simulated, Map<Verdict, String> newest, @Nullable Double value, @Nullable Double anyValue, String newestAny) {
    public static final Cell EMPTY = new Cell(Tally.NONE, Tally.NONE, Map.of(), null, null, "");

    public Cell {
        newest = Map.copyOf(newest);
    }

    /** Returns whether there is any result that counts in this look. */
    boolean counts(boolean withSimulated) {
        return real.total() > 0 || (withSimulated && simulated.total() > 0);
    }

    State state(boolean withSimulated, Judge judge) {
        if (real.total() > 0) {
            return switch (judge) {
                case ALL -> real.state();
                case NEWEST -> newestState();
            };
        }
        return counts(withSimulated) ? State.SIMULATED : State.UNTESTED;
    }

    private State newestState() {
        String last = newest.entrySet().stream()
                .filter(entry -> entry.getKey() != Verdict.UNDECIDED)
                .map(Map.Entry::getValue)
                .max(String::compareTo)
                .orElse("");
        if (last.isEmpty()) {
            return real.state();
        }
        Tally tally = Tally.NONE;
        for (Map.Entry<Verdict, String> entry : newest.entrySet()) {
            if (entry.getKey() != Verdict.UNDECIDED && entry.getValue().equals(last)) {
                tally = tally.plus(Tally.of(entry.getKey(), 1));
            }
        }
        return tally.state();
    }
}
