package org.godwit.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import org.godwit.app.fx.Settings;

/** Dresses a scene in light or dark: AtlantaFX below, Godwit's colours and shapes above. */
public final class Themes {
    /** One sheet for the whole, then one for each screen that needs its own. */
    private static final List<String> SHAPES = List.of("godwit", "wizard", "mapping", "explore", "matrix", "charts", "feel");

    /** All sheets of a theme in one, in JavaFX's binary form; the build makes it. */
    static final String COMPILED = "/css/all-%s.bss";

    private Themes() {}

    /** Reads the sheet that is likely to be asked for first, on any thread: before there is a window, and before JavaFX runs. */
    public static void foresee(Settings settings) {
        dress(ThemeModel.last(settings) == ColorScheme.DARK);
    }

    /**
     * Dresses what is to come. Before the first control is made: JavaFX otherwise reads the sheet of its own theme first, which
     * costs a sixth of the start.
     */
    public static void prepare(ThemeModel model) {
        dress(model.darkProperty().get());
    }

    /** Follows the model for as long as the scene lives. */
    public static void follow(Scene scene, ThemeModel model) {
        apply(scene, model.darkProperty().get());
        model.darkProperty().addListener((property, was, dark) -> apply(scene, dark));
    }

    private static void apply(Scene scene, boolean dark) {
        dress(dark);
        String name = dark ? "dark" : "light";
        URL compiled = Themes.class.getResource(COMPILED.formatted(name));
        scene.getStylesheets().setAll(compiled == null ? sheets(name).stream().map(Themes::sheet).toList() : List.of(compiled.toExternalForm()));
    }

    /** Returns the sheets of a theme, {@code light} or {@code dark}; later ones go before earlier ones. */
    static List<String> sheets(String theme) {
        return Stream.concat(Stream.of(theme), SHAPES.stream()).map(name -> "/css/" + name + ".css").toList();
    }

    private static void dress(boolean dark) {
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Themes.class.getResource(name), name).toExternalForm();
    }
}
