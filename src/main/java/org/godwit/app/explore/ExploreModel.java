package org.godwit.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.godwit.analysis.explore.Explorer;
import org.godwit.app.action.Action;
import org.godwit.app.fx.Kit;
import org.godwit.app.fx.Settings;
import org.godwit.app.fx.Text;
import org.godwit.duck.CatalogTable;
import org.godwit.engine.Workbench;
import org.godwit.model.GodwitException;
import org.godwit.task.Outcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which databases there are, and the tables of the chosen one. Only for the FX thread. */
public final class ExploreModel {
    private final Explorer explorer;
    private final Kit kit;
    private final Databases known;
    private final TableModel table;
    private final SqlModel sql;
    private final ObservableList<Path> databases = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Path> database = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<CatalogState> catalog = new ReadOnlyObjectWrapper<>(new CatalogState.None());
    private String wanted = "";
    private long question;

    public ExploreModel(Explorer explorer, Workbench workbench, Kit kit, Settings settings) {
        this.explorer = explorer;
        this.kit = kit;
        this.known = new Databases(workbench, settings);
        this.table = new TableModel(explorer, kit, settings);
        this.sql = new SqlModel(explorer, kit, settings, this::catalogTables);
        databases.setAll(known.opened());
        database.subscribe(chosen -> read(chosen, true));
    }

    ObservableList<Path> databases() {
        return databases;
    }

    ObjectProperty<@Nullable Path> databaseProperty() {
        return database;
    }

    public ReadOnlyObjectProperty<CatalogState> catalogProperty() {
        return catalog.getReadOnlyProperty();
    }

    public TableModel table() {
        return table;
    }

    public SqlModel sql() {
        return sql;
    }

    private List<CatalogTable> catalogTables() {
        return catalog.get() instanceof CatalogState.Shown shown ? shown.tables() : List.of();
    }

    /** Looks again which databases there are, and whether the chosen one has changed. */
    public void refresh() {
        List<Path> opened = known.opened();
        kit.tasks().ask(Text.of("app.explore.finding"), context -> known.existing(opened)).then(outcome -> {
            if (outcome instanceof Outcome.Succeeded<List<Path>>(List<Path> found)) {
                found(found);
            }
        });
    }

    private void found(List<Path> found) {
        Path chosen = database.get();
        if (!databases.equals(found)) {
            databases.setAll(found);
            // The list's own selection is lost with its items.
            database.set(chosen);
        }
        if (chosen == null && !found.isEmpty()) {
            database.set(found.getFirst());
        } else if (chosen != null) {
            read(chosen, false);
        }
    }

    /** Looks into a database. */
    public void open(Path file) {
        open(file, "");
    }

    /** Looks into a table of a database; the table with the most rows if the name is empty. */
    public void open(Path file, String tableName) {
        Path path = file.toAbsolutePath().normalize();
        known.remember(path);
        wanted = tableName;
        if (!databases.contains(path)) {
            databases.addFirst(path);
        }
        if (path.equals(database.get())) {
            read(path, true);
        } else {
            database.set(path);
        }
    }

    /** Asks for a file and looks into it. */
    void choose() {
        kit.desk().chooseFiles(Text.of("app.explore.choose")).stream().findFirst().ifPresent(this::open);
    }

    private void read(@Nullable Path chosen, boolean anew) {
        long mine = ++question;
        sql.use(chosen);
        if (chosen == null) {
            catalog.set(new CatalogState.None());
            table.clear();
            return;
        }
        if (anew) {
            table.clear();
            catalog.set(new CatalogState.Reading(chosen));
        }
        kit.tasks().ask(Text.of("app.explore.reading", chosen.getFileName()), context -> explorer.tables(chosen)).then(outcome -> {
            if (mine == question) {
                read(chosen, outcome);
            }
        });
    }

    private void read(Path chosen, Outcome<List<CatalogTable>> outcome) {
        switch (outcome) {
            case Outcome.Succeeded<List<CatalogTable>>(List<CatalogTable> tables) -> {
                CatalogState now = new CatalogState.Shown(chosen, tables);
                if (!now.equals(catalog.get())) {
                    catalog.set(now);
                    pick(chosen, tables);
                }
            }
            case Outcome.Failed<List<CatalogTable>>(GodwitException error) -> {
                table.clear();
                catalog.set(new CatalogState.Failed(chosen, kit.trouble(error, Text.of("app.kept.read"))));
            }
            case Outcome.Cancelled<List<CatalogTable>>() -> {}
        }
    }

    /** Shows the table that was asked for, or the one that was shown before, or the fullest one. */
    private void pick(Path chosen, List<CatalogTable> tables) {
        CatalogTable before = table.tableProperty().get();
        String name = !wanted.isEmpty() || before == null ? wanted : before.name();
        wanted = "";
        Optional<CatalogTable> named = tables.stream().filter(one -> one.name().equals(name)).findFirst();
        Optional<CatalogTable> fullest = tables.stream()
                .filter(one -> !one.isSystem() && !one.view())
                .max(java.util.Comparator.comparingLong((CatalogTable one) -> one.rows().orElse(0)));
        named.or(() -> fullest).or(() -> tables.stream().findFirst()).ifPresentOrElse(one -> table.show(chosen, one), table::clear);
    }

    /** What can be done on this screen, for menus, shortcuts and the command palette. */
    public List<Action> actions() {
        BooleanBinding shown = Bindings.createBooleanBinding(() -> catalog.get() instanceof CatalogState.Shown, catalog);
        BooleanBinding running = Bindings.createBooleanBinding(() -> sql.stateProperty().get() instanceof SqlState.Running, sql.stateProperty());
        return List.of(
                Action.of("explore.open", "app.explore.open", Feather.FOLDER, this::choose),
                Action.of("explore.run", "app.sql.run", Feather.PLAY, sql::run).on("Shortcut+Enter").when(shown),
                Action.of("explore.stop", "app.sql.stop", Feather.SQUARE, sql::cancel).within("Esc").when(running),
                Action.of("explore.trace", "app.grid.trace", Feather.CROSSHAIR, table.grid()::askTrace).within("Shortcut+T").when(shown));
    }

    /** Shows a table of the chosen database. */
    void show(CatalogTable one) {
        Path chosen = database.get();
        if (chosen != null) {
            table.show(chosen, one);
        }
    }
}
