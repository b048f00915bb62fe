package org.godwit.analysis.matrix;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.godwit.analysis.export.Drawing;
import org.godwit.analysis.export.Fonts;
import org.godwit.engine.text.Messages;

/** A whole matrix as a picture, in the light: title, legend with counts, headings, squares. */
public final class MatrixDrawing implements Drawing {
    private static final FontRenderContext MEASURING = new FontRenderContext(null, true, true);
    private static final int MARGIN = 24;
    private static final int ROW_HEIGHT = 24;
    private static final int GROUP_HEIGHT = 26;
    private static final int GLYPH = 12;
    private static final int GAP = 6;
    private static final int LEGEND_ROW = 22;
    private static final int SWATCH = 16;
    private static final double LONGEST_LABEL = 260;
    private static final double SLANT = Math.PI / 4;
    private static final float SMALL = 11;
    private static final float USUAL = 12;
    private static final float LARGE = 18;
    private static final Color INK = new Color(0x1b2227);
    private static final Color FAINT = new Color(0x57636c);
    private static final Color LINE = new Color(0xdde3e7);

    private final Arrangement look;
    private final List<State> legend;
    private final double labelWidth;
    private final double headingHeight;
    private final double headingReach;
    private final int cellWidth;
    private final int groups;

    public MatrixDrawing(Arrangement look) {
        this.look = look;
        this.legend = MatrixWords.legend(look);
        this.labelWidth = Math.min(LONGEST_LABEL, IntStream.range(0, look.rowCount()).mapToDouble(r -> width(look.row(r).label(), USUAL)).max().orElse(0)) + GAP * 2;
        double longest = Math.min(LONGEST_LABEL, IntStream.range(0, look.columnCount()).mapToDouble(c -> width(look.column(c).label(), USUAL)).max().orElse(0));
        this.headingHeight = longest * Math.sin(SLANT) + USUAL + GAP;
        this.headingReach = longest * Math.cos(SLANT);
        double text = 0;
        for (int r = 0; r < look.rowCount(); r++) {
            for (int c = 0; c < look.columnCount(); c++) {
                text = Math.max(text, width(look.square(r, c).text(), SMALL));
            }
        }
        this.cellWidth = (int) Math.ceil(Math.max(44, text + GLYPH + GAP * 3));
        this.groups = (int) IntStream.range(0, look.rowCount()).filter(look::startsGroup).count();
    }

    @Override
    public int width() {
        double table = labelWidth + (double) cellWidth * look.columnCount() + headingReach;
        double words = Math.max(width(title(), LARGE), Math.max(width(MatrixWords.source(look.matrix()), USUAL), width(MatrixWords.rule(look), USUAL)));
        double notes = legend.stream().mapToDouble(state -> width(note(state), USUAL) + SWATCH + GAP).max().orElse(0);
        return (int) Math.ceil(2.0 * MARGIN + Math.max(table, Math.max(words, notes)));
    }

    @Override
    public int height() {
        return (int) Math.ceil(tableTop() + headingHeight + (double) ROW_HEIGHT * look.rowCount() + (double) GROUP_HEIGHT * groups + 2.0 * MARGIN
                + (double) LEGEND_ROW * legend.size() + (look.matrix().spec().isMeasure() ? LEGEND_ROW : 0));
    }

    @Override
    public String title() {
        return look.matrix().spec().title();
    }

    private double tableTop() {
        return MARGIN + 84;
    }

