package org.godwit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanFilesTest {
    @TempDir Path folder;

    static String resource(String name) {
        try (InputStream in = PlanFilesTest.class.getResourceAsStream("/plans/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesTheExampleOfTheDesignInItsForm() {
        Plan plan = PlanReader.read(resource("design.plan.json"), "design");

        assertThat(PlanWriter.write(plan)).isEqualTo(resource("design.written.plan.json"));
    }

    @Test
    void writesWhatItReadFromItsOwnForm() {
        for (String name : List.of("good.plan.json", "design.written.plan.json")) {
            assertThat(PlanWriter.write(PlanReader.read(resource(name), name))).isEqualTo(resource(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"design.plan.json", "good.plan.json"})
    void doesNotTouchAFileThatSaysTheSame(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), resource(name).replace("\n", "\r\n"));
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, longAgo);
        byte[] before = Files.readAllBytes(file);

        assertThat(PlanFiles.save(PlanFiles.load(file), file)).isFalse();

        assertThat(file).hasBinaryContent(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void changesOneLineForOneMapping() throws IOException {
        String text = resource("good.plan.json");
        Path file = Files.writeString(folder.resolve("a.plan.json"), text);
        Plan changed = PlanReader.read(text.replace("\"key(size)\"", "{ \"from\": [\"@.size\", \"key(size)\"], \"transform\": \"number\" }"), "p");

        assertThat(PlanFiles.save(changed, file)).isTrue();

        List<String> before = text.lines().toList();
        List<String> after = Files.readAllLines(file);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line))).hasSize(1);
    }

    @Test
    void replacesWhatIsNoPlanAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.plan.json"), "{ half a pl");

        assertThat(PlanFiles.save(PlanReader.read(resource("good.plan.json"), "p"), file)).isTrue();

        assertThat(file).hasContent(resource("good.plan.json"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.json"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        PlanFiles.save(PlanReader.read(resource("good.plan.json"), "p"), link);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent(resource("good.plan.json"));
    }

    @Test
    void saysWhenThereIsNoPlan() {
        assertThatExceptionOfType(GodwitException.class)
                .isThrownBy(() -> PlanFiles.load(folder.resolve("none.plan.json")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAN_MISSING));
    }

    @Test
    void saysWhenItCannotWrite() {
        Plan plan = PlanReader.read(resource("good.plan.json"), "p");

        assertThatExceptionOfType(GodwitException.class)
                .isThrownBy(() -> PlanFiles.save(plan, folder.resolve("none").resolve("a.plan.json")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNWRITABLE));
    }

    @Test
    void readsAFileWithByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("a.plan.json"), "\uFEFF" + resource("good.plan.json"));

        assertThat(PlanFiles.load(file).name()).isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLite format 3\0", "\1\2\3\4\5\6\7\7DUCK\0", "PAR1\25\0"})
    void saysThatADatabaseIsNoPlan(String begin) throws IOException {
        Path database = Files.writeString(folder.resolve("results.duckdb"), begin);

        assertThatExceptionOfType(GodwitException.class).isThrownBy(() -> PlanFiles.load(database)).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLAN_BINARY);
            assertThat(Messages.next(e)).contains("godwit verify " + database, "godwit migrate " + database);
        });
    }
}
