package org.godwit.analysis.chart.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.Drawing;

/** A chart to be exported, as high as its bars need. */
public final class ChartDrawing implements Drawing {
    private static final int WIDTH = 960;
    private static final int AROUND = 175;
    private static final int BAR = 22;
    private static final int GAP = 16;
    private static final int THIN_BAR = 14;
    private static final int THIN_GAP = 6;

    private final ChartSpec spec;
    private final ChartLook look;

    public ChartDrawing(ChartSpec spec, ChartLook look) {
        this.spec = ChartRenderer.drawn(spec);
        this.look = look;
    }

    /** Returns how high a chart is to be in pixels, so that its bars can be told apart. */
    public static int height(ChartSpec spec) {
        return AROUND + spec.categories().size() * (spec.series().size() * BAR + GAP);
    }

    /** Returns the height below which bars cannot be told apart any more. */
    public static int leastHeight(ChartSpec spec) {
        return AROUND + spec.categories().size() * (spec.series().size() * THIN_BAR + THIN_GAP);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return height(spec);
    }

    @Override
    public String title() {
        return spec.title();
    }

    @Override
    public void draw(Graphics2D g) {
        ChartRenderer.chart(spec, look).draw(g, new Rectangle2D.Double(0, 0, width(), height()));
    }
}
