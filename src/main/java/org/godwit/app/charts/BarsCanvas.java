package org.godwit.app.charts;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.godwit.analysis.chart.render.ChartDrawing;
import org.godwit.analysis.chart.render.ChartLook;
import org.godwit.analysis.chart.render.ChartRenderer;
import org.godwit.analysis.chart.render.ChartRenderer.BarPlace;
import org.godwit.analysis.chart.render.ChartTheme;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.analysis.export.Fonts;
import org.godwit.app.fx.Text;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;
import org.jfree.chart.plot.CategoryPlot;
import org.jspecify.annotations.Nullable;

/**
 * The drawn chart. The wheel (with Ctrl where it is needed for scrolling), + and - zoom the values, as dragging does; 0 shows
 * all again, a click on a bar opens its rows.
 */
final class BarsCanvas extends StackPane {
    private static final double CLOSER = 0.8;
    private static final double SMALLEST = 180;

    static {
        // The letters of the files on the screen too.
        Font.loadFont(Fonts.open(), 12);
    }

    private final ScrollPane scroll = new ScrollPane();
    private @Nullable ChartViewer viewer;
    private @Nullable ChartSpec spec;
    private @Nullable ChartTheme theme;
    private final Consumer<BarPlace> opener;

    BarsCanvas(Consumer<BarPlace> opener) {
        this.opener = opener;
        getStyleClass().add("chart-body");
        setId("chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        setOnKeyPressed(this::pressed);
        // Before the pane around it scrolls.
        addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        setOnMousePressed(event -> requestFocus());
    }

    void setAccessible(String words) {
        setAccessibleText(words);
    }

    /** Draws a chart; the same chart in the same theme stays as it is, zoomed. */
    void show(ChartSpec drawn, ChartTheme with, Set<Integer> hidden) {
        if (drawn.equals(spec) && with == theme) {
            hide(hidden);
            return;
        }
        spec = drawn;
        theme = with;
        JFreeChart chart = ChartRenderer.chart(drawn, new ChartLook(with, Locale.getDefault(Locale.Category.FORMAT), false));
        ChartViewer made = new ChartViewer(chart, false);
        made.setMinHeight(Math.max(SMALLEST, ChartDrawing.leastHeight(drawn)));
        made.getCanvas().addChartMouseListener(new Clicks());
        made.setAccessibleText(Text.of("app.charts.chart"));
        viewer = made;
        scroll.setContent(made);
        hide(hidden);
    }

    void hide(Set<Integer> hidden) {
        ChartSpec shown = spec;
        if (shown != null) {
            for (int i = 0; i < shown.series().size(); i++) {
                plot().getRenderer().setSeriesVisible(i, !hidden.contains(i));
            }
        }
    }

    /** Shows all again. */
    void reset() {
        plot().getRangeAxis().setAutoRange(true);
    }

    CategoryPlot plot() {
        return Objects.requireNonNull(viewer, "shown before").getChart().getCategoryPlot();
    }

    private void pressed(KeyEvent event) {
        switch (event.getText()) {
            case "+" -> zoom(CLOSER);
            case "-" -> zoom(1 / CLOSER);
            case "0" -> reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        ChartViewer shown = viewer;
        boolean scrolls = shown != null && shown.getHeight() > scroll.getViewportBounds().getHeight() + 1;
        if (shown != null && event.getDeltaY() != 0 && (!scrolls || event.isShortcutDown())) {
            zoom(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER);
            event.consume();
        }
    }

    private void zoom(double factor) {
        plot().getRangeAxis().resizeRange2(factor, plot().getRangeAxis().getLowerBound());
    }

    /** Clicks on bars. */
    private final class Clicks implements ChartMouseListenerFX {
        @Override
        public void chartMouseClicked(ChartMouseEventFX event) {
            ChartRenderer.bar(event.getEntity()).ifPresent(opener);
        }

        @Override
        public void chartMouseMoved(ChartMouseEventFX event) {
            setCursor(ChartRenderer.bar(event.getEntity()).isPresent() ? javafx.scene.Cursor.HAND : javafx.scene.Cursor.DEFAULT);
        }
    }
}
