package org.godwit.app.charts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.analysis.chart.compare.Choices;
import org.godwit.analysis.chart.compare.CompareOptions;
import org.godwit.analysis.chart.compare.CompareRequest;
import org.godwit.analysis.chart.compare.Comparer;
import org.godwit.analysis.chart.compare.Comparison;
import org.godwit.analysis.chart.compare.Subject;
import org.godwit.analysis.chart.render.ChartRenderer.BarPlace;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.app.action.Action;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Tracing;
import org.godwit.duck.Lease;
import org.godwit.duck.Leases;
import org.godwit.duck.QueryResult;
import org.godwit.engine.Workbench;
import org.godwit.engine.text.ShellWords;
import org.godwit.model.GodwitException;
import org.godwit.model.RunSummary;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A database, what of it is compared, the chart and the rows behind a bar. The latest choice wins. Only for the FX thread. */
public final class ChartsModel {
    private static final int LOOKED_AT = 100;
    private static final int MOST_RECENT = 8;

    private final Workbench workbench;
    private final Leases leases;
    private final Kit kit;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ChartsState> state = new ReadOnlyObjectWrapper<>(new ChartsState.Start());
    private final ReadOnlyObjectWrapper<ChartState> chart = new ReadOnlyObjectWrapper<>(new ChartState.None());
    private final ReadOnlyObjectWrapper<RowsState> rows = new ReadOnlyObjectWrapper<>(new RowsState.Closed());
    private final BooleanProperty asTable = new SimpleBooleanProperty();
    private final ObservableValue<Boolean> dark;
    private final BooleanBinding shown;
    private final ExportMenu exports;
    private Lease lease;
    private @Nullable Path database;
    private @Nullable Job<Comparison> comparing;
    private @Nullable Job<QueryResult> reading;
    /** Last, as it calls back. */
    private final Selection selection = new Selection(this::compare);

    /**
     * @param leases databases to look into, each opened once for all screens
     * @param dark whether the window is dark
     */
    public ChartsModel(Workbench workbench, Leases leases, Kit kit, ObservableValue<Boolean> dark) {
        this.workbench = workbench;
        this.leases = leases;
        this.lease = leases.of(Path.of("."));
        this.kit = kit;
        this.dark = dark;
        this.shown = Bindings.createBooleanBinding(() -> chart.get() instanceof ChartState.Shown, chart);
        this.exports = new ExportMenu(this, dark, shown);
    }

