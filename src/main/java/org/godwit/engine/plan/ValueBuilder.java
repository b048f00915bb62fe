package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.PathExpr;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Makes values of their JSON; what is not as the schema wants it was reported there, a stand-in takes its place. */
final class ValueBuilder {
    private final PlanTexts texts;

    ValueBuilder(PlanTexts texts) {
        this.texts = texts;
    }

    ValueSpec value(JsonValue json, Pointer at) {
        if (!(json instanceof JsonValue.Obj object) || object.members().containsKey("from")) {
            return from(json, at);
        }
        Map<String, JsonValue> members = object.members();
        Object constant = scalar(members.get("const"));
        if (constant != null) {
            return new ValueSpec.Const(constant);
        }
        if (members.containsKey("ref")) {
            return new ValueSpec.Ref(text(members.get("ref")), froms(members.get("on"), at.to("on")));
        }
        if (members.containsKey("parent")) {
            return new ValueSpec.Parent(text(members.get("parent")), text(members.get("level")));
        }
        if (members.containsKey("rest")) {
            return new ValueSpec.Rest(texts.path(text(members.get("rest")), at.to("rest")));
        }
        if (members.containsKey("sql")) {
            return new ValueSpec.Sql(text(members.get("sql")), froms(members.get("reads"), at.to("reads")));
        }
        return new ValueSpec.Const("");
    }

    private Map<String, ValueSpec.From> froms(@Nullable JsonValue json, Pointer at) {
        Map<String, ValueSpec.From> made = new LinkedHashMap<>();
        if (json instanceof JsonValue.Obj object) {
            object.members().forEach((key, value) -> made.put(key, from(value, at.to(key))));
        }
        return made;
    }

    private ValueSpec.From from(JsonValue json, Pointer at) {
        if (!(json instanceof JsonValue.Obj object)) {
            return ValueSpec.From.path(path(json, at));
        }
        Map<String, JsonValue> members = object.members();
        boolean nullIsNull = "null".equals(text(members.get("null")));
        return new ValueSpec.From(
                paths(members.get("from"), at.to("from")),
                scalar(members.get("default")),
                transforms(members.get("transform")),
                nullIsNull ? ValueSpec.NullMeans.NULL : ValueSpec.NullMeans.MISSING);
    }

    private List<PathExpr> paths(@Nullable JsonValue json, Pointer at) {
        if (!(json instanceof JsonValue.Arr array) || array.elements().isEmpty()) {
            return List.of(path(json, at));
        }
        List<PathExpr> paths = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            paths.add(path(array.elements().get(i), at.to(i)));
        }
        return paths;
    }

    private PathExpr path(@Nullable JsonValue json, Pointer at) {
        // Anything but a text has been reported; $ stands in for it.
        return texts.path(json instanceof JsonValue.Str path && !path.text().isEmpty() ? path.text() : "$", at);
    }

    private static List<ValueSpec.Transform> transforms(@Nullable JsonValue json) {
        return switch (json) {
            case JsonValue.Arr array -> array.elements().stream().map(ValueBuilder::transform).toList();
            case JsonValue.Str text -> List.of(transform(text));
            case JsonValue.Obj object -> List.of(transform(object));
            case null, default -> List.of();
        };
    }

    private static ValueSpec.Transform transform(JsonValue json) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (!(json instanceof JsonValue.Obj object)) {
            return new ValueSpec.Transform(text(json), arguments);
        }
        object.members().forEach((key, value) -> {
            Object argument = argument(value);
            if (!key.equals("name") && argument != null) {
                arguments.put(key, argument);
            }
        });
        return new ValueSpec.Transform(text(object.members().get("name")), arguments);
    }

    private static @Nullable Object argument(JsonValue json) {
        return switch (json) {
            case JsonValue.Arr array -> array.elements().stream().map(ValueBuilder::text).toList();
            case JsonValue.Obj object -> {
                Map<String, Object> values = new LinkedHashMap<>();
                object.members().forEach((key, value) -> {
                    Object scalar = scalar(value);
                    if (scalar != null) {
                        values.put(key, scalar);
                    }
                });
                yield values;
            }
            case JsonValue.Str _, JsonValue.Num _, JsonValue.Bool _, JsonValue.Null _ -> scalar(json);
        };
    }

    /** Returns a scalar as the model holds it: String, Boolean or BigDecimal; null for anything else. */
    private static @Nullable Object scalar(@Nullable JsonValue json) {
        return switch (json) {
            case JsonValue.Str text -> text.text();
            case JsonValue.Num number -> number.number();
            case JsonValue.Bool bool -> bool.value();
            case null, default -> null;
        };
    }

    private static String text(@Nullable JsonValue json) {
        return json instanceof JsonValue.Str text ? text.text() : "";
    }
}
