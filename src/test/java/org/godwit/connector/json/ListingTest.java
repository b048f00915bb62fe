package org.godwit.connector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.FileReport.Status;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found at a location, by names alone. */
class ListingTest {
    @TempDir Path folder;

    @Test
    void findsJsonFilesInAnyFolderAndCase() throws IOException {
        make("b/x.JSON", "a.json", "b/c/d.jsonl", "b/e.ndjson.gz", "z.Json.Gz", "notes.md");
        Listing listing = list(folder);
        assertThat(names(listing)).containsExactly("a.json", "b/c/d.jsonl", "b/e.ndjson.gz", "b/x.JSON", "z.Json.Gz");
        assertThat(listing.files()).extracting(SourceFile::index).containsExactly(0, 1, 2, 3, 4);
        assertThat(listing.others()).extracting(FileReport::path).containsExactly("notes.md");
        assertThat(listing.others().getFirst().status()).isEqualTo(Status.OTHER);
    }

    @Test
    void takesOddNamesAsTheyAre() throws IOException {
        assumeTrue(List.of("UTF-8", "UTF8").contains(System.getProperty("sun.jnu.encoding", "").toUpperCase(java.util.Locale.ROOT)),
                "names beyond ASCII need a UTF-8 locale");
        make("😀 ä.json");
        assertThat(names(list(folder.resolve("😀 ä.json")))).containsExactly("😀 ä.json");
    }

    @Test
    void takesNamesWithPatternCharactersAsTheyAre() throws IOException {
        make("[x]*.json", "x.json", "it's \"q\".json", "two\nlines.json", "{a,b}.json", "sub[1]/f?.json");
        assertThat(names(list(folder.resolve("[x]*.json")))).containsExactly("[x]*.json");
        assertThat(names(list(folder.resolve("two\nlines.json")))).containsExactly("two\nlines.json");
        assertThat(names(list(folder.resolve("sub[1]")))).containsExactly("f?.json");
        assertThat(names(list(folder))).hasSize(6);
        assertThat(Reading.of(folder).hashes).hasSize(6);
    }

    @Test
    void expandsGlobs() throws IOException {
        make("a/1.json", "a/2.txt", "b/1.json", "b/c/1.json", "1.json");
        assertThat(names(list(folder.resolve("*/1.json")))).containsExactly("a/1.json", "b/1.json");
        assertThat(names(list(folder.resolve("**/1.json")))).containsExactly("1.json", "a/1.json", "b/1.json", "b/c/1.json");
        assertThat(names(list(folder.resolve("a/[1-2].{json,txt}")))).containsExactly("1.json", "2.txt");
        assertThat(names(list(folder.resolve("[!a]/?.json")))).containsExactly("b/1.json");
    }

    @Test
    void obeysIncludePatterns() throws IOException {
        make("a.json", "b/a.json", "b/b.json", "c.dat");
        JsonConnector connector = new JsonConnector();
        assertThat(names(connector.list(folder, List.of("**/*.json"), new TaskContext()))).containsExactly("a.json", "b/a.json", "b/b.json");
        assertThat(names(connector.list(folder, List.of("b/a.*", "*.dat"), new TaskContext()))).containsExactly("b/a.json", "c.dat");
    }

    @Test
    void readsAFileThatIsNamedWhateverItsName() throws IOException {
        make("results.dat");
        assertThat(names(list(folder.resolve("results.dat")))).containsExactly("results.dat");
    }

    @Test
    void saysThatNothingIsThere() {
        assertThatThrownBy(() -> list(folder.resolve("none")))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_MISSING));
        assertThatThrownBy(() -> list(folder.resolve("*.json")))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_MISSING));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void followsNoLinksAndOpensNoPipes() throws Exception {
        make("real/a.json");
        Files.createSymbolicLink(folder.resolve("real/loop"), folder);
        Files.createSymbolicLink(folder.resolve("real/self.json"), folder.resolve("real/self.json"));
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("real/a.json"));
        assumeTrue(new ProcessBuilder("mkfifo", folder.resolve("pipe.json").toString()).start().waitFor() == 0, "mkfifo makes pipes");
        Listing listing = list(folder);
        assertThat(names(listing)).containsExactly("real/a.json");
        assertThat(listing.others()).extracting(FileReport::path).containsExactly("link.json", "pipe.json", "real/loop", "real/self.json");
        assertThat(listing.others()).allMatch(o -> o.problem() != null);
        assertThat(listing.others()).extracting(FileReport::status).containsExactly(Status.UNREADABLE, Status.UNREADABLE, Status.OTHER, Status.UNREADABLE);
        assertThat(list(folder.resolve("pipe.json")).others()).hasSize(1);
        assertThat(names(list(folder.resolve("link.json")))).containsExactly("link.json");
        assertThat(list(folder.resolve("real/self.json")).others()).extracting(FileReport::status).containsExactly(Status.UNREADABLE);
    }

    @Test
    void sortsByCodePoints() throws IOException {
        make("a\uFF5E.json", "a😀.json", "aB.json", "a.json");
        assumeTrue(Files.exists(folder.resolve("a😀.json")));
        assertThat(names(list(folder))).containsExactly("a.json", "aB.json", "a\uFF5E.json", "a😀.json");
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}");
        }
    }

    private static Listing list(Path location) {
        return new JsonConnector().list(location, List.of(), new TaskContext());
    }

    private static List<String> names(Listing listing) {
        return listing.files().stream().map(SourceFile::name).toList();
    }
}
