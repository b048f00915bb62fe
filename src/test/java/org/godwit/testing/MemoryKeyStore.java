package org.godwit.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.godwit.connector.spi.KeyStore;
import org.jspecify.annotations.Nullable;

/** A key store that forgets everything with the test. Thread-safe. */
public final class MemoryKeyStore implements KeyStore {
    private final Map<String, char[]> kept = new ConcurrentHashMap<>();

    @Override
    public char @Nullable [] get(String name) {
        char[] password = kept.get(name);
        return password == null ? null : password.clone();
    }

    @Override
    public void put(String name, char[] password) {
        kept.put(name, password.clone());
    }

    @Override
    public boolean delete(String name) {
        return kept.remove(name) != null;
    }
}
