package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.godwit.app.action.Action;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.edit.PlanEdit;
import org.godwit.engine.edit.ShapeEdit;
import org.godwit.engine.edit.TableEdit;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be done on the page, with its keys: menus, context menus and keys are made of these lists. */
final class Commands {
    private final MappingModel model;
    private final List<Action> history;
    private final List<Action> target;
    private final List<Action> source;
    /** The other key of the same. */
    private final Action again;

    Commands(MappingModel model) {
        this.model = model;
        BooleanBinding table = when(() -> model.table().isPresent());
        BooleanBinding column = when(() -> model.column().isPresent());
        BooleanBinding place = when(() -> place().isPresent());
        BooleanBinding undo = when(() -> !model.undoWordsProperty().get().isEmpty());
        BooleanBinding redo = when(() -> !model.redoWordsProperty().get().isEmpty());
        history = List.of(
                action("undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", undo, model::undo),
                action("redo", Feather.CORNER_UP_RIGHT, "Shortcut+Shift+Z", redo, model::redo));
        again = action("redo", Feather.CORNER_UP_RIGHT, "Shortcut+Y", redo, model::redo);
        target = List.of(
                action("rename", Feather.TYPE, "F2", table, model::askDetails),
                action("details", Feather.EDIT_3, "Enter", table, model::askDetails),
                action("drop", Feather.TRASH_2, "Delete", table, this::drop),
                action("key", Feather.KEY, "Shortcut+Shift+K", column, this::toggleKey),
                action("required", Feather.CHECK_SQUARE, "Shortcut+Shift+R", column, this::toggleRequired),
                action("up", Feather.ARROW_UP, "Alt+Up", column, () -> move(true)),
                action("down", Feather.ARROW_DOWN, "Alt+Down", column, () -> move(false)),
                action("shape", Feather.GIT_BRANCH, "Shortcut+J", when(this::canReshape), this::reshape));
        source = List.of(
                action("add", Feather.PLUS, "Insert", place.and(table), this::addColumn),
                action("use", Feather.CORNER_DOWN_RIGHT, "Shortcut+Insert", place.and(column), this::use),
                action("table", Feather.FOLDER_PLUS, "Shortcut+Shift+Insert", when(() -> model.sourceProperty().get() != null), this::addTable),
                action("rest", Feather.ARCHIVE, "Delete", place, this::toRest));
    }

    private static Action action(String word, Feather icon, String keys, ObservableBooleanValue possible, Runnable run) {
        return Action.of("mapping." + word, "app.mapping.do." + word, icon, run).within(keys).when(possible);
    }

    /** What can be done depends on what is selected and on the plan. */
    private BooleanBinding when(BooleanSupplier possible) {
        return Bindings.createBooleanBinding(
                possible::getAsBoolean,
                model.planProperty(),
                model.selectionProperty(),
                model.sourceProperty(),
                model.undoWordsProperty(),
                model.redoWordsProperty());
    }

    /** Returns all of it, each once. */
    List<Action> all() {
        return Stream.of(history, target, source).flatMap(List::stream).toList();
    }

    private Optional<SourceRow.Place> place() {
        return model.sourceProperty().get() instanceof SourceRow.Place place ? Optional.of(place) : Optional.empty();
    }

    private void drop() {
        Selection selected = model.selectionProperty().get();
        model.apply(selected.isColumn() ? new ColumnEdit.Drop(selected.table(), selected.column()) : new TableEdit.Drop(selected.table()));
    }

    private void toggleKey() {
        TableSpec table = model.table().orElseThrow();
        String column = model.column().orElseThrow().name();
        List<String> key = new ArrayList<>(table.key());
        if (!key.remove(column)) {
            key.add(column);
        }
        model.apply(new TableEdit.Key(table.name(), key, table.onConflict()));
    }

    private void toggleRequired() {
        TableSpec.Column column = model.column().orElseThrow();
        model.apply(new ColumnEdit.Require(model.selectionProperty().get().table(), column.name(), !column.required()));
    }

