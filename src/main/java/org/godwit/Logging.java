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
    private static final String LEVEL = "godwit.log";

    /** Not the class: whoever logs first has SLF4J's lock as it comes here. */
    private static final Object LOCK = new Object();

    private static @Nullable Path folder;
    private static @Nullable LoggerContext running;

    // Held here: what nobody holds, java.util.logging forgets with its level. Made where a server is reached: it costs a start.
    private static java.util.logging.@Nullable Logger postgresql;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        start(context, appender, "%d{HH:mm:ss} %-5level %logger{0}: %msg%n");
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        synchronized (LOCK) {
            running = context;
            if (folder != null) {
                toFile(context, folder);
            }
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Keeps drivers from telling on stderr, in words of their own, what becomes an error in ours anyway; not if somebody
     * asked for a log.
     */
    static synchronized void hushDrivers() {
        if (!wasAskedFor() && postgresql == null) {
            postgresql = java.util.logging.Logger.getLogger("org.postgresql");
            postgresql.setLevel(java.util.logging.Level.OFF);
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                context.getLogger("org.mariadb.jdbc").setLevel(Level.ERROR);
            }
        }
    }

    /** Returns whether somebody asked for a log of another level than the usual one. */
    static boolean wasAskedFor() {
        return System.getProperty(LEVEL) != null;
    }

    /**
     * Logs to {@code godwit.log} in this folder too, since nobody sees what a window says; a large one becomes {@code .old}. The
     * file is opened when something is logged, or now if something was.
     */
    static void toFile(Path workspace) {
        synchronized (LOCK) {
            folder = workspace;
            if (running != null) {
                toFile(running, workspace);
            }
        }
    }

    private static void toFile(LoggerContext context, Path workspace) {
        Path file = workspace.resolve("godwit.log");
        try {
            Files.createDirectories(workspace);
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, workspace.resolve("godwit.log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            context.getLogger(Logging.class).warn("cannot log to {}", file, e);
            return;
        }
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        start(context, appender, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: %msg%n");
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
