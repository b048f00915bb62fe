package org.godwit.app.mapping;

import org.godwit.app.fx.Nodes;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of one cell, which is kept while the cell shows other rows: a new one would be styled anew for each of them. */
final class CellIcon {
    private final FontIcon icon = Nodes.icon(Feather.MINUS, "fate", "fate-none");
    private Feather shown = Feather.MINUS;
    private String kind = "fate-none";

    /** @param styleClass that of its kind */
    FontIcon show(Feather wanted, String styleClass) {
        if (wanted != shown) {
            icon.setIconCode(wanted);
            shown = wanted;
        }
        if (!styleClass.equals(kind)) {
            icon.getStyleClass().set(icon.getStyleClass().indexOf(kind), styleClass);
            kind = styleClass;
        }
        return icon;
    }
}
