package org.godwit.app.matrix;

import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import org.godwit.analysis.matrix.Glyph;
import org.godwit.analysis.matrix.State;

/** The sign of a state as a small coloured square, for legends; its colours come from the style sheet. */
final class Signs {
    private static final double SIDE = 18;
    private static final double GLYPH = 12;
    private static final double INSET = (SIDE - GLYPH) / 2;

    private Signs() {}

    static Pane of(State state) {
        Pane sign = new Pane();
        sign.getStyleClass().addAll("sign", "sign-" + state.name().toLowerCase(Locale.ROOT));
        sign.setMinSize(SIDE, SIDE);
        sign.setMaxSize(SIDE, SIDE);
        Glyph.draw(state, new ShapePen(sign));
        return sign;
    }

    /** Makes shapes of glyphs. */
    private record ShapePen(Pane sign) implements Glyph.Pen {
        @Override
        public void line(double x1, double y1, double x2, double y2) {
            Line line = new Line(place(x1), place(y1), place(x2), place(y2));
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            line.setStrokeWidth(Glyph.THICKNESS * GLYPH);
            add(line, "sign-line");
        }

        @Override
        public void ring(double x, double y, double radius) {
            Circle ring = new Circle(place(x), place(y), radius * GLYPH);
            ring.setStrokeWidth(Glyph.THICKNESS * GLYPH);
            add(ring, "sign-line");
        }

        @Override
        public void disc(double x, double y, double radius) {
            add(new Circle(place(x), place(y), radius * GLYPH), "sign-solid");
        }

        @Override
        public void half(double x, double y, double radius) {
            Arc half = new Arc(place(x), place(y), radius * GLYPH, radius * GLYPH, 90, 180);
            half.setType(ArcType.CHORD);
            add(half, "sign-solid");
        }

        private void add(Shape shape, String style) {
            shape.getStyleClass().add(style);
            sign.getChildren().add(shape);
        }

        private static double place(double at) {
            return INSET + at * GLYPH;
        }
    }
}
