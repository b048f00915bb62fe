package org.godwit;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the JDK and JavaFX log to where Godwit logs. The JDK finds it as a service; its own way of logging would cost
 * the start of the window 0.02 s.
 */
public class SystemLogs extends System.LoggerFinder {
    /**
     * A second one. The JDK takes the first that it finds, but always looks whether there are two, and opens every library
     * until it has found another.
     */
    public static final class Second extends SystemLogs {}

    /** JavaFX warns at each start that it stands on the class path, which is on purpose. */
    private static final String ON_PURPOSE = "Unsupported JavaFX configuration";

    /** The JDK asks it at every exit whether that is to be told; a log is not to be set up for the answer. */
    private static final String EXIT = "java.lang.Runtime";

    @Override
    public System.Logger getLogger(String name, Module module) {
        return name.equals(EXIT) ? new Silent(name) : new SystemLog(name);
    }

    private record Silent(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return false;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Throwable thrown) {}

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Object... arguments) {}
    }

    /** Says that warnings are told without asking the log: it is set up when there is something to say. */
    private record SystemLog(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return switch (level) {
                case ALL, TRACE, DEBUG, INFO -> Logging.wasAskedFor() && log().isEnabledForLevel(ours(level));
                case WARNING, ERROR -> true;
                case OFF -> false;
            };
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Throwable thrown) {
            if (isLoggable(level) && !isOnPurpose(words)) {
                log().atLevel(ours(level)).setCause(thrown).log(words);
            }
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Object... arguments) {
            if (isLoggable(level) && !isOnPurpose(words)) {
                boolean plain = words == null || arguments == null || arguments.length == 0;
                log().atLevel(ours(level)).log(plain ? words : MessageFormat.format(words, arguments));
            }
        }

        private Logger log() {
            return LoggerFactory.getLogger(name);
        }

        private static boolean isOnPurpose(@Nullable String words) {
            return words != null && words.startsWith(ON_PURPOSE);
        }

        private static org.slf4j.event.Level ours(Level level) {
            return switch (level) {
                case ALL, TRACE -> org.slf4j.event.Level.TRACE;
                case DEBUG -> org.slf4j.event.Level.DEBUG;
                case INFO -> org.slf4j.event.Level.INFO;
                case WARNING -> org.slf4j.event.Level.WARN;
                case ERROR, OFF -> org.slf4j.event.Level.ERROR;
            };
        }
    }
}
