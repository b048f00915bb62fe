package org.godwit;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the window, in the workspace: nobody sees what a window says on stderr. */
final class LogFile {
    private static final Logger log = LoggerFactory.getLogger(LogFile.class);
    private static final long MOST_BYTES = 2_000_000;

    private LogFile() {}

    /** Logs to {@code godwit.log} in this folder too; one that grew large becomes {@code godwit.log.old}. */
    static void open(Path workspace) {
        Path file = workspace.resolve("godwit.log");
        try {
            Files.createDirectories(workspace);
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, workspace.resolve("godwit.log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            log.warn("cannot log to {}", file, e);
            return;
        }
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(context);
            encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: %msg%n");
            encoder.start();
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setContext(context);
            appender.setName("file");
            appender.setFile(file.toString());
            appender.setEncoder(encoder);
            appender.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
    }
}
