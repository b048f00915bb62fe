package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.godwit.engine.text.Messages;
import org.godwit.model.DataType;
import org.godwit.model.DateForm;
import org.godwit.model.JsonType;
import org.godwit.model.ValueSpec;

/** The transforms that plans can name, what they need and what they give. */
public final class Transforms {
    private static final List<String> TIME_UNITS = List.of("s", "ms", "us", "ns");
    private static final List<String> SIZE_UNITS = List.of("B", "KB", "MB", "GB", "KiB", "MiB", "GiB");
    private static final List<String> UNITS = Stream.concat(TIME_UNITS.stream(), SIZE_UNITS.stream()).toList();
    private static final List<String> DATE_FORMS =
            Stream.concat(Arrays.stream(DateForm.values()).map(DateForm::planName), Stream.of("epoch_s", "epoch_ms")).distinct().toList();
    private static final List<String> JSON_TYPES =
            Arrays.stream(JsonType.values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList();

    private static final Map<String, Known> KNOWN = known();

    private Transforms() {}

    /** Returns the names of all transforms. */
    public static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    private static Map<String, Known> known() {
        Map<String, Known> all = new LinkedHashMap<>();
        all.put("trim", new Known(Gives.SAME));
        all.put("lower", new Known(Gives.SAME));
        all.put("upper", new Known(Gives.SAME));
        all.put("map", new Known(Gives.ANYTHING, new Argument("values", Form.MAP, true), new Argument("otherwise", Form.SCALAR, false)));
        all.put("parse_timestamp", new Known(Gives.MOMENT, new Argument("forms", Form.FORMS, false)));
        all.put("to_unit", new Known(Gives.NUMBER, new Argument("from", Form.UNIT, true), new Argument("to", Form.UNIT, true)));
        all.put("exists", new Known(Gives.BOOLEAN));
        all.put("truthy", new Known(Gives.BOOLEAN));
        all.put("is_type", new Known(Gives.BOOLEAN, new Argument("type", Form.TYPE, true)));
        all.put("contains", new Known(Gives.BOOLEAN, new Argument("text", Form.TEXT, true), new Argument("ignoreCase", Form.FLAG, false)));
        all.put("matches", new Known(Gives.BOOLEAN, new Argument("any", Form.TEXTS, true), new Argument("ignoreCase", Form.FLAG, false)));
        all.put("number", new Known(Gives.NUMBER));
        all.put("json", new Known(Gives.JSON));
        all.put("split_part", new Known(Gives.TEXT, new Argument("separator", Form.TEXT, true), new Argument("index", Form.WHOLE, true)));
        return all;
    }

    /**
     * What a transform can be told.
     *
     * @param form how it is written: TEXT, FLAG (true or false), WHOLE (a number), SCALAR, TEXTS, MAP, FORMS, UNIT or TYPE
     * @param choices what it can be; empty for anything
     */
    public record Parameter(String name, String form, boolean required, List<String> choices) {
        public Parameter {
            choices = List.copyOf(choices);
        }
    }

    /** Returns what a transform can be told; nothing for one that is not known. */
    public static List<Parameter> parameters(String name) {
        Known known = KNOWN.get(name);
        return known == null ? List.of() : known.arguments.stream().map(Transforms::parameter).toList();
    }

    private static Parameter parameter(Argument argument) {
        List<String> choices = switch (argument.form) {
            case UNIT -> UNITS;
            case TYPE -> JSON_TYPES;
            case FORMS -> DATE_FORMS;
            case TEXT, FLAG, WHOLE, SCALAR, TEXTS, MAP -> List.of();
        };
        return new Parameter(argument.name, argument.form.name(), argument.required, choices);
    }

    /** Checks a value's transforms: names, arguments, and whether what comes out fits the column. */
    static void check(List<ValueSpec.Transform> transforms, DataType column, Pointer at, Faults faults) {
        Gives gives = Gives.ANYTHING;
        for (int i = 0; i < transforms.size(); i++) {
            ValueSpec.Transform transform = transforms.get(i);
            Pointer place = transforms.size() == 1 ? at : at.to(i);
            Known known = KNOWN.get(transform.name());
            if (known == null) {
                Pointer name = transform.arguments().isEmpty() ? place : place.to("name");
                faults.addName(name, "plan.transform.name", transform.name(), KNOWN.keySet());
                gives = Gives.ANYTHING;
            } else {
                arguments(transform, known, place, faults);
                gives = known.gives == Gives.SAME ? gives : known.gives;
            }
        }
        if (!gives.fits(column.kind())) {
            String name = transforms.getLast().name();
            faults.add(at, Messages.get("plan.transform.fit", column.sql()), Messages.get("plan.transform.gives", name, gives.words()));
        }
        if (!transforms.isEmpty() && transforms.getLast().name().equals("map")) {
            Pointer last = transforms.size() == 1 ? at : at.to(transforms.size() - 1);
            mapped(transforms.getLast(), column, last, faults);
        }
    }

    private static void arguments(ValueSpec.Transform transform, Known known, Pointer at, Faults faults) {
        List<String> names = known.arguments.stream().map(Argument::name).toList();
        transform.arguments().forEach((name, value) -> {
            Argument argument = known.arguments.stream().filter(a -> a.name.equals(name)).findFirst().orElse(null);
            if (argument == null) {
                faults.addName(at.to(name), "plan.transform.argument", name, names);
            } else {
                argument.form.check(value, at.to(name), faults);
            }
        });
        for (Argument argument : known.arguments) {
            if (argument.required && !transform.arguments().containsKey(argument.name)) {
                faults.add(at, Messages.get("plan.transform.needs", transform.name(), argument.name),
                        Faults.names(transform.arguments().keySet()));
            }
        }
        if (transform.arguments().get("from") instanceof String from && transform.arguments().get("to") instanceof String to
                && UNITS.contains(from) && UNITS.contains(to) && TIME_UNITS.contains(from) != TIME_UNITS.contains(to)) {
            faults.add(at.to("to"), Messages.get("plan.transform.unitKind", from), "'" + to + "'");
        }
    }

    private static void mapped(ValueSpec.Transform map, DataType column, Pointer at, Faults faults) {
        if (map.arguments().get("values") instanceof Map<?, ?> values) {
            values.forEach((key, value) -> {
                if (value != null) {
                    mapped(value, column, at.to("values").to(String.valueOf(key)), faults);
                }
            });
        }
        Object otherwise = map.arguments().get("otherwise");
        if (otherwise != null) {
            mapped(otherwise, column, at.to("otherwise"), faults);
        }
    }

    private static void mapped(Object value, DataType column, Pointer at, Faults faults) {
        boolean scalar = value instanceof String || value instanceof Boolean || value instanceof BigDecimal;
        if (scalar && !Constants.fits(value, column)) {
            faults.add(at, Messages.get("plan.constant", column.sql()), SchemaRules.describe(JsonValue.of(value)));
        }
    }

    /** What comes out. */
    private enum Gives {
        SAME,
        ANYTHING,
        TEXT,
        NUMBER,
        BOOLEAN,
        MOMENT,
        JSON;

        boolean fits(DataType.Kind kind) {
            return switch (this) {
                case SAME, ANYTHING -> true;
                case TEXT -> switch (kind) {
                    case VARCHAR, JSON, DATE, TIMESTAMP -> true;
                    case BOOLEAN, INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, BLOB -> false;
                };
                case NUMBER -> switch (kind) {
                    case INTEGER, BIGINT, HUGEINT, DOUBLE, DECIMAL, JSON -> true;
                    case BOOLEAN, VARCHAR, DATE, TIMESTAMP, BLOB -> false;
                };
                case BOOLEAN -> kind == DataType.Kind.BOOLEAN || kind == DataType.Kind.JSON;
                case MOMENT -> kind == DataType.Kind.DATE || kind == DataType.Kind.TIMESTAMP;
                case JSON -> kind == DataType.Kind.JSON || kind == DataType.Kind.VARCHAR;
            };
        }

        String words() {
            return Messages.get("plan.gives." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What an argument looks like. */
    private enum Form {
        TEXT,
        FLAG,
        WHOLE,
        SCALAR,
        TEXTS,
        MAP,
        FORMS,
        UNIT,
        TYPE;

        void check(Object value, Pointer at, Faults faults) {
            boolean fits = switch (this) {
                case TEXT -> value instanceof String text && !text.isEmpty();
                case UNIT, TYPE -> value instanceof String;
                case FLAG -> value instanceof Boolean;
                case WHOLE -> value instanceof BigDecimal && Constants.fits(value, DataType.INTEGER);
                case SCALAR -> !(value instanceof Map) && !(value instanceof List);
                case TEXTS, FORMS -> value instanceof List<?> list && !list.isEmpty();
                case MAP -> value instanceof Map<?, ?> map && !map.isEmpty();
            };
            if (!fits) {
                faults.add(at, Messages.get("plan.form." + name().toLowerCase(Locale.ROOT)), SchemaRules.describe(JsonValue.of(value)));
            } else if (this == UNIT) {
                name(value, "plan.transform.unit", UNITS, at, faults);
            } else if (this == TYPE) {
                name(value, "plan.transform.type", JSON_TYPES, at, faults);
            } else if (this == FORMS && value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    name(list.get(i), "plan.transform.form", DATE_FORMS, at.to(i), faults);
                }
            }
        }

        private static void name(Object value, String messageKey, List<String> names, Pointer at, Faults faults) {
            String name = String.valueOf(value);
            if (!names.contains(name)) {
                faults.addName(at, messageKey, name, names);
            }
        }
    }

    private record Argument(String name, Form form, boolean required) {}

    private record Known(Gives gives, List<Argument> arguments) {
        Known(Gives gives, Argument... arguments) {
            this(gives, List.of(arguments));
        }
    }
}
