package org.godwit.app.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.InWords;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.edit.FeedEdit;
import org.godwit.engine.plan.PathParser;
import org.godwit.engine.plan.PlanSyntaxException;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Where the value of a column comes from in one feed. */
final class ValueEditor extends VBox {
    private final MappingModel model;
    private final TableSpec table;
    private final TableSpec.Column column;
    private final int feed;
    private final @Nullable ValueSpec value;

    /** The kinds of values. */
    private enum Kind {
        NOTHING,
        PATH,
        CONST,
        REF,
        PARENT,
        REST,
        SQL
    }

    ValueEditor(MappingModel model, TableSpec table, TableSpec.Column column, int feed) {
        this.model = model;
        this.table = table;
        this.column = column;
        this.feed = feed;
        this.value = table.feeds().get(feed).set().get(column.name());
        getStyleClass().add("value-editor");
        String dataset = table.feeds().get(feed).dataset();
        getChildren().add(Nodes.label(Text.of("app.mapping.value", dataset, table.feeds().get(feed).rows().text()), "section-title"));
        add("app.mapping.field.kind", "kind", kinds());
        switch (value) {
            case null -> { }
            case ValueSpec.From from -> from(from);
            case ValueSpec.Const constant -> add("app.mapping.field.const", "const",
                    text("app.mapping.field.const", String.valueOf(constant.value()), to -> new ValueSpec.Const(literal(to))));
            case ValueSpec.Ref ref -> ref(ref);
            case ValueSpec.Parent parent -> parent(parent);
            case ValueSpec.Rest rest -> add("app.mapping.field.rest", "rest",
                    text("app.mapping.field.rest", rest.path().text(), to -> new ValueSpec.Rest(PathParser.parse(to.strip()))));
            case ValueSpec.Sql sql -> add("app.mapping.field.sql", "sql",
                    text("app.mapping.field.sql", sql.expression(), to -> new ValueSpec.Sql(to, sql.reads())));
        }
    }

    private void add(String key, String id, Node control) {
        control.setId("value-" + id + "-" + feed);
        getChildren().add(Field.labeled(key, control));
    }

    private TextField text(String key, String was, java.util.function.Function<String, ValueSpec> made) {
        return Field.text(key, was, to -> set(() -> made.apply(to)));
    }

    /** Changes the value, or says what was wrong in the text. */
    void set(Supplier<@Nullable ValueSpec> made) {
        try {
            model.apply(new FeedEdit.Value(table.name(), feed, column.name(), made.get()));
        } catch (PlanSyntaxException e) {
            model.say(Text.of("app.mapping.syntax", e.text(), e.position(), e.expected()));
        }
    }

