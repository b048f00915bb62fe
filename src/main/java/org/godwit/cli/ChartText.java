package org.godwit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.godwit.analysis.chart.render.Figure;
import org.godwit.analysis.chart.spi.ChartSpec;

/** A chart in letters: bars of block characters, to an eighth of a letter, with the figures beside them. */
final class ChartText {
    private static final int WIDTH = 36;
    private static final int NAME = 40;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final String GAP = "  ";

    private final ChartSpec chart;
    private final double longest;

    /** One bar: its names, its length and what is said of it. */
    private record Line(String category, String series, String bar, String figures) {}

    private ChartText(ChartSpec chart) {
        this.chart = chart;
        this.longest = chart.series().stream().flatMap(s -> s.bars().stream())
                .mapToDouble(bar -> bar == null || bar.value() == null ? 0 : Math.abs(bar.value())).max().orElse(0);
    }

    static String of(ChartSpec chart) {
        return new ChartText(chart).text();
    }

    private String text() {
        List<Line> lines = lines();
        int category = lines.stream().mapToInt(line -> length(line.category())).max().orElse(0);
        int series = lines.stream().mapToInt(line -> length(line.series())).max().orElse(0);
        StringBuilder text = new StringBuilder(TextTable.oneLine(chart.title())).append('\n');
        text.append(TextTable.oneLine(chart.valueAxisWithUnit() + "  ·  " + chart.subtitle())).append("\n\n");
        for (Line line : lines) {
            String row = padded(line.category(), category) + GAP + (series == 0 ? "" : padded(line.series(), series) + GAP)
                    + padded(line.bar(), WIDTH) + GAP + line.figures();
            text.append(row.stripTrailing()).append('\n');
        }
        chart.notes().forEach(note -> text.append(text.indexOf("\n\nNote") < 0 ? "\nNote: " : "Note: ").append(TextTable.oneLine(note)).append('\n'));
        return text.toString();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < chart.categories().size(); i++) {
            String name = cut(TextTable.oneLine(chart.categories().get(i)));
            for (ChartSpec.Series series : chart.series()) {
                ChartSpec.Bar bar = series.bars().get(i);
                if (bar != null) {
                    String split = chart.series().size() > 1 ? cut(TextTable.oneLine(series.name())) : "";
                    lines.add(new Line(name, split, drawn(bar), figures(bar)));
                    name = "";
                }
            }
        }
        return lines;
    }

    private String drawn(ChartSpec.Bar bar) {
        Double value = bar.value();
        if (value == null || longest == 0) {
            return "";
        }
        int eighths = (int) Math.round(Math.abs(value) / longest * WIDTH * 8);
        String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return (value < 0 ? "-" : "") + "█".repeat(eighths / 8) + rest;
    }

    private String figures(ChartSpec.Bar bar) {
        Double low = bar.low();
        Double high = bar.high();
        String spread = low == null || high == null ? "" : GAP + "[" + Figure.of(low, Locale.ROOT) + " to " + Figure.of(high, Locale.ROOT) + "]";
        return Figure.label(bar, Locale.ROOT) + spread;
    }

    private static String cut(String name) {
        return length(name) <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
