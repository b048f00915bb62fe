package org.godwit.app.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.godwit.app.fx.Nodes;
import org.godwit.app.fx.Text;
import org.godwit.engine.plan.Transforms;
import org.godwit.engine.text.Messages;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The transforms of a value: each with what it does and what it can be told, and a menu of those there are. */
final class TransformEditor extends VBox {
    private final List<ValueSpec.Transform> transforms;
    private final Consumer<List<ValueSpec.Transform>> changed;
    private final int feed;

    TransformEditor(ValueSpec.From from, int feed, Consumer<List<ValueSpec.Transform>> changed) {
        this.transforms = from.transforms();
        this.changed = changed;
        this.feed = feed;
        getStyleClass().add("field");
        getChildren().add(Nodes.label(Text.of("app.mapping.field.transform"), "field-label"));
        for (int i = 0; i < transforms.size(); i++) {
            getChildren().add(one(i));
        }
        MenuButton add = new MenuButton(Text.of("app.mapping.transform.add"));
        add.setId("value-transform-" + feed);
        add.setAccessibleText(Text.of("app.mapping.transform.add"));
        add.getStyleClass().add("small");
        for (String name : Transforms.names()) {
            MenuItem item = new MenuItem(Text.of("app.mapping.transform.line", name, doc(name)));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> add(name));
            add.getItems().add(item);
        }
        getChildren().add(add);
    }

    /** Returns in one line what a transform does. */
    static String doc(String name) {
        return Messages.get("transform." + name);
    }

    private VBox one(int at) {
        ValueSpec.Transform transform = transforms.get(at);
        VBox box = Nodes.column("transform", Nodes.row("section-line",
                Nodes.label(transform.name(), "figure-small"),
                Nodes.spacer(),
                Nodes.iconButton("app.mapping.transform.drop", Feather.X, () -> drop(at), "small-icon")));
        if (Transforms.names().contains(transform.name())) {
            box.getChildren().add(Nodes.wrapped(doc(transform.name()), "why"));
        }
        for (Transforms.Parameter parameter : Transforms.parameters(transform.name())) {
            Object was = transform.arguments().get(parameter.name());
            TextField field = Field.text("app.mapping.transform.parameter", written(was), to -> set(at, parameter, to));
            field.setAccessibleText(parameter.name());
            field.setId("value-argument-" + feed + "-" + at + "-" + parameter.name());
            field.setPromptText(parameter.choices().isEmpty() ? hint(parameter) : String.join(", ", parameter.choices()));
            box.getChildren().add(Nodes.column("field", Nodes.label(parameter.name(), "field-label"), field));
        }
        return box;
    }

    private static String hint(Transforms.Parameter parameter) {
        return switch (parameter.form()) {
            case "MAP" -> Text.of("app.mapping.transform.map");
            case "TEXTS" -> Text.of("app.mapping.transform.texts");
            case "FLAG" -> Text.of("app.mapping.transform.flag");
            default -> parameter.required() ? Text.of("app.mapping.transform.required") : "";
        };
    }

    private void add(String name) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Transforms.Parameter parameter : Transforms.parameters(name)) {
            if (parameter.required()) {
                arguments.put(parameter.name(), start(parameter));
            }
        }
        List<ValueSpec.Transform> more = new ArrayList<>(transforms);
        more.add(new ValueSpec.Transform(name, arguments));
        changed.accept(more);
    }

    /** Returns something valid to start with. */
    private static Object start(Transforms.Parameter parameter) {
        return switch (parameter.form()) {
            case "MAP" -> Map.of("a", "b");
            case "TEXTS" -> List.of("text");
            case "WHOLE" -> BigDecimal.ZERO;
            default -> parameter.choices().isEmpty() ? "text" : parameter.choices().getFirst();
        };
    }

    private void drop(int at) {
        List<ValueSpec.Transform> fewer = new ArrayList<>(transforms);
        fewer.remove(at);
        changed.accept(fewer);
    }

    private void set(int at, Transforms.Parameter parameter, String text) {
        Map<String, Object> arguments = new LinkedHashMap<>(transforms.get(at).arguments());
        Object value = read(parameter.form(), text);
        if (value == null) {
            arguments.remove(parameter.name());
        } else {
            arguments.put(parameter.name(), value);
        }
        List<ValueSpec.Transform> other = new ArrayList<>(transforms);
        other.set(at, new ValueSpec.Transform(transforms.get(at).name(), arguments));
        changed.accept(other);
    }

    /** Returns an argument as people write it. */
    static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    /** Reads an argument; null for none. */
    static @Nullable Object read(String form, String text) {
        if (text.isBlank()) {
            return null;
        }
        List<String> parts = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        return switch (form) {
            case "TEXTS", "FORMS" -> parts;
            case "MAP" -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (String part : parts) {
                    int sign = part.indexOf('=');
                    map.put(sign < 0 ? part : part.substring(0, sign).strip(), sign < 0 ? part : scalar(part.substring(sign + 1).strip()));
                }
                yield map;
            }
            case "FLAG" -> Boolean.valueOf(text.strip());
            case "WHOLE", "SCALAR" -> scalar(text.strip());
            default -> text;
        };
    }

    private static Object scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : text;
    }
}
