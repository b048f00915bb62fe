package org.godwit.analysis.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** A PDF of one page. Texts in the shipped font are texts, with the letters used embedded; others are outlines. */
final class PdfFile {
    private static final float POINTS_PER_PIXEL = 0.75f;

    private PdfFile() {}

    static void write(Drawing drawing, OutputStream to) throws IOException {
        try (PDDocument document = new PDDocument();
            InputStream file = Fonts.open()) {
            PDFont shipped = PDType0Font.load(document, file, true);
            document.getDocumentInformation().setTitle(drawing.title());
            document.getDocumentInformation().setCreator("Godwit");
            PDPage page = new PDPage(new PDRectangle(drawing.width() * POINTS_PER_PIXEL, drawing.height() * POINTS_PER_PIXEL));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, drawing.width(), drawing.height());
            try (Letters letters = new Letters(shipped)) {
                g.setFontTextDrawer(letters);
                drawing.draw(g);
            } finally {
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
                content.drawForm(g.getXFormObject());
            }
            document.save(to);
        }
    }

    /** Chooses text where the shipped font is used, outlines elsewhere. */
    private static final class Letters extends PdfBoxGraphics2DFontTextDrawer {
        private final PDFont shipped;

        Letters(PDFont shipped) {
            this.shipped = shipped;
        }

        @Override
        protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) {
            return Fonts.isShipped(font) ? shipped : null;
        }
    }
}
