package org.godwit.connector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of one document per line, whole or in parts, packed or not. */
class LinesAndPacksTest {
    private static final UnitSizes TINY = new UnitSizes(100, 200, 100, 150);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.ndjson", "a.txt"})
    void tellsLinesByContent(String name) throws IOException {
        Reading reading = read(name, "\n{\"a\":1}\r\n\n  [2]\n3");
        assertThat(reading.documents).containsExactly(name + ":2 {\"a\":1}", name + ":4 [2]", name + ":5 3");
        assertThat(reading.problems).isEmpty();
    }

    @Test
    void readsOneValueOverManyLinesAsOneDocument() throws IOException {
        assertThat(read("a.jsonl", "\n{\n\"a\":\n1}\n").documents).containsExactly("a.jsonl:2 {\"a\":1}");
    }

    @Test
    void goesOnAfterADamagedLine() throws IOException {
        Reading reading = read("a.json", "{\"a\":1}\n{\"a\":\n{\"a\":3} x\n{\"a\":4}\n");
        assertThat(reading.documents).containsExactly("a.json:1 {\"a\":1}", "a.json:4 {\"a\":4}");
        assertThat(reading.problems).extracting(Problem::line).containsExactly(2L, 3L);
        assertThat(reading.problems).extracting(Problem::column).containsExactly(6L, 9L);
        assertThat(reading.statuses).containsEntry("a.json", Status.OK);
    }

    @Test
    void goesOnAfterADamagedFirstLine() throws IOException {
        Reading reading = read("a.json", "{\"a\":\n{\"a\":2}\n{\"a\":3}\n");
        assertThat(reading.documents).containsExactly("a.json:2 {\"a\":2}", "a.json:3 {\"a\":3}");
        assertThat(reading.problem().line()).isEqualTo(1);
    }

    @Test
    void takesADamagedDocumentOfManyLinesForOneDocument() throws IOException {
        Reading reading = read("a.json", "[\n{\"a\":1},\n{\"a\":2}\n{\"a\":3}\n");
        assertThat(reading.documents).isEmpty();
        assertThat(reading.problem().line()).isEqualTo(4);
    }

    @Test
    void takesGarbageOnTheNextLineForADamagedDocument() throws IOException {
        Reading reading = read("a.json", "{\"a\":1}\noops\n");
        assertThat(reading.documents).isEmpty();
        assertThat(reading.problem().reason()).isEqualTo("more text after the end of the JSON value");
        assertThat(reading.problem().line()).isEqualTo(2);
    }

    @Test
    void givesTheSameDocumentsWhateverTheSizeOfParts() throws IOException {
        String text = IntStream.range(0, 500)
                .mapToObj(i -> i % 7 == 3 ? "" : i % 50 == 9 ? "{broken" : "{\"i\":" + i + ",\"s\":\"" + "ä".repeat(i % 40) + "\"}")
                .collect(Collectors.joining("\n"));
        Reading whole = read("a.json", text);
        Reading parts = Reading.of(folder.resolve("a.json"), TINY, Reading.LIMITS);
        assertThat(whole.units).isEqualTo(1);
        assertThat(parts.units).isGreaterThan(50);
        assertThat(parts.documents).isEqualTo(whole.documents);
        assertThat(parts.problems).isEqualTo(whole.problems);
        assertThat(parts.hashes).isEqualTo(whole.hashes);
        assertThat(parts.statuses).isEqualTo(whole.statuses);
        assertThat(parts.problems.getLast().line()).isEqualTo(460);
    }

    @Test
    void hashesTheStoredBytes() throws Exception {
        byte[] packed = gzip("{\"a\":1}\n{\"a\":2}\n".repeat(50));
        Files.write(folder.resolve("a.json.gz"), packed);
        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
        assertThat(Reading.of(folder).hashes).containsEntry("a.json.gz", expected);
        assertThat(Reading.of(folder, new UnitSizes(10, 10, 10, 100), Reading.LIMITS).hashes).containsEntry("a.json.gz", expected);
    }

    @Test
    void readsPackedFilesLikeOthers() throws IOException {
        String text = "{\"a\":1}\n".repeat(300);
        Files.write(folder.resolve("a.ndjson.GZ"), gzip(text));
        Files.write(folder.resolve("named-plainly.json"), gzip("{\"b\":2}"));
        Reading small = Reading.of(folder);
        assertThat(small.documents).hasSize(301).contains("a.ndjson.GZ:300 {\"a\":1}", "named-plainly.json:1 {\"b\":2}");
        Reading parts = Reading.of(folder, new UnitSizes(10, 200, 10, 100), Reading.LIMITS);
        assertThat(parts.documents).isEqualTo(small.documents);
        assertThat(parts.units).isGreaterThan(10);
    }

    @Test
    void namesDamagedPacks() throws IOException {
        byte[] packed = gzip("{\"a\":1}\n".repeat(300));
        Files.write(folder.resolve("a.json.gz"), Arrays.copyOf(packed, packed.length / 2));
        Files.write(folder.resolve("b.json.gz"), Arrays.copyOf(packed, 5));
        Reading reading = Reading.of(folder);
        assertThat(reading.problems).extracting(Problem::reason).allMatch(r -> r.startsWith("the packed (gzip) data is damaged or cut off"));
        assertThat(reading.problems).hasSize(2);
    }

    @Test
    void refusesSuspiciousCompression() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] lines = ("{\"a\":1" + " ".repeat(1 << 20) + "}\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 110; i++) {
                gzip.write(lines);
            }
        }
        Files.write(folder.resolve("a.json.gz"), out.toByteArray());
        assertThat(Reading.problemsOnly(folder).problem().reason()).startsWith("suspicious compression");
    }

    @Test
    void leavesOutALineThatIsTooLong() throws IOException {
        String text = "{\"a\":1}\n{\"a\":2}\n[" + " ".repeat(5000) + "]\n{\"a\":4}\n";
        Path file = Files.writeString(folder.resolve("a.json"), text);
        Reading reading = Reading.of(file, TINY, new org.godwit.shred.JsonLimits(10, 100, 100, 100, 400));
        assertThat(reading.documents).containsExactly("a.json:1 {\"a\":1}", "a.json:2 {\"a\":2}", "a.json:4 {\"a\":4}");
        assertThat(reading.problem().line()).isEqualTo(3);
        assertThat(reading.problem().offset()).isEqualTo(16);
        assertThat(reading.hashes.get("a.json")).hasSize(64);
    }

    @Test
    void knowsTheHashOfASmallFileBeforeItsDocuments() throws IOException {
        assertThat(read("a.json", "{}").hashKnownBefore).containsExactly(true);
    }

    private Reading read(String name, String text) throws IOException {
        return Reading.of(Files.writeString(folder.resolve(name), text));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
