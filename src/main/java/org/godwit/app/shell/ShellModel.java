package org.godwit.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.godwit.app.fx.Settings;

/** Which screen is shown. */
public final class ShellModel {
    private static final String KEY = "window.screen";

    private final List<Destination> destinations;
    private final ReadOnlyObjectWrapper<Destination> current;

    /**
     * @param destinations in the order of the navigation; the first is shown first, unless another was shown last time
     */
    public ShellModel(List<Destination> destinations, Settings settings) {
        this.destinations = List.copyOf(destinations);
        String last = settings.get(KEY, "");
        Destination first = this.destinations.stream().filter(d -> d.id().equals(last)).findFirst().orElse(this.destinations.getFirst());
        this.current = new ReadOnlyObjectWrapper<>(first);
        current.subscribe(shown -> settings.put(KEY, shown.id()));
    }

    public List<Destination> destinations() {
        return destinations;
    }

    public ReadOnlyObjectProperty<Destination> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Tells the first screen that it is shown, once it can be seen: what it reads must not keep the window waiting. */
    void begin() {
        current.get().entered().run();
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
