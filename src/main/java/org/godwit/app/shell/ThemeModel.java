package org.godwit.app.shell;

import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.godwit.app.fx.Settings;

/** Light or dark: as the system says, unless the person said otherwise. */
public final class ThemeModel {
    private static final String KEY = "appearance";
    private static final String SHOWN = "appearance.shown";

    private final ObjectProperty<Appearance> appearance;
    private final BooleanBinding dark;

    public ThemeModel(Settings settings, ObservableValue<ColorScheme> system) {
        appearance = new SimpleObjectProperty<>(settings.get(KEY, Appearance::valueOf, Appearance.SYSTEM));
        appearance.subscribe(value -> settings.put(KEY, value.name()));
        dark = Bindings.createBooleanBinding(() -> isDark(appearance.get(), system.getValue()), appearance, system);
        dark.subscribe(now -> settings.put(SHOWN, (now ? Appearance.DARK : Appearance.LIGHT).name()));
    }

    /** Returns what was shown last, as long as the system has not yet said what it wants. */
    public static ColorScheme last(Settings settings) {
        return settings.get(SHOWN, Appearance::valueOf, Appearance.LIGHT) == Appearance.DARK ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    public BooleanBinding darkProperty() {
        return dark;
    }

    /** Goes from light to dark or back, whatever the system says. */
    void turn() {
        appearance.set(dark.get() ? Appearance.LIGHT : Appearance.DARK);
    }

    private static boolean isDark(Appearance wanted, ColorScheme system) {
        return switch (wanted) {
            case SYSTEM -> system == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }
}
