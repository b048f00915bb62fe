package org.godwit.app.action;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All actions of one window. Only for the FX thread. */
public final class Actions {
    private final List<Group> groups = new ArrayList<>();

    /**
     * Adds actions.
     *
     * @throws IllegalArgumentException if an id is there already, or a shortcut that works at the same time
     */
    public void add(Group group) {
        Set<String> ids = new HashSet<>();
        groups.forEach(other -> other.actions().forEach(action -> ids.add(action.id())));
        for (Action action : group.actions()) {
            if (!ids.add(action.id())) {
                throw new IllegalArgumentException("there are two actions " + action.id());
            }
        }
        List<Group> with = new ArrayList<>(groups);
        with.add(group);
        List<String> clashes = clashes(with);
        if (!clashes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", clashes));
        }
        groups.add(group);
    }

    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /** Listens for the shortcuts. What has the focus comes first: a text field keeps its own undo. */
    public void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event).ifPresent(action -> {
            event.consume();
            action.run().run();
        }));
    }

    private Optional<Action> pressed(KeyEvent event) {
        if (event.isConsumed() || event.getCode() == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        return groups.stream()
                .filter(group -> group.here().get())
                .flatMap(group -> group.actions().stream())
                .filter(action -> !action.local() && action.shortcut() != null && action.shortcut().match(event) && action.enabled().get())
                .findFirst();
    }

    /** Two screens may give the same keys a meaning of their own, since only one of them is shown. */
    private static List<String> clashes(List<Group> groups) {
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j <= i; j++) {
                if (i == j || groups.get(i).isEverywhere() || groups.get(j).isEverywhere()) {
                    clashes.addAll(clashes(groups.get(i), groups.get(j)));
                }
            }
        }
        return clashes;
    }

    private static List<String> clashes(Group one, Group other) {
        List<String> clashes = new ArrayList<>();
        for (Action a : one.actions()) {
            for (Action b : other.actions()) {
                KeyCombination keys = a.shortcut();
                if (keys != null && !a.local() && !b.local() && keys.equals(b.shortcut()) && (!one.id().equals(other.id()) || a.id().compareTo(b.id()) < 0)) {
                    clashes.add(a.id() + " and " + b.id() + " share " + keys.getName());
                }
            }
        }
        return clashes;
    }
}
