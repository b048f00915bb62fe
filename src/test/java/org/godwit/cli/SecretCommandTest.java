package org.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.godwit.connector.spi.KeyStore;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.testing.MemoryKeyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords go into the key store and come out of it again, and are never seen. */
final class SecretCommandTest {
    private static final String WORD = "canary-7f3a Gänsefuß ";

    private final MemoryKeyStore store = new MemoryKeyStore();

    private CommandRun run(String input, String... words) {
        CommandRun run = CommandRun.of(new CannedWorkbench(), store, input, words);
        assertThat(run.out() + run.err()).doesNotContain("canary");
        return run;
    }

    @Test
    void keepsTheFirstLineOfStdinAsItIs() {
        CommandRun run = run(WORD + "\r\nnot this\n", "secret", "set", "results-db");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--password-keystore results-db", "\"${keychain:results-db}\"");
        assertThat(store.get("results-db")).isEqualTo(WORD.toCharArray());
    }

    @Test
    void saysWhetherThereIsOneAndRemovesIt() {
        assertThat(run("", "secret", "check", "db").code()).isEqualTo(1);
        run(WORD, "secret", "set", "db");
        assertThat(run("", "secret", "check", "db").code()).isZero();
        assertThat(run("", "secret", "delete", "db").code()).isZero();
        assertThat(run("", "secret", "delete", "db").code()).isEqualTo(1);
        assertThat(store.get("db")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void keepsNothingWhenNothingIsGiven(String input) {
        CommandRun run = run(input, "secret", "set", "db");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("GW-1603: ").contains("no password was given");
        assertThat(store.get("db")).isNull();
    }

    @Test
    void keepsNoPartOfWhatIsTooLong() {
        assertThat(run("c".repeat(PasswordInput.MOST_BYTES + 1), "secret", "set", "db").err()).contains("at most 4096 bytes");
        assertThat(store.get("db")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "a}b", "a\nb"})
    void refusesNamesThatPlansCannotSay(String name) {
        assertThat(run(WORD, "secret", "set", name).code()).isEqualTo(2);
    }

    @Test
    void neverTakesAPasswordFromTheCommandLine() {
        assertThat(run("", "secret", "set", "db", "canary").code()).isEqualTo(2);
    }

    @Test
    void saysWhatToDoWhereThereIsNoKeyStore() {
        KeyStore none = new KeyStore() {
            @Override
            public char @Nullable [] get(String name) {
                throw new GodwitException(ErrorCode.KEY_STORE_UNUSABLE, "there is none");
            }

            @Override
            public void put(String name, char[] password) {
                Assertions.assertThat(get(name)).isNull();
            }

            @Override
            public boolean delete(String name) {
                return get(name) != null;
            }
        };
        for (String verb : new String[] {"set", "check", "delete"}) {
            CommandRun run = CommandRun.of(new CannedWorkbench(), none, "canary", "secret", verb, "db");
            assertThat(run.code()).isEqualTo(6);
            assertThat(run.err()).startsWith("GW-1319: The key store of this system cannot be used: there is none. Nothing was written instead.")
                    .contains("--password-env", "--password-file").doesNotContain("canary");
        }
    }

    @Test
    void namesTheKeyStoreForAServer() {
        CannedWorkbench workbench = new CannedWorkbench();
        CommandRun.of(workbench, "migrate", "data", "--to", "postgresql://ada@localhost/results?tls=off", "--password-keystore", "results db");
        assertThat(workbench.asked.toString()).contains("passwordFrom=%24%7Bkeychain%3Aresults%20db%7D");
    }
}
