package org.godwit.app.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.godwit.app.fx.Settings;

/** Opens the window where and as large as it was, if that place is still on a screen. */
public final class WindowMemory {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;
    private static final double GRIP = 100;

    private WindowMemory() {}

    public static void restore(Stage stage, Settings settings) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(width(settings), screen.getWidth()));
        stage.setHeight(Math.min(height(settings), screen.getHeight()));
        double x = settings.get("window.x", Double::valueOf, Double.NaN);
        double y = settings.get("window.y", Double::valueOf, Double.NaN);
        if (!Double.isNaN(x) && !Screen.getScreensForRectangle(x, y, GRIP, GRIP).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(settings.get("window.maximized", Boolean::valueOf, false));
    }

    /** Returns an empty scene of the window's size: without one it would be laid out twice more to find how large it wants to be. */
    public static Scene scene(Settings settings) {
        return new Scene(new Group(), width(settings), height(settings));
    }

    private static double width(Settings settings) {
        return settings.get("window.width", Double::valueOf, WIDTH);
    }

    private static double height(Settings settings) {
        return settings.get("window.height", Double::valueOf, HEIGHT);
    }

    /** Notes size and place; whoever owns the settings saves them. */
    public static void note(Stage stage, Settings settings) {
        settings.put("window.maximized", String.valueOf(stage.isMaximized()));
        if (!stage.isMaximized()) {
            settings.put("window.width", String.valueOf(stage.getWidth()));
            settings.put("window.height", String.valueOf(stage.getHeight()));
            settings.put("window.x", String.valueOf(stage.getX()));
            settings.put("window.y", String.valueOf(stage.getY()));
        }
    }
}
