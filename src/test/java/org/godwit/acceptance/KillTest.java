package org.godwit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.godwit.engine.plan.PlanReader;
import org.godwit.model.Plan;
import org.godwit.model.RunResult;
import org.godwit.testing.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed (SIGKILL) at any moment leaves the target as it was, and the next run completes. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class KillTest {
    private static final int EARLIER = 300;
    private static final int FILES = 1_500;
    private static final int MOMENTS = 10;

    @TempDir
    private Path folder;

    private Path work;
    private Godwit godwit;
    private RunFixture fixture;
    private Plan plan;

    @BeforeEach
    void prepare() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
        godwit = new Godwit(work, folder.resolve("own"));
        fixture = new RunFixture(work);
        plan = PlanReader.read(Results.PLAN, "results.plan.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheTargetAsItWasAndTheNextRunCompletes(boolean existing) throws Exception {
        Results.write(work, 0, EARLIER);
        fixture.run(plan);
        byte[] before = Files.readAllBytes(fixture.target());
        Results.write(work, EARLIER, FILES);
        restore(existing, before);
        long millis = writingMillis();
        int killed = 0;
        // The moments of the two cases lie between each other.
        for (int moment = existing ? 1 : 0; moment < MOMENTS; moment += 2) {
            restore(existing, before);
            Process process = godwit.start("run", "results.plan.json");
            waitForShadow(process);
            TimeUnit.MILLISECONDS.sleep(millis * moment / MOMENTS);
            process.destroyForcibly().waitFor();
            if (process.exitValue() != 0) {
                killed++;
                assertAsItWas(existing, before);
            }
            completes();
        }
        assertThat(killed).isGreaterThanOrEqualTo(MOMENTS / 4);
    }

    @Test
    void leavesNothingWhenKilledWhileItStarts() throws Exception {
        Results.write(work, 0, EARLIER);
        Process process = godwit.start("run", "results.plan.json");
        TimeUnit.MILLISECONDS.sleep(100);
        process.destroyForcibly().waitFor();
        assertThat(fixture.target()).doesNotExist();
        assertThat(fixture.run(plan).loaded()).isEqualTo(EARLIER);
    }

    private void restore(boolean existing, byte[] before) throws IOException {
        Files.deleteIfExists(fixture.target());
        if (existing) {
            Files.write(fixture.target(), before);
        }
    }

    /** Returns how long a run that nobody kills takes from the first byte it writes. */
    private long writingMillis() throws Exception {
        Process process = godwit.start("run", "results.plan.json");
        waitForShadow(process);
        long started = System.nanoTime();
        assertThat(godwit.end(process).exit()).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private void waitForShadow(Process process) throws Exception {
        while (process.isAlive() && leftovers().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> work.relativize(file).toString()).filter(name -> name.startsWith(".")).toList();
        }
    }

    private void assertAsItWas(boolean existing, byte[] before) throws IOException {
        if (Files.exists(fixture.target()) && !(existing && Arrays.equals(Files.readAllBytes(fixture.target()), before))) {
            // Killed after the swap: then it is the new one, whole.
            assertThat(fixture.query("SELECT count(*) FROM results")).containsExactly(List.of(Integer.toString(FILES)));
            assertThat(fixture.verify().passed()).isTrue();
        } else {
            assertThat(Files.exists(fixture.target())).isEqualTo(existing);
        }
    }

    private void completes() throws IOException {
        RunResult next = fixture.run(plan);
        assertThat(next.loaded() + next.known()).isEqualTo(FILES);
        assertThat(fixture.verify().passed()).isTrue();
        assertThat(fixture.query("SELECT count(*), count(DISTINCT number), (SELECT count(*) FROM samples) FROM results"))
                .containsExactly(List.of(Integer.toString(FILES), Integer.toString(FILES), Integer.toString(40 * FILES)));
        assertThat(leftovers()).isEmpty();
        assertThat(work.toFile().list()).containsExactlyInAnyOrder("in", "out.duckdb", "results.plan.json");
    }
}
