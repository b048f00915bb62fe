package org.godwit.analysis.chart;

import java.util.List;
import org.godwit.analysis.chart.compare.CompareChart;
import org.godwit.analysis.chart.spi.ChartKind;

/** Every kind of chart there is. */
public final class Charts {
    private Charts() {}

    /** Returns them in the order in which they are listed. A new kind is one line here. */
    public static List<ChartKind> all() {
        return List.of(new CompareChart());
    }
}
