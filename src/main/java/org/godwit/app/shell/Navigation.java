package org.godwit.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.godwit.app.action.ActionMenu;
import org.godwit.app.fx.Mark;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The left side: the menu, the command palette's button, a button for each screen, light and dark. */
final class Navigation extends VBox {
    private static final double MARK_SIZE = 34;

    private final ShellModel model;
    private final ActionMenu menu;
    private final Button menuButton = Nodes.iconButton("app.menu", Feather.MENU, this::openMenu, "small-icon");

    Navigation(ShellModel model, ThemeModel theme, Runnable palette, ActionMenu menu) {
        this.model = model;
        this.menu = menu;
        getStyleClass().add("navigation");
        menuButton.setId("menu");
        Label name = Nodes.label(Text.of("app.name"), "brand-name");
        getChildren().addAll(Nodes.row("brand", Mark.of(MARK_SIZE), name, Nodes.spacer(), menuButton), paletteButton(palette));
        ToggleGroup group = new ToggleGroup();
        model.destinations().forEach(destination -> getChildren().add(navigationButton(destination, group)));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, appearanceSwitch(theme));
    }

    void openMenu() {
        menu.show(menuButton);
    }

    private static Button paletteButton(Runnable palette) {
        HBox face = Nodes.row(
                "line",
                Nodes.icon(Feather.SEARCH, "subtle-icon"),
                Nodes.label(Text.of("app.palette.button"), "muted"),
                Nodes.spacer(),
                Nodes.label(WindowActions.PALETTE_KEYS.getDisplayText(), "keys"));
        Button button = new Button(null, face);
        button.setId("palette-button");
        button.getStyleClass().add("palette-button");
        button.setAccessibleText(Text.of("app.palette.name"));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> palette.run());
        return button;
    }

    private ToggleButton navigationButton(Destination destination, ToggleGroup group) {
        String text = Text.of(destination.titleKey());
        ToggleButton button = new ToggleButton(text, Nodes.icon(destination.icon()));
        button.setMnemonicParsing(true);
        button.setAccessibleText(Text.spoken(text));
        button.getStyleClass().add("nav-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setId("nav-" + destination.id());
        button.setOnAction(event -> {
            model.go(destination.id());
            button.setSelected(true);
        });
        model.currentProperty().subscribe(current -> button.setSelected(destination.id().equals(current.id())));
        return button;
    }

    private static Node appearanceSwitch(ThemeModel theme) {
        ToggleGroup group = new ToggleGroup();
        return Nodes.row(
                "appearance",
                appearanceButton(theme, group, Appearance.SYSTEM, Feather.MONITOR, "app.theme.system"),
                appearanceButton(theme, group, Appearance.LIGHT, Feather.SUN, "app.theme.light"),
                appearanceButton(theme, group, Appearance.DARK, Feather.MOON, "app.theme.dark"));
    }

    private static ToggleButton appearanceButton(
            ThemeModel theme, ToggleGroup group, Appearance appearance, Feather icon, String textKey) {
        ToggleButton button = new ToggleButton(null, Nodes.icon(icon));
        Nodes.name(button, Text.of(textKey));
        button.getStyleClass().add("appearance-button");
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            theme.appearanceProperty().set(appearance);
            button.setSelected(true);
        });
        theme.appearanceProperty().subscribe(current -> button.setSelected(current == appearance));
        return button;
    }
}
