package org.godwit.app.action;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;

/** The menu of the window, made of the registry each time it is opened: the screen that is shown first. */
public final class ActionMenu {
    private final Actions actions;

    public ActionMenu(Actions actions) {
        this.actions = actions;
    }

    /** Opens beside a node. */
    public void show(Node beside) {
        ContextMenu menu = make();
        menu.show(beside, Side.BOTTOM, 0, 2);
        menu.getSkin().getNode().requestFocus();
    }

    ContextMenu make() {
        ContextMenu menu = new ContextMenu();
        menu.getStyleClass().add("action-menu");
        actions.groups().stream()
                .filter(group -> !group.isEverywhere() && group.here().get())
                .forEach(group -> group.actions().forEach(action -> menu.getItems().add(item(group, action))));
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (Group group : actions.groups()) {
            if (group.isEverywhere() || !group.here().get()) {
                Menu sub = new Menu(Text.of(group.titleKey()));
                group.actions().forEach(action -> sub.getItems().add(item(group, action)));
                menu.getItems().add(sub);
            }
        }
        return menu;
    }

    private static MenuItem item(Group group, Action action) {
        MenuItem item = new MenuItem(Text.of(action.textKey()), Nodes.icon(action.icon()));
        item.setId("menu-" + action.id());
        item.setMnemonicParsing(true);
        // Shown, not listened to: the registry does that, and knows which screen is meant.
        item.setAccelerator(action.shortcut());
        item.setDisable(!action.enabled().get());
        item.setOnAction(event -> {
            group.enter().run();
            action.run().run();
        });
        return item;
    }
}
