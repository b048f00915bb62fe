package org.godwit.analysis.matrix;

/**
 * The sign of each state, drawn from lines and discs, so that it looks the same on the screen and in every file whatever
 * the fonts. It stands in a square of side 1 whose corner is (0, 0).
 */
public final class Glyph {
    /** How thick lines are, as a part of the side. */
    public static final double THICKNESS = 0.15;

    private static final double HALF = 0.5;
    private static final double RING = 0.36;
    private static final double DOT = 0.09;

    /** What draws; in the glyph's square. */
    public interface Pen {
        void line(double x1, double y1, double x2, double y2);

        /** Draws a circle's line. */
        void ring(double x, double y, double radius);

        /** Fills a circle. */
        void disc(double x, double y, double radius);

        /** Fills the left half of a circle. */
        void half(double x, double y, double radius);
    }

    private Glyph() {}

    /** Draws the sign of a state; nothing for a value. */
    public static void draw(State state, Pen pen) {
        switch (state) {
            case FULL -> {
                pen.line(0.14, 0.54, 0.4, 0.8);
                pen.line(0.4, 0.8, 0.88, 0.2);
            }
            case PARTIAL -> {
                pen.ring(HALF, HALF, RING);
                pen.half(HALF, HALF, RING);
            }
            case CONFLICTING -> {
                pen.line(HALF, 0.1, HALF, 0.6);
                pen.disc(HALF, 0.86, DOT * 1.2);
            }
            case FAILS -> {
                pen.line(0.2, 0.2, 0.8, 0.8);
                pen.line(0.8, 0.2, 0.2, 0.8);
            }
            case SIMULATED -> wave(pen);
            case UNDECIDED -> pen.line(0.2, HALF, 0.8, HALF);
            case UNTESTED -> pen.disc(HALF, HALF, DOT);
            case MEASURED -> {
                // A value stands there instead.
            }
        }
    }

    private static void wave(Pen pen) {
        int steps = 12;
        double lastX = 0.12;
        double lastY = HALF;
        for (int i = 1; i <= steps; i++) {
            double x = 0.12 + 0.76 * i / steps;
            double y = HALF - 0.17 * Math.sin(2 * Math.PI * i / steps);
            pen.line(lastX, lastY, x, y);
            lastX = x;
            lastY = y;
        }
    }
}
