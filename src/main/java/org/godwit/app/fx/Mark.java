package org.godwit.app.fx;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/**
 * The mark of Godwit, drawn for it: a wader on long legs, its bill long and a little turned up. The same paths are in
 * {@code resources/icons/godwit.svg}; the box is 64 by 64.
 */
public final class Mark {
    static final String BODY =
            "M8 38 C14 36 17 33 21 29 C26 24 33 23 37 25 C38.5 22 38.5 19 38.5 16.5 C38.5 12.5 41.5 9.5 45 9.5 "
                    + "C48 9.5 50.2 11.2 51 13.4 L62 9.2 L62.3 10 L51.2 16.4 C50.4 18.6 48.6 19.8 46.8 21 C45.6 22 45.6 24 45.6 27 "
                    + "C45.6 36 39 42 30 42 C22 42 16 41 8 38 Z";
    static final String LEGS = "M27 41.5 L25.4 41.5 L28 49 L24.4 58 L21.6 58 L21.6 59.4 L25.6 59.4 L29.6 49 Z "
            + "M34 41 L32.4 41.4 L36 49.4 L34.2 58 L31.4 58 L31.4 59.4 L35.4 59.4 L37.6 49.2 Z";

    private static final double BOX = 64;
    private static final double ROUND = 28;
    private static final double INSET = 8;
    /** The icon stands outside the window, where no theme reaches. */
    private static final Color GROUND = Color.web("#0e7490");

    private Mark() {}

    /** Returns the mark at this size in pixels; its colour comes from the style class {@code mark}. */
    public static Group of(double size) {
        Group group = paths();
        group.getChildren().forEach(path -> path.getStyleClass().add("mark"));
        group.getTransforms().add(new Scale(size / BOX, size / BOX));
        return new Group(group);
    }

    /** Returns the application's icon: the mark in white on a rounded square. */
    public static Group icon(double size) {
        Rectangle ground = new Rectangle(BOX, BOX, GROUND);
        ground.setArcWidth(ROUND);
        ground.setArcHeight(ROUND);
        Group mark = paths();
        mark.getChildren().forEach(path -> ((Shape) path).setFill(Color.WHITE));
        mark.getTransforms().addAll(new Translate(INSET, INSET), new Scale(1 - 2 * INSET / BOX, 1 - 2 * INSET / BOX));
        Group icon = new Group(ground, mark);
        icon.getTransforms().add(new Scale(size / BOX, size / BOX));
        return new Group(icon);
    }

    private static Group paths() {
        SVGPath body = new SVGPath();
        body.setContent(BODY);
        SVGPath legs = new SVGPath();
        legs.setContent(LEGS);
        return new Group(body, legs);
    }
}
