package org.godwit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole start, in a process of its own: only there JavaFX does not run yet as the window is made. Without a start-up cache, which
 * makes the window ready before JavaFX is: with one, {@code .ci/run} starts it.
 */
final class StartTest {
    private static final int SECONDS = 60;

    @TempDir
    private Path workspace;

    /** The system says light here, which is not what was shown last in the last case. */
    @ParameterizedTest
    @CsvSource({"home,LIGHT,LIGHT", "migrate,LIGHT,LIGHT", "runs,DARK,DARK", "explore,DARK,DARK", "matrix,SYSTEM,LIGHT", "charts,SYSTEM,DARK"})
    void opensTheScreenOfTheLastTime(String screen, String appearance, String shown) throws IOException, InterruptedException {
        Files.writeString(workspace.resolve("window.properties"), "window.screen=%s\nappearance=%s\nappearance.shown=%s\n".formatted(screen, appearance, shown));
        Path told = workspace.resolve("told.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-Dgodwit.rehearse=start", "-Djava.io.tmpdir=" + workspace, "-cp", System.getProperty("java.class.path"), "org.godwit.Main");
        builder.environment().put("GODWIT_HOME", workspace.toString());
        Process process = builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends when its third frame is drawn").isTrue();
            assertThat(told).content().isEmpty();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
