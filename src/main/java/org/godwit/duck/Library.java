package org.godwit.duck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** DuckDB's native library, whose loading and first database take a third of a second. */
public final class Library {
    private Library() {}

    /** Loads it in a thread of its own, for one who will need it and has other work until then. */
    public static void loadAside() {
        Thread.ofPlatform().daemon().name("duckdb-library").start(Library::load);
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
