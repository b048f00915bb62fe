package org.godwit.analysis.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every form of file is opened again and looked into, with hostile names among the models. */
final class MatrixFilesTest {
    private static final String ONE_LINE = StarSchema.HOSTILE.replace('\n', ' ');

    @TempDir
    private Path folder;

    private Arrangement look() {
        Path database = folder.resolve("star.duckdb");
        try (Matrices matrices = new Matrices()) {
            Matrix matrix = matrices.matrix(database, matrices.offer(database, () -> false).ready().getFirst(), () -> false);
            return new Arrangement(matrix, Look.USUAL.simulated(true).grouped(true));
        }
    }

    @BeforeEach
    void make() {
        StarSchema.make(folder.resolve("star.duckdb"));
    }

    private Path written(MatrixFiles.Form form) {
        Path file = folder.resolve("matrix." + form.ending());
        MatrixFiles.write(look(), form, file);
        return file;
    }

    @Test
    void writesAPictureWithTheColoursOfTheStates() throws IOException {
        BufferedImage image = ImageIO.read(written(MatrixFiles.Form.PNG).toFile());
        MatrixDrawing drawing = new MatrixDrawing(look());
        assertThat(image.getWidth()).isEqualTo(3 * drawing.width());
        assertThat(image.getHeight()).isEqualTo(3 * drawing.height());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        for (State state : List.of(State.FULL, State.PARTIAL, State.CONFLICTING, State.FAILS, State.SIMULATED, State.UNDECIDED, State.UNTESTED)) {
            assertThat(colours).as(state.name()).contains(Palette.fill(state));
        }
    }

    @Test
    void writesSvgWhoseTextsAreTexts() throws IOException, ParserConfigurationException, SAXException {
        String svg = Files.readString(written(MatrixFiles.Form.SVG));
        String texts = texts(xml(svg), "text");
        assertThat(texts).contains("Compatibility", "conflicting", "cpu", ONE_LINE.substring(0, 20), "1/2");
        assertThat(svg).doesNotContain("<script>");
    }

    @Test
    void writesPdfWhoseTextIsFound() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(written(MatrixFiles.Form.PDF).toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Compatibility", "conflicting", "partial", "Simulated only (1)");
        }
    }

    @Test
    void writesCsvThatGivesTheSameNamesAgain() throws IOException {
        List<List<String>> rows = csv(Files.readString(written(MatrixFiles.Form.CSV)));
        assertThat(rows.getFirst()).containsExactly("model_name", "family", "cpu", "cuda");
        assertThat(rows).hasSize(look().rowCount() + 1).allMatch(row -> row.size() == 4);
        assertThat(rows).contains(List.of(StarSchema.HOSTILE, "f<2>", "✗ 0/1", "·"));
        assertThat(rows).contains(List.of("conflicting", "f2", "! 1/2", "·"));
        assertThat(rows).contains(List.of("full", "f1", "✓ 1/1 ~", "✓ 1/1"));
    }

    @Test
    void writesMarkdownWithoutForeignMarkUp() throws IOException {
        String text = Files.readString(written(MatrixFiles.Form.MARKDOWN));
        assertThat(text).contains("| conflicting | ! 1/2 | · |", "- ! Conflicting (", "\\| \\`x\\` second line", "**f&lt;2&gt;**").doesNotContain("<");
        long columns = text.lines().filter(line -> line.startsWith("|")).map(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count()).distinct().count();
        assertThat(columns).isEqualTo(1);
    }

    @Test
    void writesOneHtmlFileThatNeedsNothingElse() throws IOException, ParserConfigurationException, SAXException {
        String html = Files.readString(written(MatrixFiles.Form.HTML));
        assertThat(html).contains("Content-Security-Policy", "default-src 'none'").doesNotContain("<script", "src=", "href=", "url(", "@import");
        assertThat(Pattern.compile("https?://").matcher(html).find()).isFalse();
        Document page = xml(html.replace("<!DOCTYPE html>\n", "").replaceAll("<meta ([^>]*)>", "<meta $1/>").replace("&nbsp;", " "));
        assertThat(texts(page, "th")).contains("cpu", StarSchema.HOSTILE.substring(0, 30), "f<2>");
        assertThat(texts(page, "li")).contains("Conflicting (2)", "Not tested (");
        NodeList squares = page.getElementsByTagName("td");
        assertThat(squares.getLength()).isEqualTo(look().rowCount() * look().columnCount() + 1);
    }

    private static Document xml(String text) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String texts(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.append(nodes.item(i).getTextContent()).append('\n');
        }
        return texts.toString();
    }

    /** Reads CSV by RFC 4180. */
    private static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    rows.add(row);
                    row = new ArrayList<>();
                    i++;
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
