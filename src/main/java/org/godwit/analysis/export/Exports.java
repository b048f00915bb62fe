package org.godwit.analysis.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.godwit.model.GodwitException;

/** Writes drawings as PNG, SVG and PDF. Needs no display. */
public final class Exports {
    /** The scale of pictures that are also printed: 288 dots to the inch. */
    public static final double FINE = 3;

    private static final long MOST_PIXELS = 64_000_000;

    private Exports() {}

    /**
     * Writes a PNG that says how many dots to the inch it has.
     *
     * @param scale 1 for 96 dots to the inch; lowered if the picture would have more than 64 million pixels
     */
    public static void png(Drawing drawing, OutputStream to, double scale) throws IOException {
        double used = fitting(drawing, scale);
        PngFile.write(image(drawing, used), used, to);
    }

    /** Returns the picture in memory; the scale as with {@link #png}. */
    public static BufferedImage image(Drawing drawing, double scale) {
        double used = fitting(drawing, scale);
        int width = Math.max(1, (int) Math.round(drawing.width() * used));
        int height = Math.max(1, (int) Math.round(drawing.height() * used));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale((double) width / drawing.width(), (double) height / drawing.height());
            drawing.draw(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** Writes an SVG whose texts are texts; characters that XML cannot hold become U+FFFD. */
    public static void svg(Drawing drawing, Writer to) throws IOException {
        SvgFile.write(drawing, to);
    }

    /** Writes a PDF of one page in the drawing's size, with its fonts; what the shipped font cannot write is outlines. */
    public static void pdf(Drawing drawing, OutputStream to) throws IOException {
        PdfFile.write(drawing, to);
    }

    /**
     * Writes a drawing into a file, replacing one that is there.
     *
     * @throws GodwitException TARGET_UNWRITABLE; a file that was there is as it was
     */
    public static void write(Drawing drawing, PictureForm form, Path file) {
        AtomicFile.write(file, to -> {
            switch (form) {
                case PNG -> png(drawing, to, FINE);
                case PDF -> pdf(drawing, to);
                case SVG -> {
                    Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
                    svg(drawing, text);
                    text.flush();
                }
            }
        });
    }

    private static double fitting(Drawing drawing, double scale) {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale " + scale);
        }
        double pixels = (double) drawing.width() * drawing.height();
        return Math.min(scale, Math.sqrt(MOST_PIXELS / pixels));
    }
}
