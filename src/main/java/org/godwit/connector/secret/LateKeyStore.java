package org.godwit.connector.secret;

import java.util.function.Supplier;
import org.godwit.connector.spi.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * A key store that is made at the first need of it. The library of the system's one lies in a signed archive, which the JVM
 * checks anew at every start that touches it: 0.1 s that most commands have no use for. Thread-safe.
 */
public final class LateKeyStore implements KeyStore {
    private final Supplier<KeyStore> maker;
    private @Nullable KeyStore made;

    /** @param maker called once at most */
    public LateKeyStore(Supplier<KeyStore> maker) {
        this.maker = maker;
    }

    private synchronized KeyStore store() {
        KeyStore store = made;
        if (store == null) {
            store = maker.get();
            made = store;
        }
        return store;
    }

    @Override
    public char @Nullable [] get(String name) {
        return store().get(name);
    }

    @Override
    public void put(String name, char[] password) {
        store().put(name, password);
    }

    @Override
    public boolean delete(String name) {
        return store().delete(name);
    }
}
