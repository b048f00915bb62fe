package org.godwit.connector.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.credentialstorage.SecretStore;
import com.microsoft.credentialstorage.model.StoredCredential;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The key store through the real library. Where this machine has none, as on servers, it is tested that this is said; the
 * round trip then goes through a store in memory that obeys the library's interface.
 */
final class SystemKeyStoreTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A store of the library's kind. */
    private static class InMemory implements SecretStore<StoredCredential> {
        final Map<String, StoredCredential> kept = new HashMap<>();

        @Override
        public @Nullable StoredCredential get(String key) {
            StoredCredential found = kept.get(key);
            return found == null ? null : new StoredCredential(found.getUsername(), found.getPassword().clone());
        }

        @Override
        public boolean delete(String key) {
            return kept.remove(key) != null;
        }

        @Override
        public boolean add(String key, StoredCredential secret) {
            kept.put(key, new StoredCredential(secret.getUsername(), secret.getPassword().clone()));
            return true;
        }

        @Override
        public boolean isSecure() {
            return true;
        }
    }

    private static String unusable(ThrowingCallable action) {
        GodwitException e = catchThrowableOfType(GodwitException.class, action);
        assertThat(e.code()).isEqualTo(ErrorCode.KEY_STORE_UNUSABLE);
        assertThat(e).hasNoCause().asString().doesNotContain("canary");
        return e.arguments().get(0).toString();
    }

    private static void roundTrip(SystemKeyStore store) {
        String name = "godwit test " + UUID.randomUUID();
        assertThat(store.get(name)).isNull();
        assertThat(store.delete(name)).isFalse();
        char[] password = "canary-7f3a-Gänsefuß".toCharArray();
        store.put(name, password);
        assertThat(password).as("the caller's own is left alone").isEqualTo("canary-7f3a-Gänsefuß".toCharArray());
        assertThat(store.get(name)).isEqualTo(password);
        store.put(name, "other".toCharArray());
        assertThat(store.get(name)).isEqualTo("other".toCharArray());
        assertThat(store.delete(name)).isTrue();
        assertThat(store.get(name)).isNull();
    }

    @Test
    void keepsReplacesAndForgets() {
        InMemory memory = new InMemory();
        roundTrip(new SystemKeyStore(() -> memory, PATIENCE));
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void keepsReplacesAndForgetsInTheStoreOfThisMachine() {
        SystemKeyStore store = new SystemKeyStore();
        GodwitException none = catchThrowableOfType(GodwitException.class, () -> store.get("godwit test"));
        assumeThat(none).as("this machine has no key store: the round trip was not tried").isNull();
        roundTrip(store);
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(unusable(() -> new SystemKeyStore(() -> null, PATIENCE).get("x"))).isEqualTo("there is none, or nobody is logged in to unlock it");
        SystemKeyStore real = new SystemKeyStore();
        GodwitException here = catchThrowableOfType(GodwitException.class, () -> real.put("godwit test", "canary".toCharArray()));
        if (here == null) {
            assertThat(real.delete("godwit test")).isTrue();
        } else {
            assertThat(here.arguments()).containsExactly("there is none, or nobody is logged in to unlock it");
        }
    }

    @Test
    void isNeverReplacedByOneThatIsNotSecure() {
        InMemory open = new InMemory() {
            @Override
            public boolean isSecure() {
                return false;
            }
        };
        assertThat(unusable(() -> new SystemKeyStore(() -> open, PATIENCE).put("x", "canary".toCharArray()))).startsWith("there is none");
        assertThat(open.kept).isEmpty();
    }

    @Test
    void saysThatAPasswordWasNotTaken() {
        InMemory full = new InMemory() {
            @Override
            public boolean add(String key, StoredCredential secret) {
                return false;
            }
        };
        assertThat(unusable(() -> new SystemKeyStore(() -> full, PATIENCE).put("x", "canary".toCharArray()))).isEqualTo("it did not take the password");
    }

    @Test
    void tellsNothingOfWhatALibraryThrows() {
        InMemory broken = new InMemory() {
            @Override
            public @Nullable StoredCredential get(String key) {
                throw new IllegalStateException("canary");
            }
        };
        assertThat(unusable(() -> new SystemKeyStore(() -> broken, PATIENCE).get("x"))).isEqualTo("it failed (IllegalStateException)");
    }

    @Test
    void doesNotWaitForEver() {
        CountDownLatch never = new CountDownLatch(1);
        InMemory silent = new InMemory() {
            @Override
            public @Nullable StoredCredential get(String key) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return null;
            }
        };
        assertThat(unusable(() -> new SystemKeyStore(() -> silent, Duration.ofSeconds(1)).get("x"))).isEqualTo("it did not answer within 1 s");
        never.countDown();
    }
}
