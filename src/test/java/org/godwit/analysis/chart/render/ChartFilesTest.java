package org.godwit.analysis.chart.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.Exports;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.testing.StarDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chart in every form of file, read again. */
final class ChartFilesTest {
    private static final ChartSpec SPEC = new ChartSpec(
        "bert: latency", "lowest first", "hardware", "mean latency", "ms", "standard deviation",
        List.of("cuda", StarDatabase.HOSTILE, "zero"),
        List.of(
            new ChartSpec.Series("batch size 1", Arrays.asList(
                new ChartSpec.Bar(12.345678901234567, 10.0, 14.0, 3, 0, 1), new ChartSpec.Bar(20.0, null, null, 1, 2, 0),
                new ChartSpec.Bar(0.0, null, null, 1, 0, 0))),
            new ChartSpec.Series("batch size 4", Arrays.asList(new ChartSpec.Bar(null, null, null, 0, 5, 0), null, null))),
        List.of("5 rows left out"));

    @TempDir
    private Path folder;

    @Test
    void aPictureHasTheBarsAndGroundOfItsTheme() {
        for (ChartTheme theme : ChartTheme.values()) {
            BufferedImage image = Exports.image(new ChartDrawing(SPEC, ChartLook.file(theme)), 1);
            Set<Color> colours = new HashSet<>();
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    colours.add(new Color(image.getRGB(x, y)));
                }
            }
            assertThat(new Color(image.getRGB(1, 1))).isEqualTo(theme.background());
            assertThat(colours).contains(theme.series(0), theme.text());
            assertThat(contrast(theme.text(), theme.background())).isGreaterThan(7);
            assertThat(contrast(theme.muted(), theme.background())).isGreaterThan(4.5);
        }
    }

    @Test
    void anSvgHasTheWordsAsTexts() throws Exception {
        StringWriter svg = new StringWriter();
        Exports.svg(new ChartDrawing(SPEC, ChartLook.file(ChartTheme.LIGHT)), svg);
        String words = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg.toString())))
            .getDocumentElement().getTextContent();
        assertThat(words).contains("bert: latency", "lowest first", "mean latency (ms)", "12.35  n=3, 1 simulated", "no value", "batch size 4",
            "5 rows left out", "hardware").doesNotContain("\u0007");
    }

    @Test
    void aPdfHasTheWordsAsTexts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Exports.pdf(new ChartDrawing(SPEC, ChartLook.file(ChartTheme.PRINT)), bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("bert: latency", "mean latency (ms)", "cuda", "n=3", "batch size 4");
        }
    }

    @Test
    void aCsvReadsAsTheFiguresOfTheChart() throws IOException {
        Path csv = Files.writeString(folder.resolve("chart.csv"), ChartData.csv(SPEC));
        Path database = folder.resolve("any.duckdb");
        String read = Csv.read(csv, database);
        assertThat(read).isEqualTo("4");
        assertThat(Query.rows(database, "SELECT value, low, high, n, missing, simulated FROM t WHERE category = 'cuda' ORDER BY series",
            QueryLimits.ALL, () -> false).rows()).containsExactly(
                Arrays.asList(12.345678901234567, 10.0, 14.0, 3L, 0L, 1L), Arrays.asList(null, null, null, 0L, 5L, 0L));
        assertThat(Query.rows(database, "SELECT category FROM t WHERE value = 20", QueryLimits.ALL, () -> false).rows())
            .containsExactly(List.of(StarDatabase.HOSTILE));
    }

    @Test
    void aJsonHasEverything() {
        JsonNode json = JsonMapper.shared().readTree(ChartData.json(SPEC));
        assertThat(json.get("unit").asString()).isEqualTo("ms");
        assertThat(json.get("categories").get(1).asString()).isEqualTo(StarDatabase.HOSTILE);
        JsonNode bars = json.get("series").get(0).get("bars");
        assertThat(bars.get(0).get("value").asDouble()).isEqualTo(12.345678901234567);
        assertThat(bars.get(2).get("value").asDouble()).isZero();
        assertThat(json.get("series").get(1).get("bars").get(0).get("value").isNull()).isTrue();
        assertThat(json.get("series").get(1).get("bars").get(1).isNull()).isTrue();
    }

    @Test
    void saysOfABarWhatItIs() {
        assertThat(Figure.facts(SPEC, 0, 0, Locale.ROOT))
            .containsExactly("cuda, batch size 1", "mean latency: 12.35 ms", "from 10 to 14 (standard deviation)", "3 rows with a value", "1 of them simulated");
        assertThat(Figure.facts(SPEC, 1, 0, Locale.ROOT)).contains("no value", "0 rows with a value, 5 without");
        assertThat(Figure.of(1_234_567.8, Locale.ROOT)).isEqualTo("1,234,568");
        assertThat(Figure.of(1.23456e-7, Locale.ROOT)).isEqualTo("1.235E-7");
        assertThat(Figure.of(0, Locale.ROOT)).isEqualTo("0");
    }

    @Test
    void drawsTheFirstOfManyAndSaysSo() {
        List<String> many = java.util.stream.IntStream.range(0, 200).mapToObj(i -> "c" + i).toList();
        ChartSpec spec = new ChartSpec("t", "", "c", "v", "", "", many,
            List.of(new ChartSpec.Series("all", many.stream().map(c -> new ChartSpec.Bar(1.0, null, null, 1, 0, 0)).toList())), List.of());
        assertThat(ChartRenderer.drawn(spec).categories()).hasSize(60);
        assertThat(ChartRenderer.drawn(spec).notes()).containsExactly("the first 60 of 200 are drawn; a CSV has all");
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
