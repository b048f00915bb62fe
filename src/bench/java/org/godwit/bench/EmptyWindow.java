package org.godwit.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with nothing in it: the least that a start of JavaFX takes. Ends when it is drawn. */
public final class EmptyWindow {
    private EmptyWindow() {}

    /** JavaFX makes it by its name. */
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(), 1280, 800));
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
