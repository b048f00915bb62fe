package org.godwit.connector.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.testing.MemoryKeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a password is looked for, and what is said when it is not there. */
final class NamedSecretsTest {
    private static final String WORD = "canary-7f3a-Gänsefuß";

    private final MemoryKeyStore keyStore = new MemoryKeyStore();
    private final NamedSecrets secrets = new NamedSecrets(Map.of("PG", WORD)::get, keyStore, connection -> null);

    @TempDir
    Path folder;

    private static Connection at(String password) {
        return new Connection("postgresql", "localhost", 0, "results", "", "ada", password, Connection.Tls.OFF, null, Map.of());
    }

    private GodwitException missing(String place) {
        GodwitException e = catchThrowableOfType(GodwitException.class, () -> secrets.password(at(place)));
        assertThat(e.code()).isEqualTo(ErrorCode.SECRET_MISSING);
        return e;
    }

    @Test
    void looksWhereTheConnectionSays() throws IOException {
        Path file = Files.writeString(folder.resolve("word"), WORD + "\r\n");
        keyStore.put("results-db", WORD.toCharArray());

        assertThat(secrets.password(at("${env:PG}"))).isEqualTo(WORD.toCharArray());
        assertThat(secrets.password(at("${file:" + file + "}"))).isEqualTo(WORD.toCharArray());
        assertThat(secrets.password(at("${keychain:results-db}"))).isEqualTo(WORD.toCharArray());
    }

    @Test
    void seesWhatWasChangedInTheKeyStoreMeanwhile() {
        keyStore.put("db", "old".toCharArray());
        char[] first = secrets.password(at("${keychain:db}"));
        java.util.Arrays.fill(first, '\0');
        assertThat(secrets.password(at("${keychain:db}"))).isEqualTo("old".toCharArray());
        keyStore.put("db", "new".toCharArray());
        assertThat(secrets.password(at("${keychain:db}"))).isEqualTo("new".toCharArray());
    }

    @Test
    void saysWhereItLooked() {
        assertThat(missing("${env:NONE}").arguments()).containsExactly("postgresql://localhost/results", "the environment variable NONE is not set");
        assertThat(missing("${file:" + folder + "/none}").arguments().get(1)).isEqualTo("the file " + folder + "/none cannot be read");
        assertThat(missing("${keychain:none}").arguments().get(1)).isEqualTo("the key store of this system has no entry none");
        assertThat(missing("hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void asksAPersonOnceForAConnectionThatNamesNothing() {
        AtomicInteger asked = new AtomicInteger();
        NamedSecrets asking = new NamedSecrets(name -> null, keyStore, connection -> {
            asked.incrementAndGet();
            return WORD.toCharArray();
        });
        assertThat(asking.password(at(""))).isEqualTo(WORD.toCharArray());
        assertThat(asking.password(at(""))).isEqualTo(WORD.toCharArray());
        assertThat(asked).hasValue(1);
        assertThat(new NamedSecrets(Map.of(NamedSecrets.VARIABLE, "x")::get, keyStore, connection -> null).password(at(""))).containsExactly('x');
    }
}