    private void move(boolean up) {
        Selection selected = model.selectionProperty().get();
        model.apply(new ColumnEdit.Move(selected.table(), selected.column(), up));
    }

    private boolean canReshape() {
        return model.selectionProperty().get().isTable()
                || model.column().filter(column -> column.type().kind() == DataType.Kind.JSON).isPresent();
    }

    /** A table becomes a JSON column of the one above, a JSON column a table. */
    private void reshape() {
        Selection selected = model.selectionProperty().get();
        if (selected.isTable()) {
            model.apply(new ShapeEdit.ToJson(selected.table()));
        } else {
            SourceIndex index = new SourceIndex(Rows.sources(model.inspectionProperty().get(), model.planProperty().get()));
            applyOr(Drafts.toTable(model.planProperty().get(), model.table().orElseThrow(), selected.column(), index), "app.mapping.no.parts");
        }
    }

    private void addColumn() {
        place().ifPresent(place -> addColumn(place, model.selectionProperty().get().table()));
    }

    /** Makes a column of a place in a table. */
    void addColumn(SourceRow.Place place, String table) {
        model.planProperty().get().table(table).ifPresent(spec -> applyOr(Drafts.addColumn(spec, place), "app.mapping.no.feed"));
    }

    private void use() {
        place().ifPresent(place -> use(place, model.selectionProperty().get()));
    }

    /** Fills a column from a place. */
    void use(SourceRow.Place place, Selection to) {
        model.planProperty().get().table(to.table()).ifPresent(spec -> applyOr(Drafts.use(spec, to.column(), place), "app.mapping.no.feed"));
    }

    private void addTable() {
        SourceRow row = model.sourceProperty().get();
        if (row != null) {
            model.apply(Drafts.addTable(model.planProperty().get(), row));
        }
    }

    private void toRest() {
        place().ifPresent(place -> model.apply(new ShapeEdit.ToRest(place.dataset(), place.steps())));
    }

    private void applyOr(Optional<PlanEdit> edit, String otherwise) {
        edit.ifPresentOrElse(model::apply, () -> model.say(Text.of(otherwise)));
    }

    /** Does what the keys mean at the target's side, and what they mean everywhere. */
    void onTarget(KeyEvent event) {
        press(event, target);
    }

    void onSource(KeyEvent event) {
        press(event, source);
    }

    /** Undo and redo, everywhere but in a field, which has its own. */
    void onPage(KeyEvent event) {
        if (!(event.getTarget() instanceof TextInputControl)) {
            press(event, history);
            press(event, List.of(again));
        }
    }

    private static void press(KeyEvent event, List<Action> actions) {
        actions.stream()
                .filter(action -> action.shortcut() != null && action.shortcut().match(event) && action.enabled().get())
                .findFirst()
                .ifPresent(action -> {
                    event.consume();
                    action.run().run();
                });
    }

    /** Fills the menu that lists everything, with keys; for each opening anew. */
    void fill(ObservableList<MenuItem> items) {
        items.clear();
        history.forEach(action -> items.add(item(action)));
        items.add(new SeparatorMenuItem());
        target.forEach(action -> items.add(item(action)));
        items.add(new SeparatorMenuItem());
        source.forEach(action -> items.add(item(action)));
    }

    /** Gives a side its context menu. */
    void menu(Control control, boolean atTarget) {
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            (atTarget ? target : source).forEach(action -> menu.getItems().add(item(action)));
        });
        // A menu without lines is not shown at all.
        menu.getItems().add(new MenuItem(Text.of("app.mapping.menu")));
        control.setContextMenu(menu);
    }

    /** The keys stand in the line as text: as accelerators they would work in the whole window. */
    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem();
        Label keys = Nodes.label(action.keys(), "menu-keys");
        Label words = Nodes.label(action.name(), "menu-words");
        item.setGraphic(Nodes.row("menu-line", words, keys));
        item.setDisable(!action.enabled().get());
        item.setOnAction(_ -> action.run().run());
        return item;
    }
}
