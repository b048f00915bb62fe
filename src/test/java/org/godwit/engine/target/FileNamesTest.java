package org.godwit.engine.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void filesThatWereNotMovedAreCalledAsTheyWere() {
        FileNames names = FileNames.of(List.of("1", "2"), Map.of());

        assertThat(names.areLasting()).isTrue();
        assertThat(names.now("1", "a")).isEqualTo("a");
    }

    @Test
    void aFileIsFollowedFromNameToName() {
        FileNames names = FileNames.of(List.of("1", "2", "3"), Map.of("2", Map.of("b", "a"), "3", Map.of("c", "b")));

        assertThat(names.areLasting()).isFalse();
        assertThat(names.now("1", "a")).isEqualTo("c");
        assertThat(names.now("2", "b")).isEqualTo("c");
        assertThat(names.now("3", "c")).isEqualTo("c");
        assertThat(names.now("1", "other")).isEqualTo("other");
    }

    /** What a run has read by a name after that became another file's is that one's. */
    @Test
    void aNameMayStandForOneFileAfterAnother() {
        Map<String, Map<String, String>> moves = Map.of("2", Map.of("log.1", "log"), "3", Map.of("log.2", "log.1", "log.1", "log"));
        FileNames names = FileNames.of(List.of("1", "2", "3", "4"), moves);

        assertThat(names.now("1", "log")).isEqualTo("log.2");
        assertThat(names.now("2", "log.1")).isEqualTo("log.2");
        assertThat(names.now("2", "log")).isEqualTo("log.1");
        assertThat(names.now("3", "log")).isEqualTo("log");
        assertThat(names.now("4", "log")).isEqualTo("log");
    }

    @Test
    void twoFilesMayChangeTheirNames() {
        FileNames names = FileNames.of(List.of("1", "2"), Map.of("2", Map.of("a", "b", "b", "a")));

        assertThat(names.now("1", "a")).isEqualTo("b");
        assertThat(names.now("1", "b")).isEqualTo("a");
        assertThat(names.now("2", "a")).isEqualTo("a");
    }

    /** The file that was called so before is gone: its documents are no longer met. */
    @Test
    void aNameThatIsTakenByAnotherFileLosesItsOwn() {
        FileNames names = FileNames.of(List.of("1", "2"), Map.of("2", Map.of("b", "a")));

        assertThat(names.now("1", "b")).isNull();
        assertThat(names.now("2", "a")).isNotEqualTo("b");
    }
}
