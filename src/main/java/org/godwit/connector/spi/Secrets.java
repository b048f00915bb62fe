package org.godwit.connector.spi;

import org.godwit.model.Connection;

/** Knows where passwords are. Thread-safe. */
@FunctionalInterface
public interface Secrets {
    /**
     * Returns the password of a connection, empty if it has none. The caller overwrites it when done.
     *
     * @throws org.godwit.model.GodwitException SECRET_MISSING if it is not where the connection says
     */
    char[] password(Connection connection);
}
