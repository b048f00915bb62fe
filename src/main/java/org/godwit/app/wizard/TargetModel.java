package org.godwit.app.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Text;
import org.godwit.task.Outcome;

/** The field that names the database, and what stands at that place. The latest text wins. */
final class TargetModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<TargetState> state = new ReadOnlyObjectWrapper<>(TargetState.EMPTY);
    private final FxTasks tasks;
    private long request;

    TargetModel(FxTasks tasks) {
        this.tasks = tasks;
        text.subscribe(this::look);
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<TargetState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns the named file; only when the state is usable. */
    Path path() {
        return Path.of(text.get().strip()).toAbsolutePath().normalize();
    }

    /** Returns the database's name alone, for buttons and titles. */
    static String name(String text) {
        int slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
        return text.substring(slash + 1).strip();
    }

    /** Looks again, for the place may have changed. */
    void refresh() {
        look(text.get());
    }

    private void look(String typed) {
        request++;
        if (typed.isBlank()) {
            state.set(TargetState.EMPTY);
            return;
        }
        long mine = request;
        if (!state.get().usable()) {
            state.set(TargetState.UNKNOWN);
        }
        tasks.ask(Text.of("app.target.looking"), context -> stateOf(typed.strip())).then(outcome -> {
            if (mine == request) {
                state.set(switch (outcome) {
                    case Outcome.Succeeded<TargetState>(TargetState seen) -> seen;
                    case Outcome.Failed<TargetState> failed -> TargetState.INVALID;
                    case Outcome.Cancelled<TargetState> cancelled -> TargetState.UNKNOWN;
                });
            }
        });
    }

    private static TargetState stateOf(String text) {
        Path path;
        try {
            path = Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            return TargetState.INVALID;
        }
        if (Files.isDirectory(path)) {
            return TargetState.IS_FOLDER;
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return TargetState.NO_FOLDER;
        }
        if (!Files.isWritable(folder)) {
            return TargetState.READ_ONLY;
        }
        return Files.exists(path) ? TargetState.EXISTS : TargetState.NEW;
    }
}
