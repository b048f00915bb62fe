package org.godwit.app.mapping;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.coverage.Coverage;
import org.godwit.model.Ledger;

/** How much of the source is kept, at every moment: "16,234 values: 16,197 in columns, 37 in rest, 0 lost". */
final class CoverageBar extends HBox {
    private final Bar bar = new Bar();
    private final Label words = Nodes.label("", "coverage-words");

    CoverageBar(MappingModel model) {
        getStyleClass().add("coverage");
        words.setId("coverage");
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, bar);
        setHgrow(bar, javafx.scene.layout.Priority.ALWAYS);
        model.coverageProperty().subscribe(this::show);
    }

    private void show(Coverage coverage) {
        Ledger.Counts total = coverage.total();
        words.setText(words(total, coverage.isExact()));
        bar.show(total);
        bar.setAccessibleText(words.getText());
    }

    static String words(Ledger.Counts total, boolean exact) {
        long lost = total.skipped() + total.rejected();
        String figures = Text.of(
                lost == 0 ? "app.mapping.coverage" : "app.mapping.coverage.lost",
                Figures.count(total.read()),
                Figures.count(total.stored() + total.merged()),
                Figures.count(total.rest()),
                Figures.count(lost),
                Figures.count(total.skipped()),
                Figures.count(total.rejected()));
        return exact ? figures : Text.of("app.mapping.about", figures);
    }

    /** Segments as wide as their share, none too thin to be seen. */
    private static final class Bar extends Pane {
        private static final double THINNEST = 4;
        private static final double GAP = 2;

        private long[] counts = new long[0];

        Bar() {
            getStyleClass().add("ledger-bar");
            setAccessibleRole(AccessibleRole.TEXT);
            setMinWidth(60);
        }

        void show(Ledger.Counts total) {
            getChildren().clear();
            long[] all = {total.stored() + total.merged(), total.rest(), total.skipped(), total.rejected()};
            String[] styles = {"ledger-stored", "ledger-rest", "ledger-skipped", "ledger-rejected"};
            counts = java.util.Arrays.stream(all).filter(count -> count > 0).toArray();
            for (int i = 0; i < all.length; i++) {
                if (all[i] > 0) {
                    Region segment = new Region();
                    segment.getStyleClass().addAll("segment", styles[i]);
                    getChildren().add(segment);
                }
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double sum = java.util.Arrays.stream(counts).sum();
            double room = Math.max(0, getWidth() - (GAP + THINNEST) * counts.length + GAP);
            double x = 0;
            for (int i = 0; i < counts.length; i++) {
                double width = THINNEST + room * counts[i] / sum;
                getChildren().get(i).resizeRelocate(x, 0, width, getHeight());
                x += width + GAP;
            }
        }
    }
}
