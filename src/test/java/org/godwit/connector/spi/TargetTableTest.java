package org.godwit.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo.ForeignKey;
import org.junit.jupiter.api.Test;

class TargetTableTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    private static TargetTable table(List<List<String>> indexes, ForeignKey... references) {
        return new TargetTable("t", NAMES, NAMES.stream().map(name -> DataType.BIGINT).toList(), Set.of(), List.of(), List.of(), List.of(references), indexes, List.of(), "");
    }

    @Test
    void missesAnIndexForEachReferenceAndEachWantedIndexTheLongestFirst() {
        TargetTable table = table(List.of(List.of("c"), List.of("b", "c")), new ForeignKey(List.of("a"), "o", List.of("id")));
        assertThat(table.missing(List.of(List.of()))).containsExactly(List.of("b", "c"), List.of("c"), List.of("a"));
    }

    @Test
    void missesNoIndexThatOneThatIsThereBeginsWith() {
        TargetTable table = table(List.of(List.of("a"), List.of("b"), List.of("a", "b")));
        assertThat(table.missing(List.of(List.of("a", "b", "c")))).containsExactly(List.of("b"));
    }

    @Test
    void missesOneIndexForListsOfWhichOneBeginsWithTheOther() {
        TargetTable table = table(List.of(List.of("a"), List.of("a", "b")), new ForeignKey(List.of("a"), "o", List.of("id")));
        assertThat(table.missing(List.of(List.of("b", "a")))).containsExactly(List.of("a", "b"));
    }
}
