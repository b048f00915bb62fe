package org.godwit.app.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.godwit.app.fx.Icon;

/** Measures from pixels how well texts and icons stand out from what is behind them. On the FX thread. */
public final class Ink {
    /** Enlarged, so that the stem of a thin letter has a pixel of its own colour. */
    private static final double SCALE = 3;

    private static final double TEXT = 4.5;
    private static final double ICON = 3;

    private Ink() {}

    /** Returns the texts below 4.5:1 and the icons below 3:1, with what was measured. What is disabled may be faint. */
    public static List<String> faint(Scene scene) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(scene.getFill());
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        List<String> faint = new ArrayList<>();
        Opened.all(scene.getRoot())
                .filter(node -> node instanceof Text text && !text.getText().isBlank() && Opened.isShown(text) && !isDisabled(text))
                .map(Text.class::cast)
                .forEach(text -> {
                    double least = text instanceof Icon ? ICON : TEXT;
                    double contrast = contrast(text, image);
                    if (contrast < least) {
                        faint.add(String.format(Locale.ROOT, "%.2f:1 %s", contrast, name(text)));
                    }
                });
        return faint;
    }

    private static String name(Text text) {
        String words = text instanceof Icon icon ? String.valueOf(icon.shown()) : "'" + text.getText() + "'";
        return words + " in " + (text.getParent() == null ? "" : text.getParent().getStyleClass());
    }

    private static boolean isDisabled(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.isDisabled()) {
                return true;
            }
        }
        return false;
    }

    /** The contrast of the strongest pixel with the most frequent one; very high if the text cannot be seen here. */
    private static double contrast(Text text, WritableImage image) {
        Bounds bounds = seen(text);
        int left = (int) Math.max(0, bounds.getMinX() * SCALE);
        int top = (int) Math.max(0, bounds.getMinY() * SCALE);
        int right = (int) Math.min(image.getWidth(), bounds.getMaxX() * SCALE);
        int bottom = (int) Math.min(image.getHeight(), bounds.getMaxY() * SCALE);
        if (right - left < 4 * SCALE || bottom - top < 6 * SCALE) {
            return Double.MAX_VALUE;
        }
        PixelReader pixels = image.getPixelReader();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
            }
        }
        int ground = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return counts.keySet().stream().mapToDouble(color -> contrast(color, ground)).max().orElse(1);
    }

    /** Where a node can be seen in the scene: within every clip above it. */
    private static Bounds seen(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up.getClip() != null) {
                Bounds clip = up.localToScene(up.getClip().getBoundsInParent());
                double left = Math.max(bounds.getMinX(), clip.getMinX());
                double top = Math.max(bounds.getMinY(), clip.getMinY());
                bounds = new javafx.geometry.BoundingBox(
                        left,
                        top,
                        Math.max(0, Math.min(bounds.getMaxX(), clip.getMaxX()) - left),
                        Math.max(0, Math.min(bounds.getMaxY(), clip.getMaxY()) - top));
            }
        }
        return bounds;
    }

    /** WCAG's contrast of two colours, 1 to 21. */
    public static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Returns how many pixels differ within the bounds of a node and a little around it. */
    public static int differing(WritableImage one, WritableImage other, Bounds bounds) {
        int margin = 4;
        int count = 0;
        int bottom = (int) Math.min(Math.min(one.getHeight(), other.getHeight()), bounds.getMaxY() + margin);
        int right = (int) Math.min(Math.min(one.getWidth(), other.getWidth()), bounds.getMaxX() + margin);
        for (int y = (int) Math.max(0, bounds.getMinY() - margin); y < bottom; y++) {
            for (int x = (int) Math.max(0, bounds.getMinX() - margin); x < right; x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    count++;
                }
            }
        }
        return count;
    }
}
