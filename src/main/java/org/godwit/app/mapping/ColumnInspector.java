package org.godwit.app.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Figures;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.coverage.Fit;
import org.godwit.engine.edit.ColumnEdit;
import org.godwit.engine.edit.TableEdit;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.model.DataType;
import org.godwit.model.Finding;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.kordamp.ikonli.feather.Feather;

/** The selected column: its name, its type and why, and where its values come from. */
final class ColumnInspector extends VBox {
    private static final List<DataType> TYPES = List.of(
            DataType.BOOLEAN, DataType.INTEGER, DataType.BIGINT, DataType.HUGEINT, DataType.DOUBLE, DataType.decimal(18, 3), DataType.VARCHAR,
            DataType.DATE, DataType.TIMESTAMP, DataType.JSON);

    private final MappingModel model;
    private final TableSpec table;
    private final TableSpec.Column column;
    private final SourceIndex index;

    ColumnInspector(MappingModel model, SourceIndex index, TableSpec table, TableSpec.Column column) {
        this.model = model;
        this.table = table;
        this.column = column;
        this.index = index;
        getStyleClass().add("inspector-body");
        getChildren().add(Nodes.label(Text.of("app.mapping.column", table.name()), "card-title"));
        TextField name =
                Field.text("app.mapping.field.name", column.name(), to -> model.apply(new ColumnEdit.Rename(table.name(), column.name(), to)));
        name.setId(Inspector.NAME);
        add("app.mapping.field.name", name, "name");
        type();
        flags();
        if (column.generateId()) {
            getChildren().add(Nodes.wrapped(Text.of("app.mapping.column.id"), "muted"));
            return;
        }
        for (int i = 0; i < table.feeds().size(); i++) {
            VBox editor = new ValueEditor(model, table, column, i);
            faults(editor, i);
            getChildren().add(editor);
        }
    }

    private void add(String key, Node control, String field) {
        VBox box = Field.labeled(key, control);
        Plan plan = model.planProperty().get();
        Place here = new Place(new Selection(table.name(), column.name()), field);
        Field.faults(box, model, model.faultsProperty().get().stream().filter(fault -> Place.of(plan, fault).equals(here)).toList());
        getChildren().add(box);
    }

    /** Adds the faults of a value at its feed. */
    private void faults(VBox editor, int feed) {
        Plan plan = model.planProperty().get();
        String start = "/tables/" + plan.tables().indexOf(table) + "/feeds/" + feed + "/set/";
        Selection here = new Selection(table.name(), column.name());
        Field.faults(editor, model, model.faultsProperty().get().stream()
                .filter(fault -> fault.pointer().startsWith(start) && Place.of(plan, fault).selection().equals(here))
                .toList());
    }

    private void type() {
        ComboBox<String> types = new ComboBox<>();
        types.setId("inspector-type");
        types.setEditable(true);
        types.setMaxWidth(Double.MAX_VALUE);
        types.setAccessibleText(Text.of("app.mapping.field.type"));
        types.getEditor().setAccessibleText(Text.of("app.mapping.field.type"));
        types.getItems().setAll(TYPES.stream().map(DataType::sql).toList());
        types.setValue(column.type().sql());
        types.valueProperty().subscribe((was, now) -> {
            if (now != null && !now.equalsIgnoreCase(column.type().sql())) {
                retype(now);
            }
        });
        add("app.mapping.field.type", types, "type");
        for (SourceRow place : places()) {
            PathProfile node = place.profile();
            getChildren().add(Nodes.wrapped(why(node), "why"));
            findings(place);
            misfit(node);
        }
    }

