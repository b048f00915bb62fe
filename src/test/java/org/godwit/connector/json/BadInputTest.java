package org.godwit.connector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.FileReport.Status;
import org.godwit.model.Problem;
import org.godwit.shred.JsonLimits;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they should be: each is named with its place, and the rest goes on. */
class BadInputTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\": 1,|1|9|expecting a member name in double quotes, but the text ends here: it looks cut off",
        "{\"a\": 1,}|1|8|a comma stands before '}' with nothing after it",
        "[1, 2, ]|1|6|a comma stands before ']' with nothing after it",
        "{\"a\": // x|1|7|expecting a value, found '/': JSON has no comments",
        "{'a': 1}|1|2|expecting a member name in double quotes, found a single quote: JSON has double quotes only",
        "{\"a\" 1}|1|6|expecting ':' after the member name, found '1'",
        "[1 2]|1|4|expecting ',' or ']', found '2'",
        "{\"a\": tru}|1|7|expecting a value, found tru",
        "[01]|1|2|a number begins with 0 and goes on with digits",
        "[1.]|1|4|expecting a digit, found ']'",
        "[+1]|1|2|expecting a value, found '+'",
        "[INF]|1|2|expecting a value, found INF",
        "[\"\\x\"]|1|3|no such escape in a string: backslash and 'x'",
        "[\"\\u12g4\"]|1|3|\\u must be followed by four hexadecimal digits",
        "{\"a\": \"\\ud800\"}|1|8|\\ud800 is half of a surrogate pair without its other half: no character, so it cannot be kept",
        "{\"\\udc00x\": 1}|1|3|\\udc00 is half of a surrogate pair without its other half: no character, so it cannot be kept",
        "{\"a\": 1} x|1|10|more text after the end of the JSON value",
        "{\"a\": 1}}|1|9|more text after the end of the JSON value",
        "{\"k\": {\"a\": 1, \"b\": {\"a\": 2}, \"\\u0061\": 3}}|1|31|the member name \"a\" stands twice in the same object",
        "hello|1|1|expecting a value, found 'h'",
    })
    void namesWhatIsWrongAndWhere(String text, int line, int column, String reason) throws IOException {
        Problem problem = malformed(text.getBytes(StandardCharsets.UTF_8));
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.offset()).isEqualTo(column - 1);
        assertThat(problem.excerpt()).isEqualTo(text);
    }

    @Test
    void countsLinesAndBytesOfColumns() throws IOException {
        Problem problem = malformed("{\n  \"ä\": 1,\n  \"ä€\": x\n}".getBytes(StandardCharsets.UTF_8));
        assertThat(List.of(problem.line(), problem.column(), problem.offset())).isEqualTo(List.of(3L, 12L, 24L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n", "\uFEFF", "\uFEFF \n"})
    void callsAFileWithoutAnyValueEmpty(String text) throws IOException {
        Reading reading = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.statuses).containsValue(Status.EMPTY);
        assertThat(reading.problem().reason()).startsWith("the file ");
        assertThat(reading.problem().line()).isEqualTo(1);
    }

    @Test
    void placesInvalidUtf8AtItsByte() throws IOException {
        Problem problem = malformed(bytes("{\"ok\": \"ä\",\n\"b\": \"x", 0xC3, 0x28, "\"}"));
        assertThat(problem.reason()).isEqualTo("invalid UTF-8 (byte 0xC3)");
        assertThat(List.of(problem.line(), problem.column(), problem.offset())).isEqualTo(List.of(2L, 8L, 20L));
    }

    @Test
    void refusesSurrogatesAndOverlongFormsInUtf8() throws IOException {
        assertThat(malformed(bytes("\"", 0xED, 0xA0, 0x80, "\"")).reason()).isEqualTo("invalid UTF-8 (byte 0xED)");
        assertThat(malformed(bytes("\"", 0xC0, 0x80, "\"")).reason()).isEqualTo("invalid UTF-8 (byte 0xC0)");
    }

    @Test
    void namesBinaryData() throws IOException {
        assertThat(malformed(bytes("", 0x89, "PNG\r\n", 0x1A, "\n", 0, 0, 0)).reason()).isEqualTo("expecting a value, found the byte 0x89");
        assertThat(malformed(bytes("SQLite format 3", 0, 16, 0)).reason()).isEqualTo("expecting a value, found 'S'");
    }

    @Test
    void refusesControlCharactersInStrings() throws IOException {
        assertThat(malformed("[\"a\nb\"]".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo("a control character (0x0A) stands unescaped in a string");
    }

    @Test
    void keepsEscapedNulCharacters() throws IOException {
        assertThat(read("[\"\\u0000\"]".getBytes(StandardCharsets.UTF_8)).documents).containsExactly("a.json:1 [\"\\u0000\"]");
    }

    @Test
    void refusesDepthBombs() throws IOException {
        Problem problem = malformed("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertThat(problem.reason()).isEqualTo("nested more than 1000 levels deep");
        assertThat(problem.offset()).isEqualTo(1000);
    }

    @Test
    void readsAThousandLevels() throws IOException {
        String text = "[".repeat(1000) + "]".repeat(1000);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).documents).containsExactly("a.json:1 " + text);
    }

    @Test
    void refusesNumbersOfMoreThanAThousandCharacters() throws IOException {
        assertThat(read("9".repeat(1000).getBytes(StandardCharsets.UTF_8)).documents).hasSize(1);
        assertThat(malformed("9".repeat(1001).getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo("a number of more than 1000 characters");
    }

    @Test
    void refusesStringsAndDocumentsBeyondTheLimits() throws IOException {
        JsonLimits limits = new JsonLimits(10, 100, 100, 50, 2000);
        assertThat(malformed(("\"" + "x".repeat(101) + "\"").getBytes(StandardCharsets.UTF_8), limits).reason())
                .isEqualTo("a string of more than 100 characters");
        assertThat(malformed(("[" + "1,".repeat(60) + "1]").getBytes(StandardCharsets.UTF_8), limits).reason())
                .startsWith("the document has more than 50 values");
        Problem tooLarge = malformed(("{" + " ".repeat(5000) + "}").getBytes(StandardCharsets.UTF_8), limits);
        assertThat(tooLarge.reason()).startsWith("one JSON document of more than").contains("write one document per line");
        assertThat(tooLarge.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsWideEncodingsWithAndWithoutMark(String charset) throws IOException {
        String text = "{\"ä\":\"😀\"}";
        for (String marked : List.of(text, "\uFEFF" + text)) {
            assertThat(read(marked.getBytes(Charset.forName(charset))).documents).containsExactly("a.json:1 " + text);
        }
        Problem problem = malformed("\uFEFF[1,\n \"😀\" x]".getBytes(Charset.forName(charset)));
        int unit = charset.startsWith("UTF-32") ? 4 : 2;
        int smiley = 4;
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(4L * unit + smiley + 1);
        assertThat(problem.offset()).isEqualTo(9L * unit + smiley);
    }

    @Test
    void refusesMalformedUtf16() throws IOException {
        byte[] text = "[1, \"a😀\"]".getBytes(StandardCharsets.UTF_16LE);
        byte[] cut = bytes(new String(text, 0, 12, StandardCharsets.ISO_8859_1), 0x3D, 0xD8, 0x22, 0, 0x5D, 0);
        Problem problem = malformed(cut);
        assertThat(problem.reason()).isEqualTo("invalid UTF-16LE");
        assertThat(problem.offset()).isEqualTo(12);
    }

    @Test
    void stripsTheByteOrderMark() throws IOException {
        assertThat(read("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8)).documents).containsExactly("a.json:1 {\"a\":1}");
    }

    @Test
    void keepsWhatPythonWritesForNumbersThatAreNone() throws IOException {
        String text = "[NaN,Infinity,-Infinity,1E5,-0,1e400,-0.0," + "1234567890".repeat(4) + "]";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).documents).containsExactly("a.json:1 " + text);
    }

    @Test
    void tellsThatAFileChangedSinceItWasListed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        JsonConnector connector = new JsonConnector();
        List<SourceFile> files = connector.list(folder, List.of(), new TaskContext()).files();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(Reading.of(connector, files).problem().reason()).startsWith("changed while it was read");
        Files.writeString(file, "{\"longer\": 1}");
        Reading reading = Reading.of(connector, files);
        assertThat(reading.problem().reason()).startsWith("changed while it was read");
        assertThat(reading.documents).isEmpty();
    }

    @Test
    void tellsThatAFileIsGone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Files.writeString(folder.resolve("b.json"), "{}");
        JsonConnector connector = new JsonConnector();
        List<SourceFile> files = connector.list(folder, List.of(), new TaskContext()).files();
        Files.delete(file);
        Reading reading = Reading.of(connector, files);
        assertThat(reading.problem().reason()).isEqualTo("it is no longer there");
        assertThat(reading.statuses).containsEntry("a.json", Status.UNREADABLE).containsEntry("b.json", Status.OK);
    }

    private Reading read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), content);
        return Reading.of(file);
    }

    private Problem malformed(byte[] content) throws IOException {
        return malformed(content, Reading.LIMITS);
    }

    private Problem malformed(byte[] content, JsonLimits limits) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), content);
        Reading reading = Reading.of(file, new UnitSizes(1000, 1000, 1000, 1000), limits);
        assertThat(reading.statuses).containsValue(Status.MALFORMED);
        assertThat(reading.documents).isEmpty();
        return reading.problem();
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer b) {
                out.write(b);
            } else {
                boolean latin = part.toString().chars().allMatch(c -> c < 256) && part.toString().indexOf(0) >= 0;
                out.writeBytes(part.toString().getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
