package org.godwit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.godwit.store.Recent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecentTest {
    @TempDir
    Path folder;

    @Test
    void listsWhatWasUsedLastFirstAndOnce() {
        Recent recent = new Workspace(folder).recent();
        recent.add(Kind.PLAN, Path.of("/a"));
        recent.add(Kind.PLAN, Path.of("/b"));
        recent.add(Kind.DATABASE, Path.of("/c"));
        recent.add(Kind.PLAN, Path.of("/x/../a"));

        assertThat(recent.list(Kind.PLAN, 10)).containsExactly(Path.of("/a"), Path.of("/b"));
        assertThat(recent.list(Kind.DATABASE, 10)).containsExactly(Path.of("/c"));
        assertThat(recent.list(Kind.SOURCE, 10)).isEmpty();
    }

    @Test
    void forgetsWhatItIsToldTo() {
        Recent recent = new Workspace(folder).recent();
        recent.add(Kind.PLAN, Path.of("/a"));

        recent.forget(Kind.PLAN, Path.of("/a"));

        assertThat(recent.list(Kind.PLAN, 10)).isEmpty();
    }

    @Test
    void keepsTwentyOfAKind() {
        Recent recent = new Workspace(folder).recent();
        IntStream.range(0, 25).forEach(i -> recent.add(Kind.PLAN, Path.of("/" + i)));

        assertThat(recent.list(Kind.PLAN, 100)).hasSize(20).startsWith(Path.of("/24")).endsWith(Path.of("/5"));
    }
}
