package org.godwit.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    private Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<String> names(String place) throws IOException {
        FileTree tree = FileTree.of(folder.resolve(place));
        return tree.files().stream().map(tree::name).toList();
    }

    @Test
    void looksIntoFoldersBelowButNotIntoThoseOfOthers() throws IOException {
        for (String name : List.of("b.csv", "a/c.csv", "a/deep/d.csv", ".hidden/e.csv", ".f.csv", "_delta_log/g.csv", "made/_godwit_types.json", "made/h.csv")) {
            file(name);
        }
        assertThat(names("")).containsExactly("a/c.csv", "a/deep/d.csv", "b.csv");
        assertThat(FileTree.of(folder).closed()).singleElement().satisfies(closed -> {
            assertThat(closed.path()).isEqualTo(folder.resolve("made"));
            assertThat(closed.broken()).isFalse();
        });
        assertThat(names("made")).containsExactly("_godwit_types.json", "h.csv");
        assertThat(names("nowhere")).isEmpty();
        assertThat(names("b.csv")).isEmpty();
    }

    @Test
    void aGlobReachesAsFarAsItSays() throws IOException {
        for (String name : List.of("1.csv", "a/2.csv", "a/b/3.csv", "[x]/4.csv", "[x]/5.txt")) {
            file(name);
        }
        assertThat(names("*.csv")).containsExactly("1.csv");
        assertThat(names("*/*.csv")).containsExactly("[x]/4.csv", "a/2.csv");
        assertThat(names("**/*.csv")).containsExactly("1.csv", "[x]/4.csv", "a/2.csv", "a/b/3.csv");
        assertThat(names("[x]/*.csv")).as("a folder may be called like a pattern").containsExactly("4.csv");
    }

    @Test
    void linksLeadNowhereRoundInCircles() throws IOException {
        file("a/1.csv");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("one.csv"), folder.resolve("a/1.csv"));
        assertThat(names("")).containsExactly("a/1.csv", "one.csv");
    }

    @Test
    void aFolderThatCannotBeReadIsToldApart() throws IOException {
        file("open/1.csv");
        file("shut/2.csv");
        assumeThat(folder.resolve("shut").toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(folder.resolve("shut"))).as("not by whoever may do everything").isFalse();
        try {
            assertThat(names("")).containsExactly("open/1.csv");
            assertThat(FileTree.of(folder).closed()).singleElement().satisfies(closed -> assertThat(closed.broken()).isTrue());
        } finally {
            assertThat(folder.resolve("shut").toFile().setReadable(true)).isTrue();
        }
    }
}
