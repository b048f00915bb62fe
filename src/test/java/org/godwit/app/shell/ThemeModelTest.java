package org.godwit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.godwit.app.fx.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThemeModelTest {
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @TempDir
    private Path workspace;

    @Test
    void followsTheSystemUntilThePersonChooses() {
        ThemeModel model = new ThemeModel(new Settings(workspace), system);
        assertThat(model.darkProperty().get()).isFalse();
        system.set(ColorScheme.DARK);
        assertThat(model.darkProperty().get()).isTrue();
        model.appearanceProperty().set(Appearance.LIGHT);
        assertThat(model.darkProperty().get()).isFalse();
    }

    @Test
    void remembersTheChoice() {
        Settings settings = new Settings(workspace);
        new ThemeModel(settings, system).appearanceProperty().set(Appearance.DARK);
        settings.save();

        Settings next = new Settings(workspace);
        next.load();
        assertThat(new ThemeModel(next, system).darkProperty().get()).isTrue();
    }

    @Test
    void knowsWhatWasShownLastBeforeTheSystemSaysWhatItWants() {
        Settings settings = new Settings(workspace);
        assertThat(ThemeModel.last(settings)).isEqualTo(ColorScheme.LIGHT);
        ThemeModel model = new ThemeModel(settings, system);
        system.set(ColorScheme.DARK);
        assertThat(ThemeModel.last(settings)).isEqualTo(ColorScheme.DARK);
        model.appearanceProperty().set(Appearance.LIGHT);
        assertThat(ThemeModel.last(settings)).isEqualTo(ColorScheme.LIGHT);
    }
}
