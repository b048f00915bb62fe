package org.godwit.app.schema;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Tables as boxes with their columns, keys marked, and lines for foreign keys; a list where there are too many. */
public final class SchemaPane extends VBox {
    /** With more tables a sketch would tell nothing. */
    static final int MOST_BOXES = 40;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double BEND = 45;
    private static final double END = 3.5;

    /**
     * @param chosen the name of the table that is looked at
     * @param chooser takes the name of a table that a person chose here
     */
    public SchemaPane(List<TableInfo> tables, ObservableValue<@Nullable String> chosen, Consumer<String> chooser) {
        getStyleClass().add("schema");
        long references = tables.stream().mapToLong(table -> table.foreignKeys().size()).sum();
        boolean drawn = tables.size() <= MOST_BOXES;
        Label legend = Nodes.wrapped(Text.of(drawn ? "app.schema.legend" : "app.schema.many", tables.size(), references), "muted", "small-text");
        ScrollPane scroll = new ScrollPane(drawn ? sketch(tables, chosen, chooser) : list(tables, chosen, chooser));
        scroll.setId("schema");
        scroll.setFocusTraversable(false);
        scroll.setPannable(true);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(legend, scroll);
    }

    private static Pane sketch(List<TableInfo> tables, ObservableValue<@Nullable String> chosen, Consumer<String> chooser) {
        SchemaSketch sketch = SchemaSketch.of(tables);
        Pane pane = new Pane();
        pane.setMinSize(sketch.width(), sketch.height());
        pane.setPrefSize(sketch.width(), sketch.height());
        sketch.references().forEach(reference -> pane.getChildren().add(line(reference)));
        for (SchemaSketch.Box box : sketch.boxes()) {
            Button button = button(box.table(), chosen, chooser);
            button.setGraphic(content(box));
            button.relocate(box.x(), box.y());
            button.setMinSize(SchemaSketch.BOX_WIDTH, box.height());
            button.setPrefSize(SchemaSketch.BOX_WIDTH, box.height());
            pane.getChildren().add(button);
        }
        return pane;
    }

    private static VBox list(List<TableInfo> tables, ObservableValue<@Nullable String> chosen, Consumer<String> chooser) {
        VBox list = Nodes.column("schema");
        for (TableInfo table : tables) {
            Button button = button(table, chosen, chooser);
            button.setGraphic(Nodes.row("schema-head", Nodes.label(table.name(), "figure"), Nodes.label(keys(table), "muted", "small-text")));
            list.getChildren().add(button);
        }
        return list;
    }

    private static Button button(TableInfo table, ObservableValue<@Nullable String> chosen, Consumer<String> chooser) {
        Button button = new Button();
        button.getStyleClass().add("schema-box");
        button.setAccessibleText(Text.of("app.schema.table", table.name(), table.columns().size(), keys(table)));
        button.setOnAction(event -> chooser.accept(table.name()));
        chosen.subscribe(name -> button.pseudoClassStateChanged(CHOSEN, table.name().equals(name)));
        return button;
    }

    /** Returns the keys of a table in a sentence. */
    public static String keys(TableInfo table) {
        String primary = table.primaryKey().isEmpty() ? Text.of("app.schema.nokey") : Text.of("app.schema.key", String.join(", ", table.primaryKey()));
        String foreign = table.foreignKeys().stream()
                .map(key -> Text.of("app.schema.refers", String.join(", ", key.columns()), key.table()))
                .collect(Collectors.joining(" "));
        return foreign.isEmpty() ? primary : primary + " " + foreign;
    }

    private static VBox content(SchemaSketch.Box box) {
        Label name = Nodes.label(box.table().name(), "figure");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label rows = Nodes.label(box.table().rows() < 0 ? "" : Figures.count(box.table().rows()), "muted", "small-text");
        rows.setMinWidth(USE_PREF_SIZE);
        HBox head = Nodes.row("schema-head", name, rows);
        head.setMinHeight(SchemaSketch.HEAD);
        head.setMaxHeight(SchemaSketch.HEAD);
        VBox columns = Nodes.column("schema-columns");
        box.columns().forEach(column -> columns.getChildren().add(column(box.table(), column)));
        if (box.hidden() > 0) {
            Label more = Nodes.label(Text.of("app.schema.more", box.hidden()), "muted", "small-text");
            more.setMinHeight(SchemaSketch.LINE);
            columns.getChildren().add(more);
        }
        VBox content = new VBox(head, columns);
        content.setMinWidth(SchemaSketch.BOX_WIDTH);
        content.setMaxWidth(SchemaSketch.BOX_WIDTH);
        return content;
    }

    private static HBox column(TableInfo table, TableInfo.Column column) {
        Label name = Nodes.label(column.name(), "small-text");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        if (table.primaryKey().contains(column.name())) {
            name.setGraphic(Nodes.icon(Feather.KEY, "accent"));
        } else if (SchemaSketch.isReference(table, column)) {
            name.setGraphic(Nodes.icon(Feather.LINK, "accent"));
        }
        Label type = Nodes.label(column.declared(), "muted", "small-text");
        type.setMinWidth(0);
        HBox line = Nodes.row("line", name, type);
        line.setMinHeight(SchemaSketch.LINE);
        line.setMaxHeight(SchemaSketch.LINE);
        return line;
    }

    /** From the column to the head of the table that it refers to; a table that refers to itself has a loop at its right. */
    private static Group line(SchemaSketch.Reference reference) {
        double right = SchemaSketch.BOX_WIDTH;
        boolean backwards = reference.to().x() < reference.from().x();
        double x1 = reference.from().x() + (backwards ? 0 : right);
        double x2 = reference.to().x() + (backwards || reference.to().x() == reference.from().x() ? right : 0);
        double bend1 = backwards ? -BEND : BEND;
        double bend2 = x2 > reference.to().x() ? BEND : -BEND;
        double y1 = reference.fromY();
        double y2 = reference.toY();
        CubicCurve curve = new CubicCurve(x1, y1, x1 + bend1, y1, x2 + bend2, y2, x2, y2);
        curve.getStyleClass().add("schema-line");
        Circle end = new Circle(x2, y2, END);
        end.getStyleClass().add("schema-end");
        Group group = new Group(curve, end);
        group.setMouseTransparent(true);
        return group;
    }
}
