package org.godwit.analysis.chart.render;

import java.awt.Color;
import java.util.List;

/** Colours of a chart. Series have those of Okabe and Ito, which colour-blind eyes tell apart too. */
public enum ChartTheme {
    LIGHT(0xffffff, 0x1f2328, 0x57606a, 0xdde3e7),
    DARK(0x12171e, 0xe6edf3, 0x9aa4af, 0x2c343e),
    PRINT(0xffffff, 0x000000, 0x404040, 0xd0d0d0);

    private final Color background;
    private final Color text;
    private final Color muted;
    private final Color grid;

    ChartTheme(int background, int text, int muted, int grid) {
        this.background = new Color(background);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
    }

    public Color background() {
        return background;
    }

    public Color text() {
        return text;
    }

    Color muted() {
        return muted;
    }

    Color grid() {
        return grid;
    }

    /** Returns the colour of a series by its position; after eight they repeat. */
    public Color series(int position) {
        List<Color> series = this == DARK ? Palette.ON_DARK : Palette.ON_LIGHT;
        return series.get(position % series.size());
    }

    /** Returns the line around a bar, so that light bars stand out too. */
    Color outline(int position) {
        return this == DARK ? series(position).brighter() : series(position).darker();
    }

    private static final class Palette {
        static final List<Color> ON_LIGHT = colours(0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xf0e442, 0x7f7f7f);
        static final List<Color> ON_DARK = colours(0x3b9fe0, 0xe69f00, 0x19b589, 0xcc79a7, 0x9ad5f5, 0xf07f2a, 0xf0e442, 0xa0a0a0);

        private static List<Color> colours(int... rgb) {
            return java.util.Arrays.stream(rgb).mapToObj(Color::new).toList();
        }
    }
}
