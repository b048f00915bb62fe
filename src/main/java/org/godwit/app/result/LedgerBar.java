package org.godwit.app.result;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The ledger as one bar: each segment as wide as its share, and never too thin to be seen. */
final class LedgerBar extends Pane {
    private static final double THINNEST = 5;
    private static final double GAP = 2;

    private final List<LedgerPart> parts;

    LedgerBar(List<LedgerPart> all) {
        parts = all.stream().filter(part -> part.count() > 0).toList();
        getStyleClass().add("ledger-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(all.stream().map(LedgerLegend::words).collect(Collectors.joining(", ")));
        for (LedgerPart part : parts) {
            Region segment = new Region();
            segment.getStyleClass().addAll("segment", "ledger-" + part.kind().word());
            getChildren().add(segment);
        }
    }

    @Override
    protected void layoutChildren() {
        double total = parts.stream().mapToLong(LedgerPart::count).sum();
        double room = getWidth() - GAP * (parts.size() - 1) - THINNEST * parts.size();
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = THINNEST + Math.max(0, room) * parts.get(i).count() / total;
            getChildren().get(i).resizeRelocate(x, 0, width, getHeight());
            x += width + GAP;
        }
    }
}
