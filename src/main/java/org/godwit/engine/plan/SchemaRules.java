package org.godwit.engine.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.godwit.engine.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Checks a JSON text by the plan's JSON Schema: the keywords that this schema uses, no others. What belongs at a place
 * is told in the words of the schema's descriptions. Why not a validator library: docs/decisions/0002. Thread-safe.
 */
final class SchemaRules {
    private static final String RESOURCE = "/schema/plan.schema.json";
    private static final Pattern SECRET =
            Pattern.compile("pass(word|wd|phrase)?|pwd|secret|token|api_?key|credentials?|private_?key");
    private static final SchemaRules PLAN = new SchemaRules(load(), "");
    private static final SchemaRules PROFILES = new SchemaRules(PLAN.root, "profiles");

    private final JsonValue.Obj root;
    private final JsonValue.Obj start;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    /** @param definition what is checked; empty for a plan */
    private SchemaRules(JsonValue.Obj root, String definition) {
        this.root = root;
        this.start = definition.isEmpty() ? root : defined(definition);
    }

    /** Returns the rules for files of profiles. */
    static SchemaRules profiles() {
        return PROFILES;
    }

    /** Returns the rules for plans. */
    static SchemaRules plan() {
        return PLAN;
    }

    private static JsonValue.Obj load() {
        try (InputStream in = SchemaRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + RESOURCE);
            }
            return (JsonValue.Obj) JsonText.parse(in.readAllBytes(), RESOURCE, new Faults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(JsonValue value, Faults faults) {
        check(start, value, Pointer.ROOT, faults);
    }

    private void check(JsonValue.Obj written, JsonValue value, Pointer at, Faults faults) {
        JsonValue.Obj schema = resolved(written);
        if (!typeFits(schema, value) || !constFits(schema, value)) {
            faults.add(at, description(schema), shown(schema, value));
            return;
        }
        List<String> allowed = texts(schema.members().get("enum"));
        if (!allowed.isEmpty() && !(value instanceof JsonValue.Str text && allowed.contains(text.text()))) {
            notAllowed(value, allowed, at, faults);
            return;
        }
        if (schema.members().get("anyOf") instanceof JsonValue.Arr choices) {
            anyOf(schema, choices, value, at, faults);
        }
        switch (value) {
            case JsonValue.Obj object -> object(schema, object, at, faults);
            case JsonValue.Arr array -> array(schema, array, at, faults);
            case JsonValue.Str text -> text(schema, text.text(), at, faults);
            case JsonValue.Num _, JsonValue.Bool _, JsonValue.Null _ -> { /* no further rules */ }
        }
    }

    private static void notAllowed(JsonValue value, List<String> allowed, Pointer at, Faults faults) {
        if (value instanceof JsonValue.Str text) {
            faults.addName(at, "plan.schema.enum", text.text(), allowed);
        } else {
            faults.add(at, Messages.get("plan.schema.enum", Faults.names(allowed)), describe(value));
        }
    }

    private void object(JsonValue.Obj schema, JsonValue.Obj object, Pointer at, Faults faults) {
        for (String required : texts(schema.members().get("required"))) {
            if (!object.members().containsKey(required)) {
                faults.add(at, Messages.get("plan.schema.required", required, description(schema)), describe(object));
            }
        }
        if (schema.members().get("minProperties") instanceof JsonValue.Num min
                && object.members().size() < min.number().intValueExact()) {
            faults.add(at, description(schema), describe(object));
        }
        JsonValue.@Nullable Obj names = object(schema, "propertyNames");
        JsonValue.@Nullable Obj properties = object(schema, "properties");
        JsonValue others = schema.members().get("additionalProperties");
        object.members().forEach((key, member) -> {
            Pointer place = at.to(key);
            if (names != null) {
                check(names, new JsonValue.Str(key), place, faults);
            }
            if (properties != null && properties.members().get(key) instanceof JsonValue.Obj known) {
                check(known, member, place, faults);
            } else if (others instanceof JsonValue.Obj other) {
                check(other, member, place, faults);
            } else if (others != null && properties != null) {
                unknown(key, properties, place, faults);
            }
        });
    }

    private static void unknown(String key, JsonValue.Obj properties, Pointer place, Faults faults) {
        if (SECRET.matcher(key.toLowerCase(Locale.ROOT).replace('-', '_')).matches()) {
            faults.add(place, Messages.get("plan.secret"), Messages.get("plan.secret.key", key));
        } else {
            faults.addName(place, "plan.schema.key", key, properties.members().keySet());
        }
    }

    private void array(JsonValue.Obj schema, JsonValue.Arr array, Pointer at, Faults faults) {
        if (schema.members().get("minItems") instanceof JsonValue.Num min && array.elements().size() < min.number().intValueExact()) {
            faults.add(at, description(schema), describe(array));
        }
        if (schema.members().containsKey("uniqueItems")) {
            HashSet<JsonValue> seen = new HashSet<>();
            for (int i = 0; i < array.elements().size(); i++) {
                if (!seen.add(array.elements().get(i))) {
                    faults.add(at.to(i), Messages.get("plan.schema.unique"), describe(array.elements().get(i)));
                }
            }
        }
        JsonValue.@Nullable Obj items = object(schema, "items");
        for (int i = 0; items != null && i < array.elements().size(); i++) {
            check(items, array.elements().get(i), at.to(i), faults);
        }
    }

    private void text(JsonValue.Obj schema, String text, Pointer at, Faults faults) {
        if (schema.members().get("pattern") instanceof JsonValue.Str pattern
                && !patterns.computeIfAbsent(pattern.text(), Pattern::compile).matcher(text).find()) {
            faults.add(at, description(schema), shown(schema, new JsonValue.Str(text)));
        }
    }

    /** Tells what is wrong by the choice that was most likely meant: right type, most of its required keys there. */
    private void anyOf(JsonValue.Obj schema, JsonValue.Arr choices, JsonValue value, Pointer at, Faults faults) {
        List<JsonValue.Obj> meant = choices.elements().stream()
                .map(choice -> resolved((JsonValue.Obj) choice))
                .filter(branch -> mayMean(branch, value))
                .sorted(Comparator.comparingInt(branch -> -requiredThere(branch, value)))
                .toList();
        if (meant.isEmpty()) {
            faults.addAll(noChoice(schema, choices, value, at).list());
            return;
        }
        List<Faults> found = new ArrayList<>();
        for (JsonValue.Obj branch : meant) {
            Faults own = new Faults();
            check(branch, value, at, own);
            if (own.isEmpty()) {
                return;
            }
            found.add(own);
        }
        faults.addAll(found.getFirst().list());
    }

    /** Whether the value could be of this choice; if not, it is not. */
    private boolean mayMean(JsonValue.Obj branch, JsonValue value) {
        if (branch.members().get("anyOf") instanceof JsonValue.Arr choices) {
            return choices.elements().stream().anyMatch(choice -> mayMean(resolved((JsonValue.Obj) choice), value));
        }
        boolean needsKeys = branch.members().containsKey("required");
        return typeFits(branch, value) && (!needsKeys || requiredThere(branch, value) > 0);
    }

    private static int requiredThere(JsonValue.Obj branch, JsonValue value) {
        return value instanceof JsonValue.Obj object
                ? (int) texts(branch.members().get("required")).stream().filter(object.members()::containsKey).count()
                : 0;
    }

    private Faults noChoice(JsonValue.Obj schema, JsonValue.Arr choices, JsonValue value, Pointer at) {
        Faults faults = new Faults();
        if (value instanceof JsonValue.Obj object && !object.members().isEmpty()) {
            List<String> keys = choices.elements().stream()
                    .map(choice -> resolved((JsonValue.Obj) choice))
                    .flatMap(choice -> texts(choice.members().get("required")).stream().limit(1))
                    .toList();
            for (String key : object.members().keySet()) {
                if (!Nearest.to(key, keys).isEmpty()) {
                    faults.addName(at.to(key), "plan.schema.key", key, keys);
                }
            }
        }
        if (faults.isEmpty()) {
            faults.add(at, description(schema), describe(value));
        }
        return faults;
    }

    private static boolean typeFits(JsonValue.Obj schema, JsonValue value) {
        JsonValue type = schema.members().get("type");
        if (type == null) {
            return true;
        }
        return type instanceof JsonValue.Str one ? one.text().equals(value.type()) : texts(type).contains(value.type());
    }

    private static boolean constFits(JsonValue.Obj schema, JsonValue value) {
        JsonValue fixed = schema.members().get("const");
        if (fixed instanceof JsonValue.Num want && value instanceof JsonValue.Num is) {
            return want.number().compareTo(is.number()) == 0;
        }
        return fixed == null || fixed.equals(value);
    }

    private JsonValue.Obj resolved(JsonValue.Obj schema) {
        if (!(schema.members().get("$ref") instanceof JsonValue.Str ref)) {
            return schema;
        }
        return defined(ref.text().substring("#/$defs/".length()));
    }

    private JsonValue.Obj defined(String name) {
        JsonValue.@Nullable Obj definitions = object(root, "$defs");
        if (definitions == null || !(definitions.members().get(name) instanceof JsonValue.Obj target)) {
            throw new IllegalStateException("no definition " + name);
        }
        return target;
    }

    private static JsonValue.@Nullable Obj object(JsonValue.Obj schema, String keyword) {
        return schema.members().get(keyword) instanceof JsonValue.Obj object ? object : null;
    }

    private static List<String> texts(@Nullable JsonValue value) {
        return value instanceof JsonValue.Arr array
                ? array.elements().stream().map(element -> ((JsonValue.Str) element).text()).toList()
                : List.of();
    }

    private static String description(JsonValue.Obj schema) {
        return schema.members().get("description") instanceof JsonValue.Str text ? text.text() : "";
    }

    /** What stands where only the place of a password belongs may be the password. */
    private static String shown(JsonValue.Obj schema, JsonValue value) {
        return schema.members().containsKey("writeOnly") ? Messages.get("plan.found.secret") : describe(value);
    }

    static String describe(JsonValue value) {
        return switch (value) {
            case JsonValue.Str text -> "'" + text.text() + "'";
            case JsonValue.Num number -> number.number().toString();
            case JsonValue.Bool bool -> String.valueOf(bool.value());
            case JsonValue.Null _ -> "null";
            case JsonValue.Arr array -> Messages.get("plan.found.list", array.elements().size());
            case JsonValue.Obj object -> object.members().isEmpty()
                    ? Messages.get("plan.found.emptyObject")
                    : Messages.get("plan.found.object", String.join(", ", object.members().keySet()));
        };
    }
}
