package org.godwit.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.godwit.app.testing.Fx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SkinsTest {
    private static Stream<Supplier<Control>> controls() {
        return Stream.of(() -> new Label("a"), () -> new Button("a"), () -> new ToggleButton("a"), () -> new ScrollPane(new Label("a")));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void givesWhatJavaFxWouldGive(Supplier<Control> maker) throws InterruptedException, ExecutionException {
        Fx.start();
        Control given = maker.get();
        Skins.give(new VBox(given));
        Control usual = maker.get();
        Fx.run(() -> {
            Scene scene = new Scene(new VBox(usual));
            scene.getRoot().applyCss();
        });

        assertThat(given.getSkin()).isExactlyInstanceOf(usual.getSkin().getClass());
    }

    @Test
    void leavesWhatItDoesNotKnow() throws InterruptedException, ExecutionException {
        Fx.start();
        TextField field = new TextField();
        Skins.give(field);
        assertThat(field.getSkin()).isNull();
    }
}
