package org.godwit.app.testing;

import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

/** The mouse of a display; JavaFX's headless platform has no dragging. Its methods may be called on any thread but the FX thread. */
public final class Mouse {
    private static final int STEPS = 20;
    private static final long STEP_MILLIS = 40;
    private static final int PRESS_MILLIS = 200;
    private static final int PATIENCE = 100;
    private static final int TRIES = 3;

    private Mouse() {}

    /** Does something with the mouse, or while its button is down. */
    public interface Doing {
        void run() throws InterruptedException, ExecutionException;
    }

    /**
     * Drags again and again until it has its effect: on a display, windows that have just come up may not know the mouse yet.
     *
     * @param done asked on the FX thread
     */
    public static void until(String what, BooleanSupplier done, Doing drag) throws InterruptedException, ExecutionException {
        for (int i = 0; i < TRIES; i++) {
            drag.run();
            if (Fx.comes(done, PATIENCE * STEP_MILLIS)) {
                return;
            }
        }
        throw new AssertionError("dragged in vain: " + what);
    }

    /**
     * Drags from one place of the screen to another.
     *
     * @param over whether what is there shows that it takes what is dragged; asked on the FX thread
     * @param meanwhile is done twice: before the mouse moves, and before it lets go
     */
    public static void drag(Point2D from, Point2D to, BooleanSupplier over, Doing meanwhile) throws InterruptedException, ExecutionException {
        Robot robot = Fx.get(Robot::new);
        Fx.run(() -> robot.mouseMove(from));
        Thread.sleep(PRESS_MILLIS);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        Thread.sleep(PRESS_MILLIS);
        meanwhile.run();
        // A display may be slow to begin.
        for (int i = 1; i <= PATIENCE && !Fx.get(over::getAsBoolean); i++) {
            Point2D on = from.interpolate(to, Math.min(1, i / (double) STEPS)).add(0, i % 2);
            Fx.run(() -> robot.mouseMove(on));
            Thread.sleep(STEP_MILLIS);
        }
        meanwhile.run();
        // What was answered has to come to where the drag began, which may be another process.
        Thread.sleep(PRESS_MILLIS);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Rectangle2D screen = Fx.get(() -> Screen.getPrimary().getBounds());
        // It is not to lie on what other tests show.
        Fx.run(() -> robot.mouseMove(screen.getMaxX() - 1, screen.getMaxY() - 1));
    }

    /** Returns a place of the screen within a node, in its left half. */
    public static Point2D at(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + bounds.getWidth() / 4, bounds.getCenterY());
    }
}
