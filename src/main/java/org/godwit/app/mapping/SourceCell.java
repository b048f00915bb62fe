package org.godwit.app.mapping;

import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Icon;
import org.godwit.app.fx.Text;
import org.godwit.engine.coverage.Fate;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A path with a mark that says where its values go: by shape and colour. */
final class SourceCell extends TreeTableCell<SourceRow, SourceRow> {
    private final MappingModel model;
    private final CellIcon icon = new CellIcon();
    private final Tooltip tooltip = new Tooltip();

    SourceCell(MappingModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable SourceRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(row.label());
        Fate fate = model.coverageProperty().get().fate(row.dataset(), row.profile()).orElse(null);
        if (fate == null || fate.below().read() == 0) {
            setGraphic(icon.show(Feather.MINUS, "fate-none"));
            tooltip.setText(Text.of("app.mapping.fate.none"));
        } else {
            setGraphic(icon(fate));
            String sample = SourceTexts.sample(row);
            tooltip.setText(sample.isEmpty() ? words(fate) : words(fate) + "\n" + sample);
        }
        setTooltip(tooltip);
    }

    private Icon icon(Fate fate) {
        if (fate.below().rejected() > 0) {
            return icon.show(Feather.ALERT_TRIANGLE, "fate-rejected");
        }
        if (fate.below().skipped() > 0) {
            return icon.show(Feather.SLASH, "fate-skipped");
        }
        if (!fate.inRest()) {
            return icon.show(Feather.CHECK, "fate-column");
        }
        return fate.inColumn() ? icon.show(Feather.CHECK, "fate-partly") : icon.show(Feather.ARCHIVE, "fate-rest");
    }

    static String words(Fate fate) {
        String figures = Text.of(
                "app.mapping.fate",
                Figures.count(fate.below().read()),
                Figures.count(fate.below().stored() + fate.below().merged()),
                Figures.count(fate.below().rest()),
                Figures.count(fate.below().skipped()),
                Figures.count(fate.below().rejected()));
        return fate.exact() ? figures : Text.of("app.mapping.about", figures);
    }
}
