package org.godwit.cli;

import java.util.function.Function;
import java.util.function.Supplier;
import org.godwit.connector.spi.KeyStore;
import org.godwit.engine.Workbench;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** What every command has at hand. */
final class CliContext {
    private final Terminal terminal;
    private final Supplier<Workbench> workbench;
    private final Querying querying;
    private final Interrupt interrupt;
    private final KeyStore keyStore;
    private final PasswordInput passwordInput;
    private final Function<String, @Nullable String> environment;

    CliContext(
            Terminal terminal,
            Supplier<Workbench> workbench,
            Querying querying,
            Interrupt interrupt,
            KeyStore keyStore,
            PasswordInput passwordInput,
            Function<String, @Nullable String> environment) {
        this.terminal = terminal;
        this.workbench = workbench;
        this.querying = querying;
        this.interrupt = interrupt;
        this.keyStore = keyStore;
        this.passwordInput = passwordInput;
        this.environment = environment;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Returns the engine, which is started by the first call. */
    Workbench workbench() {
        return workbench.get();
    }

    KeyStore keyStore() {
        return keyStore;
    }

    PasswordInput passwordInput() {
        return passwordInput;
    }

    /** Returns the values of variables of the environment, null for those that are not set. */
    Function<String, @Nullable String> environment() {
        return environment;
    }

    Querying querying() {
        return querying;
    }

    /** Does work on the calling thread, with a progress line if somebody looks, until it ends or Ctrl+C stops it. */
    <T> T foreground(Function<TaskContext, T> work) {
        TaskContext task = new TaskContext();
        interrupt.watch(task);
        try (ProgressLine _ = ProgressLine.start(terminal, task)) {
            return work.apply(task);
        }
    }
}
