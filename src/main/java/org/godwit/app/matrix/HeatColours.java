package org.godwit.app.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.godwit.analysis.matrix.Palette;
import org.godwit.analysis.matrix.State;

/** The colours of a heatmap, which its style sheet gives: {@code -gw-heat-full: -gw-matrix-full}, and so on. */
final class HeatColours {
    /** What has a colour besides the states. */
    enum Part {
        GROUND,
        TEXT,
        FAINT,
        LINE,
        FOCUS
    }

    private static final int WHITE = 255;
    private static final List<CssMetaData<Heatmap, Paint>> METADATA = new ArrayList<>();

    static {
        for (State state : State.values()) {
            METADATA.add(metadata(state.name(), heatmap -> heatmap.colours().states.get(state)));
        }
        for (Part part : Part.values()) {
            METADATA.add(metadata(part.name(), heatmap -> heatmap.colours().parts.get(part)));
        }
    }

    private final Map<State, SimpleStyleableObjectProperty<Paint>> states = new EnumMap<>(State.class);
    private final Map<Part, SimpleStyleableObjectProperty<Paint>> parts = new EnumMap<>(Part.class);

    HeatColours(Runnable changed) {
        int i = 0;
        for (State state : State.values()) {
            states.put(state, property(i++, changed));
        }
        for (Part part : Part.values()) {
            parts.put(part, property(i++, changed));
        }
    }

    private static SimpleStyleableObjectProperty<Paint> property(int metadata, Runnable changed) {
        SimpleStyleableObjectProperty<Paint> property = new SimpleStyleableObjectProperty<>(METADATA.get(metadata), (Paint) Color.GRAY);
        property.addListener((observable, before, now) -> changed.run());
        return property;
    }

    private interface Finder {
        @org.jspecify.annotations.Nullable StyleableProperty<Paint> in(Heatmap heatmap);
    }

    private static CssMetaData<Heatmap, Paint> metadata(String name, Finder finder) {
        return new CssMetaData<>("-gw-heat-" + name.toLowerCase(Locale.ROOT), PaintConverter.getInstance(), Color.GRAY) {
            @Override
            public boolean isSettable(Heatmap heatmap) {
                return true;
            }

            @Override
            public StyleableProperty<Paint> getStyleableProperty(Heatmap heatmap) {
                return java.util.Objects.requireNonNull(finder.in(heatmap));
            }
        };
    }

    static List<CssMetaData<? extends Styleable, ?>> metadata() {
        return List.copyOf(METADATA);
    }

    Color of(State state) {
        return colour(states.get(state));
    }

    Color of(Part part) {
        return colour(parts.get(part));
    }

    private static Color colour(@org.jspecify.annotations.Nullable SimpleStyleableObjectProperty<Paint> property) {
        return property != null && property.get() instanceof Color colour ? colour : Color.GRAY;
    }

    static Color of(int rgb) {
        return Color.rgb(rgb >> 16 & WHITE, rgb >> 8 & WHITE, rgb & WHITE);
    }

    /** Returns the colour of what is written on a ground. */
    static Color ink(Color ground) {
        int rgb = (int) Math.round(ground.getRed() * WHITE) << 16 | (int) Math.round(ground.getGreen() * WHITE) << 8 | (int) Math.round(ground.getBlue() * WHITE);
        return of(Palette.ink(rgb));
    }
}
