package org.godwit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.slf4j.LoggerFactory;

/**
 * What happened in each run and when: one text file for each in the folder {@code logs} of the workspace. A line is
 * written when it happens, so that a run whose process died has its log too. Losing a log costs no data, so trouble with
 * writing is only logged. Thread-safe.
 */
public final class RunLogs {

    private final Path folder;
    private final Clock clock;

    RunLogs(Path workspace) {
        this(workspace, Clock.systemUTC());
    }

    RunLogs(Path workspace, Clock clock) {
        this.folder = workspace.resolve("logs");
        this.clock = clock;
    }

    /** Adds a line with the time, in UTC. */
    public synchronized void add(String run, String text) {
        String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + "  " + text.replace('\n', ' ') + System.lineSeparator();
        try {
            Files.createDirectories(folder);
            Files.writeString(file(run), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LoggerFactory.getLogger(RunLogs.class).warn("cannot write the log of run {}", run, e);
        }
    }

    /** Returns the lines of a run's log, none if there is no log. */
    public List<String> read(String run) {
        Path file = file(run);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private Path file(String run) {
        return folder.resolve(run.replaceAll("[^A-Za-z0-9-]", "_") + ".log");
    }
}
