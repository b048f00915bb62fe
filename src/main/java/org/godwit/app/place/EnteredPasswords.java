package org.godwit.app.place;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.godwit.connector.spi.KeyStore;
import org.godwit.model.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The passwords that a person entered in this window. They are kept in memory only, until the window closes, unless the
 * person has one put into the key store of the system. Thread-safe.
 */
public final class EnteredPasswords {
    private final Map<Login, char[]> known = new HashMap<>();
    private final Optional<KeyStore> keyStore;

    /** Where there is no key store. */
    public EnteredPasswords() {
        this(Optional.empty());
    }

    public EnteredPasswords(Optional<KeyStore> keyStore) {
        this.keyStore = keyStore;
    }

    /** Returns the key store of the system; calls to it may wait for the person to unlock it. */
    Optional<KeyStore> keyStore() {
        return keyStore;
    }

    /** Whose password it is, and where. */
    private record Login(String type, String host, int port, String user) {
        static Login of(Connection connection) {
            return new Login(connection.type(), connection.host(), connection.port(), connection.user());
        }
    }

    /** Remembers a copy of a password in the place of the one before. */
    public synchronized void enter(Connection connection, char[] password) {
        char[] before = known.put(Login.of(connection), password.clone());
        if (before != null) {
            Arrays.fill(before, '\0');
        }
    }

    /** Returns a copy of what was entered, which the caller overwrites; null if nothing was. */
    public synchronized char @Nullable [] ask(Connection connection) {
        char[] password = known.get(Login.of(connection));
        return password == null ? null : password.clone();
    }

    /** Forgets all of them. */
    public synchronized void forget() {
        known.values().forEach(password -> Arrays.fill(password, '\0'));
        known.clear();
    }
}
