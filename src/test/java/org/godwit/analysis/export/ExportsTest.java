package org.godwit.analysis.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ExportsTest {
    private static final Color BLUE = new Color(0x0072b2);
    private static final List<String> TEXTS =
        List.of("Łódź été", "<script>&amp;\"'", "漢字 模型", "a\u0001b", "half \uD83D", "\uD83D\uDE80", "Ångström µ Ω Ж", "");

    @TempDir
    private Path folder;

    /** A blue square at the left, texts at the right. */
    private static final Drawing SQUARE = new Drawing() {
        @Override
        public int width() {
            return 300;
        }

        @Override
        public int height() {
            return 200;
        }

        @Override
        public void draw(Graphics2D g) {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width(), height());
            g.setColor(BLUE);
            g.fillRect(10, 20, 50, 60);
            g.setColor(Color.BLACK);
            int y = 20;
            for (String text : TEXTS) {
                g.setFont(Fonts.of(text, 12));
                g.drawString(text, 100, y);
                y += 20;
            }
        }

        @Override
        public String title() {
            return "A square & \u0001 letters";
        }
    };

    @Test
    void drawsEveryPixelOfAPng() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Exports.png(SQUARE, bytes, 2);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(new Color(image.getRGB(70, 100))).isEqualTo(BLUE);
        assertThat(new Color(image.getRGB(5, 5))).isEqualTo(Color.WHITE);
        assertThat(new Color(image.getRGB(121, 100))).isEqualTo(Color.WHITE);
        assertThat(isInk(image, 200, 60, 400, 90)).as("letters that only other fonts have").isTrue();
    }

    @Test
    void saysInAPngHowManyDotsToTheInchItHas() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Exports.png(SQUARE, bytes, 3.125);

        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        String pixelMillimetres = ((org.w3c.dom.Element) ((org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0"))
            .getElementsByTagName("HorizontalPixelSize").item(0)).getAttribute("value");
        assertThat(25.4 / Double.parseDouble(pixelMillimetres)).isBetween(299.5, 300.5);
    }

    @Test
    void lowersTheScaleRatherThanFillingTheMemory() {
        BufferedImage image = Exports.image(SQUARE, 1000);
        assertThat((long) image.getWidth() * image.getHeight()).isBetween(60_000_000L, 66_000_000L);
    }

    @Test
    void keepsTextsAsTextsInAnSvgThatParses() throws Exception {
        StringWriter text = new StringWriter();
        Exports.svg(SQUARE, text);

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text.toString())));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 300 200");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A square & \uFFFD letters");
        String all = svg.getDocumentElement().getTextContent();
        assertThat(all).contains("Łódź été", "<script>&amp;\"'", "漢字 模型", "a\uFFFDb", "Ångström µ Ω Ж");
        assertThat(text.toString()).contains("Liberation Sans").doesNotContain("<script>", "DOCTYPE");
    }

    @Test
    void keepsTextsOfTheShippedFontAsTextsInAPdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Exports.pdf(SQUARE, bytes);

        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(225);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Łódź été", "<script>&amp;\"'", "Ångström µ Ω Ж");
            BufferedImage page = new org.apache.pdfbox.rendering.PDFRenderer(pdf).renderImage(0, 4 / 3f);
            assertThat(new Color(page.getRGB(30, 50))).isEqualTo(BLUE);
            assertThat(isInk(page, 100, 30, 200, 65)).as("letters that only other fonts have").isTrue();
        }
    }

    @Test
    void writesFilesWholeAndLeavesNothingBeside() throws IOException {
        for (PictureForm form : PictureForm.values()) {
            Path file = folder.resolve("picture." + form.ending());
            Files.writeString(file, "older");
            Exports.write(SQUARE, form, file);
            assertThat(Files.size(file)).isGreaterThan(1000);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void keepsTheFileThatWasThereWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.txt"), "older");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(1);
            throw new IOException("no room");
        })).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNWRITABLE));
        assertThat(file).hasContent("older");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/here.txt"), "x")).hasMessageContaining("the folder does not exist");
        assertThatThrownBy(() -> AtomicFile.write(folder, "x")).hasMessageContaining("it is a folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static boolean isInk(BufferedImage image, int left, int top, int right, int bottom) {
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                if (new Color(image.getRGB(x, y)).getRed() < 100) {
                    return true;
                }
            }
        }
        return false;
    }
}
