package org.godwit.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.analysis.explore.ColumnProfile;
import org.godwit.analysis.explore.ExportFormat;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.explore.Filter;
import org.godwit.analysis.explore.RowSource;
import org.godwit.analysis.explore.Sort;
import org.godwit.app.explore.grid.ColumnLayout;
import org.godwit.app.explore.grid.GridHost;
import org.godwit.app.explore.grid.GridModel;
import org.godwit.app.fx.Job;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.app.fx.Trouble;
import org.godwit.duck.CatalogTable;
import org.godwit.duck.QueryLimits;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;

/** One table: its rows by filters and order, and figures about a column. Only for the FX thread. */
public final class TableModel implements GridHost {
    private static final QueryLimits EXPORT = new QueryLimits(Long.MAX_VALUE, java.time.Duration.ofHours(1));

    private final Explorer explorer;
    private final Kit kit;
    private final Settings settings;
    private final GridModel grid;
    private final ObservableList<Filter> filters = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CatalogTable> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RowsState> state = new ReadOnlyObjectWrapper<>(new RowsState.None());
    private final ReadOnlyObjectWrapper<ProfileState> profile = new ReadOnlyObjectWrapper<>(new ProfileState.None());
    private final ReadOnlyObjectWrapper<Optional<RowSource.Column>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private Path database = Path.of("");
    private Optional<Sort> sort = Optional.empty();
    private @Nullable Job<RowSource> job;
    private @Nullable Job<ColumnProfile> profileJob;
    private long question;

    TableModel(Explorer explorer, Kit kit, Settings settings) {
        this.explorer = explorer;
        this.kit = kit;
        this.settings = settings;
        this.grid = new GridModel(kit);
    }

    public GridModel grid() {
        return grid;
    }

    public ReadOnlyObjectProperty<@Nullable CatalogTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RowsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ProfileState> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** The column that a filter is asked for, if one is. */
    ReadOnlyObjectProperty<Optional<RowSource.Column>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The conditions that rows have to meet. */
    ObservableList<Filter> filters() {
        return filters;
    }

    Optional<Sort> sort() {
        return sort;
    }

    ColumnLayout layout(CatalogTable shown) {
        return new ColumnLayout(settings, database + "|" + shown.schema() + "." + shown.name());
    }

    /** Shows a table from its beginning, without filters. */
    public void show(Path file, CatalogTable chosen) {
        database = file;
        filters.clear();
        sort = Optional.empty();
        asked.set(Optional.empty());
        closeProfile();
        notice.set("");
        stop();
        grid.clear();
        table.set(chosen);
        open(false);
    }

    void clear() {
        stop();
        closeProfile();
        grid.clear();
        table.set(null);
        state.set(new RowsState.None());
    }

    private void stop() {
        question++;
        Job<RowSource> running = job;
        job = null;
        if (running != null) {
            running.cancel();
        }
    }

    private void open(boolean shown) {
        CatalogTable chosen = table.get();
        if (chosen == null) {
            return;
        }
        stop();
        long mine = question;
        String words = sort.map(by -> Text.of("app.explore.sorting", chosen.name(), by.column()))
                .orElse(Text.of(filters.isEmpty() ? "app.explore.opening" : "app.explore.filtering", chosen.name()));
        state.set(new RowsState.Opening(words));
        List<Filter> wanted = List.copyOf(filters);
        Optional<Sort> order = sort;
        Path file = database;
        Job<RowSource> started = shown
                ? kit.tasks().start(words, context -> explorer.rows(file, chosen, wanted, order, context::isCancelled))
                : kit.tasks().ask(words, context -> explorer.rows(file, chosen, wanted, order, context::isCancelled));
        job = started;
        started.then(outcome -> opened(mine, outcome));
    }

    private void opened(long mine, Outcome<RowSource> outcome) {
        switch (outcome) {
            case Outcome.Succeeded<RowSource>(RowSource rows) -> {
                if (mine == question) {
                    grid.show(rows);
                    state.set(new RowsState.Shown());
                } else {
                    rows.close();
                }
            }
            case Outcome.Failed<RowSource>(GodwitException error) -> {
                if (mine == question) {
                    grid.clear();
                    state.set(new RowsState.Failed(kit.trouble(error, Text.of("app.kept.read"))));
                }
            }
            case Outcome.Cancelled<RowSource>() -> {
                if (mine == question) {
                    notice.set(Text.of("app.explore.stopped"));
                    state.set(new RowsState.Shown());
                }
            }
        }
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void sort(Optional<Sort> by) {
        if (!by.equals(sort)) {
            sort = by;
            open(true);
        }
    }

    @Override
    public void filter(Filter filter) {
        asked.set(Optional.empty());
        if (!filters.contains(filter)) {
            filters.add(filter);
            open(true);
        }
    }

    /** Lets all rows through again that only this filter left out. */
    void unfilter(Filter filter) {
        if (filters.remove(filter)) {
            open(true);
        }
    }

    @Override
    public void askFilter(RowSource.Column column) {
        asked.set(Optional.of(column));
    }

    void stopAsking() {
        asked.set(Optional.empty());
    }

    @Override
    public void profile(RowSource.Column column) {
        CatalogTable chosen = table.get();
        if (chosen == null) {
            return;
        }
        closeProfile();
        List<Filter> wanted = List.copyOf(filters);
        Path file = database;
        ProfileState.Reading reading = new ProfileState.Reading(column.name());
        profile.set(reading);
        Job<ColumnProfile> started = kit.tasks()
                .ask(Text.of("app.explore.profiling", column.name()), context -> explorer.profile(file, chosen, wanted, column, context::isCancelled));
        profileJob = started;
        started.then(outcome -> {
            if (started.equals(profileJob)) {
                profile.set(profiled(column.name(), outcome));
            }
        });
    }

    private static ProfileState profiled(String column, Outcome<ColumnProfile> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<ColumnProfile>(ColumnProfile made) -> new ProfileState.Shown(made);
            case Outcome.Failed<ColumnProfile>(GodwitException error) -> new ProfileState.Failed(column, Trouble.of(error, "").message());
            case Outcome.Cancelled<ColumnProfile>() -> new ProfileState.None();
        };
    }

    void closeProfile() {
        Job<ColumnProfile> running = profileJob;
        profileJob = null;
        if (running != null) {
            running.cancel();
        }
        profile.set(new ProfileState.None());
    }

    @Override
    public Optional<Shown> shown() {
        CatalogTable chosen = table.get();
        return chosen == null || chosen.view() ? Optional.empty() : Optional.of(new Shown(database, chosen.name()));
    }

    /**
     * Asks where to write all rows that the filters let through, in their order, and writes them there.
     *
     * @param columns which columns, in this order
     */
    void export(List<String> columns, ExportFormat format) {
        CatalogTable chosen = table.get();
        if (chosen != null && !columns.isEmpty()) {
            String sql = Explorer.sql(chosen, columns, filters, sort);
            new Exports(explorer, kit, notice::set).ask(database, sql, chosen.name(), format, EXPORT);
        }
    }
}