    @Override
    public void draw(Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width(), height());
        text(g, title(), MARGIN, MARGIN + 16, LARGE, INK);
        text(g, MatrixWords.source(look.matrix()), MARGIN, MARGIN + 38, USUAL, FAINT);
        text(g, MatrixWords.results(look), MARGIN, MARGIN + 55, USUAL, FAINT);
        text(g, MatrixWords.rule(look), MARGIN, MARGIN + 72, USUAL, FAINT);
        headings(g);
        double y = tableTop() + headingHeight;
        for (int r = 0; r < look.rowCount(); r++) {
            if (look.startsGroup(r)) {
                String group = look.row(r).group();
                text(g, group.isEmpty() ? Messages.get("matrix.group.none") : group, MARGIN, y + 18, USUAL, FAINT);
                y += GROUP_HEIGHT;
            }
            row(g, r, y);
            y += ROW_HEIGHT;
        }
        legend(g, y + MARGIN);
    }

    private void headings(Graphics2D g) {
        AffineTransform before = g.getTransform();
        for (int c = 0; c < look.columnCount(); c++) {
            g.translate(MARGIN + labelWidth + (c + 0.5) * cellWidth, tableTop() + headingHeight - GAP);
            g.rotate(-SLANT);
            text(g, cut(look.column(c).label(), USUAL), 0, 0, USUAL, INK);
            g.setTransform(before);
        }
    }

    private void row(Graphics2D g, int row, double y) {
        String label = cut(look.row(row).label(), USUAL);
        text(g, label, MARGIN + labelWidth - GAP * 2 - width(label, USUAL), y + 16, USUAL, INK);
        for (int c = 0; c < look.columnCount(); c++) {
            square(g, look.square(row, c), MARGIN + labelWidth + (double) c * cellWidth, y);
        }
    }

    private void square(Graphics2D g, Square square, double x, double y) {
        Rectangle2D box = new Rectangle2D.Double(x + 1, y + 1, cellWidth - 2.0, ROW_HEIGHT - 2.0);
        if (square.blank()) {
            g.setColor(LINE);
            g.setStroke(new BasicStroke(1));
            g.draw(box);
            return;
        }
        int fill = square.value() == null ? Palette.fill(square.state()) : Palette.shade(square.shade());
        Color ink = new Color(Palette.ink(fill));
        g.setColor(new Color(fill));
        g.fill(box);
        if (square.state() == State.UNTESTED) {
            g.setColor(LINE);
            g.setStroke(new BasicStroke(1));
            g.draw(box);
        }
        String text = square.text();
        double glyph = square.state() == State.MEASURED ? 0 : GLYPH;
        double whole = glyph + (text.isEmpty() || glyph == 0 ? 0 : GAP) + width(text, SMALL);
        double left = x + (cellWidth - whole) / 2;
        Glyph.draw(square.state(), new AwtPen(g, left, y + (ROW_HEIGHT - GLYPH) / 2.0, GLYPH, ink));
        if (!text.isEmpty()) {
            text(g, text, left + whole - width(text, SMALL), y + 16, SMALL, ink);
        }
        if (square.marked()) {
            mark(g, x, y, ink);
        }
    }

    /** A dashed frame says that simulated results are among those shown. */
    private void mark(Graphics2D g, double x, double y, Color ink) {
        g.setColor(ink);
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0));
        g.draw(new Rectangle2D.Double(x + 2.5, y + 2.5, cellWidth - 5.0, ROW_HEIGHT - 5.0));
        g.setStroke(new BasicStroke(1));
    }

    private void legend(Graphics2D g, double top) {
        double y = top;
        for (State state : legend) {
            int fill = Palette.fill(state);
            g.setColor(new Color(fill));
            g.fill(new Rectangle2D.Double(MARGIN, y, SWATCH, SWATCH));
            g.setColor(LINE);
            g.setStroke(new BasicStroke(1));
            g.draw(new Rectangle2D.Double(MARGIN, y, SWATCH, SWATCH));
            Glyph.draw(state, new AwtPen(g, MARGIN + 2, y + 2, GLYPH, new Color(Palette.ink(fill))));
            text(g, note(state), MARGIN + SWATCH + GAP, y + 13, USUAL, INK);
            y += LEGEND_ROW;
        }
        if (look.matrix().spec().isMeasure()) {
            scale(g, y);
        }
    }

    private void scale(Graphics2D g, double y) {
        String least = Square.number(look.least());
        text(g, least, MARGIN, y + 13, USUAL, INK);
        double x = MARGIN + width(least, USUAL) + GAP;
        int steps = 100;
        for (int i = 0; i < steps; i++) {
            g.setColor(new Color(Palette.shade((double) i / (steps - 1))));
            g.fill(new Rectangle2D.Double(x + i * 1.5, y, 1.6, SWATCH));
        }
        text(g, Square.number(look.greatest()), x + steps * 1.5 + GAP, y + 13, USUAL, INK);
    }

    private String note(State state) {
        return MatrixWords.legend(look, state);
    }

    private static void text(Graphics2D g, String text, double x, double y, float size, Color colour) {
        String line = oneLine(text);
        g.setColor(colour);
        g.setFont(Fonts.of(line, size));
        g.drawString(line, (float) x, (float) y);
    }

    private static double width(String text, float size) {
        String line = oneLine(text);
        Font font = Fonts.of(line, size);
        return line.isEmpty() ? 0 : font.getStringBounds(line, MEASURING).getWidth();
    }

    private static String cut(String text, float size) {
        String line = oneLine(text);
        while (width(line, size) > LONGEST_LABEL && line.length() > 2) {
            line = line.substring(0, line.offsetByCodePoints(line.length(), line.endsWith("…") ? -2 : -1)) + "…";
        }
        return line;
    }

    /** A name may hold line ends, which no line of a picture can. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Draws glyphs by Java2D. */
    private record AwtPen(Graphics2D g, double left, double top, double side, Color ink) implements Glyph.Pen {
        AwtPen {
            g.setColor(ink);
            g.setStroke(new BasicStroke((float) (Glyph.THICKNESS * side), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }

        @Override
        public void line(double x1, double y1, double x2, double y2) {
            g.draw(new Line2D.Double(left + x1 * side, top + y1 * side, left + x2 * side, top + y2 * side));
        }

        @Override
        public void ring(double x, double y, double radius) {
            g.draw(new java.awt.geom.Ellipse2D.Double(left + (x - radius) * side, top + (y - radius) * side, 2 * radius * side, 2 * radius * side));
        }

        @Override
        public void disc(double x, double y, double radius) {
            g.fill(new java.awt.geom.Ellipse2D.Double(left + (x - radius) * side, top + (y - radius) * side, 2 * radius * side, 2 * radius * side));
        }

        @Override
        public void half(double x, double y, double radius) {
            g.fill(new java.awt.geom.Arc2D.Double(
                    left + (x - radius) * side, top + (y - radius) * side, 2 * radius * side, 2 * radius * side, 90, 180, java.awt.geom.Arc2D.PIE));
        }
    }
}
