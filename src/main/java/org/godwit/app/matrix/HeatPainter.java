package org.godwit.app.matrix;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Glyph;
import org.godwit.analysis.matrix.Matrix;
import org.godwit.analysis.matrix.Palette;
import org.godwit.analysis.matrix.Square;
import org.godwit.analysis.matrix.State;
import org.godwit.engine.text.Messages;
import org.jspecify.annotations.Nullable;

/** Draws the part of a heatmap that is seen. */
final class HeatPainter {
    private static final double RADIUS = 5;

    private final GraphicsContext g;
    private final HeatGeometry geometry;
    private final HeatColours colours;
    private final HeatTexts texts;
    private final double width;
    private final double height;
    private final double offsetX;
    private final double offsetY;

    /**
     * @param offsetX how far the squares are scrolled to the left, in whole pixels
     */
    HeatPainter(GraphicsContext g, HeatGeometry geometry, HeatColours colours, HeatTexts texts, double offsetX, double offsetY) {
        this.g = g;
        this.geometry = geometry;
        this.colours = colours;
        this.texts = texts;
        this.width = g.getCanvas().getWidth();
        this.height = g.getCanvas().getHeight();
        this.offsetX = Math.round(offsetX);
        this.offsetY = Math.round(offsetY);
    }

    /**
     * @param hovered the square under the mouse
     * @param focused the square with the keyboard's focus
     */
    void paint(Matrix.@Nullable Pair hovered, Matrix.@Nullable Pair focused) {
        g.clearRect(0, 0, width, height);
        Arrangement look = geometry.look();
        int firstRow = geometry.firstRow(offsetY);
        int firstColumn = Math.max(0, (int) (offsetX / geometry.cell()));
        clipped(geometry.labels(), geometry.heading(), () -> {
            for (int r = firstRow; r < look.rowCount() && y(r) < height; r++) {
                for (int c = firstColumn; c < look.columnCount() && x(c) < width; c++) {
                    square(look.square(r, c), x(c), y(r));
                }
            }
            if (hovered != null) {
                frame(hovered, colours.of(HeatColours.Part.TEXT), 1.5);
            }
            if (focused != null) {
                frame(focused, colours.of(HeatColours.Part.GROUND), 4);
                frame(focused, colours.of(HeatColours.Part.FOCUS), 2.5);
            }
        });
        clipped(0, geometry.heading(), () -> {
            for (int r = firstRow; r < look.rowCount() && y(r) - HeatGeometry.GROUP < height; r++) {
                label(look, r, hovered, focused);
            }
        });
        clipped(geometry.labels(), 0, () -> {
            for (int c = Math.max(0, firstColumn - (int) (geometry.heading() / geometry.cell()) - 1); c < look.columnCount() && x(c) < width; c++) {
                heading(look, c, hovered, focused);
            }
        });
    }

    private void clipped(double left, double top, Runnable drawing) {
        g.save();
        g.beginPath();
        g.rect(left, top, width - left, height - top);
        g.clip();
        drawing.run();
        g.restore();
    }

    private double x(int column) {
        return geometry.labels() + column * geometry.cell() - offsetX;
    }

    private double y(int row) {
        return geometry.heading() + geometry.top(row) - offsetY;
    }

    private void square(Square square, double x, double y) {
        double w = geometry.cell() - 2;
        double h = HeatGeometry.ROW - 2;
        if (square.blank()) {
            outline(x, y);
            return;
        }
        Color fill = square.value() == null ? colours.of(square.state()) : HeatColours.of(Palette.shade(square.shade()));
        Color ink = square.state() == State.UNTESTED ? colours.of(HeatColours.Part.FAINT) : HeatColours.ink(fill);
        g.setFill(fill);
        g.fillRoundRect(x + 1, y + 1, w, h, RADIUS, RADIUS);
        if (square.state() == State.UNTESTED) {
            outline(x, y);
        }
        String text = square.text();
        boolean withText = !text.isEmpty() && geometry.cell() > HeatGeometry.GLYPH * 2 + HeatGeometry.GAP;
        double glyph = square.state() == State.MEASURED ? 0 : HeatGeometry.GLYPH;
        double gap = glyph > 0 && withText ? HeatGeometry.GAP : 0;
        double textWidth = withText ? texts.width(text) : 0;
        double left = x + (geometry.cell() - glyph - gap - textWidth) / 2;
        Glyph.draw(square.state(), new CanvasPen(g, left, y + (HeatGeometry.ROW - HeatGeometry.GLYPH) / 2, HeatGeometry.GLYPH, ink));
        if (withText) {
            g.setFill(ink);
            g.setFont(texts.font());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(text, left + glyph + gap, y + HeatGeometry.ROW / 2 + texts.drop());
        }
        if (square.marked()) {
            g.setStroke(ink);
            g.setLineWidth(1.2);
            g.setLineDashes(3, 2.5);
            g.strokeRoundRect(x + 3, y + 3, w - 4, h - 4, RADIUS, RADIUS);
            g.setLineDashes();
        }
    }

