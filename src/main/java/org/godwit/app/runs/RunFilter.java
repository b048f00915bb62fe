package org.godwit.app.runs;

import java.util.Locale;
import java.util.Optional;
import org.godwit.model.RunResult;
import org.godwit.model.RunSummary;

/**
 * Which runs are shown.
 *
 * @param text stands in the plan's name, the target or the id; empty for all
 * @param outcome empty for all
 */
record RunFilter(String text, Optional<RunResult.Outcome> outcome, Period period) {
    static final RunFilter ALL = new RunFilter("", Optional.empty(), Period.ANY);

    private static final long DAY_MILLIS = 86_400_000L;

    /** How far back. */
    enum Period {
        ANY("app.runs.period.any", 0),
        DAY("app.runs.period.day", 1),
        WEEK("app.runs.period.week", 7),
        MONTH("app.runs.period.month", 30);

        private final String key;
        private final int days;

        Period(String key, int days) {
            this.key = key;
            this.days = days;
        }

        String key() {
            return key;
        }
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** @param now since 1970, in milliseconds */
    boolean admits(RunSummary run, long now) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String told = (run.planName() + "\n" + run.target() + "\n" + run.run()).toLowerCase(Locale.ROOT);
        boolean recent = period.days == 0 || run.startedMillis() >= now - period.days * DAY_MILLIS;
        return told.contains(wanted) && recent && outcome.map(chosen -> chosen == run.outcome()).orElse(true);
    }
}
