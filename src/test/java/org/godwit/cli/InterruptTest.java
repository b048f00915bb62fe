package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.godwit.testing.MemoryKeyStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class InterruptTest {
    private static final int INT = 130;
    private static final int TERM = 143;

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void controlCEndsCleanly() throws Exception {
        Process process = blocked();

        signal(process, "INT");

        // A shell that starts its children in the background has them ignore Ctrl+C.
        Assumptions.assumeTrue(process.waitFor(10, TimeUnit.SECONDS), () -> "Ctrl+C is ignored here; ended " + process.destroyForcibly());
        assertThat(process.exitValue()).isEqualTo(INT);
        assertThat(Files.readString(folder.resolve("err"))).contains("Cancelled. The target is as it was.");
        assertThat(Files.readString(folder.resolve("out"))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void anyOtherPoliteEndIsCleanToo() throws Exception {
        Process process = blocked();

        signal(process, "TERM");

        assertThat(process.waitFor()).isEqualTo(TERM);
        assertThat(Files.readString(folder.resolve("err"))).contains("Cancelled. The target is as it was.");
    }

    private Process blocked() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Blocked.class.getName(),
                        folder.resolve("ready").toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        while (!Files.exists(folder.resolve("ready")) && process.isAlive()) {
            Thread.sleep(20);
        }
        return process;
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }

    /** A command that goes on until it is cancelled. */
    static final class Blocked {
        private Blocked() {}

        public static void main(String[] arguments) {
            CannedWorkbench workbench = new CannedWorkbench();
            workbench.blocks = true;
            workbench.whenBlocked = () -> Files.writeString(Path.of(arguments[0]), "");
            System.exit(Cli.main(new String[] {"inspect", "x"}, () -> workbench, (l, s, r) -> {}, new MemoryKeyStore()));
        }
    }
}
