package org.godwit.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.godwit.app.testing.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

final class IconTest {
    @BeforeAll
    static void start() throws Exception {
        Fx.start();
    }

    @Test
    void hasItsFontBeforeAnyStyle() {
        Icon icon = Nodes.icon(Feather.HOME);
        assertThat(icon.getFont().getFamily()).isEqualTo("FeatherIcons");
        assertThat(icon.getFont().getSize()).isEqualTo(16);
        assertThat(icon.getText()).isEqualTo(Character.toString(Feather.HOME.getCode()));
    }

    @Test
    void takesSizeAndColourFromStylesAndKeepsItsFont() throws Exception {
        Icon icon = Nodes.icon(Feather.HOME, "danger");
        Icon inButton = Nodes.icon(Feather.X);
        Fx.run(() -> {
            Scene scene = new Scene(new VBox(icon, new Button("words", inButton)));
            scene.getStylesheets().add(sheet("""
                    .root, .button { -fx-font-family: "Serif"; -fx-font-size: 40px; }
                    .ikonli-font-icon { -fx-icon-size: 22px; -fx-icon-color: #112233; -fx-fill: white; }
                    .button .ikonli-font-icon { -fx-icon-size: 1.5em; }
                    .danger.ikonli-font-icon { -fx-icon-color: red; }
                    """));
            scene.getRoot().applyCss();
        });
        assertThat(icon.getFill()).isEqualTo(Color.RED);
        assertThat(inButton.getFill()).isEqualTo(Color.web("#112233"));
        assertThat(icon.getFont().getSize()).isEqualTo(22);
        assertThat(inButton.getFont().getFamily()).isEqualTo("FeatherIcons");
    }

    @Test
    void becomesAnother() {
        Icon icon = Nodes.icon(Feather.HOME);
        icon.show(Feather.X);
        assertThat(icon.shown()).isEqualTo(Feather.X);
        assertThat(icon.getText()).isEqualTo(Character.toString(Feather.X.getCode()));
    }

    private static String sheet(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
