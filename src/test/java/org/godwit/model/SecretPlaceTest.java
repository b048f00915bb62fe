package org.godwit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.godwit.model.SecretPlace.Kind;
import org.junit.jupiter.api.Test;

class SecretPlaceTest {
    @Test
    void readsWhatItWrites() {
        for (SecretPlace place : List.of(
                new SecretPlace(Kind.ENV, "DB_PASSWORD"), new SecretPlace(Kind.FILE, "C:\\keys\\my file{1"), new SecretPlace(Kind.KEYCHAIN, "results db:2"))) {
            assertThat(SecretPlace.of(place.text())).contains(place);
        }
        assertThat(new SecretPlace(Kind.ENV, "A").text()).isEqualTo("${env:A}");
        assertThat(new SecretPlace(Kind.FILE, "/run/a").text()).isEqualTo("${file:/run/a}");
        assertThat(new SecretPlace(Kind.KEYCHAIN, "a").text()).isEqualTo("${keychain:a}");
    }

    @Test
    void takesNothingElseForAPlace() {
        for (String text : List.of("", "hunter2", "${env:}", "${ENV:A}", "${vault:a}", "${env:A", "${env:A}}", " ${env:A}", "${env:A}${env:B}", "x${file:a}")) {
            assertThat(SecretPlace.of(text)).as(text).isEmpty();
        }
    }
}
