package org.godwit.app.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.godwit.app.fx.FxTasks;
import org.godwit.app.fx.Text;
import org.godwit.app.place.NamedPlace;
import org.godwit.app.place.ServerModel;
import org.godwit.model.Connection;
import org.godwit.model.Plan;
import org.godwit.task.Outcome;

/** What the target is and where, and what stands at that place. The latest choice wins. */
final class TargetModel {
    private final ObjectProperty<TargetKind> kind = new SimpleObjectProperty<>(TargetKind.DUCKDB);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Plan.Mode> mode = new SimpleObjectProperty<>(Plan.Mode.APPEND);
    private final ReadOnlyObjectWrapper<TargetState> state = new ReadOnlyObjectWrapper<>(TargetState.EMPTY);
    private final FxTasks tasks;
    private final ServerModel server;
    private long request;

    TargetModel(FxTasks tasks, ServerModel server) {
        this.tasks = tasks;
        this.server = server;
        text.subscribe(typed -> {
            elsewhere();
            if (!kind.get().isFolder() && kind.get() != TargetKind.SERVER) {
                TargetKind.ofFile(typed).ifPresent(kind::set);
            }
            refresh();
        });
        kind.subscribe(chosen -> {
            elsewhere();
            text.set(chosen.named(text.get()));
            refresh();
        });
        server.faultProperty().subscribe(fault -> refresh());
        List.of(server.hostProperty(), server.portProperty(), server.databaseProperty(), server.schemaProperty())
                .forEach(part -> part.subscribe(typed -> elsewhere()));
    }

    /** Rows of one place were to be replaced, not those of another. */
    private void elsewhere() {
        if (mode.get() == Plan.Mode.REPLACE) {
            mode.set(Plan.Mode.APPEND);
        }
    }

    /** What the target is; a name that suits no more is changed with it. */
    ObjectProperty<TargetKind> kindProperty() {
        return kind;
    }

    StringProperty textProperty() {
        return text;
    }

    /** What becomes of rows that the plan's tables have there already. */
    ObjectProperty<Plan.Mode> modeProperty() {
        return mode;
    }

    /** The fields of a server; for {@link TargetKind#SERVER} only. */
    ServerModel server() {
        return server;
    }

    /** Returns the named place that the target is; empty if it has no name. */
    Optional<NamedPlace> place() {
        return kind.get() == TargetKind.SERVER ? server.placeProperty().get() : Optional.empty();
    }

    ReadOnlyObjectProperty<TargetState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns the named file or folder; only when the state is usable, and not for servers. */
    Path path() {
        return Path.of(text.get().strip()).toAbsolutePath().normalize();
    }

    /** Returns the target as plans name it; only when the state is usable. */
    Plan.Target target() {
        if (kind.get() != TargetKind.SERVER) {
            return new Plan.Target(kind.get().type(), path().toString(), null, mode.get());
        }
        Connection connection = server.connection();
        return new Plan.Target(connection.type(), connection.text(), connection, mode.get());
    }

    /** Returns the target as one names it on a command line; only when the state is usable. */
    String location() {
        return switch (kind.get()) {
            case DUCKDB, SQLITE, JSON, NDJSON -> path().toString();
            case PARQUET, CSV, JSON_FOLDER -> kind.get().type() + ":" + path();
            case SERVER -> server.connection().address();
        };
    }

    /** Takes the target of a plan, whose path is absolute. */
    void take(Plan.Target target) {
        Connection connection = target.connection();
        if (connection != null) {
            server.take(connection);
            kind.set(TargetKind.SERVER);
        } else {
            text.set("");
            kind.set(TargetKind.of(target.type(), target.path()));
            text.set(target.path());
        }
        mode.set(target.mode());
    }

    /** Returns the target's name alone, for buttons and titles. */
    String name() {
        if (kind.get() == TargetKind.SERVER) {
            return Text.of("app.target.server.name", server.databaseProperty().get().strip(), server.hostProperty().get().strip());
        }
        int slash = Math.max(text.get().lastIndexOf('/'), text.get().lastIndexOf('\\'));
        return text.get().substring(slash + 1).strip();
    }

    /** Returns what the target is, by its usual name. */
    String title() {
        return kind.get() == TargetKind.SERVER ? server.kindProperty().get().title() : kind.get().title();
    }

    /** Looks again, for the place may have changed. */
    void refresh() {
        request++;
        TargetKind chosen = kind.get();
        if (chosen == TargetKind.SERVER) {
            state.set(server.faultProperty().get().isEmpty() ? TargetState.SERVER : TargetState.SERVER_UNNAMED);
            return;
        }
        String typed = text.get();
        if (typed.isBlank()) {
            state.set(TargetState.EMPTY);
            return;
        }
        long mine = request;
        if (!state.get().usable()) {
            state.set(TargetState.UNKNOWN);
        }
        tasks.ask(Text.of("app.target.looking"), context -> stateOf(chosen, typed.strip())).then(outcome -> {
            if (mine == request) {
                state.set(switch (outcome) {
                    case Outcome.Succeeded<TargetState>(TargetState seen) -> seen;
                    case Outcome.Failed<TargetState> failed -> TargetState.INVALID;
                    case Outcome.Cancelled<TargetState> cancelled -> TargetState.UNKNOWN;
                });
            }
        });
    }

    private static TargetState stateOf(TargetKind kind, String text) {
        Path path;
        try {
            path = Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            return TargetState.INVALID;
        }
        if (Files.isDirectory(path) && !kind.isFolder()) {
            return TargetState.IS_FOLDER;
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return TargetState.NO_FOLDER;
        }
        if (!Files.isWritable(folder)) {
            return TargetState.READ_ONLY;
        }
        if (!Files.exists(path)) {
            return kind.isFolder() ? TargetState.NEW_FOLDER : kind == TargetKind.DUCKDB || kind == TargetKind.SQLITE ? TargetState.NEW : TargetState.NEW_FILE;
        }
        if (kind.isFolder()) {
            return Files.isDirectory(path) ? TargetState.FOLDER_ANEW : TargetState.IS_FILE;
        }
        return kind.appends() ? TargetState.EXISTS : TargetState.FILE_ANEW;
    }
}
