package org.godwit.app.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCombination;
import org.godwit.app.action.Action;
import org.godwit.app.action.Actions;
import org.godwit.app.action.Group;
import org.kordamp.ikonli.feather.Feather;

/** The actions of the frame, and those that each screen brings along. */
public final class WindowActions {
    static final KeyCombination PALETTE_KEYS = KeyCombination.valueOf("Shortcut+K");
    private static final int DIGITS = 9;

    private WindowActions() {}

    /** Adds what leads to the screens, Shortcut+1 to the first, and what can be done on each of them. */
    public static void addScreens(Actions actions, ShellModel model) {
        List<Destination> screens = model.destinations();
        actions.add(Group.everywhere("go", "app.action.go", IntStream.range(0, screens.size()).mapToObj(i -> go(screens.get(i), i, model)).toArray(Action[]::new)));
        for (Destination screen : screens) {
            if (!screen.actions().isEmpty()) {
                actions.add(new Group(
                        screen.id(),
                        screen.titleKey(),
                        Bindings.createBooleanBinding(() -> screen.equals(model.currentProperty().get()), model.currentProperty()),
                        () -> model.go(screen.id()),
                        screen.actions()));
            }
        }
    }

    private static Action go(Destination screen, int index, ShellModel model) {
        Action action = Action.of("go." + screen.id(), screen.titleKey(), screen.icon(), () -> model.go(screen.id()));
        return index < DIGITS ? action.on("Shortcut+" + (index + 1)) : action;
    }

    /** Adds what the frame itself can do. */
    public static void addFrame(Actions actions, ShellView view, ThemeModel theme) {
        actions.add(Group.everywhere(
                "view",
                "app.action.view",
                Action.of("view.palette", "app.action.palette", Feather.SEARCH, view::openPalette).on(PALETTE_KEYS.getName()),
                Action.of("view.menu", "app.action.menu", Feather.MENU, view::openMenu).on("F10"),
                Action.of("view.notices", "app.action.notices", Feather.BELL, view::openNotices).on("Shortcut+Shift+N"),
                Action.of("view.part", "app.action.part", Feather.SIDEBAR, view::focusNextPart).on("F6"),
                Action.of("view.turn", "app.action.turn", Feather.MOON, theme::turn).on("Shortcut+Shift+L"),
                Action.of("view.system", "app.action.system", Feather.MONITOR, () -> theme.appearanceProperty().set(Appearance.SYSTEM))));
    }
}
