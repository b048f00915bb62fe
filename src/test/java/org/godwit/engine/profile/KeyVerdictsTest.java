package org.godwit.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.PathProfile.KeysVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVerdictsTest {
    @TempDir
    Path temp;

    private KeysVerdict verdict(String... values) {
        List<String> documents = new ArrayList<>();
        for (String value : values) {
            documents.add("{\"id\": 1, \"x\": " + value + "}");
        }
        KeysVerdict verdict = Folder.node(
                        new Folder(temp).documents("r", documents).inspect().datasets().get(0).root(), "x")
                .keysAreData();
        assertThat(verdict).isNotNull();
        return java.util.Objects.requireNonNull(verdict);
    }

    private void isData(boolean data, boolean doubtful, String... values) {
        KeysVerdict verdict = verdict(values);
        assertThat(verdict.data()).as(verdict.reason()).isEqualTo(data);
        assertThat(verdict.doubtful()).as(verdict.reason()).isEqualTo(doubtful);
    }

    @Test
    void numbersAreData() {
        isData(true, false, "{\"1\": {\"t\": 1}}", "{\"1\": {\"t\": 1}, \"16\": {\"t\": 2}}");
    }

    @Test
    void manyKeysWithValuesOfOneShapeAreData() {
        isData(true, false, "{\"bert\": {\"cpu\": 1}, \"t5\": {\"cpu\": 2}, \"vit\": {\"cpu\": 2}, \"clip\": {}, \"llama\": {\"cpu\": 3}}");
    }

    @Test
    void twoKeysWithValuesOfOneShapeAreDoubtful() {
        isData(false, true, "{\"train\": {\"loss\": 1}, \"test\": {\"loss\": 2}}");
    }

    @Test
    void pathsAreData() {
        isData(true, true, "{\"facebook/opt-125m\": {\"loss\": 1}}");
        isData(true, false, "{\"a/b.py\": \"ok\", \"a/c.py\": \"ok\", \"d.py\": \"bad\"}");
    }

    @Test
    void measuresAreFields() {
        isData(false, false, "{\"p50\": 1, \"p90\": 2, \"mean\": 3}", "{\"p50\": 1, \"p90\": 2, \"mean\": 3}");
    }

    @Test
    void fieldsOfDifferentKindsAreFields() {
        isData(false, false, "{\"status\": {\"init\": \"ok\"}, \"examples\": [{\"a\": 1}], \"metadata\": {\"b\": 1}}");
    }

    @Test
    void manyDifferentKeysWithFewInAnObjectAreData() {
        String[] values = new String[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = "{\"host%c\": %d, \"host%c\": 2}".formatted('a' + i, i, 'b' + i);
        }
        isData(true, false, values);
    }
}
