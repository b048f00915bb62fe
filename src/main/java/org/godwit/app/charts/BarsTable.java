package org.godwit.app.charts;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.godwit.analysis.chart.render.ChartRenderer.BarPlace;
import org.godwit.analysis.chart.render.Figure;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;

/** The chart as a table, for whoever reads rather than looks; Enter or a double click opens the rows behind a bar. */
final class BarsTable extends TableView<BarsTable.Line> {
    /** A bar and where it stands. */
    record Line(BarPlace place, String category, String series, ChartSpec.Bar bar) {}

    private static final double WIDE = 230;
    private static final double MIDDLE = 120;
    private static final double NARROW = 76;
    private static final double PER_LETTER = 8;

    private final Locale locale = Locale.getDefault(Locale.Category.FORMAT);

    BarsTable(Consumer<BarPlace> opener) {
        setId("charts-table-view");
        getStyleClass().add("grid");
        setAccessibleText(Text.of("app.charts.tableName"));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(opener);
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(opener);
            }
        });
    }

    private void open(Consumer<BarPlace> opener) {
        Line chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            opener.accept(chosen.place());
        }
    }

    void show(ChartSpec spec) {
        getColumns().clear();
        add(spec.categoryAxis(), Line::category, WIDE);
        if (spec.series().size() > 1) {
            add(Text.of("app.charts.column.series"), Line::series, MIDDLE);
        }
        add(spec.valueAxisWithUnit(), line -> figure(line.bar().value()), NARROW);
        if (!spec.spread().isEmpty()) {
            add(Text.of("app.charts.column.low"), line -> figure(line.bar().low()), NARROW);
            add(Text.of("app.charts.column.high"), line -> figure(line.bar().high()), NARROW);
        }
        add(Text.of("app.charts.column.count"), line -> Figures.count(line.bar().count()), NARROW);
        add(Text.of("app.charts.column.missing"), line -> Figures.count(line.bar().missing()), NARROW);
        add(Text.of("app.charts.column.simulated"), line -> Figures.count(line.bar().simulated()), NARROW);
        getItems().clear();
        for (int category = 0; category < spec.categories().size(); category++) {
            for (int series = 0; series < spec.series().size(); series++) {
                ChartSpec.Bar bar = spec.series().get(series).bars().get(category);
                if (bar != null) {
                    getItems().add(new Line(new BarPlace(series, category), spec.categories().get(category), spec.series().get(series).name(), bar));
                }
            }
        }
    }

    private String figure(@Nullable Double value) {
        return value == null ? "–" : Figure.of(value, locale);
    }

    private void add(String title, Function<Line, String> text, double width) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(text.apply(line.getValue())));
        column.setSortable(false);
        column.setPrefWidth(Math.max(width, title.length() * PER_LETTER));
        if (width == NARROW) {
            column.getStyleClass().add("number");
        }
        getColumns().add(column);
    }
}
