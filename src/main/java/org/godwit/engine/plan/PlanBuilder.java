package org.godwit.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.godwit.engine.text.Messages;
import org.godwit.model.Condition;
import org.godwit.model.Connection;
import org.godwit.model.CsvOptions;
import org.godwit.model.DataType;
import org.godwit.model.JsonType;
import org.godwit.model.Options;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of JSON whose form was checked. What is not as the schema wants it was reported there and is left out
 * here; texts (paths, conditions, types) that cannot be read are reported here and stand-ins take their place.
 */
final class PlanBuilder {
    private final Faults faults;
    private final PlanTexts texts;
    private boolean complete = true;

    PlanBuilder(Faults faults) {
        this.faults = faults;
        this.texts = new PlanTexts(faults);
    }

    /** Returns whether every part is there, though maybe as a stand-in: only then can the meaning be checked. */
    boolean isComplete() {
        return complete;
    }

    Plan plan(JsonValue json) {
        Members all = new Members(json, Pointer.ROOT);
        return new Plan(
                Plan.VERSION,
                all.text("name"),
                all.optionalText("description"),
                each(all, "sources", this::source),
                all.has("target") ? target(all.inner("target")) : null,
                each(all, "datasets", this::dataset),
                each(all, "tables", this::table),
                each(all, "views", (view, at) -> view(new Members(view, at))),
                options(all.inner("options")));
    }

    private Plan.Source source(JsonValue json, Pointer at) {
        Members in = new Members(json, at);
        Location where = location(in);
        return new Plan.Source(
                in.text("name"), where.type, where.path, in.texts("include"), where.connection,
                verdicts(in, "json", TableInfo.Json.class, TableInfo.Json.ANY), csvOptions(in.inner("options")));
    }

    private CsvOptions csvOptions(Members in) {
        String delimiter = in.optionalText("delimiter");
        return new CsvOptions(
                delimiter.isEmpty() ? null : texts.delimiter(delimiter, in.at.to("delimiter")),
                in.has("header") ? in.flag("header") : null,
                verdicts(in, "types", CsvOptions.Values.class, CsvOptions.Values.NUMBER));
    }

    /** Returns what is said of columns; null for nothing. */
    private <E extends Enum<E>> @Nullable Map<String, E> verdicts(Members in, String member, Class<E> type, E usual) {
        if (!in.has(member)) {
            return null;
        }
        Map<String, E> verdicts = new LinkedHashMap<>();
        Members columns = in.inner(member);
        columns.members.keySet().forEach(name -> verdicts.put(name, columns.constant(type, name, usual)));
        return verdicts;
    }

    /** Returns a place as plans write their target. */
    Plan.Target target(JsonValue json, Pointer at) {
        return target(new Members(json, at));
    }

    private Plan.Target target(Members in) {
        Location where = location(in);
        return new Plan.Target(where.type, where.path, where.connection, in.constant(Plan.Mode.class, "mode", Plan.Mode.APPEND));
    }

    /** Where a source or target is; a place that is only named has the type {@link Plan#PLACE} and its name as path. */
    private record Location(String type, String path, @Nullable Connection connection) {}

    private Location location(Members in) {
        if (in.has("place")) {
            for (String other : List.of("type", "path", "connection")) {
                if (in.has(other)) {
                    faults.add(in.at.to(other), Messages.get("plan.place.alone"), other);
                }
            }
            return new Location(Plan.PLACE, in.text("place"), null);
        }
        String type = in.text("type");
        Connection connection = connection(in, type);
        String path = connection == null ? in.text("path") : connection.text();
        return new Location(type, path, connection);
    }

    private @Nullable Connection connection(Members parent, String type) {
        if (!parent.has("connection")) {
            return null;
        }
        Members in = parent.inner("connection");
        Map<String, String> properties = new LinkedHashMap<>();
        Members given = in.inner("properties");
        given.members.keySet().forEach(name -> properties.put(name, given.optionalText(name)));
        Connection.Tls tls = in.constant(Connection.Tls.class, "tls", Connection.Tls.VERIFY_FULL);
        String certificate = in.optionalText("certificate");
        if ((tls == Connection.Tls.PINNED) == certificate.isEmpty()) {
            faults.add(in.at, Messages.get("plan.connection.pinned"), certificate);
            tls = certificate.isEmpty() ? Connection.Tls.VERIFY_FULL : Connection.Tls.PINNED;
        }
        int port = in.members.get("port") instanceof JsonValue.Num number ? number.number().intValue() : 0;
        return new Connection(
                type, in.text("host"), port, in.text("database"), in.optionalText("schema"), in.optionalText("user"),
                in.optionalText("password"), tls, certificate.isEmpty() ? null : certificate, properties);
    }

    private static Plan.View view(Members in) {
        return new Plan.View(in.text("name"), in.text("sql"));
    }

    private Plan.DatasetSpec dataset(JsonValue json, Pointer at) {
        Members in = new Members(json, at);
        Members match = in.inner("match");
        Map<PathExpr, JsonType> types = new LinkedHashMap<>();
        match.inner("types").forEach((key, value, place) -> {
            Optional<JsonType> type = value instanceof JsonValue.Str name ? constant(JsonType.class, name.text()) : Optional.empty();
            PathExpr path = texts.path(key, place);
            if (type.isPresent() && types.put(path, type.get()) != null) {
                faults.add(place, Messages.get("plan.match.once"), key);
            }
        });
        return new Plan.DatasetSpec(
                in.text("name"), in.optionalText("source"), match.optionalText("table"), paths(match, "has"), paths(match, "lacks"), types);
    }

