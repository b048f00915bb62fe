package org.godwit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoggingTest {
    @TempDir
    private Path workspace;

    @Test
    void logsToTheFileThatWasNamedBeforeThereWasALog() throws Exception {
        Path file = workspace.resolve("godwit.log");
        Logging.toFile(workspace);
        LoggerContext late = new LoggerContext();
        late.setMDCAdapter(new LogbackMDCAdapter());
        try {
            new Logging().configure(late);
            late.getLogger("a.b.C").warn("what happened: {}", 7);
            late.getLogger("a.b.C").info("nobody asked");
            assertThat(Files.readAllLines(file)).singleElement().asString().contains("WARN", "C: what happened: 7");
        } finally {
            late.stop();
        }
    }

    @Test
    void putsALargeLogAside() throws Exception {
        Path file = Files.write(workspace.resolve("godwit.log"), new byte[2_000_001]);
        Logging.toFile(workspace);
        LoggerContext late = new LoggerContext();
        late.setMDCAdapter(new LogbackMDCAdapter());
        try {
            new Logging().configure(late);
            late.getLogger("C").error("anew");
            assertThat(workspace.resolve("godwit.log.old")).hasSize(2_000_001);
            assertThat(Files.readString(file)).contains("anew");
        } finally {
            late.stop();
        }
    }
}
