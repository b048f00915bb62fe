package org.godwit.app.explore.grid;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys and the context menu of a grid. */
final class GridKeys {
    private static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination TRACE = new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private GridKeys() {}

    static void install(RowGrid grid, TableView<Integer> table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(grid, event)) {
                event.consume();
            }
        });
        table.setOnContextMenuRequested(event -> table.setContextMenu(GridMenus.ofCell(grid)));
        table.getFocusModel().focusedCellProperty().subscribe(cell -> table.setContextMenu(null));
        table.setContextMenu(GridMenus.ofCell(grid));
    }

    /** Returns the row to which a key leads out of the window, -1 if it does not. */
    private static long beyond(RowGrid grid, KeyEvent event) {
        if (event.isShiftDown() || event.isShortcutDown()) {
            return -1;
        }
        GridModel model = grid.model();
        int row = grid.table().getFocusModel().getFocusedIndex();
        long base = model.baseProperty().get();
        return switch (event.getCode()) {
            case UP, PAGE_UP -> row == 0 ? base - 1 : -1;
            case DOWN, PAGE_DOWN -> row == model.windowRows() - 1 && base + row + 1 < model.rows() ? base + row + 1 : -1;
            default -> -1;
        };
    }

    private static boolean pressed(RowGrid grid, KeyEvent event) {
        long beyond = beyond(grid, event);
        if (COPY.match(event)) {
            grid.model().copy(grid.selectedRows(), grid.selectedColumns(), CopyForm.PLAIN);
        } else if (TRACE.match(event) || event.getCode() == KeyCode.F4) {
            grid.trace();
        } else if (beyond >= 0) {
            grid.model().jump(beyond);
        } else {
            // Each selected cell is an object of its own: a million of them would stand still for minutes.
            boolean far = event.isShiftDown() && (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END);
            return (ALL.match(event) || far) && grid.model().windowRows() > GridModel.MOST_COPIED;
        }
        return true;
    }
}
