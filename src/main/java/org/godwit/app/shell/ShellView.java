package org.godwit.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Mark;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The frame: navigation, the current screen, the task bar. Ctrl+1, Ctrl+2, … go to the screens. */
public final class ShellView extends BorderPane {
    private static final double MARK_SIZE = 34;

    private final ShellModel model;
    private final StackPane content = new StackPane();

    public ShellView(ShellModel model, ThemeModel theme, FxTasks tasks) {
        this.model = model;
        getStyleClass().add("shell");
        content.getStyleClass().add("content");
        model.destinations().forEach(destination -> content.getChildren().add(destination.view()));
        setLeft(navigation(theme));
        setCenter(content);
        setBottom(new TaskBar(tasks));
        model.currentProperty().subscribe(this::show);
        addShortcuts();
    }

    private void show(Destination current) {
        for (Destination destination : model.destinations()) {
            Nodes.show(destination.view(), destination.equals(current));
        }
    }

    private void addShortcuts() {
        List<Destination> destinations = model.destinations();
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                return;
            }
            for (int i = 0; i < destinations.size(); i++) {
                KeyCode digit = KeyCode.valueOf("DIGIT" + (i + 1));
                String id = destinations.get(i).id();
                scene.getAccelerators().put(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN), () -> model.go(id));
            }
        });
    }

    private VBox navigation(ThemeModel theme) {
        Label name = Nodes.label(Text.of("app.name"), "brand-name");
        HBox brand = Nodes.row("brand", Mark.of(MARK_SIZE), name);
        VBox navigation = Nodes.column("navigation", brand);
        ToggleGroup group = new ToggleGroup();
        for (Destination destination : model.destinations()) {
            navigation.getChildren().add(navigationButton(destination, group));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        navigation.getChildren().addAll(space, appearanceSwitch(theme));
        return navigation;
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
        model.currentProperty().subscribe(current -> button.setSelected(destination.equals(current)));
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
