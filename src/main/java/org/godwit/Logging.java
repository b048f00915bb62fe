package org.godwit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How Godwit logs: to stderr, since stdout belongs to the data of commands, from the level of the system property
 * {@code godwit.log} on, else WARN. Logback finds it as a service; a file in XML would cost a start 0.1 s.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final long MOST_BYTES = 2_000_000;

    // Held here: what nobody holds, java.util.logging forgets with its level. Made where a server is reached: it costs a start.
    private static java.util.logging.@Nullable Logger postgresql;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        start(context, appender, "%d{HH:mm:ss} %-5level %logger{0}: %msg%n");
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(System.getProperty("godwit.log"), Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Keeps drivers from telling on stderr, in words of their own, what becomes an error in ours anyway; not if somebody
     * asked for a log.
     */
    static synchronized void hushDrivers() {
        if (System.getProperty("godwit.log") == null && postgresql == null) {
            postgresql = java.util.logging.Logger.getLogger("org.postgresql");
            postgresql.setLevel(java.util.logging.Level.OFF);
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                context.getLogger("org.mariadb.jdbc").setLevel(Level.ERROR);
            }
        }
    }

    /** Logs to {@code godwit.log} in this folder too, since nobody sees what a window says; a large one becomes {@code .old}. */
    static void toFile(Path workspace) {
        Path file = workspace.resolve("godwit.log");
        try {
            Files.createDirectories(workspace);
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, workspace.resolve("godwit.log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(Logging.class).warn("cannot log to {}", file, e);
            return;
        }
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setFile(file.toString());
            start(context, appender, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: %msg%n");
        }
    }

    private static void start(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
