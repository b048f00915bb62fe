package org.godwit.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which screen is shown. */
public final class ShellModel {
    private final List<Destination> destinations;
    private final ReadOnlyObjectWrapper<Destination> current;

    /**
     * @param destinations in the order of the navigation; the first is shown first
     */
    public ShellModel(List<Destination> destinations) {
        this.destinations = List.copyOf(destinations);
        this.current = new ReadOnlyObjectWrapper<>(this.destinations.getFirst());
        this.destinations.getFirst().entered().run();
    }

    public List<Destination> destinations() {
        return destinations;
    }

    public ReadOnlyObjectProperty<Destination> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /**
     * Shows a screen.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public void go(String id) {
        Destination next = destinations.stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such screen: " + id));
        next.entered().run();
        current.set(next);
    }
}
