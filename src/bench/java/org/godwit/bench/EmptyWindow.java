package org.godwit.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * A window with nothing in it: the least that a start of JavaFX takes. Ends when it is drawn. With {@code -Drows} it has as many
 * rows of three controls, and with {@code -Dsheet} a style sheet: what a start takes before any program has done anything.
 */
public final class EmptyWindow {
    private EmptyWindow() {}

    /** JavaFX makes it by its name. */
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            Application.setUserAgentStylesheet(System.getProperty("sheet"));
            VBox rows = new VBox();
            for (int row = 0; row < Integer.getInteger("rows", 0); row++) {
                rows.getChildren().add(new HBox(new Label("Label " + row), new Button("Button " + row), new ToggleButton("Choice " + row)));
            }
            stage.setScene(new Scene(rows, 1280, 800));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    frames++;
                    // The same moment as that of Godwit's own rehearsal; a cache is only recorded at an orderly end.
                    if (frames == 3 && Boolean.getBoolean("record")) {
                        Platform.exit();
                    } else if (frames == 3) {
                        Runtime.getRuntime().halt(0);
                    }
                }
            }.start();
        }
    }

    public static void main(String[] args) {
        Application.launch(Empty.class);
    }
}
