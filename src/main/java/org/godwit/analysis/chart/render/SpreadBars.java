package org.godwit.analysis.chart.render;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.Fonts;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;

/** Lying bars, each with its error bar, its value and how many rows it stands for. */
final class SpreadBars extends BarRenderer {
    private static final float LABEL_SIZE = 11;
    private static final double LABEL_GAP = 6;
    private static final double CAP = 0.25;
    private static final double MOST_CAP = 5;
    private static final float THIN = 0.75f;
    private static final BasicStroke WHISKER = new BasicStroke(1.3f);

    private final transient ChartSpec spec;
    private final transient ChartLook look;

    SpreadBars(ChartSpec spec, ChartLook look) {
        this.spec = spec;
        this.look = look;
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(true);
        setItemMargin(0.06);
        setMaximumBarWidth(0.12);
        setDefaultToolTipGenerator((data, row, column) -> String.join("\n", Figure.facts(spec, row, column, look.locale())));
        for (int i = 0; i < spec.series().size(); i++) {
            setSeriesPaint(i, look.theme().series(i));
            setSeriesOutlinePaint(i, look.theme().outline(i));
            setSeriesOutlineStroke(i, new BasicStroke(THIN));
        }
    }

    @Override
    public void drawItem(
            Graphics2D g, CategoryItemRendererState state, Rectangle2D area, CategoryPlot plot, CategoryAxis categories, ValueAxis values,
            CategoryDataset data, int row, int column, int pass) {
        super.drawItem(g, state, area, plot, categories, values, data, row, column, pass);
        int visible = state.getVisibleSeriesIndex(row);
        ChartSpec.Bar bar = spec.series().get(row).bars().get(column);
        if (visible < 0 || bar == null) {
            return;
        }
        double top = calculateBarW0(plot, plot.getOrientation(), area, categories, state, visible, column);
        double middle = top + state.getBarWidth() / 2;
        double end = values.valueToJava2D(end(bar), area, plot.getRangeAxisEdge());
        whisker(g, bar, values, area, plot.getRangeAxisEdge(), middle, state.getBarWidth());
        String label = Figure.label(bar, look.locale());
        Font font = Fonts.of(label, LABEL_SIZE);
        g.setFont(font);
        g.setPaint(bar.value() == null ? look.theme().muted() : look.theme().text());
        g.drawString(label, (float) (end + LABEL_GAP), (float) (middle + LABEL_SIZE * 0.36));
    }

    private void whisker(Graphics2D g, ChartSpec.Bar bar, ValueAxis values, Rectangle2D area, RectangleEdge edge, double middle, double width) {
        Double low = bar.low();
        Double high = bar.high();
        if (low == null || high == null) {
            return;
        }
        double from = values.valueToJava2D(low, area, edge);
        double to = values.valueToJava2D(high, area, edge);
        double cap = Math.min(MOST_CAP, width * CAP);
        g.setPaint(look.theme().text());
        g.setStroke(WHISKER);
        g.draw(new Line2D.Double(from, middle, to, middle));
        g.draw(new Line2D.Double(from, middle - cap, from, middle + cap));
        g.draw(new Line2D.Double(to, middle - cap, to, middle + cap));
    }

    /** Where a bar and its error bar end. */
    private static double end(ChartSpec.Bar bar) {
        double value = bar.value() == null ? 0 : bar.value();
        return Math.max(0, Math.max(value, bar.high() == null ? value : bar.high()));
    }

    @Override
    public @Nullable Range findRangeBounds(@Nullable CategoryDataset data) {
        double least = 0;
        double most = 0;
        for (int i = 0; i < spec.series().size(); i++) {
            if (!isSeriesVisible(i)) {
                continue;
            }
            for (ChartSpec.Bar bar : spec.series().get(i).bars()) {
                if (bar != null) {
                    most = Math.max(most, end(bar));
                    double value = bar.value() == null ? 0 : bar.value();
                    least = Math.min(least, Math.min(value, bar.low() == null ? value : bar.low()));
                }
            }
        }
        return new Range(least, most == least ? least + 1 : most);
    }
}
