package org.godwit.analysis.chart.render;

import java.util.Locale;

/**
 * How a chart is drawn.
 *
 * @param locale how its numbers are written
 * @param legend whether it names its series, if there are several; the window does that itself
 */
public record ChartLook(ChartTheme theme, Locale locale, boolean legend) {
    /** Returns how a chart looks in a file. */
    public static ChartLook file(ChartTheme theme) {
        return new ChartLook(theme, Locale.ROOT, true);
    }
}
