package org.godwit.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.model.Options;
import org.godwit.model.Plan;
import org.junit.jupiter.api.Test;

class AliasesTest {
    private static Plan plan(String... sources) {
        List<Plan.Source> all = List.of(sources).stream().map(name -> new Plan.Source(name, "csv", "lab/" + name, List.of())).toList();
        return new Plan(Plan.VERSION, "p", "", all, null, List.of(), List.of(), List.of(), Options.DEFAULT);
    }

    private static Aliases.Seen seen(String file, String run) {
        return new Aliases.Seen(file, run);
    }

    private static Map<String, Set<String>> of(List<Aliases.Seen> seen, List<Plan> earlier, List<String> now, Plan plan) {
        return Aliases.of(seen, earlier, now, plan);
    }

    @Test
    void theNameOfASourceMayHaveComeOrGone() {
        Plan one = plan("files");
        Plan two = plan("files", "files_2");
        assertThat(of(List.of(seen("a#t", "1")), List.of(one), List.of("files/a#t", "files_2/b#t"), two).get("files/a#t")).containsExactly("a#t");
        assertThat(of(List.of(seen("files/a#t", "1"), seen("files_2/b#t", "1")), List.of(two), List.of("b#t"), one)).containsEntry("b#t", Set.of("files_2/b#t"));
        assertThat(of(List.of(seen("a#t", "1"), seen("files/a#t", "2"), seen("files_2/a#t", "3")), List.of(one, two), List.of("files_2/a#t"), two))
                .containsEntry("files_2/a#t", Set.of("a#t", "files/a#t", "files_2/a#t"));
        assertThat(Aliases.arePossible(List.of(one), one)).isFalse();
        assertThat(Aliases.arePossible(List.of(two), one)).isTrue();
    }

    @Test
    void filesThatStoodBesideEachOtherAreTwo() {
        Plan one = plan("files");
        Plan two = plan("files", "files_2");
        assertThat(of(List.of(seen("files/a#t", "1"), seen("files_2/a#t", "1")), List.of(two), List.of("a#t"), one)).isEmpty();
        assertThat(of(List.of(seen("a#t", "1")), List.of(one), List.of("files/a#t", "files_2/a#t"), two)).isEmpty();
        assertThat(of(List.of(seen("other/a#t", "1")), List.of(two), List.of("a#t"), one).get("a#t")).as("a folder, not a source").isEmpty();
    }
}