    /** Says what was doubtful when the plan was proposed, here where it can be decided otherwise. */
    private void findings(SourceRow place) {
        String about = place.dataset() + ": " + new PathExpr(PathExpr.Root.DOCUMENT, "", SourceIndex.steps(place)).text();
        List<Finding> doubts = model.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO && finding.place().equals(about))
                .toList();
        for (Finding doubt : doubts) {
            Label words = Nodes.wrapped(doubt.message(), "finding-text");
            getChildren().add(Nodes.row("fault", Nodes.icon(Feather.ALERT_TRIANGLE, "warning"), words));
        }
        Optional<DataType> holdsAll = Fit.fitting(place.profile()).stream().findFirst();
        if (!doubts.isEmpty() && Fit.of(place.profile(), column.type(), List.of()).rejected() == 0) {
            holdsAll.filter(type -> !type.equals(column.type())).ifPresent(this::mend);
        }
    }

    /** Offers another type by a click. */
    private void mend(DataType type) {
        Button mend = Nodes.button("app.mapping.mend", Feather.ZAP, () -> retype(type.sql()), "small", "mend");
        mend.setText(Text.of("app.mapping.mend.type", type.sql()));
        mend.setMnemonicParsing(false);
        mend.setAccessibleText(mend.getText());
        mend.setId("mend-type");
        getChildren().add(mend);
    }

    private void retype(String text) {
        try {
            model.apply(new ColumnEdit.Retype(table.name(), column.name(), DataType.parse(text)));
        } catch (IllegalArgumentException e) {
            model.say(Text.of("app.mapping.type.unknown", text));
        }
    }

    /** Returns the places that the column is filled from. */
    private List<SourceRow> places() {
        Set<SourceRow> places = new LinkedHashSet<>();
        for (TableSpec.Feed feed : table.feeds()) {
            if (feed.set().get(column.name()) instanceof ValueSpec.From from) {
                from.paths().forEach(path -> FeedPaths.absolute(feed, path).flatMap(steps -> index.find(feed.dataset(), steps)).ifPresent(places::add));
            }
        }
        return places.stream().limit(3).toList();
    }

    /** Says what was seen: types with counts, the range, the longest text. */
    static String why(PathProfile node) {
        String types = node.types().entrySet().stream()
                .sorted(Map.Entry.<JsonType, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Figures.count(entry.getValue()) + " × " + SourceTexts.name(entry.getKey()))
                .collect(Collectors.joining(", "));
        StringBuilder words = new StringBuilder(Text.of("app.mapping.why", types));
        PathProfile.NumberFacts numbers = node.numbers();
        if (numbers != null && !numbers.min().isEmpty()) {
            words.append(Text.of("app.mapping.why.range", numbers.min(), numbers.max()));
        }
        PathProfile.StringFacts strings = node.strings();
        if (strings != null) {
            words.append(Text.of("app.mapping.why.longest", strings.longest()));
        }
        return words.toString();
    }

    /** Says how many values would not fit, with a type that holds them all. */
    private void misfit(PathProfile node) {
        List<ValueSpec.Transform> transforms = table.feeds().stream()
                .map(feed -> feed.set().get(column.name()))
                .flatMap(value -> value instanceof ValueSpec.From from ? from.transforms().stream() : java.util.stream.Stream.empty())
                .toList();
        Fit fit = Fit.of(node, column.type(), transforms);
        if (fit.rejected() == 0) {
            return;
        }
        String about = fit.exact() ? "app.mapping.misfit" : "app.mapping.misfit.about";
        getChildren().add(Nodes.row("fault",
                Nodes.icon(Feather.ALERT_TRIANGLE, "danger"),
                Nodes.wrapped(Text.of(about, fit.rejected(), column.type().sql()), "fault-text")));
        Optional<DataType> better = Fit.fitting(node).stream().findFirst();
        better.ifPresent(this::mend);
    }

    private void flags() {
        CheckBox required = new CheckBox(Text.of("app.mapping.field.required"));
        required.setId("inspector-required");
        required.setMinWidth(USE_PREF_SIZE);
        required.setSelected(column.required());
        required.setOnAction(_ -> model.apply(new ColumnEdit.Require(table.name(), column.name(), required.isSelected())));
        CheckBox key = new CheckBox(Text.of("app.mapping.field.inKey"));
        key.setId("inspector-in-key");
        key.setMinWidth(USE_PREF_SIZE);
        key.setSelected(table.key().contains(column.name()));
        key.setOnAction(_ -> {
            List<String> names = new ArrayList<>(table.key());
            if (!names.remove(column.name())) {
                names.add(column.name());
            }
            model.apply(new TableEdit.Key(table.name(), names, table.onConflict()));
        });
        getChildren().add(Nodes.row("flags", required, key));
        TextField unit = Field.text("app.mapping.field.unit", column.unit(),
                to -> model.apply(new ColumnEdit.Unit(table.name(), column.name(), to.strip())));
        unit.setId("inspector-unit");
        unit.setPromptText(Text.of("app.mapping.field.unit.none"));
        add("app.mapping.field.unit", unit, "unit");
    }
}
