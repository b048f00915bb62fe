package org.godwit.connector.secret;

import com.microsoft.credentialstorage.SecretStore;
import com.microsoft.credentialstorage.StorageProvider;
import com.microsoft.credentialstorage.StorageProvider.SecureOption;
import com.microsoft.credentialstorage.model.StoredCredential;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.godwit.connector.spi.KeyStore;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;

/**
 * The key store of this system: the Credential Manager of Windows, the keychain of macOS, the Secret Service of Linux
 * (GNOME Keyring, KWallet, KeePassXC). Nothing is ever written to a file of Godwit's own instead. Thread-safe.
 */
public final class SystemKeyStore implements KeyStore {
    // Long enough to unlock the store in a dialog.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "godwit/";

    private final Supplier<@Nullable SecretStore<StoredCredential>> opener;
    private final Duration patience;
    private @Nullable SecretStore<StoredCredential> opened;

    /** The store of this system. */
    public SystemKeyStore() {
        this(() -> StorageProvider.getCredentialStorage(true, SecureOption.REQUIRED), PATIENCE);
    }

    /**
     * @param opener returns the store; null if there is none
     * @param patience how long one call may take
     */
    SystemKeyStore(Supplier<@Nullable SecretStore<StoredCredential>> opener, Duration patience) {
        this.opener = opener;
        this.patience = patience;
    }

    @Override
    public char @Nullable [] get(String name) {
        StoredCredential found = asked(store -> store.get(PREFIX + name));
        return found == null ? null : found.getPassword();
    }

    @Override
    public void put(String name, char[] password) {
        StoredCredential kept = new StoredCredential(name, password.clone());
        try {
            if (!Boolean.TRUE.equals(asked(store -> store.add(PREFIX + name, kept)))) {
                throw unusable("it did not take the password");
            }
        } finally {
            kept.clear();
        }
    }

    @Override
    public boolean delete(String name) {
        boolean there = asked(store -> store.get(PREFIX + name)) != null;
        return there && Boolean.TRUE.equals(asked(store -> store.delete(PREFIX + name)));
    }

    /** Asks on a thread of its own: what waits in native code cannot be interrupted, only left behind. */
    private synchronized <T> @Nullable T asked(Function<SecretStore<StoredCredential>, @Nullable T> question) {
        FutureTask<@Nullable T> asking = new FutureTask<>(() -> question.apply(store()));
        Thread.ofPlatform().daemon().name("key store").start(asking);
        try {
            return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unusable("it did not answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable("asking it was interrupted");
        } catch (ExecutionException e) {
            // The library and the system throw what they like; its text may hold anything, its kind does not.
            throw e.getCause() instanceof GodwitException known ? known : unusable("it failed (" + kind(e) + ")");
        }
    }

    private static String kind(ExecutionException e) {
        Throwable cause = e.getCause();
        return (cause == null ? e : cause).getClass().getSimpleName();
    }

    private SecretStore<StoredCredential> store() {
        SecretStore<StoredCredential> known = opened;
        if (known == null) {
            known = opener.get();
            if (known == null || !known.isSecure()) {
                throw unusable("there is none, or nobody is logged in to unlock it");
            }
            opened = known;
        }
        return known;
    }

    private static GodwitException unusable(String reason) {
        return new GodwitException(ErrorCode.KEY_STORE_UNUSABLE, reason);
    }
}
