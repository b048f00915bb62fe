package org.godwit.app.fx;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Puts off until the window is seen what it is seen and used without. */
public final class FirstFrames implements Runnable {
    private static final int FRAMES = 2;

    private final Scene scene;
    private final Runnable action;
    private int frames;

    private FirstFrames(Scene scene, Runnable action) {
        this.scene = scene;
        this.action = action;
    }

    /** Does this once when the scene was drawn. */
    public static void then(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new FirstFrames(scene, action));
    }

    /** A frame is drawn after its layout. */
    @Override
    public void run() {
        frames++;
        if (frames > FRAMES) {
            scene.removePostLayoutPulseListener(this);
            action.run();
        } else {
            Platform.requestNextPulse();
        }
    }
}
