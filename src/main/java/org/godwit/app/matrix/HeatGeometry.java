package org.godwit.app.matrix;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Matrix;
import org.godwit.analysis.matrix.Member;

/** Where everything of a heatmap stands, in pixels of its content; headings and labels do not scroll. Immutable. */
final class HeatGeometry {
    static final double ROW = 26;
    static final double GROUP = 28;
    static final double GLYPH = 12;
    static final double GAP = 6;
    static final double SLANT = Math.PI / 4;

    private static final double LONGEST = 230;
    private static final double LETTER = 15;
    private static final double NARROW = 30;
    private static final double WIDE = 46;
    private static final double WIDEST = 92;

    private final Arrangement look;
    private final double labels;
    private final double heading;
    private final double reach;
    private final double cell;
    private final double[] tops;
    private final double height;

    /**
     * @param measure the width of a text
     * @param withTexts whether squares hold counts or values beside their glyphs
     * @param available how wide the heatmap is
     */
    HeatGeometry(Arrangement look, ToDoubleFunction<String> measure, boolean withTexts, double available) {
        this.look = look;
        this.labels = Math.min(LONGEST, widest(look.rowCount(), r -> look.row(r), measure)) + 2 * GAP;
        double longest = Math.min(LONGEST, widest(look.columnCount(), c -> look.column(c), measure));
        this.heading = longest * Math.sin(SLANT) + LETTER + GAP;
        this.reach = longest * Math.cos(SLANT);
        this.cell = cell(look, measure, withTexts, available - labels - reach);
        this.tops = new double[look.rowCount()];
        double y = 0;
        for (int r = 0; r < tops.length; r++) {
            y += look.startsGroup(r) ? GROUP : 0;
            tops[r] = y;
            y += ROW;
        }
        this.height = y;
    }

    private interface Members {
        Member at(int place);
    }

    private static double widest(int count, Members members, ToDoubleFunction<String> measure) {
        return IntStream.range(0, count).mapToDouble(i -> measure.applyAsDouble(members.at(i).label())).max().orElse(0);
    }

    private static double cell(Arrangement look, ToDoubleFunction<String> measure, boolean withTexts, double available) {
        if (look.columnCount() == 0 || !withTexts) {
            return NARROW;
        }
        String longest = "";
        for (int r = 0; r < look.rowCount(); r++) {
            for (int c = 0; c < look.columnCount(); c++) {
                String text = look.square(r, c).text();
                longest = text.length() > longest.length() ? text : longest;
            }
        }
        double needed = Math.max(WIDE, GLYPH + 3 * GAP + measure.applyAsDouble(longest));
        return Math.max(needed, Math.min(WIDEST, Math.floor(available / look.columnCount())));
    }

    Arrangement look() {
        return look;
    }

    /** Returns the width of the labels at the left. */
    double labels() {
        return labels;
    }

    /** Returns the height of the headings at the top. */
    double heading() {
        return heading;
    }

    /** Returns the width of a square. */
    double cell() {
        return cell;
    }

    /** Returns how wide the squares are, with room for the last slanting heading. */
    double width() {
        return cell * look.columnCount() + reach;
    }

    double height() {
        return height;
    }

    double top(int row) {
        return tops[row];
    }

    /** Returns the first row of which something stands at or below this height. */
    int firstRow(double y) {
        int found = Arrays.binarySearch(tops, y);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** Finds the square at a place of the content. */
    Optional<Matrix.Pair> at(double x, double y) {
        if (x < 0 || y < 0 || y >= height || x >= cell * look.columnCount() || tops.length == 0) {
            return Optional.empty();
        }
        int row = firstRow(y);
        boolean inRow = y >= tops[row] && y < tops[row] + ROW;
        return inRow ? Optional.of(new Matrix.Pair(row, (int) (x / cell))) : Optional.empty();
    }
}
