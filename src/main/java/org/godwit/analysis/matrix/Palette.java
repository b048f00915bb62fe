package org.godwit.analysis.matrix;

/**
 * The colours of files, as 0xRRGGBB: those of Okabe and Ito, made lighter or darker so that each state has a lightness of
 * its own and all stay apart for colour-blind eyes and in grey. The window has them as {@code -gw-matrix-…} in its style
 * sheets; a test holds both against each other.
 */
public final class Palette {
    private static final int DARK = 0x000000;
    private static final int LIGHT = 0xffffff;
    /** From the least to the greatest value: light to dark, blue, distinct in grey too. */
    private static final int[] SHADES = {0xe8f1f8, 0xb5d5ea, 0x7db6dc, 0x3f8fc4, 0x0f649b, 0x063d63};

    private Palette() {}

    /** Returns the colour of a state's squares. */
    public static int fill(State state) {
        return switch (state) {
            case FULL -> 0x007b59;
            case PARTIAL -> 0xdcd13c;
            case CONFLICTING -> 0x581442;
            case FAILS -> 0x863800;
            case SIMULATED -> 0x438fba;
            case UNDECIDED -> 0xa3a8ac;
            case UNTESTED -> 0xfcfdfd;
            case MEASURED -> shade(1);
        };
    }

    /** Returns the colour of a value between the least (0) and the greatest (1). */
    public static int shade(double place) {
        double at = Math.clamp(place, 0, 1) * (SHADES.length - 1);
        int low = Math.min((int) at, SHADES.length - 2);
        double part = at - low;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = SHADES[low] >> shift & 0xff;
            int to = SHADES[low + 1] >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return mixed;
    }

    /** Returns the colour, black or white, that is read best on a ground. */
    public static int ink(int ground) {
        return contrast(ground, DARK) >= contrast(ground, LIGHT) ? DARK : LIGHT;
    }

    /** Returns the contrast of two colours as WCAG defines it, from 1 to 21. */
    public static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff) + 0.7152 * linear(colour >> 8 & 0xff) + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
