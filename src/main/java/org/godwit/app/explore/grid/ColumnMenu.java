package org.godwit.app.explore.grid;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** A button that says which columns of a grid are shown. */
public final class ColumnMenu {
    private ColumnMenu() {}

    /** Returns the button; its menu is filled each time it is shown. */
    public static MenuButton of(RowGrid grid) {
        MenuButton menu = new MenuButton(Text.of("app.grid.columns"), Nodes.icon(Feather.COLUMNS));
        menu.setId("columns");
        menu.setAccessibleText(Text.spoken(Text.of("app.grid.columns")));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().add(new MenuItem(Text.of("app.grid.show.all")));
        menu.setOnShowing(event -> fill(menu, grid));
        return menu;
    }

    private static void fill(MenuButton menu, RowGrid grid) {
        MenuItem all = new MenuItem(Text.of("app.grid.show.all"));
        all.setOnAction(event -> grid.dataColumns().forEach(column -> column.setVisible(true)));
        CheckMenuItem lineage = new CheckMenuItem(Text.of("app.grid.lineage"));
        lineage.setSelected(grid.showsLineage());
        lineage.setOnAction(event -> grid.showLineage(lineage.isSelected()));
        menu.getItems().setAll(all, lineage, new SeparatorMenuItem());
        menu.getItems().addAll(GridMenus.shownColumns(grid).getItems());
    }
}