    private ComboBox<Kind> kinds() {
        ComboBox<Kind> box = new ComboBox<>();
        box.getItems().setAll(Kind.values());
        box.setValue(kind());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of("app.mapping.field.kind"));
        box.setConverter(new InWords<>(ValueEditor::words));
        box.setOnAction(_ -> set(() -> start(box.getValue())));
        return box;
    }

    private Kind kind() {
        return switch (value) {
            case null -> Kind.NOTHING;
            case ValueSpec.From _ -> Kind.PATH;
            case ValueSpec.Const _ -> Kind.CONST;
            case ValueSpec.Ref _ -> Kind.REF;
            case ValueSpec.Parent _ -> Kind.PARENT;
            case ValueSpec.Rest _ -> Kind.REST;
            case ValueSpec.Sql _ -> Kind.SQL;
        };
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case NOTHING -> Text.of("app.mapping.kind.nothing");
            case PATH -> Text.of("app.mapping.kind.path");
            case CONST -> Text.of("app.mapping.kind.const");
            case REF -> Text.of("app.mapping.kind.ref");
            case PARENT -> Text.of("app.mapping.kind.parent");
            case REST -> Text.of("app.mapping.kind.rest");
            case SQL -> Text.of("app.mapping.kind.sql");
        };
    }

    /** Returns a value of a kind to start with. */
    private @Nullable ValueSpec start(Kind kind) {
        PathExpr row = new PathExpr(PathExpr.Root.ROW, "", List.of());
        return switch (kind) {
            case NOTHING -> null;
            case PATH -> ValueSpec.From.path(row);
            case CONST -> new ValueSpec.Const(column.type().kind() == DataType.Kind.VARCHAR ? "" : BigDecimal.ZERO);
            case REF -> startRef();
            case PARENT -> new ValueSpec.Parent(others(false).stream().findFirst().orElse(""), "$");
            case REST -> new ValueSpec.Rest(row);
            case SQL -> new ValueSpec.Sql("x", Map.of("x", ValueSpec.From.path(row)));
        };
    }

    private ValueSpec.Ref startRef() {
        String name = others(true).stream().findFirst().orElse("");
        return ref(name, Map.of());
    }

    private ValueSpec.Ref ref(String name, Map<String, ValueSpec.From> was) {
        Map<String, ValueSpec.From> on = new LinkedHashMap<>();
        model.planProperty().get().table(name).ifPresent(target -> target.key().forEach(
                key -> on.put(key, was.getOrDefault(key, ValueSpec.From.path(new PathExpr(PathExpr.Root.ROW, "", List.of()))))));
        return new ValueSpec.Ref(name, on);
    }

    private List<String> others(boolean keyed) {
        return model.planProperty().get().tables().stream()
                .filter(other -> !other.name().equals(table.name()) && (!keyed || !other.key().isEmpty()))
                .map(TableSpec::name)
                .toList();
    }

    private void from(ValueSpec.From from) {
        String paths = from.paths().stream().map(PathExpr::text).collect(Collectors.joining(" | "));
        TextField path = text("app.mapping.field.from", paths,
                to -> new ValueSpec.From(paths(to), from.defaultValue(), from.transforms(), from.nullMeans()));
        add("app.mapping.field.from", "from", path);
        getChildren().add(new TransformEditor(from, feed, list -> set(() -> new ValueSpec.From(from.paths(), from.defaultValue(), list, from.nullMeans()))));
        Object was = from.defaultValue();
        TextField otherwise = text("app.mapping.field.default", was == null ? "" : String.valueOf(was),
                to -> new ValueSpec.From(from.paths(), to.isEmpty() ? null : literal(to), from.transforms(), from.nullMeans()));
        otherwise.setPromptText(Text.of("app.mapping.field.default.none"));
        add("app.mapping.field.default", "default", otherwise);
        add("app.mapping.field.null", "null", nulls(from));
    }

    static List<PathExpr> paths(String text) {
        return Arrays.stream(text.split("\\|")).map(String::strip).map(PathParser::parse).toList();
    }

    private ComboBox<ValueSpec.NullMeans> nulls(ValueSpec.From from) {
        ComboBox<ValueSpec.NullMeans> box = new ComboBox<>();
        box.getItems().setAll(ValueSpec.NullMeans.values());
        box.setValue(from.nullMeans());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of("app.mapping.field.null"));
        box.setConverter(new InWords<>(means -> switch (means) {
            case MISSING -> Text.of("app.mapping.null.missing");
            case NULL -> Text.of("app.mapping.null.null");
        }));
        box.setOnAction(_ -> set(() -> new ValueSpec.From(from.paths(), from.defaultValue(), from.transforms(), box.getValue())));
        return box;
    }

    private void ref(ValueSpec.Ref ref) {
        add("app.mapping.field.ref", "ref", tables("app.mapping.field.ref", ref.table(), true, name -> ref(name, ref.on())));
        ref.on().forEach((key, from) -> {
            String paths = from.paths().stream().map(PathExpr::text).collect(Collectors.joining(" | "));
            TextField field = Field.text("app.mapping.field.from", paths, to -> set(() -> {
                Map<String, ValueSpec.From> on = new LinkedHashMap<>(ref.on());
                on.put(key, new ValueSpec.From(paths(to), from.defaultValue(), from.transforms(), from.nullMeans()));
                return new ValueSpec.Ref(ref.table(), on);
            }));
            field.setId("value-on-" + feed + "-" + key);
            getChildren().add(Nodes.column("field", Nodes.label(Text.of("app.mapping.field.on", key), "field-label"), field));
        });
    }

    private void parent(ValueSpec.Parent parent) {
        add("app.mapping.field.parent", "parent", tables("app.mapping.field.parent", parent.table(), false,
                name -> new ValueSpec.Parent(name, parent.level())));
        add("app.mapping.field.level", "level",
                text("app.mapping.field.level", parent.level(), to -> new ValueSpec.Parent(parent.table(), to.strip())));
    }

    private ComboBox<String> tables(String key, String was, boolean keyed, java.util.function.Function<String, ValueSpec> made) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(new ArrayList<>(others(keyed)));
        box.setValue(was);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Text.of(key));
        box.setOnAction(_ -> set(() -> made.apply(box.getValue())));
        return box;
    }

    /** Reads a constant: true, false and numbers as such in columns that are not text. */
    private Object literal(String text) {
        if (column.type().kind() == DataType.Kind.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        boolean textual = switch (column.type().kind()) {
            case VARCHAR, DATE, TIMESTAMP -> true;
            case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, JSON, BLOB -> false;
        };
        if (!textual && text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
            return new BigDecimal(text);
        }
        return text;
    }
}
