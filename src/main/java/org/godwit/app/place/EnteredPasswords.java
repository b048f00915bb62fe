package org.godwit.app.place;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.godwit.model.Connection;
import org.jspecify.annotations.Nullable;

/** The passwords that a person entered in this window. They are kept in memory only, until the window closes. Thread-safe. */
public final class EnteredPasswords {
    private final Map<Login, char[]> known = new HashMap<>();

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
