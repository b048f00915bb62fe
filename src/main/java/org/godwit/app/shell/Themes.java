package org.godwit.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Dresses a scene in light or dark: AtlantaFX below, Godwit's colours and shapes above. */
public final class Themes {
    /** One sheet for the whole, then one for each screen that needs its own. */
    private static final List<String> SHEETS = List.of("godwit", "wizard", "mapping", "explore", "matrix", "charts", "feel");

    private Themes() {}

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
        scene.getStylesheets().setAll(sheet(dark ? "dark" : "light"));
        SHEETS.forEach(name -> scene.getStylesheets().add(sheet(name)));
    }

    private static void dress(boolean dark) {
        Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static String sheet(String name) {
        URL compiled = Themes.class.getResource("/css/" + name + ".bss");
        URL url = compiled == null ? Themes.class.getResource("/css/" + name + ".css") : compiled;
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
