package org.godwit.shred;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.godwit.model.DateForm;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * The named functions of a plan. Each is total: what it does not know passes through unchanged, unless it says
 * otherwise. Values are String, {@link NumberText}, Boolean, {@link JsonText}, {@link Moment}, or null for none.
 */
public final class Transforms {
    /** The names, for checkers and help. */
    public static final Set<String> NAMES = Set.of(
            "trim", "lower", "upper", "map", "parse_timestamp", "to_unit", "exists", "truthy", "is_type", "contains", "number", "json", "split_part", "matches");

    private static final Set<String> YES = Set.of("true", "yes", "y", "on", "1", "ok", "pass", "passed", "success", "succeeded", "successful");
    private static final Set<String> NO = Set.of("false", "no", "n", "off", "0", "fail", "failed", "failure", "error");

    private Transforms() {}

    /** A number as written. */
    record NumberText(String text) {}

    /** A container as JSON text. */
    record JsonText(String text) {}

    /** Microseconds since 1970-01-01T00:00. */
    record Moment(long micros) {}

    /** One function. */
    interface Function {
        @Nullable Object apply(@Nullable Object value);
    }

    /**
     * The functions of a value, in order.
     *
     * @param forms the forms a moment may have, the first is the one it is written back in; empty if none was named
     */
    record Chain(List<Function> functions, List<DateForm> forms, boolean epochs) {
        private static final Chain NONE = new Chain(List.of(), List.of(), true);

        boolean isEmpty() {
            return functions.isEmpty();
        }

        @Nullable Object apply(@Nullable Object value) {
            Object now = value;
            for (Function function : functions) {
                now = function.apply(now);
            }
            return now;
        }
    }

    /**
     * Makes a chain of a plan's transforms. A chain that is {@code parse_timestamp} alone has no functions: the
     * converter of the column does it, and can tell whether the text can be written back.
     */
    static Chain chain(List<ValueSpec.Transform> transforms, boolean input) {
        if (transforms.isEmpty()) {
            return Chain.NONE;
        }
        List<Function> functions = new ArrayList<>();
        List<DateForm> forms = List.of();
        boolean epochs = true;
        for (ValueSpec.Transform transform : transforms) {
            if (transform.name().equals("parse_timestamp") && !input) {
                List<String> names = forms(transform);
                forms = names.stream().flatMap(n -> form(n).stream()).toList();
                epochs = names.isEmpty() || names.contains("epoch_s") || names.contains("epoch_ms");
                boolean millis = names.contains("epoch_ms") && !names.contains("epoch_s");
                if (millis) {
                    functions.add(value -> value instanceof NumberText n ? epochMillis(n.text()) : value);
                }
            } else {
                functions.add(function(transform.name(), transform.arguments()));
            }
        }
        return new Chain(List.copyOf(functions), forms, epochs);
    }

