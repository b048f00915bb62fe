package org.godwit.app.explore;

import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.godwit.analysis.explore.ExportFormat;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** A button that asks in which form to write all rows. */
final class ExportMenu {
    private ExportMenu() {}

    static MenuButton of(String id, Consumer<ExportFormat> writer) {
        MenuButton menu = new MenuButton(Text.of("app.explore.export"), Nodes.icon(Feather.DOWNLOAD));
        menu.setId(id);
        menu.setAccessibleText(Text.spoken(Text.of("app.explore.export")));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (ExportFormat format : ExportFormat.values()) {
            MenuItem item = new MenuItem(name(format));
            item.setOnAction(event -> writer.accept(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String name(ExportFormat format) {
        return switch (format) {
            case CSV -> Text.of("app.format.csv");
            case JSON -> Text.of("app.format.json");
            case MARKDOWN -> Text.of("app.format.markdown");
            case PARQUET -> Text.of("app.format.parquet");
        };
    }
}
