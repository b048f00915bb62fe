package org.godwit.duck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/** DuckDB's native library, whose loading and first database take a third of a second. */
public final class Library {
    private static final AtomicBoolean LOADING = new AtomicBoolean();

    private Library() {}

    /** Loads it in a thread of its own, once, for one who will need it and has other work until then. */
    public static void loadAside() {
        if (LOADING.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("duckdb-library").start(Library::load);
        }
    }

    private static void load() {
        Properties properties = new Properties();
        properties.setProperty("threads", "1");
        try (Connection first = Connections.open(Path.of(""), properties)) {
            Connections.execute(first, "SELECT 1");
        } catch (SQLException | LinkageError ignored) {
            // Who needs it meets the same, and can say so.
        }
    }
}