    private static List<String> forms(ValueSpec.Transform transform) {
        Object forms = transform.arguments().get("forms");
        if (forms instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return forms instanceof String one ? List.of(one) : List.of();
    }

    private static java.util.Optional<DateForm> form(String planName) {
        for (DateForm form : DateForm.values()) {
            if (form.planName().equals(planName)) {
                return java.util.Optional.of(form);
            }
        }
        return java.util.Optional.empty();
    }

    private static @Nullable Object epochMillis(String text) {
        try {
            return new Moment(new BigDecimal(text).multiply(BigDecimal.valueOf(1000)).longValue());
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private static Function function(String name, Map<String, Object> arguments) {
        return switch (name) {
            case "trim" -> value -> value instanceof String s ? s.strip() : value;
            case "lower" -> value -> value instanceof String s ? s.toLowerCase(Locale.ROOT) : value;
            case "upper" -> value -> value instanceof String s ? s.toUpperCase(Locale.ROOT) : value;
            case "map" -> map(arguments);
            case "to_unit" -> toUnit(arguments);
            case "exists" -> value -> value != null;
            case "truthy" -> Transforms::truthy;
            case "is_type" -> isType(String.valueOf(arguments.get("type")));
            case "contains" -> contains(arguments);
            case "matches" -> matches(arguments);
            case "number" -> value -> value instanceof String s && isNumber(s.strip()) ? new NumberText(s.strip()) : value;
            case "json" -> Transforms::json;
            case "split_part" -> splitPart(arguments);
            case "parse_timestamp" -> value -> value;
            default -> throw new IllegalArgumentException("no transform " + name);
        };
    }

    private static Function map(Map<String, Object> arguments) {
        Map<String, Object> values = new TreeMap<>();
        if (arguments.get("values") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> values.put(String.valueOf(key), constant(value)));
        }
        Object otherwise = arguments.get("otherwise");
        return value -> {
            Object mapped = value == null ? null : values.get(text(value));
            if (mapped != null) {
                return mapped;
            }
            return otherwise == null || value == null ? value : constant(otherwise);
        };
    }

    /** Returns a plan's constant as a value. */
    static Object constant(Object value) {
        if (value instanceof BigDecimal number) {
            return new NumberText(number.toString());
        }
        return value instanceof Number number ? new NumberText(number.toString()) : value;
    }

    /** Returns the characters of a value. */
    static String text(Object value) {
        if (value instanceof NumberText number) {
            return number.text();
        }
        if (value instanceof JsonText json) {
            return json.text();
        }
        if (value instanceof Moment moment) {
            return DateForms.write(DateForm.ISO, moment.micros());
        }
        return String.valueOf(value);
    }

    private static Function toUnit(Map<String, Object> arguments) {
        BigDecimal factor = Units.factor(String.valueOf(arguments.get("from")), String.valueOf(arguments.get("to")));
        return value -> {
            if (value instanceof NumberText number && isNumber(number.text())) {
                BigDecimal scaled = new BigDecimal(number.text()).multiply(factor, java.math.MathContext.DECIMAL128);
                return new NumberText(scaled.stripTrailingZeros().toString());
            }
            return value;
        };
    }

    private static @Nullable Object truthy(@Nullable Object value) {
        if (value instanceof NumberText number) {
            return isNumber(number.text()) ? (Object) (new BigDecimal(number.text()).signum() != 0) : null;
        }
        if (value instanceof String s) {
            String word = s.strip().toLowerCase(Locale.ROOT);
            int end = 0;
            while (end < word.length() && Character.isLetterOrDigit(word.charAt(end))) {
                end++;
            }
            String head = word.substring(0, end);
            return YES.contains(head) ? Boolean.TRUE : NO.contains(head) ? Boolean.FALSE : null;
        }
        return value instanceof Boolean ? value : null;
    }

    private static Function isType(String type) {
        return value -> switch (type) {
            case "string" -> value instanceof String;
            case "number" -> value instanceof NumberText;
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof JsonText json && json.text().startsWith("{");
            case "array" -> value instanceof JsonText json && json.text().startsWith("[");
            default -> value == null;
        };
    }

    private static Function contains(Map<String, Object> arguments) {
        boolean ignoreCase = Boolean.TRUE.equals(arguments.get("ignoreCase"));
        String sought = fold(String.valueOf(arguments.get("text")), ignoreCase);
        return value -> value != null && fold(text(value), ignoreCase).contains(sought);
    }

    private static Function matches(Map<String, Object> arguments) {
        boolean ignoreCase = Boolean.TRUE.equals(arguments.get("ignoreCase"));
        List<String> any = arguments.get("any") instanceof List<?> list ? list.stream().map(s -> fold(String.valueOf(s), ignoreCase)).toList() : List.of();
        return value -> {
            if (value == null) {
                return false;
            }
            String text = fold(text(value), ignoreCase);
            return any.stream().anyMatch(text::contains);
        };
    }

    private static String fold(String text, boolean ignoreCase) {
        return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static @Nullable Object json(@Nullable Object value) {
        if (value == null || value instanceof JsonText) {
            return value;
        }
        if (value instanceof String s) {
            StringBuilder out = new StringBuilder();
            TapeText.appendString(out, s);
            return new JsonText(out.toString());
        }
        return new JsonText(text(value));
    }

    private static Function splitPart(Map<String, Object> arguments) {
        String separator = String.valueOf(arguments.get("separator"));
        int index = arguments.get("index") instanceof Number n ? n.intValue() : 0;
        return value -> {
            if (!(value instanceof String s) || separator.isEmpty()) {
                return value;
            }
            String[] parts = s.split(java.util.regex.Pattern.quote(separator), -1);
            int at = index < 0 ? parts.length + index : index;
            return at >= 0 && at < parts.length ? parts[at] : null;
        };
    }

    /** Returns whether a text is exactly a decimal number, as JSON writes them. */
    static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > 1000 || "+.".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        try {
            return Math.abs((long) new BigDecimal(text).scale()) < 10_000;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
