package org.godwit.app.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;

/** What the colours of the ledger's bar mean, with figures, so that nobody has to tell colours apart. */
final class LedgerLegend extends FlowPane {
    /** All of them in one line; a narrow window makes lines of them. */
    private static final double WRAP = 620;

    LedgerLegend(List<LedgerPart> parts) {
        getStyleClass().add("ledger-legend");
        setPrefWrapLength(WRAP);
        long total = parts.stream().mapToLong(LedgerPart::count).sum();
        for (LedgerPart part : parts) {
            getChildren().add(entry(part, total));
        }
    }

    static String words(LedgerPart part) {
        return Text.of("app.ledger.words", Text.of("app.ledger." + part.kind().word()), part.count());
    }

    private static VBox entry(LedgerPart part, long total) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "ledger-" + part.kind().word());
        HBox name = Nodes.row("legend-name", swatch, Nodes.label(Text.of("app.ledger." + part.kind().word()), "muted"));
        HBox figures = Nodes.row(
                "legend-figures",
                Nodes.label(Figures.count(part.count()), "figure"),
                Nodes.label(Figures.share(part.count(), total), "muted", Styles.TEXT_SMALL));
        VBox entry = Nodes.column("legend-entry", name, figures);
        if (part.count() == 0) {
            entry.getStyleClass().add("none");
        }
        Tooltip.install(entry, new Tooltip(Text.of("app.ledger." + part.kind().word() + ".means")));
        return entry;
    }
}
