package org.godwit.app.charts;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.godwit.analysis.chart.compare.Metric;
import org.godwit.analysis.chart.compare.Split;
import org.godwit.analysis.chart.compare.Spread;
import org.godwit.analysis.chart.compare.Statistic;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.kordamp.ikonli.feather.Feather;

/** What is compared, and how: a list of choices, each with its consequence seen at once. */
final class ChoicePane extends ScrollPane {
    private final Selection selection;

    ChoicePane(ChartsModel model, Runnable opener) {
        this.selection = model.selection();
        getStyleClass().add("charts-choice");
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox fields = Nodes.column("charts-fields");
        fields.getChildren().addAll(
                field("app.charts.database", databases(model)),
                Nodes.button("app.charts.open", Feather.FOLDER, opener),
                section("app.charts.what"),
                field("app.charts.compare", box("charts-kind", selection.kinds, selection.kind, Kind::label)),
                field("app.charts.model", box("charts-name", selection.names, selection.name, Function.identity()), Kind.MODEL),
                field("app.charts.hardware", box("charts-hardware", selection.names, selection.name, Function.identity()), Kind.HARDWARE),
                field("app.charts.metric", box("charts-metric", selection.metrics, selection.metric, Metric::label), Kind.MODEL, Kind.HARDWARE),
                field("app.charts.table", box("charts-table", selection.tables, selection.table, Function.identity()), Kind.TABLE),
                field("app.charts.category", box("charts-category", selection.columns, selection.category, Function.identity()), Kind.TABLE),
                field("app.charts.measure", box("charts-measure", selection.measures, selection.measure, Function.identity()), Kind.TABLE),
                only(check("app.charts.lowest", selection.lowestFirst), Kind.TABLE),
                section("app.charts.how"),
                field("app.charts.statistic", box("charts-statistic", FXCollections.observableArrayList(Statistic.values()), selection.statistic, Statistic::label)),
                field("app.charts.spread", box("charts-spread", selection.spreads, selection.spread, ChoicePane::label)),
                field("app.charts.split", box("charts-split", selection.splits, selection.split, ChoicePane::label)),
                field("app.charts.batch", box("charts-batch", selection.batchSizes, selection.batchSize, ChoicePane::label), Kind.MODEL, Kind.HARDWARE),
                check("app.charts.simulated", selection.simulated));
        setContent(fields);
    }

    private static Label section(String key) {
        return Nodes.label(Text.of(key), "section-title");
    }

    private static Node field(String key, ComboBox<?> box) {
        String text = Text.of(key);
        Label label = Nodes.label(text, "field-label");
        label.setMnemonicParsing(true);
        label.setLabelFor(box);
        box.setAccessibleText(Text.spoken(text));
        box.setMaxWidth(Double.MAX_VALUE);
        return Nodes.column("field", label, box);
    }

    private Node field(String key, ComboBox<?> box, Kind... kinds) {
        return only(field(key, box), kinds);
    }

    private Node only(Node node, Kind... kinds) {
        selection.kind.subscribe(kind -> Nodes.show(node, List.of(kinds).contains(kind)));
        return node;
    }

    private static CheckBox check(String key, javafx.beans.property.BooleanProperty property) {
        String text = Text.of(key);
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(true);
        box.setAccessibleText(Text.spoken(text));
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private static <T> ComboBox<T> box(String id, ObservableList<T> items, ObjectProperty<? super T> property, Function<? super T, String> words) {
        ComboBox<T> box = new ComboBox<>(items);
        box.setId(id);
        box.setConverter(new InWords<>(words));
        property.subscribe(value -> box.getSelectionModel().select(items.indexOf(value)));
        // The list may have been set anew around an unchanged choice.
        items.subscribe(() -> box.getSelectionModel().select(items.indexOf(property.get())));
        box.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null) {
                property.set(is);
            }
        });
        return box;
    }

    private static ComboBox<Path> databases(ChartsModel model) {
        ComboBox<Path> box = new ComboBox<>();
        box.setId("charts-database");
        box.setConverter(new InWords<>(file -> String.valueOf(file.getFileName())));
        Runnable fill = () -> {
            List<Path> all = new java.util.ArrayList<>(model.recent());
            model.database().filter(open -> !all.contains(open)).ifPresent(all::addFirst);
            if (!box.getItems().equals(all)) {
                box.getItems().setAll(all);
            }
            model.database().ifPresent(box.getSelectionModel()::select);
        };
        model.recent().subscribe(fill);
        model.stateProperty().subscribe(fill);
        fill.run();
        box.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null && was != null && !model.database().equals(java.util.Optional.of(is))) {
                model.open(is);
            }
        });
        return box;
    }

    static String label(Split split) {
        return switch (split) {
            case Split.Usual() -> Text.of("app.charts.split.usual");
            case Split.Together() -> Text.of("app.charts.split.none");
            case Split.By(String column) -> column;
        };
    }

    private static String label(Spread spread) {
        return spread.label().isEmpty() ? Text.of("app.charts.spread.none") : spread.label();
    }

    private static String label(OptionalInt size) {
        return size.isEmpty() ? Text.of("app.charts.batch.all") : String.valueOf(size.getAsInt());
    }
}
