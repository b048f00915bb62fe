package org.godwit.connector.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a system keeps passwords for the person who is logged in. Thread-safe; calls may wait while the system asks that
 * person to unlock it, but not for ever.
 *
 * <p>All methods throw {@link org.godwit.model.GodwitException} KEY_STORE_UNUSABLE where there is none that can be used.
 */
public interface KeyStore {
    /** Returns the password kept under a name, which the caller overwrites; null if there is none. */
    char @Nullable [] get(String name);

    /** Keeps a copy of a password under a name, in the place of the one before. */
    void put(String name, char[] password);

    /** Removes what is kept under a name; returns whether there was something. */
    boolean delete(String name);
}
