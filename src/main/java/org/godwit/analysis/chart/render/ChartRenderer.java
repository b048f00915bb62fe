package org.godwit.analysis.chart.render;

import java.awt.BasicStroke;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.Fonts;
import org.godwit.engine.text.Messages;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** Makes what JFreeChart draws: the same for screen, picture files and paper. Bars lie, so that long names can be read. */
public final class ChartRenderer {
    private static final int MOST_BARS = 60;
    private static final float TITLE = 17;
    private static final float TEXT = 12;
    private static final float SMALL = 11;
    private static final double LABEL_ROOM = 0.2;
    private static final float NAME_ROOM = 0.45f;
    private static final double TICK_ROOM = 18;

    static {
        // Otherwise the label of the upright axis would be outlines instead of text in SVG and PDF.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private ChartRenderer() {}

    /** Returns the part of a chart that is drawn: all of it up to 60 bars, else the first categories, and a note. */
    public static ChartSpec drawn(ChartSpec spec) {
        int most = Math.max(1, MOST_BARS / spec.series().size());
        return spec.first(most, Messages.get("chart.note.first", most, spec.categories().size()));
    }

    /** Returns a chart of everything in a spec; series can be hidden and shown in it. */
    public static JFreeChart chart(ChartSpec spec, ChartLook look) {
        ChartTheme theme = look.theme();
        SpecData data = new SpecData(spec);
        CategoryPlot plot = new CategoryPlot(data, categories(spec, data, theme), values(spec, look), new SpreadBars(spec, look));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(theme.background());
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(theme.muted());
        plot.setNoDataMessage("");
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(new RectangleInsets(12, 14, 10, 14));
        chart.setTextAntiAlias(true);
        titles(chart, spec, look);
        return chart;
    }

    /** Returns which bar of a chart was pointed at; empty if it is none. */
    public static Optional<BarPlace> bar(@Nullable ChartEntity pointed) {
        return pointed instanceof CategoryItemEntity item
                && item.getRowKey() instanceof SpecData.Key series
                && item.getColumnKey() instanceof SpecData.Key category
            ? Optional.of(new BarPlace(series.position(), category.position()))
            : Optional.empty();
    }

    /** Where a bar stands in its spec, by positions. */
    public record BarPlace(int series, int category) {}

    private static CategoryAxis categories(ChartSpec spec, SpecData data, ChartTheme theme) {
        CategoryAxis axis = new CategoryAxis(spec.categoryAxis());
        axis.setLabelFont(Fonts.of(spec.categoryAxis(), TEXT));
        axis.setLabelPaint(theme.muted());
        axis.setTickLabelPaint(theme.text());
        axis.setTickLabelFont(Fonts.plain(TEXT));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(NAME_ROOM);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.25);
        for (SpecData.Key key : data.columns()) {
            axis.setTickLabelFont(key, Fonts.of(key.name(), TEXT));
        }
        return axis;
    }

    private static NumberAxis values(ChartSpec spec, ChartLook look) {
        ChartTheme theme = look.theme();
        NumberAxis axis = new NumberAxis(spec.valueAxisWithUnit());
        axis.setLabelFont(Fonts.of(spec.valueAxisWithUnit(), TEXT));
        axis.setLabelPaint(theme.muted());
        axis.setTickLabelPaint(theme.muted());
        axis.setTickLabelFont(Fonts.plain(SMALL));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(LABEL_ROOM);
        axis.setTickLabelInsets(new RectangleInsets(2, TICK_ROOM, 2, TICK_ROOM));
        NumberFormat format = NumberFormat.getInstance(look.locale());
        format.setMaximumFractionDigits(9);
        axis.setNumberFormatOverride(format);
        return axis;
    }

    private static void titles(JFreeChart chart, ChartSpec spec, ChartLook look) {
        ChartTheme theme = look.theme();
        TextTitle title = text(spec.title(), TITLE);
        title.setPaint(theme.text());
        chart.setTitle(title);
        TextTitle subtitle = text(spec.subtitle(), TEXT);
        subtitle.setPaint(theme.muted());
        chart.addSubtitle(subtitle);
        if (look.legend() && spec.series().size() > 1) {
            LegendTitle legend = new LegendTitle(chart.getPlot());
            legend.setItemFont(Fonts.of(spec.series().stream().map(ChartSpec.Series::name).collect(Collectors.joining()), TEXT));
            legend.setItemPaint(theme.text());
            legend.setBackgroundPaint(theme.background());
            legend.setFrame(BlockBorder.NONE);
            legend.setPosition(RectangleEdge.TOP);
            legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(legend);
        }
        if (!spec.notes().isEmpty()) {
            TextTitle notes = text(String.join("  ·  ", spec.notes()), SMALL);
            notes.setPaint(theme.muted());
            notes.setPosition(RectangleEdge.BOTTOM);
            notes.setMargin(8, 0, 0, 0);
            chart.addSubtitle(notes);
        }
    }

    private static TextTitle text(String text, float size) {
        TextTitle title = new TextTitle(text, Fonts.of(text, size));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setExpandToFitSpace(true);
        title.setMargin(0, 0, 4, 0);
        return title;
    }
}
