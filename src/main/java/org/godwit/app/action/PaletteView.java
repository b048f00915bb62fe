package org.godwit.app.action;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The command palette: type a few letters, go up and down, Enter does it, Escape leaves. The focus stays in the field. */
public final class PaletteView extends VBox {
    private static final double ROW = 38;
    private static final int ROWS = 10;

    private final PaletteModel model;
    private final Runnable leave;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Entry> list = new ListView<>();

    /**
     * @param leave takes the palette away and gives the focus back
     */
    public PaletteView(PaletteModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("palette");
        setMaxHeight(USE_PREF_SIZE);
        field.setId("palette-field");
        field.setLeft(Nodes.icon(Feather.SEARCH, "subtle-icon"));
        field.setPromptText(Text.of("app.palette.prompt"));
        field.setAccessibleText(Text.of("app.palette.name"));
        field.textProperty().subscribe(this::find);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setAccessibleText(Text.of("app.palette.found"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.setPlaceholder(Nodes.label(Text.of("app.palette.nothing"), "muted"));
        getChildren().addAll(field, list, Nodes.wrapped(Text.of("app.palette.hint"), "muted", "palette-hint"));
    }

    /** Starts anew and takes the focus. */
    public void open() {
        field.clear();
        find("");
        field.requestFocus();
    }

    private void find(String typed) {
        list.getItems().setAll(model.find(typed));
        list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 1, ROWS) + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS - 1);
            case PAGE_UP -> move(1 - ROWS);
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            case ESCAPE -> leave.run();
            case TAB -> field.requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int from = list.getSelectionModel().getSelectedIndex();
        // One step beyond an end comes in again at the other; larger steps stop there.
        int to = Math.abs(by) == 1 && last >= 0 ? Math.floorMod(from + by, last + 1) : Math.clamp(from + by, 0, Math.max(0, last));
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - ROWS / 2));
    }

    private void run(@Nullable Entry entry) {
        if (entry != null) {
            leave.run();
            model.run(entry);
        }
    }

    /** A line: icon, name, where it belongs, shortcut. */
    private final class Row extends ListCell<Entry> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    run(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            HBox line = Nodes.row(
                    "line",
                    Nodes.icon(entry.icon(), "accent"),
                    Nodes.label(entry.name()),
                    Nodes.label(entry.detail(), "muted", "small-text"),
                    Nodes.spacer());
            if (!entry.keys().isEmpty()) {
                line.getChildren().add(Nodes.label(entry.keys(), "keys"));
            }
            setGraphic(line);
            setAccessibleText(String.join(", ", entry.name(), entry.detail(), entry.keys()));
        }
    }
}