    private List<PathExpr> paths(Members in, String key) {
        return each(in, key, (json, at) -> texts.path(json instanceof JsonValue.Str path ? path.text() : "", at));
    }

    private TableSpec table(JsonValue json, Pointer at) {
        Members in = new Members(json, at);
        return new TableSpec(
                in.text("name"),
                in.texts("key"),
                in.constant(TableSpec.OnConflict.class, "onConflict", TableSpec.OnConflict.KEEP_FIRST),
                each(in, "columns", this::column),
                each(in, "feeds", this::feed),
                constraints(in.inner("constraints")));
    }

    private TableSpec.Constraints constraints(Members in) {
        List<List<String>> unique = each(in, "unique", (json, at) -> names(json));
        List<TableInfo.ForeignKey> foreignKeys = each(in, "foreignKeys", (json, at) -> {
            Members key = new Members(json, at);
            return new TableInfo.ForeignKey(key.texts("columns"), key.text("table"), key.texts("references"));
        });
        return new TableSpec.Constraints(
                in.texts("primaryKey"), unique, foreignKeys, each(in, "indexes", (json, at) -> names(json)), each(in, "checks", this::check));
    }

    private TableSpec.Check check(JsonValue json, Pointer at) {
        if (json instanceof JsonValue.Str text) {
            return new TableSpec.Check("", texts.check(text.text(), at));
        }
        Members in = new Members(json, at);
        return new TableSpec.Check(in.text("name"), texts.check(in.text("check"), at.to("check")));
    }

    private static List<String> names(JsonValue json) {
        return json instanceof JsonValue.Arr array
                ? array.elements().stream().map(name -> name instanceof JsonValue.Str text ? text.text() : "").toList()
                : List.of();
    }

    private TableSpec.Column column(JsonValue json, Pointer at) {
        Members in = new Members(json, at);
        DataType type = texts.type(in.text("type"), in.at.to("type"));
        return new TableSpec.Column(in.text("name"), type, in.flag("required"), in.has("generate"), in.optionalText("unit"));
    }

    private TableSpec.Feed feed(JsonValue json, Pointer at) {
        Members in = new Members(json, at);
        PathExpr rows = texts.path(in.text("rows"), in.at.to("rows"));
        Condition when = in.has("when") ? texts.condition(in.optionalText("when"), in.at.to("when")) : null;
        Map<String, ValueSpec> set = new LinkedHashMap<>();
        in.inner("set").forEach((column, value, place) -> set.put(column, new ValueBuilder(texts).value(value, place)));
        return new TableSpec.Feed(in.text("dataset"), rows, when, set);
    }

    private static Options options(Members in) {
        Options usual = Options.DEFAULT;
        return new Options(
                in.constant(Options.OnReject.class, "onReject", usual.onReject()),
                in.constant(Options.Duplicates.class, "duplicates", usual.duplicates()),
                in.constant(Options.Lineage.class, "lineage", usual.lineage()),
                in.constant(Options.Strategy.class, "strategy", usual.strategy()),
                in.flag("carry"));
    }

    private <T> List<T> each(Members in, String key, BiFunction<JsonValue, Pointer, T> make) {
        List<T> made = new ArrayList<>();
        if (in.members.get(key) instanceof JsonValue.Arr array) {
            for (int i = 0; i < array.elements().size(); i++) {
                made.add(make.apply(array.elements().get(i), in.at.to(key).to(i)));
            }
        } else if (in.has(key)) {
            complete = false;
        }
        return made;
    }

    /** Returns the constant that plans write like this: KEEP_FIRST is {@code keep-first}. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String written) {
        for (E constant : type.getEnumConstants()) {
            if (spelling(constant).equals(written)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Takes a member in. */
    private interface MemberSink {
        void accept(String key, JsonValue value, Pointer at);
    }

    /** The members of an object; none if it is not one. */
    private final class Members {
        private final Map<String, JsonValue> members;
        private final Pointer at;

        Members(@Nullable JsonValue json, Pointer at) {
            this.at = at;
            if (json instanceof JsonValue.Obj object) {
                members = object.members();
            } else {
                members = Map.of();
                complete &= json == null;
            }
        }

        boolean has(String key) {
            return members.containsKey(key);
        }

        Members inner(String key) {
            return new Members(members.get(key), at.to(key));
        }

        void forEach(MemberSink sink) {
            members.forEach((key, value) -> sink.accept(key, value, at.to(key)));
        }

        String text(String key) {
            complete &= has(key);
            return optionalText(key);
        }

        String optionalText(String key) {
            if (members.get(key) instanceof JsonValue.Str text) {
                return text.text();
            }
            complete &= !has(key);
            return "";
        }

        List<String> texts(String key) {
            return each(this, key, (json, place) -> json instanceof JsonValue.Str text ? text.text() : "");
        }

        boolean flag(String key) {
            return members.get(key) instanceof JsonValue.Bool flag && flag.value();
        }

        <E extends Enum<E>> E constant(Class<E> type, String key, E otherwise) {
            return members.get(key) instanceof JsonValue.Str text
                    ? PlanBuilder.constant(type, text.text()).orElse(otherwise)
                    : otherwise;
        }
    }
}