    private void outline(double x, double y) {
        g.setStroke(colours.of(HeatColours.Part.LINE));
        g.setLineWidth(1);
        g.strokeRoundRect(x + 1.5, y + 1.5, geometry.cell() - 3, HeatGeometry.ROW - 3, RADIUS, RADIUS);
    }

    private void frame(Matrix.Pair pair, Color colour, double thickness) {
        g.setStroke(colour);
        g.setLineWidth(thickness);
        g.strokeRoundRect(x(pair.column()) + 1, y(pair.row()) + 1, geometry.cell() - 2, HeatGeometry.ROW - 2, RADIUS, RADIUS);
    }

    private void label(Arrangement look, int row, Matrix.@Nullable Pair hovered, Matrix.@Nullable Pair focused) {
        g.setFont(texts.font());
        if (look.startsGroup(row)) {
            String group = look.row(row).group();
            g.setFill(colours.of(HeatColours.Part.FAINT));
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(texts.cut(group.isEmpty() ? Messages.get("matrix.group.none") : group, geometry.labels() + geometry.cell()), 2, y(row) - 7);
        }
        boolean current = (hovered != null && hovered.row() == row) || (focused != null && focused.row() == row);
        g.setFill(colours.of(current ? HeatColours.Part.FOCUS : HeatColours.Part.TEXT));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(texts.cut(look.row(row).label(), geometry.labels() - 2 * HeatGeometry.GAP), geometry.labels() - HeatGeometry.GAP,
                y(row) + HeatGeometry.ROW / 2 + texts.drop());
    }

    private void heading(Arrangement look, int column, Matrix.@Nullable Pair hovered, Matrix.@Nullable Pair focused) {
        boolean current = (hovered != null && hovered.column() == column) || (focused != null && focused.column() == column);
        g.save();
        g.translate(x(column) + geometry.cell() / 2 + 3, geometry.heading() - HeatGeometry.GAP);
        g.rotate(-Math.toDegrees(HeatGeometry.SLANT));
        g.setFont(texts.font());
        g.setFill(colours.of(current ? HeatColours.Part.FOCUS : HeatColours.Part.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(texts.cut(look.column(column).label(), 230), 0, 0);
        g.restore();
    }

    /** Draws glyphs on a canvas. */
    private record CanvasPen(GraphicsContext g, double left, double top, double side, Color ink) implements Glyph.Pen {
        CanvasPen {
            g.setStroke(ink);
            g.setFill(ink);
            g.setLineWidth(Glyph.THICKNESS * side);
            g.setLineCap(StrokeLineCap.ROUND);
        }

        @Override
        public void line(double x1, double y1, double x2, double y2) {
            g.strokeLine(left + x1 * side, top + y1 * side, left + x2 * side, top + y2 * side);
        }

        @Override
        public void ring(double x, double y, double radius) {
            g.strokeOval(left + (x - radius) * side, top + (y - radius) * side, 2 * radius * side, 2 * radius * side);
        }

        @Override
        public void disc(double x, double y, double radius) {
            g.fillOval(left + (x - radius) * side, top + (y - radius) * side, 2 * radius * side, 2 * radius * side);
        }

        @Override
        public void half(double x, double y, double radius) {
            g.fillArc(left + (x - radius) * side, top + (y - radius) * side, 2 * radius * side, 2 * radius * side, 90, 180, javafx.scene.shape.ArcType.CHORD);
        }
    }
}
