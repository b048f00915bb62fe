package org.godwit.connector.postgresql;

import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;

/**
 * Hands a password to the driver when the server asks for it, so that it is never a property and never a String. Public
 * because the driver makes it by reflection. Thread-safe.
 */
public final class PasswordDesk implements AuthenticationPlugin {
    /** The property that tells the driver's copy of this class which password is meant. */
    static final String TICKET = "godwit.ticket";

    private static final Map<String, Entry> ENTRIES = new ConcurrentHashMap<>();

    private final String ticket;

    /** Called by the driver. */
    public PasswordDesk(Properties info) {
        ticket = info.getProperty(TICKET, "");
    }

    /** A password that waits for one login. */
    static final class Entry implements AutoCloseable {
        private final String ticket = UUID.randomUUID().toString();
        private final char[] password;
        private volatile boolean asked;

        private Entry(char[] password) {
            this.password = password;
        }

        String ticket() {
            return ticket;
        }

        /** Returns whether the server has asked for the password, so that everything before went well. */
        boolean asked() {
            return asked;
        }

        boolean isEmpty() {
            return password.length == 0;
        }

        /** Overwrites the password. */
        @Override
        public void close() {
            ENTRIES.remove(ticket);
            Arrays.fill(password, '\0');
        }
    }

    /** Takes over a password; closing the entry overwrites it. */
    static Entry deposit(char[] password) {
        Entry entry = new Entry(password);
        ENTRIES.put(entry.ticket, entry);
        return entry;
    }

    /** Returns a copy, which the driver overwrites; null without a password. */
    @Override
    public char @Nullable [] getPassword(AuthenticationRequestType type) {
        Entry entry = ENTRIES.get(ticket);
        if (entry == null) {
            return null;
        }
        entry.asked = true;
        return entry.password.length == 0 ? null : entry.password.clone();
    }
}
