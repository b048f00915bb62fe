package org.godwit.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.godwit.connector.Rows;
import org.godwit.connector.SharedData;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvConnectorTest {
    private final CsvConnector connector = new CsvConnector();

    @TempDir
    private Path folder;

    private TableSource open(Path place, String... include) {
        return connector.open(new Place.Files(place), List.of(include), new TaskContext());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Rows rows(String text) throws IOException {
        try (TableSource source = open(file("t.csv", text))) {
            return Rows.of(source, "t", 100_000);
        }
    }

    private TableInfo table(String text) throws IOException {
        try (TableSource source = open(file("t.csv", text))) {
            return Rows.table(source, "t");
        }
    }

    private List<String> columnNames(String text) throws IOException {
        return table(text).columns().stream().map(TableInfo.Column::name).toList();
    }

    @Test
    void tellsNothingFromTheEmptyText() throws IOException {
        assertThat(rows("a,b\n,\"\"\n\"\",x\nNULL,\"NULL\"\n").all()).containsExactly(
                List.of("nothing", "text "), List.of("text ", "text x"), List.of("text NULL", "text NULL"));
    }

    @Test
    void aColumnIsNumbersOnlyIfAllOfItIsWrittenAsNumbersAre() throws IOException {
        for (String odd : List.of("007", " 12 ", "12 ", "12abc", "1e3", "\"1,5\"", "+1", ".5", "5.", "-0", "-0.0", "0x10", "--1", "-", "\"\"", "true", "NaN")) {
            assertThat(rows("a,b\n1,x\n,x\n" + odd + ",x\n2.50,x\n").column(0)).as(odd)
                    .containsExactly("text 1", "nothing", "text " + odd.replace("\"", ""), "text 2.50");
        }
        assertThat(rows("a,b\n1,x\n,x\n-2,x\n9223372036854775807,x\n").column(0)).containsExactly("integer 1", "nothing", "integer -2", "integer 9223372036854775807");
        assertThat(rows("a,b\n1,x\n9223372036854775808,x\n").column(0)).containsExactly("number 1", "number 9223372036854775808");
        assertThat(rows("a,b\n1,x\n0.12345678901234567891,x\n5.60,x\n").column(0)).containsExactly("number 1", "number 0.12345678901234567891", "number 5.60");
        assertThat(rows("a,b\n\"1\",x\n2,x\n").column(0)).containsExactly("integer 1", "integer 2");
    }

    @Test
    void aColumnIsTruthValuesOnlyIfAllOfItIs() throws IOException {
        assertThat(rows("a,b\ntrue,x\n,x\nfalse,x\n").column(0)).containsExactly("bool true", "nothing", "bool false");
        assertThat(rows("a,b\ntrue,x\nTrue,x\n").column(0)).containsExactly("text true", "text True");
        assertThat(rows("a,b\ntrue,x\n1,x\n").column(0)).containsExactly("text true", "text 1");
    }

    @Test
    void theVerdictOnAColumnNeedsTheWholeFile() throws IOException {
        String text = "a,b\n" + "1,x\n".repeat(50_000) + "1.75,x\n" + "1,x\n".repeat(50_000);
        assertThat(table(text).columns().get(0).type()).isEqualTo(DataType.DOUBLE);
        assertThat(rows(text).column(0)).hasSize(100_001).contains("number 1.75").doesNotContain("integer 1");
        assertThat(table(text + "n/a,x\n").columns().get(0).type()).isEqualTo(DataType.VARCHAR);
    }

    @Test
    void tellsTheDelimiterByContent() throws IOException {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            String text = "name;value;note\nit's;15;\"a;b\"\nx;2;\"c|d\te\"\n".replace(";", delimiter);
            assertThat(columnNames(text)).as(delimiter).containsExactly("name", "value", "note");
            assertThat(rows(text).all()).as(delimiter).allMatch(row -> row.size() == 3 && row.stream().noneMatch(cell -> cell.startsWith("unreadable")));
        }
        assertThat(columnNames("name\none\ntwo\n")).containsExactly("name");
    }

    @Test
    void tellsAHeaderByContent() throws IOException {
        assertThat(columnNames("1,2\n3,4\n")).containsExactly("column1", "column2");
        assertThat(rows("1,2\n3,4\n").all()).containsExactly(List.of("integer 1", "integer 2"), List.of("integer 3", "integer 4"));
        assertThat(columnNames(",name\n0,x\n1,y\n")).containsExactly("column1", "name");
        assertThat(columnNames("a,a,a_2\n1,2,3\n")).containsExactly("a", "a_2", "a_2_2");
        assertThat(columnNames("int8,cpu\nfp16,cpu\nint8,gpu\n")).containsExactly("column1", "column2");
        assertThat(rows("name,value\n").all()).isEmpty();
    }

    @Test
    void reportsRowsThatDoNotFitAndGoesOn() throws IOException {
        assertThat(rows("a,b,c\n1,2,3\n4,5\n\n6,7,8,9\n10,11,12\n").all()).containsExactly(
                List.of("integer 1", "integer 2", "integer 3"),
                List.of("unreadable 4,5 (line 3: it has 2 fields where there are 3 fields)", "nothing", "nothing"),
                List.of("unreadable 6,7,8,9 (line 5: it has 4 fields where there are 3 fields)", "nothing", "nothing"),
                List.of("integer 10", "integer 11", "integer 12"));
        assertThat(rows("a,b\n1,2\n\"x\"y,3\n4,5\n").all()).containsExactly(
                List.of("integer 1", "integer 2"), List.of("unreadable \"x\"y,3 (line 3: there is text after the closing quote of field 1)", "nothing"),
                List.of("integer 4", "integer 5"));
        assertThat(rows("a,b\n1,2\n3,\"never closed\n4,5\n").all()).containsExactly(
                List.of("integer 1", "integer 2"), List.of("unreadable 3,\"never closed (line 3: a quote is opened and never closed)", "nothing"),
                List.of("integer 4", "integer 5"));
    }

    @Test
    void keepsLineEndsInQuotesAndTakesAnyLineEndOutside() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(rows("a,b" + end + "\"x\r\ny\",\"say \"\"hi\"\"\"" + end + "z,\"\"\"\"").all()).as(end.replace("\r", "CR")).containsExactly(
                    List.of("text x\r\ny", "text say \"hi\""), List.of("text z", "text \""));
        }
        assertThat(rows("a,b\n\"1\n2\",x\nshort\n").all().get(1).get(0)).contains("line 4:");
    }

    @Test
    void readsUtf8AndUtf16WithAndWithoutMark() throws IOException {
        String text = "n\u00e4me,b\n\u00e9,\ud83d\ude00\n";
        for (String mark : List.of("", "\ufeff")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                // Without a mark the first two characters tell.
                String told = mark.isEmpty() ? text.replace("n\u00e4me", "name") : text;
                try (TableSource source = open(file("t.csv", (mark + told).getBytes(charset)))) {
                    assertThat(source.tables().get(0).columns().get(0).name()).isEqualTo(mark.isEmpty() ? "name" : "n\u00e4me");
                    assertThat(Rows.of(source, "t", 10).all()).as(charset + mark).containsExactly(List.of("text \u00e9", "text \ud83d\ude00"));
                }
            }
        }
    }

    @Test
    void saysWhichByteIsNoText() throws IOException {
        byte[] latin = "a,b\nx,caf\u00e9\ny,tea\n".getBytes(StandardCharsets.ISO_8859_1);
        try (TableSource source = open(file("t.csv", latin))) {
            assertThat(Rows.of(source, "t", 10).all()).containsExactly(
                    List.of("text x", "unreadable caf\u00e9 (line 2: byte 9 of the file is no UTF-8)"), List.of("text y", "text tea"));
        }
        assertThat(rows("a,b\nx,\ufffd\n").column(1)).containsExactly("text \ufffd");
        byte[] broken = Arrays.copyOf("a,b\nx,yz\n".getBytes(StandardCharsets.UTF_16), 19);
        broken[16] = (byte) 0xDC;
        assertThatThrownBy(() -> open(file("t.csv", broken))).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE);
            assertThat(e.arguments().get(1).toString()).startsWith("byte 16 ");
        });
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void readsPackedFiles() throws IOException {
        byte[] packed = packed("a\tb\n" + "1\tx\n".repeat(20_000));
        try (TableSource source = open(file("data.tsv.gz", packed))) {
            assertThat(Rows.of(source, "data", 5_000).all()).hasSize(20_000).containsOnly(List.of("integer 1", "text x"));
        }
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> open(file("cut.tsv.gz", cut))).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE));
    }

    @Test
    void rangesHoldEveryRowOnceInOrder() throws IOException {
        String text = "\ufeffn,text\n" + IntStream.range(0, 30_000).mapToObj(i -> i + ",\"row\n" + i + "\"\n").collect(Collectors.joining());
        try (TableSource source = open(file("t.csv", text))) {
            assertThat(source.ranges(Rows.table(source, "t"), 5_000)).hasSizeGreaterThan(5);
            Rows rows = Rows.of(source, "t", 5_000);
            assertThat(rows.column(0)).isEqualTo(IntStream.range(0, 30_000).mapToObj(i -> "integer " + i).toList());
            assertThat(rows.column(1)).isEqualTo(IntStream.range(0, 30_000).mapToObj(i -> "text row\n" + i).toList());
            assertThat(rows.numbers()).isEqualTo(IntStream.rangeClosed(1, 30_000).mapToObj(i -> (long) i).toList());
            assertThat(rows.all()).isEqualTo(Rows.of(source, "t", 1_000_000).all());
        }
    }

    @Test
    void linesAreCountedInEveryRange() throws IOException {
        String text = "n,text\n" + "1,\"two\nlines\"\n".repeat(10_000) + "short\n";
        try (TableSource source = open(file("t.csv", text))) {
            assertThat(Rows.of(source, "t", 4_096).all().getLast().getFirst()).contains("line 20002:");
        }
    }

    @Test
    void aFolderIsATableForEachFile() throws IOException {
        file("b.csv", "x,y\n1,2\n");
        file("a.tsv", "x\ty\n1\t2\n");
        file("notes.txt", "no table");
        file("empty.csv", "");
        try (TableSource source = open(folder)) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("a", "b");
        }
        try (TableSource source = open(folder.resolve("*.tsv"))) {
            assertThat(source.tables()).extracting(TableInfo::name).containsExactly("a");
        }
        assertThatThrownBy(() -> open(folder, "none")).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_EMPTY));
    }

    private Rows rows(Path file, CsvOptions options) {
        try (TableSource source = connector.open(new Place.Files(file), List.of(), options, new TaskContext())) {
            return Rows.of(source, source.tables().getFirst(), 100_000);
        }
    }

    @Test
    void aPersonKnowsTheDelimiterBetter() throws IOException {
        Path file = file("t.csv", "text\na;b;c\nd;e;f\n");
        assertThat(rows(file, CsvOptions.AS_FOUND).all()).as("as found").isNotEqualTo(List.of(List.of("text a;b;c"), List.of("text d;e;f")));
        assertThat(rows(file, new CsvOptions(',', null)).all()).containsExactly(List.of("text a;b;c"), List.of("text d;e;f"));
        assertThat(rows(file("u.csv", "a:b\n1:x,y\n"), new CsvOptions(':', null)).all()).containsExactly(List.of("integer 1", "text x,y"));
        assertThat(rows(file("v.csv", "a|b,c\n1|2,3\n"), new CsvOptions('|', null)).all()).containsExactly(List.of("integer 1", "text 2,3"));
        assertThat(rows(file("w.tsv", "a,b\tc\n1,2\t3\n"), new CsvOptions(',', null)).all()).containsExactly(List.of("integer 1", "text 2\t3"));
    }

    @Test
    void tellsHowItReads() throws IOException {
        assertThat(reading("t.csv", "model;ms\nbert;1\nt5;2\n", CsvOptions.AS_FOUND)).isEqualTo(new CsvOptions(';', true));
        assertThat(reading("u.csv", "bert\t1\nt5\t2\n", CsvOptions.AS_FOUND)).isEqualTo(new CsvOptions('\t', false));
        assertThat(reading("v.csv", "bert|1\nt5|2\n", new CsvOptions('|', true))).isEqualTo(new CsvOptions('|', true));
    }

    private @Nullable CsvOptions reading(String name, String text, CsvOptions options) throws IOException {
        try (TableSource source = connector.open(new Place.Files(file(name, text)), List.of(), options, new TaskContext())) {
            return source.tables().getFirst().reading();
        }
    }

    @Test
    void aPersonKnowsBetterWhetherTheFirstRowNamesTheColumns() throws IOException {
        Path names = file("t.csv", "bert,base\nt5,small\n");
        assertThat(rows(names, CsvOptions.AS_FOUND).all()).hasSize(1);
        assertThat(rows(names, new CsvOptions(null, false)).all()).containsExactly(List.of("text bert", "text base"), List.of("text t5", "text small"));
        Path years = file("u.csv", "2024,2025\n1,2\n");
        assertThat(rows(years, CsvOptions.AS_FOUND).all()).hasSize(2);
        assertThat(rows(years, new CsvOptions(null, true)).all()).containsExactly(List.of("integer 1", "integer 2"));
        try (TableSource source = connector.open(new Place.Files(years), List.of(), new CsvOptions(null, true), new TaskContext())) {
            assertThat(Rows.table(source, "u").columns()).extracting(TableInfo.Column::name).containsExactly("2024", "2025");
        }
    }

    @Test
    void whatAPersonSaysHoldsInPackedAndWideFilesAndInEveryRange() throws IOException {
        String text = IntStream.range(0, 10_000).mapToObj(i -> "n" + i + ",a|b").collect(Collectors.joining("\n"));
        CsvOptions options = new CsvOptions('|', false);
        for (Path file : List.of(file("t.csv", text), file("u.csv.gz", packed(text)), file("v.csv", text.getBytes(StandardCharsets.UTF_16LE)))) {
            assertThat(rows(file, options).all()).as(file.toString()).hasSize(10_000).contains(List.of("text n0,a", "text b"), List.of("text n9999,a", "text b"));
        }
    }

    @Test
    void refusesAFileThatChangedWhileItWasRead() throws IOException {
        Path file = file("t.csv", "a,b\n1,2\n");
        try (TableSource source = open(file)) {
            Files.writeString(file, "a,b\n1,2\nx,3\n");
            assertThatThrownBy(() -> Rows.of(source, "t", 10)).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CHANGED));
        }
    }

    @Test
    void textsOfColumnsThatThePlanCallsJsonAreJson() throws IOException {
        try (TableSource source = open(file("t.csv", "n;meta\n1;\"{\"\"a\"\": 1}\"\n2;\n"))) {
            TableInfo table = Rows.table(source, "t");
            List<TableInfo.Column> columns = List.of(table.columns().get(0), table.columns().get(1).withJson(TableInfo.Json.OBJECT));
            assertThat(Rows.of(source, table.withColumns(columns), 10).all()).containsExactly(
                    List.of("integer 1", "json {\"a\": 1}"), List.of("integer 2", "nothing"));
        }
    }

    @Test
    void readsTheRealFile() {
        try (TableSource source = open(SharedData.path("tables/enhanced_report.csv"))) {
            Rows rows = Rows.of(source, "enhanced_report", 10);
            assertThat(rows.all()).isNotEmpty().allMatch(row -> row.size() == 17 && row.stream().noneMatch(cell -> cell.startsWith("unreadable")));
            assertThat(rows.all().getFirst()).startsWith("text hardware_0", "text model_0", "integer 4", "text int8", "number 18.26").endsWith("text 2025-02-12T20:25:43.607905");
        }
    }
}
