package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON text in memory: members in the order written, numbers exact. */
sealed interface JsonValue {
    /** An object. */
    record Obj(Map<String, JsonValue> members) implements JsonValue {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record Arr(List<JsonValue> elements) implements JsonValue {
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    /** A string. */
    record Str(String text) implements JsonValue {}

    /** A number; equal only if written alike (1.0 is not 1.00). */
    record Num(BigDecimal number) implements JsonValue {}

    /** True or false. */
    record Bool(boolean value) implements JsonValue {}

    /** The null of JSON. */
    record Null() implements JsonValue {}

    /** Returns the value for a String, Boolean, BigDecimal, List or Map of those. */
    static JsonValue of(Object value) {
        return switch (value) {
            case JsonValue json -> json;
            case String text -> new Str(text);
            case Boolean bool -> new Bool(bool);
            case BigDecimal number -> new Num(number);
            case List<?> list -> new Arr(list.stream().map(JsonValue::of).toList());
            case Map<?, ?> map -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
                yield new Obj(members);
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    /** Returns the kind as schemas call it: object, array, string, number, boolean, null. */
    default String type() {
        return switch (this) {
            case Obj _ -> "object";
            case Arr _ -> "array";
            case Str _ -> "string";
            case Num _ -> "number";
            case Bool _ -> "boolean";
            case Null _ -> "null";
        };
    }
}
