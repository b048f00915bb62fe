package org.godwit.app.explore.grid;

import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.godwit.analysis.explore.Filter;
import org.godwit.analysis.explore.RowSource;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The menus of a grid's cells and headers. What the header offers is in the cell's menu, too, for the keyboard. */
final class GridMenus {
    private GridMenus() {}

    /** Returns the menu of the focused cell, filled when it is shown. */
    static ContextMenu ofCell(RowGrid grid) {
        ContextMenu menu = new ContextMenu(new MenuItem(Text.of("app.grid.copy")));
        menu.setOnShowing(event -> menu.getItems().setAll(cellItems(grid)));
        return menu;
    }

    private static List<MenuItem> cellItems(RowGrid grid) {
        List<MenuItem> items = new java.util.ArrayList<>();
        MenuItem trace = item("app.grid.trace", Feather.CROSSHAIR, grid::trace);
        trace.setAccelerator(new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN));
        trace.setDisable(grid.origin().isEmpty());
        MenuItem copy = item("app.grid.copy", Feather.COPY, () -> grid.model().copy(grid.selectedRows(), grid.selectedColumns(), CopyForm.PLAIN));
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        items.add(trace);
        items.add(new SeparatorMenuItem());
        items.add(copy);
        items.add(copyMenu(grid, "app.grid.copy.cells", false));
        items.add(copyMenu(grid, "app.grid.copy.rows", true));
        TablePosition<?, ?> focused = grid.table().getFocusModel().getFocusedCell();
        TableColumn<Integer, ?> column = focused == null ? null : grid.dataColumns().stream().filter(one -> one.equals(focused.getTableColumn())).findFirst().orElse(null);
        if (column != null) {
            RowSource.Column told = grid.model().columns().get(RowGrid.place(column));
            value(grid, told).ifPresent(items::addAll);
            items.add(new SeparatorMenuItem());
            Menu ofColumn = new Menu(Text.of("app.grid.column", told.name()));
            ofColumn.getItems().setAll(columnItems(grid, told, column));
            items.add(ofColumn);
        }
        return items;
    }

    private static Menu copyMenu(RowGrid grid, String key, boolean wholeRows) {
        Menu menu = new Menu(Text.of(key));
        for (CopyForm form : List.of(CopyForm.CSV, CopyForm.JSON, CopyForm.MARKDOWN)) {
            menu.getItems().add(item(name(form), null, () ->
                    grid.model().copy(grid.selectedRows(), wholeRows ? grid.visibleColumns() : grid.selectedColumns(), form)));
        }
        return menu;
    }

    private static String name(CopyForm form) {
        return switch (form) {
            case PLAIN -> "app.grid.copy";
            case CSV -> "app.format.csv";
            case JSON -> "app.format.json";
            case MARKDOWN -> "app.format.markdown";
        };
    }

    /** Returns what can be done with the focused value as a filter. */
    private static Optional<List<MenuItem>> value(RowGrid grid, RowSource.Column column) {
        if (!grid.host().isActive() || !(grid.model().cellProperty().get() instanceof CellState.Shown shown)) {
            return Optional.empty();
        }
        String value = shown.value();
        if (value == null) {
            return Optional.of(List.of(
                    new SeparatorMenuItem(),
                    item("app.grid.only.null", Feather.FILTER, () -> grid.host().filter(new Filter(column, Filter.Kind.IS_NULL, "", ""))),
                    item("app.grid.without.null", null, () -> grid.host().filter(new Filter(column, Filter.Kind.NOT_NULL, "", "")))));
        }
        return Optional.of(List.of(
                new SeparatorMenuItem(),
                item("app.grid.only", Feather.FILTER, () -> grid.host().filter(new Filter(column, Filter.Kind.EQUALS, value, ""))),
                item("app.grid.without", null, () -> grid.host().filter(new Filter(column, Filter.Kind.DIFFERS, value, "")))));
    }

    /** Returns the menu of a header. */
    static ContextMenu ofColumn(RowGrid grid, RowSource.Column told, TableColumn<Integer, ?> column) {
        ContextMenu menu = new ContextMenu(new MenuItem(Text.of("app.grid.hide")));
        menu.setOnShowing(event -> menu.getItems().setAll(columnItems(grid, told, column)));
        return menu;
    }

    private static List<MenuItem> columnItems(RowGrid grid, RowSource.Column told, TableColumn<Integer, ?> column) {
        List<MenuItem> items = new java.util.ArrayList<>();
        if (grid.host().isActive()) {
            items.add(item("app.grid.profile", Feather.BAR_CHART_2, () -> grid.host().profile(told)));
            items.add(item("app.grid.filter", Feather.FILTER, () -> grid.host().askFilter(told)));
            items.add(new SeparatorMenuItem());
            items.add(item("app.grid.ascending", Feather.ARROW_UP, () -> grid.sort(column, TableColumn.SortType.ASCENDING)));
            items.add(item("app.grid.descending", Feather.ARROW_DOWN, () -> grid.sort(column, TableColumn.SortType.DESCENDING)));
            items.add(item("app.grid.unsorted", null, () -> grid.table().getSortOrder().clear()));
            items.add(new SeparatorMenuItem());
        }
        items.add(item("app.grid.hide", Feather.EYE_OFF, () -> column.setVisible(false)));
        items.add(item("app.grid.show.all", Feather.EYE, () -> grid.dataColumns().forEach(one -> one.setVisible(true))));
        items.add(shownColumns(grid));
        return items;
    }

    /** Returns a menu that says which columns are shown, and lets that be changed. */
    static Menu shownColumns(RowGrid grid) {
        Menu menu = new Menu(Text.of("app.grid.columns"));
        grid.dataColumns().forEach(column -> {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setMnemonicParsing(false);
            item.setSelected(column.isVisible());
            item.setOnAction(event -> column.setVisible(item.isSelected()));
            menu.getItems().add(item);
        });
        return menu;
    }

    private static MenuItem item(String key, @org.jspecify.annotations.Nullable Feather icon, Runnable action) {
        MenuItem item = new MenuItem(Text.of(key), icon == null ? null : Nodes.icon(icon));
        item.addEventHandler(ActionEvent.ACTION, event -> action.run());
        return item;
    }
}