    /** What can be done on this screen, for menus, shortcuts and the command palette. */
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("charts.open", "app.charts.open", Feather.FOLDER, this::choose),
                Action.of("charts.table", "app.charts.asTable", Feather.LIST, () -> asTable.set(!asTable.get())).on("Shortcut+T").when(shown)));
        actions.addAll(exports.actions());
        return List.copyOf(actions);
    }

    /** Asks for a database and looks at it. */
    void choose() {
        kit.desk().chooseFiles(Text.of("app.charts.open.title")).stream().findFirst().ifPresent(this::open);
    }

    ExportMenu exports() {
        return exports;
    }

    /** Whether the figures are shown as a table. */
    BooleanProperty asTableProperty() {
        return asTable;
    }

    ObservableValue<Boolean> darkProperty() {
        return dark;
    }

    Kit kit() {
        return kit;
    }

    Selection selection() {
        return selection;
    }

    /** Databases that were made lately and are still there, newest first. */
    ObservableList<Path> recent() {
        return recent;
    }

    ReadOnlyObjectProperty<ChartsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartState> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RowsState> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    Optional<Path> database() {
        return Optional.ofNullable(database);
    }

    /** Looks again at what there is: what was chosen stays, the newest database is opened if none is. */
    public void refresh() {
        kit.tasks().ask(Text.of("app.charts.looking"), context -> targets(workbench.runs(LOOKED_AT))).then(outcome -> {
            switch (outcome) {
                case Outcome.Succeeded<List<Path>>(List<Path> found) -> {
                    if (!recent.equals(found)) {
                        recent.setAll(found);
                    }
                    if (database == null && !found.isEmpty()) {
                        open(found.getFirst());
                    } else if (database != null) {
                        read(database);
                    }
                }
                case Outcome.Failed<List<Path>>(GodwitException error) -> {
                    if (database == null) {
                        state.set(new ChartsState.Failed(kit.trouble(error, Text.of("app.kept.read"))));
                    }
                }
                case Outcome.Cancelled<List<Path>> cancelled -> { }
            }
        });
    }

    private static List<Path> targets(List<RunSummary> runs) {
        return runs.stream().map(RunSummary::target).filter(target -> !target.isEmpty()).distinct().map(Path::of).filter(Files::isRegularFile)
                .limit(MOST_RECENT).toList();
    }

    /** Looks at a database. */
    public void open(Path file) {
        if (file.equals(database) && state.get() instanceof ChartsState.Ready) {
            return;
        }
        lease = leases.of(file);
        database = file;
        chart.set(new ChartState.None());
        closeRows();
        state.set(new ChartsState.Reading(file));
        read(file);
    }

    private void read(Path file) {
        Comparer comparer = new Comparer(lease);
        kit.tasks().ask(Text.of("app.charts.reading", file.getFileName()), context -> comparer.choices(context::isCancelled)).then(outcome -> {
            if (!file.equals(database)) {
                return;
            }
            switch (outcome) {
                case Outcome.Succeeded<Choices>(Choices found) -> {
                    if (found.models().isEmpty() && found.tables().isEmpty()) {
                        state.set(new ChartsState.Nothing(file));
                    } else {
                        if (!(state.get() instanceof ChartsState.Ready)) {
                            state.set(new ChartsState.Ready(file));
                        }
                        selection.offer(found);
                    }
                }
                case Outcome.Failed<Choices>(GodwitException error) ->
                    state.set(new ChartsState.Failed(kit.trouble(error, Text.of("app.kept.read"))));
                case Outcome.Cancelled<Choices> cancelled -> state.set(new ChartsState.Start());
            }
        });
    }

    private void compare() {
        Optional<CompareRequest> request = state.get() instanceof ChartsState.Ready ? selection.request() : Optional.empty();
        if (comparing != null) {
            comparing.cancel();
        }
        if (request.isEmpty()) {
            chart.set(new ChartState.None());
            return;
        }
        Comparer comparer = new Comparer(lease);
        Job<Comparison> job = kit.tasks().ask(Text.of("app.charts.comparing"), context -> comparer.compare(request.get(), context::isCancelled));
        comparing = job;
        job.then(outcome -> {
            if (comparing != job) {
                return;
            }
            switch (outcome) {
                case Outcome.Succeeded<Comparison>(Comparison made) -> show(new ChartState.Shown(made));
                case Outcome.Failed<Comparison>(GodwitException error) ->
                    show(new ChartState.Without(kit.trouble(error, Text.of("app.kept.read"))));
                case Outcome.Cancelled<Comparison> cancelled -> { }
            }
        });
    }

    /** What is the same already stays as it is: zoomed, with series hidden and rows open. */
    private void show(ChartState made) {
        if (!chart.get().equals(made)) {
            closeRows();
            chart.set(made);
        }
    }

    /** Reads the rows behind a bar. */
    void openRows(BarPlace bar) {
        if (!(chart.get() instanceof ChartState.Shown(Comparison comparison))) {
            return;
        }
        if (reading != null) {
            reading.cancel();
        }
        String name = name(comparison.spec(), bar);
        rows.set(new RowsState.Reading(name));
        Comparer comparer = new Comparer(lease);
        Job<QueryResult> job = kit.tasks().ask(
                Text.of("app.charts.rows.reading", name), context -> comparer.rows(comparison, bar.category(), bar.series(), context::isCancelled));
        reading = job;
        job.then(outcome -> {
            if (reading != job) {
                return;
            }
            switch (outcome) {
                case Outcome.Succeeded<QueryResult>(QueryResult found) -> rows.set(shown(name, found, comparison.request()));
                case Outcome.Failed<QueryResult>(GodwitException error) ->
                    rows.set(new RowsState.Failed(kit.trouble(error, Text.of("app.kept.read"))));
                case Outcome.Cancelled<QueryResult> cancelled -> rows.set(new RowsState.Closed());
            }
        });
    }

    void closeRows() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        rows.set(new RowsState.Closed());
    }

    static String name(ChartSpec spec, BarPlace bar) {
        String category = spec.categories().get(bar.category());
        return spec.series().size() > 1 ? category + ", " + spec.series().get(bar.series()).name() : category;
    }

    private RowsState shown(String name, QueryResult found, CompareRequest request) {
        List<String> columns = found.columns().stream().map(QueryResult.Column::name).toList();
        List<RowsState.Row> all = new ArrayList<>();
        for (List<@Nullable Object> row : found.rows()) {
            List<@Nullable String> cells = new ArrayList<>();
            row.forEach(value -> cells.add(value == null ? null : value.toString()));
            all.add(new RowsState.Row(cells, origin(columns, row, request)));
        }
        return new RowsState.Shown(name, columns, all, found.complete());
    }

    private Optional<Tracing.Origin> origin(List<String> columns, List<@Nullable Object> row, CompareRequest request) {
        int doc = columns.indexOf("_doc");
        int at = columns.indexOf("_at");
        int feed = columns.indexOf("_feed");
        Path file = database;
        if (file == null || doc < 0 || at < 0 || feed < 0 || !(row.get(doc) instanceof Number document) || !(row.get(feed) instanceof Number from)) {
            return Optional.empty();
        }
        String pointer = row.get(at) instanceof String text ? text : "";
        return switch (request.subject()) {
            case Subject.Model model -> Optional.of(new Tracing.Origin(
                    file, "performance_results", document.longValue(), pointer, from.intValue(), model.metric().column()));
            case Subject.Hardware hardware -> Optional.of(new Tracing.Origin(
                    file, "performance_results", document.longValue(), pointer, from.intValue(), hardware.metric().column()));
            case Subject.Columns table -> Optional.of(new Tracing.Origin(
                    file, table.table(), document.longValue(), pointer, from.intValue(), table.measure()));
        };
    }

    /** Returns the command that makes the chart, or empty if there is none. */
    Optional<String> command() {
        return chart.get() instanceof ChartState.Shown(Comparison comparison) && database != null
                ? Optional.of(Stream.concat(
                                Stream.of("godwit", "chart", "compare", database.toString()), CompareOptions.words(comparison.request()).stream())
                        .map(ShellWords::quote)
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
