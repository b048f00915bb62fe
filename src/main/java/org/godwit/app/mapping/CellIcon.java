package org.godwit.app.mapping;

import org.godwit.app.fx.Icon;
import org.godwit.app.fx.Nodes;
import org.kordamp.ikonli.feather.Feather;

/** The icon of one cell, which is kept while the cell shows other rows: a new one would be styled anew for each of them. */
final class CellIcon {
    private final Icon icon = Nodes.icon(Feather.MINUS, "fate", "fate-none");
    private String kind = "fate-none";

    /** @param styleClass that of its kind */
    Icon show(Feather wanted, String styleClass) {
        icon.show(wanted);
        if (!styleClass.equals(kind)) {
            icon.getStyleClass().set(icon.getStyleClass().indexOf(kind), styleClass);
            kind = styleClass;
        }
        return icon;
    }
}
