package org.godwit.app.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The small parts of which screens are built, so that they look and read alike. */
public final class Nodes {
    private Nodes() {}

    public static Icon icon(Feather icon, String... styles) {
        Icon node = new Icon(icon);
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** Returns a button with text, icon and the name that screen readers say. */
    public static Button button(String textKey, Feather icon, Runnable action, String... styles) {
        String text = Text.of(textKey);
        Button button = new Button(text, icon(icon));
        button.setMnemonicParsing(true);
        button.setAccessibleText(Text.spoken(text));
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Returns a button that shows only its icon; the text is its tooltip and its name. */
    public static Button iconButton(String textKey, Feather icon, Runnable action, String... styles) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.getStyleClass().addAll(styles);
        name(button, Text.spoken(Text.of(textKey)));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Gives a button without text its tooltip and its name. A tooltip is a window: it is made when the mouse comes first. */
    public static void name(javafx.scene.control.Control control, String text) {
        control.setAccessibleText(text);
        control.hoverProperty().addListener((hover, was, is) -> {
            if (is && control.getTooltip() == null) {
                control.setTooltip(new Tooltip(text));
            }
        });
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Returns a label that may take several lines. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static HBox row(String style, Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add(style);
        return row;
    }

    public static VBox column(String style, Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add(style);
        return column;
    }

    /** Returns a row that becomes several where it is too narrow. */
    public static FlowPane flow(String style, Node... children) {
        FlowPane flow = new FlowPane(children);
        flow.getStyleClass().add(style);
        return flow;
    }

    /** Returns an empty region that takes the width that is left. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Returns a page that fills the window, and can be scrolled where the window is lower than it can be. */
    public static ScrollPane scrolling(Node page) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** Shows a node and gives it room, or does neither. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Returns an empty state: an icon, a title, a sentence that says what to do next, and the means to do it. */
    public static VBox empty(Feather icon, String titleKey, String textKey, Node... actions) {
        VBox box = column("empty-state", icon(icon, "empty-icon"), label(Text.of(titleKey), Styles.TITLE_3), wrapped(Text.of(textKey), "muted"));
        if (actions.length > 0) {
            box.getChildren().add(row("actions", actions));
        }
        return box;
    }
}
