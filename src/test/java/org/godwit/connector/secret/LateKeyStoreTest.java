package org.godwit.connector.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.connector.spi.KeyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key store that nobody needs is not made; one that is needed is made once. */
final class LateKeyStoreTest {
    private final AtomicInteger made = new AtomicInteger();
    private final KeyStore late = new LateKeyStore(() -> {
        made.incrementAndGet();
        return new Kept();
    });

    @Test
    void isMadeOnceAtTheFirstNeed() {
        assertThat(made).hasValue(0);

        late.put("results", new char[] {'x'});

        assertThat(late.get("results")).containsExactly('x');
        assertThat(late.delete("results")).isTrue();
        assertThat(late.get("results")).isNull();
        assertThat(made).hasValue(1);
    }

    private static final class Kept implements KeyStore {
        private final Map<String, char[]> kept = new HashMap<>();

        @Override
        public char @Nullable [] get(String name) {
            return kept.get(name);
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
}
