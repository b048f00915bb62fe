package org.godwit.app.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Kit;
import org.godwit.app.testing.FakeDesk;
import org.godwit.task.TaskService;
import org.godwit.model.JsonType;
import org.godwit.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines around a place of a source, with the place marked. */
final class SourceLinesTest {
    private static final String TEXT = "{\n  \"a\": 1,\n  \"größe\": nope,\n  \"b\": 2\n}\n";

    @TempDir
    private Path folder;

    @Test
    void marksThePlaceInItsLineByBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), TEXT);

        Excerpt excerpt = SourceLines.read(file, "a.json", 3, 14);

        assertThat(excerpt.lines().stream().map(Excerpt.Line::number)).containsExactly(1L, 2L, 3L, 4L, 5L);
        Excerpt.Line wanted = excerpt.lines().get(2);
        assertThat(wanted.wanted()).isTrue();
        assertThat(wanted.text().substring(wanted.mark())).isEqualTo("nope,");
    }

    @Test
    void showsOnlyWhatLiesAroundThePlaceOfALongLine() throws IOException {
        Path file = Files.writeString(folder.resolve("long.json"), "x".repeat(1_000_000) + "!" + "y".repeat(1_000_000));

        Excerpt.Line line = SourceLines.read(file, "long.json", 1, 1_000_001).lines().getFirst();

        assertThat(line.text()).hasSizeLessThan(300).startsWith("…x").endsWith("y…");
        assertThat(line.text().charAt(line.mark())).isEqualTo('!');
    }

    @Test
    void marksTheEndWhenTheTextIsCutOff() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.json"), "{\n  \"a\": ");

        Excerpt.Line line = SourceLines.read(file, "cut.json", 2, 8).lines().getLast();

        assertThat(line.text()).isEqualTo("  \"a\": ");
        assertThat(line.mark()).isEqualTo(line.text().length());
    }

    @Test
    void marksTheFirstValueOfATypeAtAPath() throws IOException {
        String far = "{\"ms\": \"no\", \"pad\": \"" + "x".repeat(1_000) + "\", \"größe\": 1, "
                + "\"on\": {\"cpu\": {\"ms\": 2.5}, \"cuda\":\n{\"ms\" : \"slow \\\"er\\\"\", \"l\": [1, true]}}}";
        Path file = Files.writeString(folder.resolve("flat.json"), "\n" + far + "\n{\"later\": null}");
        List<Step> ms = List.of(new Step.Key("on"), new Step.Entries(""), new Step.Key("ms"));

        assertThat(marked(file, new SoughtValue(ms, JsonType.STRING))).isEqualTo("3: \"slow \\\"er\\\"\"");
        assertThat(marked(file, new SoughtValue(ms, JsonType.NUMBER))).isEqualTo("2: 2.5");
        assertThat(marked(file, new SoughtValue(List.of(new Step.Key("on"), new Step.Entries(""), new Step.Key("l"), new Step.Elements("")), JsonType.BOOLEAN)))
                .isEqualTo("3: true");
        assertThat(marked(file, new SoughtValue(List.of(new Step.Key("on")), JsonType.OBJECT))).isEqualTo("2: {");
        assertThat(SourceLines.read(file, "flat.json", 2, new SoughtValue(List.of(new Step.Key("later")), JsonType.NULL)).lines())
                .allMatch(line -> line.mark() < 0);
    }

    private static String marked(Path file, SoughtValue value) {
        Excerpt.Line line = SourceLines.read(file, "flat.json", 2, value).lines().stream().filter(Excerpt.Line::wanted).findFirst().orElseThrow();
        return line.number() + ": " + line.text().substring(line.mark(), line.end());
    }

    @Test
    void readsGzippedFiles() throws IOException {
        Path file = folder.resolve("a.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SourceLines.read(file, "a.json.gz", 2, 0).lines().get(1).text()).isEqualTo("  \"a\": 1,");
    }

    @Test
    void findsFilesInFoldersGlobsAndBySourceName() throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("in/sub")).resolve("a.json"), TEXT);
        String in = folder.resolve("in").toString();

        assertThat(SourceLines.find(List.of(in), "sub/a.json")).contains(file);
        assertThat(SourceLines.find(List.of(in), "files_2/sub/a.json")).contains(file);
        assertThat(SourceLines.find(List.of(in + "/*/*.json"), "sub/a.json")).contains(file);
        assertThat(SourceLines.find(List.of(file.toString()), "a.json")).contains(file);
        assertThat(SourceLines.find(List.of(in), "gone.json")).isEmpty();
    }

    @Test
    void saysSoWhenTheFileIsGone() {
        ExcerptModel model = new ExcerptModel(new Kit(new FxTasks(new TaskService(Runnable::run), Runnable::run), new FakeDesk()), List.of(folder.toString()));
        model.show("gone.json:12", new SoughtValue(List.of(new Step.Key("ms")), JsonType.STRING));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(
                ExcerptState.Missing.class, missing -> assertThat(missing.reason()).contains("gone.json"));
        model.clear();
        assertThat(model.stateProperty().get()).isEqualTo(new ExcerptState.None());
    }
}
