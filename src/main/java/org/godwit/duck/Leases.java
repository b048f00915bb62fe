package org.godwit.duck;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One lease for each database, shared by all who look into it. Thread-safe. */
public final class Leases implements AutoCloseable {
    private final Map<Path, Lease> leases = new ConcurrentHashMap<>();

    /** Returns the lease of a database; the file is opened at its first use, and need not exist. */
    public Lease of(Path database) {
        return leases.computeIfAbsent(database.toAbsolutePath().normalize(), Lease::new);
    }

    /** Lets go of all files that are not in use. A later use opens them again. */
    @Override
    public void close() {
        leases.values().forEach(Lease::close);
    }
}
