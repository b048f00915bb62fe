package org.godwit.analysis.matrix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One pair as it is shown.
 *
 * @param shown whether its results are counted in this look: the real ones, else the simulated ones
 * @param value the measure, null if there is none
 * @param shade where the value stands between the least (0) and the greatest (1)
 * @param marked whether simulated results are among what is shown
 * @param blank whether its state is hidden by the filter
 */
public record Square(Matrix.Pair pair, State state, Tally shown, @Nullable Double value, double shade, boolean marked, boolean blank) {
    private static final double SMALL = 0.01;
    private static final double LARGE = 1e6;

    /** Returns what stands in the square beside its glyph: {@code 2/3} are two passes of three, or the value; empty if untested. */
    public String text() {
        if (value != null) {
            return number(value);
        }
        if (shown.total() == 0) {
            return "";
        }
        return shown.decided() == 0 ? Long.toString(shown.total()) : shown.pass() + "/" + shown.decided();
    }

    /** Returns glyph and text, with the mark of simulated results, for files of text. */
    public String words() {
        String words = (state.glyph() + " " + text()).strip();
        return marked && state != State.SIMULATED ? words + " ~" : words;
    }

    /** Returns a number with three or four digits that matter. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= LARGE || size < SMALL) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int places = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
