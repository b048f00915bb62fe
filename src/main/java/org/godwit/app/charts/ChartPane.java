package org.godwit.app.charts;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.godwit.analysis.chart.compare.Comparison;
import org.godwit.analysis.chart.render.ChartRenderer;
import org.godwit.analysis.chart.render.ChartTheme;
import org.godwit.analysis.chart.render.Figure;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** The chart or its table, with a legend whose entries hide and show series. */
final class ChartPane extends VBox {
    private static final double SWATCH = 11;
    private static final double ROUND = 4;
    private static final int MOST_SPOKEN = 10;

    private final ObservableValue<Boolean> dark;
    private final BarsCanvas canvas;
    private final BarsTable table;
    private final FlowPane legend = new FlowPane();
    private final StackPane body = new StackPane();
    private final ToggleButton asTable = new ToggleButton(Text.of("app.charts.asTable"), Nodes.icon(Feather.LIST));
    private final Button reset;
    private final MenuButton export;
    private final Set<Integer> hidden = new HashSet<>();

    ChartPane(ChartsModel model) {
        this.dark = model.darkProperty();
        this.canvas = new BarsCanvas(model::openRows);
        this.table = new BarsTable(model::openRows);
        this.export = model.exports().button();
        getStyleClass().add("chart-pane");
        reset = Nodes.button("app.charts.reset", Feather.MAXIMIZE, canvas::reset, Styles.FLAT);
        asTable.setId("charts-as-table");
        asTable.setMnemonicParsing(true);
        asTable.setAccessibleText(Text.spoken(Text.of("app.charts.asTable")));
        asTable.setMinWidth(USE_PREF_SIZE);
        asTable.selectedProperty().bindBidirectional(model.asTableProperty());
        asTable.selectedProperty().subscribe(() -> show(model.chartProperty().get()));
        legend.getStyleClass().add("charts-legend");
        legend.getChildren().addListener((ListChangeListener<Node>) change -> Nodes.show(legend, !legend.getChildren().isEmpty()));
        getChildren().addAll(Nodes.row("charts-bar", Nodes.spacer(), reset, asTable, export), legend, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        model.chartProperty().subscribe((was, is) -> hidden.clear());
        model.chartProperty().subscribe(this::show);
        dark.subscribe((was, is) -> show(model.chartProperty().get()));
    }

    private static ChartTheme theme(Boolean dark) {
        return Boolean.TRUE.equals(dark) ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    private void show(ChartState state) {
        boolean shown = state instanceof ChartState.Shown;
        export.setDisable(!shown);
        asTable.setDisable(!shown);
        Nodes.show(reset, shown && !asTable.isSelected());
        switch (state) {
            case ChartState.None() -> {
                legend.getChildren().clear();
                body.getChildren().setAll(Nodes.empty(Feather.BAR_CHART_2, "app.charts.choose", "app.charts.choose.text"));
            }
            case ChartState.Without(var trouble) -> {
                legend.getChildren().clear();
                body.getChildren().setAll(Nodes.column(
                        "empty-state",
                        Nodes.icon(Feather.BAR_CHART_2, "empty-icon"),
                        Nodes.label(trouble.title(), Styles.TITLE_3),
                        Nodes.wrapped(trouble.message(), "muted"),
                        Nodes.wrapped(trouble.next())));
            }
            case ChartState.Shown(Comparison comparison) -> draw(comparison.spec());
        }
    }

    private void draw(ChartSpec spec) {
        ChartTheme theme = theme(dark.getValue());
        fillLegend(spec, theme);
        if (asTable.isSelected()) {
            table.show(spec);
            body.getChildren().setAll(table);
            return;
        }
        canvas.show(ChartRenderer.drawn(spec), theme, hidden);
        canvas.setAccessible(summary(spec));
        body.getChildren().setAll(canvas);
    }

    private void fillLegend(ChartSpec spec, ChartTheme theme) {
        legend.getChildren().clear();
        if (spec.series().size() > 1) {
            for (int i = 0; i < spec.series().size(); i++) {
                legend.getChildren().add(entry(spec.series().get(i).name(), i, theme));
            }
        }
    }

    private Node entry(String name, int series, ChartTheme theme) {
        java.awt.Color colour = theme.series(series);
        Rectangle swatch = new Rectangle(SWATCH, SWATCH, Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        swatch.setArcWidth(ROUND);
        swatch.setArcHeight(ROUND);
        ToggleButton entry = new ToggleButton(name, swatch);
        entry.setId("charts-series-" + series);
        entry.setMnemonicParsing(false);
        entry.setAccessibleText(Text.of("app.charts.series", name));
        entry.getStyleClass().add("chart-series");
        entry.setSelected(!hidden.contains(series));
        entry.setOnAction(event -> {
            if (entry.isSelected()) {
                hidden.remove(series);
            } else {
                hidden.add(series);
            }
            canvas.hide(hidden);
        });
        return entry;
    }

    /** Says the chart in words: title, how it is made, every bar of the best categories. */
    private static String summary(ChartSpec spec) {
        List<String> bars = new java.util.ArrayList<>();
        for (int category = 0; category < Math.min(MOST_SPOKEN, spec.categories().size()); category++) {
            for (int series = 0; series < spec.series().size(); series++) {
                if (spec.series().get(series).bars().get(category) != null) {
                    bars.add(String.join(", ", Figure.facts(spec, series, category, Locale.getDefault(Locale.Category.FORMAT))));
                }
            }
        }
        return String.join(". ", spec.title(), spec.subtitle(), String.join("; ", bars), String.join("; ", spec.notes()));
    }
}
