package org.godwit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class SystemLogsTest {
    @Test
    void isFoundTwiceSoThatTheJdkNeedNotGoOnLooking() {
        assertThat(ServiceLoader.load(System.LoggerFinder.class)).extracting(Object::getClass).startsWith(SystemLogs.class, SystemLogs.Second.class);
    }

    @Test
    void saysThatWarningsAreToldAndThatNothingLessIs() {
        System.Logger theirs = System.getLogger("javafx.other");
        assertThat(theirs.isLoggable(System.Logger.Level.WARNING)).isTrue();
        assertThat(theirs.isLoggable(System.Logger.Level.INFO)).isFalse();
        assertThat(theirs.isLoggable(System.Logger.Level.OFF)).isFalse();
    }

    @Test
    void sendsWhatTheJdkAndJavaFxLogToGodwitsLog() {
        Logger log = (Logger) LoggerFactory.getLogger("javafx.test");
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        log.setAdditive(false);
        log.addAppender(told);
        System.Logger theirs = System.getLogger("javafx.test");
        theirs.log(System.Logger.Level.WARNING, "{0} of {1}", "one", 2);
        theirs.log(System.Logger.Level.ERROR, "broken: {0}", new IllegalStateException("why"));
        theirs.log(System.Logger.Level.WARNING, "Unsupported JavaFX configuration: classes were loaded from 'unnamed module'");
        theirs.log(System.Logger.Level.DEBUG, "nobody asked");
        assertThat(told.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("one of 2", "broken: {0}");
        assertThat(told.list.getLast().getThrowableProxy().getMessage()).isEqualTo("why");
    }
}
