package org.godwit.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.godwit.model.RunResult.Outcome;
import org.godwit.model.RunSummary;
import org.junit.jupiter.api.Test;

final class RunFilterTest {
    private static final long NOW = 1_763_700_000_000L;
    private static final long HOUR = 3_600_000L;
    private static final RunSummary RUN =
            new RunSummary("20261120-164510-77aa", "nightly", "/lab/Robots.duckdb", Outcome.FAILED, NOW - 30 * HOUR, 1, 2, 3, 4, "{}");

    @Test
    void looksForTextInPlanTargetAndId() {
        assertThat(admits("", Optional.empty(), RunFilter.Period.ANY)).isTrue();
        assertThat(admits(" NIGHT ", Optional.empty(), RunFilter.Period.ANY)).isTrue();
        assertThat(admits("robots", Optional.empty(), RunFilter.Period.ANY)).isTrue();
        assertThat(admits("77aa", Optional.empty(), RunFilter.Period.ANY)).isTrue();
        assertThat(admits("daily", Optional.empty(), RunFilter.Period.ANY)).isFalse();
    }

    @Test
    void admitsOneOutcomeAndOnePeriod() {
        assertThat(admits("", Optional.of(Outcome.FAILED), RunFilter.Period.WEEK)).isTrue();
        assertThat(admits("", Optional.of(Outcome.SUCCEEDED), RunFilter.Period.ANY)).isFalse();
        assertThat(admits("", Optional.empty(), RunFilter.Period.DAY)).isFalse();
    }

    private static boolean admits(String text, Optional<Outcome> outcome, RunFilter.Period period) {
        return new RunFilter(text, outcome, period).admits(RUN, NOW);
    }
}
