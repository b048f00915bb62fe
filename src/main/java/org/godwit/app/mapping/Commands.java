package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.edit.PlanEdit;
import org.godwit.engine.edit.ShapeEdit;
import org.godwit.engine.edit.TableEdit;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;

/** Everything that can be done on the page, with its keys: menus, context menus and keys are made of these lists. */
final class Commands {
    private final MappingModel model;
    private final List<Command> history;
    private final List<Command> target;
    private final List<Command> source;

    /** @param details puts the focus where the name of what is selected is edited */
    Commands(MappingModel model, Runnable details) {
        this.model = model;
        history = List.of(
                Command.of("app.mapping.do.undo", "Shortcut+Z", () -> !model.undoWordsProperty().get().isEmpty(), model::undo),
                Command.of("app.mapping.do.redo", "Shortcut+Shift+Z", () -> !model.redoWordsProperty().get().isEmpty(), model::redo),
                Command.of("app.mapping.do.redo.again", "Shortcut+Y", () -> !model.redoWordsProperty().get().isEmpty(), model::redo));
        target = List.of(
                Command.of("app.mapping.do.rename", "F2", () -> model.table().isPresent(), details),
                Command.of("app.mapping.do.details", "Enter", () -> model.table().isPresent(), details),
                Command.of("app.mapping.do.drop", "Delete", () -> model.table().isPresent(), this::drop),
                Command.of("app.mapping.do.key", "Shortcut+Shift+K", () -> model.column().isPresent(), this::toggleKey),
                Command.of("app.mapping.do.required", "Shortcut+Shift+R", () -> model.column().isPresent(), this::toggleRequired),
                Command.of("app.mapping.do.up", "Alt+Up", () -> model.column().isPresent(), () -> move(true)),
                Command.of("app.mapping.do.down", "Alt+Down", () -> model.column().isPresent(), () -> move(false)),
                Command.of("app.mapping.do.shape", "Shortcut+J", this::canReshape, this::reshape));
        source = List.of(
                Command.of("app.mapping.do.add", "Insert", () -> place().isPresent() && model.table().isPresent(), this::addColumn),
                Command.of("app.mapping.do.use", "Shortcut+Insert", () -> place().isPresent() && model.column().isPresent(), this::use),
                Command.of("app.mapping.do.table", "Shortcut+Shift+Insert", () -> model.sourceProperty().get() != null, this::addTable),
                Command.of("app.mapping.do.rest", "Delete", () -> place().isPresent(), this::toRest));
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
        }
    }

    private static void press(KeyEvent event, List<Command> commands) {
        boolean done = commands.stream().filter(command -> command.keys().match(event)).anyMatch(Command::run);
        if (done) {
            event.consume();
        }
    }

    /** Fills the menu that lists everything, with keys; for each opening anew. */
    void fill(ObservableList<MenuItem> items) {
        items.clear();
        history.forEach(command -> items.add(item(command)));
        items.add(new SeparatorMenuItem());
        target.forEach(command -> items.add(item(command)));
        items.add(new SeparatorMenuItem());
        source.forEach(command -> items.add(item(command)));
    }

    /** Gives a side its context menu. */
    void menu(Control control, boolean atTarget) {
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            (atTarget ? target : source).forEach(command -> menu.getItems().add(item(command)));
        });
        // A menu without lines is not shown at all.
        menu.getItems().add(new MenuItem(Text.of("app.mapping.menu")));
        control.setContextMenu(menu);
    }

    /** The keys stand in the line as text: as accelerators they would work in the whole window. */
    private static MenuItem item(Command command) {
        MenuItem item = command.item();
        Label keys = Nodes.label(command.shown(), "menu-keys");
        Label words = Nodes.label(item.getText(), "menu-words");
        item.setText(null);
        item.setGraphic(Nodes.row("menu-line", words, keys));
        item.setDisable(!command.possible().getAsBoolean());
        return item;
    }
}
