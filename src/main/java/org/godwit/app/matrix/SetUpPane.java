package org.godwit.app.matrix;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.godwit.analysis.matrix.MatrixChoices;
import org.godwit.analysis.matrix.MatrixRequest;
import org.godwit.analysis.matrix.Table;
import org.godwit.analysis.matrix.What;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The form for databases that make no matrix by themselves: a table with one result a row, two dimensions, status or measure. */
final class SetUpPane extends VBox {
    private static final double FIELD = 380;

    private final ComboBox<Table> facts = new ComboBox<>();
    private final ComboBox<String> rows = field("app.matrix.setup.rows", "setup-rows");
    private final ComboBox<String> columns = field("app.matrix.setup.columns", "setup-columns");
    private final ComboBox<String> value = field("app.matrix.setup.value", "setup-value");
    private final ComboBox<What.Aggregate> aggregate = new ComboBox<>();
    private final RadioButton status = new RadioButton(Text.of("app.matrix.setup.status"));
    private final RadioButton measure = new RadioButton(Text.of("app.matrix.setup.measure"));
    private final MatrixModel model;
    private final MatrixState.SetUp state;

    SetUpPane(MatrixModel model, MatrixState.SetUp state) {
        this.model = model;
        this.state = state;
        getStyleClass().addAll("page", "matrix-setup");
        Label wrong = Nodes.wrapped(state.wrong().map(trouble -> trouble.message()).orElse(""), "bad-text");
        wrong.setId("setup-wrong");
        Nodes.show(wrong, state.wrong().isPresent());
        getChildren()
                .addAll(
                        Nodes.column("headline", Nodes.label(Text.of("app.matrix.setup.title", state.database().getFileName()), Styles.TITLE_3),
                                Nodes.wrapped(words(), "muted")),
                        form(), wrong, actions());
        fill();
    }

    private String words() {
        if (state.offer().tables().isEmpty()) {
            return Text.of("app.matrix.setup.empty");
        }
        String choose = Text.of("app.matrix.setup.text");
        return state.offer().ready().isEmpty() ? Text.of("app.matrix.setup.why") + " " + choose : choose;
    }

    private Node form() {
        facts.setAccessibleText(Text.of("app.matrix.setup.facts"));
        facts.setId("setup-facts");
        facts.setPrefWidth(FIELD);
        facts.setConverter(new InWords<>(Table::words));
        aggregate.getItems().setAll(What.Aggregate.values());
        aggregate.setValue(What.Aggregate.AVG);
        aggregate.setAccessibleText(Text.of("app.matrix.setup.aggregate"));
        aggregate.visibleProperty().bind(measure.selectedProperty());
        aggregate.managedProperty().bind(measure.selectedProperty());
        ToggleGroup group = new ToggleGroup();
        status.setToggleGroup(group);
        measure.setToggleGroup(group);
        status.setSelected(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        line(grid, 0, "app.matrix.setup.facts", facts);
        line(grid, 1, "app.matrix.setup.rows", rows);
        line(grid, 2, "app.matrix.setup.columns", columns);
        line(grid, 3, "app.matrix.setup.how", Nodes.row("line", status, measure));
        line(grid, 4, "app.matrix.setup.value", Nodes.row("line", value, aggregate));
        return grid;
    }

    private static void line(GridPane grid, int at, String key, Node field) {
        Label label = Nodes.label(Text.of(key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(at, label, field);
    }

    private static ComboBox<String> field(String key, String id) {
        ComboBox<String> box = new ComboBox<>();
        box.setAccessibleText(Text.of(key));
        box.setId(id);
        box.setPrefWidth(FIELD);
        return box;
    }

    private Node actions() {
        Button show = Nodes.button("app.matrix.setup.show", Feather.GRID, this::ask, Styles.ACCENT);
        show.setId("setup-show");
        show.setDefaultButton(true);
        show.disableProperty().bind(Bindings.isNull(rows.valueProperty()).or(Bindings.isNull(columns.valueProperty())).or(Bindings.isNull(value.valueProperty())));
        Button open = Nodes.button("app.matrix.open", Feather.DATABASE, model::choose);
        Button back = Nodes.button("app.matrix.setup.back", Feather.ARROW_LEFT, () -> model.open(state.database()), Styles.FLAT);
        Nodes.show(back, !state.offer().ready().isEmpty());
        return Nodes.row("actions", show, open, back);
    }

    private void fill() {
        facts.getItems().setAll(state.offer().tables());
        facts.valueProperty().subscribe(this::chosen);
        measure.selectedProperty().subscribe(on -> fillValues());
        state.facts().or(() -> facts.getItems().stream().findFirst()).ifPresent(facts::setValue);
    }

    private void chosen(@Nullable Table table) {
        if (table != null) {
            List<String> axes = MatrixChoices.axes(state.offer(), table);
            rows.getItems().setAll(axes);
            columns.getItems().setAll(axes);
            rows.setValue(null);
            columns.setValue(null);
            fillValues();
        }
    }

    private void fillValues() {
        Table table = facts.getValue();
        if (table != null) {
            value.getItems().setAll(measure.isSelected() ? MatrixChoices.measures(table) : MatrixChoices.statuses(table));
            value.setValue(null);
        }
    }

    private void ask() {
        Optional<String> chosen = Optional.of(value.getValue());
        boolean measured = measure.isSelected();
        model.show(new MatrixRequest(Optional.of(rows.getValue()), Optional.of(columns.getValue()), measured ? Optional.empty() : chosen,
                measured ? chosen : Optional.empty(), aggregate.getValue(), List.of()));
    }
}
