package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.godwit.task.Progress;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
    @Test
    void tellsPhaseRateTimeLeftAndRejects() {
        Progress half = new Progress("stage", 50_000_000, 100_000_000, 3, Map.of(), 4_000_000_000L);

        assertThat(ProgressLine.text(half)).isEqualTo("Loading  50 %  12.5 MB/s  0:04 left  3 rejects");
    }

    @Test
    void countsDocumentsWhenItChecks() {
        Progress checking = new Progress("verify", 9_000, 10_000, 0, Map.of(), 2_000_000_000L);

        assertThat(ProgressLine.text(checking)).isEqualTo("Checking  90 %  4,500 documents/s  0:01 left");
    }

    @Test
    void promisesNothingWhenTheTotalIsUnknown() {
        assertThat(ProgressLine.text(new Progress("discover", 1_500, 0, 0, Map.of(), 100_000_000L))).isEqualTo("Looking  1.5 kB");
        assertThat(ProgressLine.text(new TaskContext().sample())).isEmpty();
    }

    @Test
    void isDrawnOnlyIfSomebodyWatchesAndGoneAtTheEnd() throws InterruptedException {
        assertThat(drawn(false)).isEmpty();
        assertThat(drawn(true)).contains("Reading").endsWith("\r\u001b[K");
    }

    private static String drawn(boolean watched) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        TaskContext task = new TaskContext();
        task.startPhase("profile", 100);
        try (ProgressLine _ = ProgressLine.start(new Terminal(stream, stream, watched, false), task)) {
            Thread.sleep(watched ? 400 : 150);
        }
        return err.toString(StandardCharsets.UTF_8);
    }
}
