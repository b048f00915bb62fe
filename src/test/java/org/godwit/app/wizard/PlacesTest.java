package org.godwit.app.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Source step calls that which was found. */
final class PlacesTest {
    @Test
    void namesTablesAloneIfTheyAreAllOfOneDatabase() {
        List<String> databases = Places.databases(List.of("results.db#runs", "results.db#odd#name")).orElseThrow();

        assertThat(databases).containsExactly("results.db");
        assertThat(Places.table("results.db#runs", databases)).isEqualTo("runs");
        assertThat(Places.table("results.db#odd#name", databases)).isEqualTo("odd#name");
    }

    @Test
    void namesTheDatabaseTooIfThereAreSeveral() {
        List<String> databases = Places.databases(List.of("a.db#runs", "b.db#runs", "b.db#models")).orElseThrow();

        assertThat(databases).containsExactly("a.db", "b.db");
        assertThat(Places.table("b.db#runs", databases)).isEqualTo("b.db#runs");
    }

    @Test
    void takesPlainFilesForFiles() {
        assertThat(Places.databases(List.of("runs.csv", "models.csv"))).isEmpty();
        assertThat(Places.databases(List.of())).isEmpty();
    }
}
