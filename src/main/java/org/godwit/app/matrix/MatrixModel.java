package org.godwit.app.matrix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.analysis.matrix.Arrangement;
import org.godwit.analysis.matrix.Look;
import org.godwit.analysis.matrix.Matrices;
import org.godwit.analysis.matrix.Matrix;
import org.godwit.analysis.matrix.MatrixFiles;
import org.godwit.analysis.matrix.MatrixRequest;
import org.godwit.analysis.matrix.MatrixSpec;
import org.godwit.app.action.Action;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.engine.Queryable;
import org.godwit.engine.Workbench;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which database is looked at, as which matrix, and how. */
public final class MatrixModel {
    private static final int RUNS_LOOKED_AT = 200;
    private static final int MOST_DATABASES = 12;

    private final Matrices matrices;
    private final Workbench workbench;
    private final Kit kit;
    private final PairRowsModel rows;
    private final ObservableList<Path> databases = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<MatrixState> state = new ReadOnlyObjectWrapper<>(new MatrixState.Nothing());
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.USUAL);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private long request;
    private Optional<Long> stamp = Optional.empty();

    public MatrixModel(Matrices matrices, Workbench workbench, Kit kit, Tracing tracing) {
        this.matrices = matrices;
        this.workbench = workbench;
        this.kit = kit;
        this.rows = new PairRowsModel(matrices, kit, tracing);
        look.subscribe((before, now) -> arrange(now));
    }

    /** What was made known on entering the screen. */
    private record Known(List<Path> databases, Optional<Long> stamp) {}

    /** The databases that runs made and that still exist, the newest first. */
    ObservableList<Path> databases() {
        return databases;
    }

    public ReadOnlyObjectProperty<MatrixState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How the matrix is looked at; setting it arranges the matrix anew. */
    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /** A word about what was just done, such as where a file was written. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    PairRowsModel rows() {
        return rows;
    }

    /** Looks for databases; shows the newest one if none was chosen yet, and reads again what has changed since. */
    public void refresh() {
        Optional<Path> shown = database();
        kit.tasks().ask(Text.of("app.matrix.looking"), context -> known(shown)).then(outcome -> {
            if (outcome instanceof Outcome.Succeeded<Known>(Known known)) {
                databases.setAll(known.databases());
                if (state.get() instanceof MatrixState.Nothing && !databases.isEmpty()) {
                    open(databases.getFirst());
                } else if (state.get() instanceof MatrixState.Shown now && !known.stamp().equals(stamp)) {
                    show(now.database(), now.arrangement().matrix().spec());
                }
            }
        });
    }

    private Known known(Optional<Path> shown) {
        List<Path> found = workbench.runs(RUNS_LOOKED_AT).stream()
                .filter(run -> Queryable.test(run.target()))
                .map(run -> Path.of(run.target()))
                .distinct()
                .filter(Files::isRegularFile)
                .limit(MOST_DATABASES)
                .toList();
        return new Known(found, shown.flatMap(MatrixModel::stampOf));
    }

    private static Optional<Long> stampOf(Path file) {
        long modified = file.toFile().lastModified();
        return modified == 0 ? Optional.empty() : Optional.of(modified * 31 + file.toFile().length());
    }

    private Optional<Path> database() {
        return switch (state.get()) {
            case MatrixState.Nothing() -> Optional.empty();
            case MatrixState.Reading(Path database) -> Optional.of(database);
            case MatrixState.SetUp(Path database, var offer, var facts, var wrong) -> Optional.of(database);
            case MatrixState.Shown(Path database, var offer, var arrangement) -> Optional.of(database);
            case MatrixState.Failed(Path database, var trouble) -> Optional.of(database);
        };
    }

    /** Asks for a database file and opens it. */
    void choose() {
        kit.desk().chooseFiles(Text.of("app.matrix.open.title")).stream().findFirst().ifPresent(this::open);
    }

    /** Shows a database's first ready matrix, or asks what to show. */
    public void open(Path database) {
        read(database, null, MatrixRequest.READY);
    }

    /** Shows another matrix of the database. */
    void show(MatrixSpec spec) {
        database().ifPresent(database -> show(database, spec));
    }

    private void show(Path database, MatrixSpec spec) {
        read(database, spec, MatrixRequest.READY);
    }

    /** Shows what was chosen in the form. */
    void show(MatrixRequest chosen) {
        database().ifPresent(database -> read(database, null, chosen));
    }

    /** Lets the person choose the columns. */
    void setUp() {
        if (state.get() instanceof MatrixState.Shown shown) {
            rows.close();
            state.set(new MatrixState.SetUp(shown.database(), shown.offer(), Optional.of(shown.arrangement().matrix().spec().facts()), Optional.empty()));
        }
    }

    /** What one reading gave; without a matrix the database needs to be told what to show. */
    private record Read(Matrices.Offer offer, @Nullable Arrangement arrangement, Optional<GodwitException> refused, Optional<Long> stamp) {}

    private void read(Path database, @Nullable MatrixSpec spec, MatrixRequest wanted) {
        long mine = ++request;
        rows.close();
        notice.set("");
        Look now = look.get();
        state.set(new MatrixState.Reading(database));
        kit.tasks()
                .ask(Text.of("app.matrix.reading", database.getFileName()), context -> {
                    Optional<Long> stampNow = stampOf(database);
                    Matrices.Offer offer = matrices.offer(database, context::isCancelled);
                    MatrixSpec chosen = spec;
                    if (chosen == null && wanted.equals(MatrixRequest.READY) && offer.ready().isEmpty()) {
                        return new Read(offer, null, Optional.empty(), stampNow);
                    }
                    try {
                        chosen = chosen == null ? wanted.in(offer, database.toString()) : chosen;
                        Matrix matrix = matrices.matrix(database, chosen, context::isCancelled);
                        return new Read(offer, new Arrangement(matrix, now), Optional.empty(), stampNow);
                    } catch (GodwitException e) {
                        if (wanted.equals(MatrixRequest.READY)) {
                            throw e;
                        }
                        return new Read(offer, null, Optional.of(e), stampNow);
                    }
                })
                .then(outcome -> {
                    if (mine == request) {
                        state.set(after(database, outcome));
                        arrangeIfChanged();
                    }
                });
    }

    private MatrixState after(Path database, Outcome<Read> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<Read>(Read read) -> {
                stamp = read.stamp();
                Arrangement arrangement = read.arrangement();
                yield arrangement == null
                        ? new MatrixState.SetUp(database, read.offer(), Optional.empty(), read.refused().map(e -> kit.trouble(e, Text.of("app.kept.read"))))
                        : new MatrixState.Shown(database, read.offer(), arrangement);
            }
            case Outcome.Failed<Read>(GodwitException error) -> new MatrixState.Failed(database, kit.trouble(error, Text.of("app.kept.read")));
            case Outcome.Cancelled<Read>() -> new MatrixState.Nothing();
        };
    }

    private void arrangeIfChanged() {
        if (state.get() instanceof MatrixState.Shown shown && !shown.arrangement().look().equals(look.get())) {
            arrange(look.get());
        }
    }

    private void arrange(Look wanted) {
        if (!(state.get() instanceof MatrixState.Shown shown)) {
            return;
        }
        long mine = ++request;
        Matrix matrix = shown.arrangement().matrix();
        kit.tasks().ask(Text.of("app.matrix.arranging"), context -> new Arrangement(matrix, wanted)).then(outcome -> {
            if (mine == request && outcome instanceof Outcome.Succeeded<Arrangement>(Arrangement arranged)) {
                state.set(new MatrixState.Shown(shown.database(), shown.offer(), arranged));
                rows.arranged(arranged);
            }
        });
    }

    /** What can be done on this screen, for menus, shortcuts and the command palette. */
    public List<Action> actions() {
        BooleanBinding shown = Bindings.createBooleanBinding(() -> state.get() instanceof MatrixState.Shown, state);
        return List.of(
                Action.of("matrix.open", "app.matrix.open", Feather.DATABASE, this::choose),
                Action.of("matrix.copy", "app.matrix.copy", Feather.COPY, this::copy).on("Shortcut+Shift+C").when(shown),
                Action.of("matrix.html", "app.matrix.export.html", Feather.SHARE, () -> export(MatrixFiles.Form.HTML)).when(shown),
                Action.of("matrix.png", "app.matrix.export.png", Feather.IMAGE, () -> export(MatrixFiles.Form.PNG)).when(shown),
                Action.of("matrix.simulated", "app.matrix.simulated", Feather.TOGGLE_LEFT, () -> change(now -> now.simulated(!now.withSimulated())))
                        .when(shown),
                Action.of("matrix.families", "app.matrix.families", Feather.LAYERS, () -> change(now -> now.grouped(!now.grouped()))).when(shown),
                Action.of("matrix.setup", "app.matrix.setup", Feather.SLIDERS, this::setUp).when(shown));
    }

    /** Looks at the matrix in another way. */
    void change(UnaryOperator<Look> change) {
        look.set(change.apply(look.get()));
    }

    /** Shows the rows behind a square. */
    void drill(int row, int column) {
        if (state.get() instanceof MatrixState.Shown shown) {
            rows.open(shown.database(), shown.arrangement(), row, column);
        }
    }

    /** Asks where to write the matrix, and writes it there as it is looked at. */
    void export(MatrixFiles.Form form) {
        if (!(state.get() instanceof MatrixState.Shown shown)) {
            return;
        }
        Path suggestion = shown.database().toAbsolutePath().resolveSibling("compatibility." + form.ending());
        kit.desk().chooseTarget(Text.of("app.matrix.export.title"), suggestion).ifPresent(file -> kit.tasks()
                .ask(Text.of("app.matrix.export.writing", file.getFileName()), context -> {
                    MatrixFiles.write(shown.arrangement(), form, file);
                    return file;
                })
                .then(outcome -> notice.set(switch (outcome) {
                    case Outcome.Succeeded<Path>(Path written) -> Text.of("app.matrix.export.written", written);
                    case Outcome.Failed<Path>(GodwitException error) -> kit.trouble(error, "").message();
                    case Outcome.Cancelled<Path>() -> "";
                })));
    }

    /** Copies the matrix as a Markdown table. */
    void copy() {
        if (state.get() instanceof MatrixState.Shown shown) {
            kit.desk().copy(MatrixFiles.text(shown.arrangement(), MatrixFiles.Form.MARKDOWN));
            notice.set(Text.of("app.matrix.copied"));
        }
    }
}
