package org.godwit.connector.spi.server;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.godwit.model.Connection;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;

/**
 * Tries to connect, and tries again after a pause that grows, but only where the fault may pass: never after a wrong
 * password, which locks accounts. Who waits is told, and can stop it. Thread-safe.
 */
public final class Dialling {
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final int FEW = 3;
    // With pauses of 0.25, 0.5, 1, 2, 4 and 8 seconds.
    private static final int MANY = 7;
    private static final long SLICE_MILLIS = 50;

    private final TaskContext context;

    public Dialling(TaskContext context) {
        this.context = context;
    }

    /** How a try ended. */
    public sealed interface Answer<L> {
        /** It is open. */
        record Connected<L>(L link) implements Answer<L> {}

        /** It is not. */
        record Failed<L>(ServerFault fault, GodwitException error) implements Answer<L> {}
    }

    /**
     * Returns what the first try gives that succeeds.
     *
     * @throws GodwitException that of the last try
     * @throws org.godwit.task.TaskCancelledException between tries
     */
    public <L> L open(Connection place, Supplier<Answer<L>> attempt) {
        try {
            for (int tried = 1; ; tried++) {
                context.checkCancelled();
                switch (attempt.get()) {
                    case Answer.Connected<L>(L link) -> {
                        return link;
                    }
                    case Answer.Failed<L>(ServerFault fault, GodwitException error) -> {
                        if (tried >= tries(fault)) {
                            throw error;
                        }
                        context.waitFor(place.text() + ": " + fault.words(place));
                        pause(FIRST_PAUSE_MILLIS << (tried - 1));
                    }
                }
            }
        } finally {
            context.waitFor("");
        }
    }

    private static int tries(ServerFault fault) {
        return switch (fault.kind().passing()) {
            case NEVER -> 1;
            case BRIEFLY -> FEW;
            case SURELY -> MANY;
        };
    }

    /** Workers that were turned away together do not come back together. */
    private void pause(long millis) {
        long end = System.nanoTime() + (millis + ThreadLocalRandom.current().nextLong(millis / 4)) * 1_000_000;
        try {
            while (System.nanoTime() < end) {
                context.checkCancelled();
                Thread.sleep(SLICE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.checkCancelled();
        }
    }
}
