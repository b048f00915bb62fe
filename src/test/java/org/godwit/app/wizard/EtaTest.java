package org.godwit.app.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.godwit.task.Progress;
import org.junit.jupiter.api.Test;

/** What is left of a run, as a band. */
final class EtaTest {
    private static final long SECOND = 1_000_000_000L;

    private final Eta eta = new Eta();

    @Test
    void saysNothingWhileTooLittleIsKnown() {
        assertThat(take("discover", 0, 0, 5)).isEmpty();
        assertThat(take("stage", 10, 1000, 0)).isEmpty();
        assertThat(take("stage", 10, 1000, 3)).as("1 % is too little").isEmpty();
    }

    @Test
    void holdsTheTruthOfASteadyRunInItsBand() {
        // 100 units a second, 1,000 in all, then half as long for the checking: from second 4 on 6 + 5 are left.
        Optional<Eta.Band> band = Optional.empty();
        for (int second = 1; second <= 4; second++) {
            band = take("stage", second * 100L, 1000, second);
        }
        assertThat(band).hasValueSatisfying(left -> {
            assertThat(left.low()).isLessThan(11);
            assertThat(left.high()).isGreaterThan(11).isLessThan(25);
        });
        for (int second = 1; second <= 2; second++) {
            band = take("verify", second * 20L, 100, second);
        }
        assertThat(band).hasValueSatisfying(left -> {
            assertThat(left.low()).isBetween(2.0, 3.0);
            assertThat(left.high()).isBetween(3.0, 4.0);
        });
    }

    @Test
    void widensWhenTheSpeedChanges() {
        double steady = width(100, 100);
        double slowing = width(100, 20);
        assertThat(slowing).isGreaterThan(steady * 2);
    }

    private static double width(long before, long after) {
        Eta fresh = new Eta();
        Optional<Eta.Band> band = Optional.empty();
        long done = 0;
        for (int second = 1; second <= 30; second++) {
            done += second <= 15 ? before : after;
            band = fresh.take(progress("verify", done, 10_000, second));
        }
        return band.orElseThrow().high() - band.orElseThrow().low();
    }

    private Optional<Eta.Band> take(String phase, long done, long total, int seconds) {
        return eta.take(progress(phase, done, total, seconds));
    }

    private static Progress progress(String phase, long done, long total, int seconds) {
        return new Progress(phase, done, total, 0, Map.of(), seconds * SECOND);
    }
}
