package org.godwit.app.matrix;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The widths of texts in a heatmap, measured once each. Only for the FX thread. */
final class HeatTexts {
    private static final double SIZE = 12;
    private static final int MOST = 50_000;

    private final Font font = Font.font(SIZE);
    private final Text measure = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private final Map<String, String> cuts = new HashMap<>();

    HeatTexts() {
        measure.setFont(font);
    }

    Font font() {
        return font;
    }

    /** Returns how far below the middle of a line its letters stand. */
    double drop() {
        return SIZE * 0.35;
    }

    double width(String text) {
        if (widths.size() > MOST) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, t -> {
            measure.setText(oneLine(t));
            return measure.getLayoutBounds().getWidth();
        });
    }

    /** Returns a text on one line, shortened to a width. */
    String cut(String text, double room) {
        if (cuts.size() > MOST) {
            cuts.clear();
        }
        return cuts.computeIfAbsent(text + '\u0000' + Math.round(room), t -> shorten(oneLine(text), room));
    }

    private String shorten(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            measure.setText(text.substring(0, middle) + "…");
            if (measure.getLayoutBounds().getWidth() <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
