package org.godwit.app.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.edit.FeedEdit;
import org.godwit.engine.edit.TableEdit;
import org.godwit.engine.plan.ConditionParser;
import org.godwit.engine.plan.ConditionText;
import org.godwit.engine.plan.PathParser;
import org.godwit.engine.plan.PlanSyntaxException;
import org.godwit.model.Condition;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.kordamp.ikonli.feather.Feather;

/** The selected table: its name, its key, and what fills it. */
final class TableInspector extends VBox {
    private final MappingModel model;
    private final TableSpec table;

    TableInspector(MappingModel model, TableSpec table) {
        this.model = model;
        this.table = table;
        getStyleClass().add("inspector-body");
        getChildren().add(Nodes.label(Text.of("app.mapping.table"), "card-title"));
        TextField name = Field.text("app.mapping.field.name", table.name(), to -> model.apply(new TableEdit.Rename(table.name(), to)));
        name.setId(Inspector.NAME);
        add("app.mapping.field.name", name, "name");
        TextField key = Field.text("app.mapping.field.key", String.join(", ", table.key()), this::setKey);
        key.setId("inspector-key");
        key.setPromptText(Text.of("app.mapping.field.key.none"));
        add("app.mapping.field.key", key, "key");
        if (!table.key().isEmpty()) {
            add("app.mapping.field.conflict", conflict(), "onConflict");
            getChildren().add(Nodes.wrapped(conflictMore(), "muted"));
        }
        for (int i = 0; i < table.feeds().size(); i++) {
            feed(i);
        }
    }

    private void add(String key, javafx.scene.Node control, String field) {
        VBox box = Field.labeled(key, control);
        Plan plan = model.planProperty().get();
        Selection here = new Selection(table.name(), "");
        Field.faults(box, model, model.faultsProperty().get().stream()
                .filter(fault -> Place.of(plan, fault).equals(new Place(here, field)))
                .toList());
        getChildren().add(box);
    }

    private void setKey(String text) {
        List<String> key = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        model.apply(new TableEdit.Key(table.name(), key, table.onConflict()));
    }

    private ComboBox<TableSpec.OnConflict> conflict() {
        ComboBox<TableSpec.OnConflict> box = new ComboBox<>();
        box.getItems().setAll(TableSpec.OnConflict.values());
        box.setValue(table.onConflict());
        box.setId("inspector-conflict");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of("app.mapping.field.conflict"));
        box.setConverter(new InWords<>(value -> switch (value) {
            case KEEP_FIRST -> Text.of("app.mapping.conflict.first");
            case KEEP_LAST -> Text.of("app.mapping.conflict.last");
            case MERGE -> Text.of("app.mapping.conflict.merge");
            case ERROR -> Text.of("app.mapping.conflict.error");
        }));
        box.setOnAction(_ -> model.apply(new TableEdit.Key(table.name(), table.key(), box.getValue())));
        return box;
    }

    private String conflictMore() {
        return switch (table.onConflict()) {
            case KEEP_FIRST -> Text.of("app.mapping.conflict.first.more");
            case KEEP_LAST -> Text.of("app.mapping.conflict.last.more");
            case MERGE -> Text.of("app.mapping.conflict.merge.more");
            case ERROR -> Text.of("app.mapping.conflict.error.more");
        };
    }

    private void feed(int index) {
        TableSpec.Feed feed = table.feeds().get(index);
        ComboBox<String> dataset = new ComboBox<>();
        dataset.getItems().setAll(model.planProperty().get().datasets().stream().map(Plan.DatasetSpec::name).toList());
        dataset.setValue(feed.dataset());
        dataset.setMaxWidth(Double.MAX_VALUE);
        dataset.setId("inspector-dataset-" + index);
        dataset.setAccessibleText(Text.of("app.mapping.field.dataset"));
        dataset.setOnAction(_ -> model.apply(new FeedEdit.Rows(table.name(), index, dataset.getValue(), feed.rows(), feed.when())));
        TextField rows = Field.text("app.mapping.field.rows", feed.rows().text(), text -> read(() -> {
            PathExpr path = PathParser.parse(text.strip());
            return new FeedEdit.Rows(table.name(), index, feed.dataset(), path, feed.when());
        }));
        rows.setId("inspector-rows-" + index);
        Condition was = feed.when();
        TextField when = Field.text("app.mapping.field.when", was == null ? "" : ConditionText.of(was), text -> read(() -> {
            Condition condition = text.isBlank() ? null : ConditionParser.parse(text);
            return new FeedEdit.Rows(table.name(), index, feed.dataset(), feed.rows(), condition);
        }));
        when.setId("inspector-when-" + index);
        when.setPromptText(Text.of("app.mapping.field.when.all"));
        javafx.scene.control.Button drop = Nodes.iconButton(
                "app.mapping.feed.drop", Feather.TRASH_2, () -> model.apply(new FeedEdit.Drop(table.name(), index)), "small-icon");
        drop.setDisable(table.feeds().size() == 1);
        getChildren().add(Nodes.row("section-line",
                Nodes.label(Text.of("app.mapping.feed", index + 1, table.feeds().size()), "section-title"), Nodes.spacer(), drop));
        add("app.mapping.field.dataset", dataset, index == 0 ? "dataset" : "");
        add("app.mapping.field.rows", rows, index == 0 ? "rows" : "");
        add("app.mapping.field.when", when, index == 0 ? "when" : "");
    }

    private void read(Supplier<FeedEdit> edit) {
        try {
            model.apply(edit.get());
        } catch (PlanSyntaxException e) {
            model.say(Text.of("app.mapping.syntax", e.text(), e.position(), e.expected()));
        }
    }
}
