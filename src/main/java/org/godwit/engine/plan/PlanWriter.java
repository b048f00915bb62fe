package org.godwit.engine.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.engine.check.CheckText;
import org.godwit.model.Connection;
import org.godwit.model.CsvOptions;
import org.godwit.model.Options;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans: always the same text for the same plan, in the shortest form, one line for each column and each value,
 * so that a small change of the plan is a small change of the file. What equals its default is not written.
 */
public final class PlanWriter {
    private PlanWriter() {}

    /** Returns the plan as text, ending with a line feed. */
    public static String write(Plan plan) {
        return JsonLayout.write(tree(plan));
    }

    private static JsonValue.Obj tree(Plan plan) {
        Members all = new Members()
                .put("version", JsonValue.of(BigDecimal.valueOf(plan.version())))
                .put("name", plan.name())
                .putText("description", plan.description())
                .putList("sources", plan.sources().stream().map(PlanWriter::source).toList())
                .putIf(plan.target() != null, "target", target(plan.target()))
                .put("datasets", plan.datasets().stream().map(PlanWriter::dataset).toList())
                .put("tables", plan.tables().stream().map(PlanWriter::table).toList())
                .putList("views", plan.views().stream().map(v -> new Members().put("name", v.name()).put("sql", v.sql()).made()).toList());
        JsonValue.Obj options = options(plan.options());
        return all.putIf(!options.members().isEmpty(), "options", options).made();
    }

    private static JsonValue.Obj source(Plan.Source source) {
        Members made = new Members().put("name", source.name());
        place(made, source.type(), source.path(), source.connection()).putList("include", source.include());
        CsvOptions options = source.options();
        Members read = new Members().putText("delimiter", options.delimiterText());
        if (options.header() != null) {
            read.put("header", options.header());
        }
        verdicts(read, "types", options.types());
        JsonValue.Obj reading = read.made();
        made.putIf(!reading.members().isEmpty(), "options", reading);
        verdicts(made, "json", source.json());
        return made.made();
    }

    private static void verdicts(Members made, String member, @Nullable Map<String, ? extends Enum<?>> said) {
        if (said != null) {
            Members verdicts = new Members();
            said.forEach((column, verdict) -> verdicts.put(column, PlanBuilder.spelling(verdict)));
            made.put(member, verdicts.made());
        }
    }

    private static Members place(Members made, String type, String path, @Nullable Connection connection) {
        if (type.equals(Plan.PLACE)) {
            return made.put("place", path);
        }
        made.put("type", type);
        if (connection == null) {
            return made.put("path", path);
        }
        Members fields = new Members()
                .put("host", connection.host())
                .putIf(connection.port() != 0, "port", BigDecimal.valueOf(connection.port()))
                .put("database", connection.database())
                .putText("schema", connection.schema())
                .putText("user", connection.user())
                .putText("password", connection.password())
                .putIf(connection.tls() != Connection.Tls.VERIFY_FULL, "tls", PlanBuilder.spelling(connection.tls()));
        String certificate = connection.certificate();
        fields.putText("certificate", certificate == null ? "" : certificate);
        Members properties = new Members();
        connection.properties().forEach(properties::put);
        return made.put("connection", fields.putIf(!connection.properties().isEmpty(), "properties", properties.made()).made());
    }

    private static JsonValue target(Plan.@Nullable Target target) {
        return target == null ? new JsonValue.Null() : place(new Members(), target.type(), target.path(), target.connection())
                .putIf(target.mode() != Plan.Mode.APPEND, "mode", PlanBuilder.spelling(target.mode()))
                .made();
    }

    private static JsonValue.Obj dataset(Plan.DatasetSpec dataset) {
        Members types = new Members();
        dataset.types().forEach((path, type) -> types.put(path.text(), PlanBuilder.spelling(type)));
        JsonValue.Obj match = new Members()
                .putText("table", dataset.table())
                .putList("has", dataset.has().stream().map(PathExpr::text).toList())
                .putList("lacks", dataset.lacks().stream().map(PathExpr::text).toList())
                .putIf(!dataset.types().isEmpty(), "types", types.made())
                .made();
        return new Members()
                .put("name", dataset.name())
                .putText("source", dataset.source())
                .putIf(!match.members().isEmpty(), "match", match)
                .made();
    }

    private static JsonValue.Obj table(TableSpec table) {
        return new Members()
                .put("name", table.name())
                .putList("key", table.key())
                .putIf(table.onConflict() != TableSpec.OnConflict.KEEP_FIRST, "onConflict", PlanBuilder.spelling(table.onConflict()))
                .put("columns", table.columns().stream().map(PlanWriter::column).toList())
                .put("feeds", table.feeds().stream().map(PlanWriter::feed).toList())
                .putIf(!table.constraints().isEmpty(), "constraints", constraints(table.constraints()))
                .made();
    }

    private static JsonValue.Obj constraints(TableSpec.Constraints constraints) {
        return new Members()
                .putList("primaryKey", constraints.primaryKey())
                .putList("unique", constraints.unique())
                .putList("foreignKeys", constraints.foreignKeys().stream()
                        .map(key -> new Members().put("columns", key.columns()).put("table", key.table()).put("references", key.references()).made())
                        .toList())
                .putList("indexes", constraints.indexes())
                .putList("checks", constraints.checks().stream().map(PlanWriter::check).toList())
                .made();
    }

    private static JsonValue check(TableSpec.Check check) {
        String text = CheckText.text(check.condition());
        return check.name().isEmpty() ? JsonValue.of(text) : new Members().put("name", check.name()).put("check", text).made();
    }

    private static JsonValue.Obj column(TableSpec.Column column) {
        return new Members()
                .put("name", column.name())
                .put("type", column.type().sql())
                .putIf(column.required(), "required", true)
                .putIf(column.generateId(), "generate", "id")
                .putText("unit", column.unit())
                .made();
    }

    private static JsonValue.Obj feed(TableSpec.Feed feed) {
        Members set = new Members();
        feed.set().forEach((column, value) -> set.put(column, value(value)));
        return new Members()
                .put("dataset", feed.dataset())
                .put("rows", feed.rows().text())
                .putText("when", feed.when() == null ? "" : ConditionText.of(feed.when()))
                .put("set", set.made())
                .made();
    }

    private static JsonValue value(ValueSpec value) {
        return switch (value) {
            case ValueSpec.From from -> from(from);
            case ValueSpec.Const constant -> new Members().put("const", constant.value()).made();
            case ValueSpec.Ref ref -> new Members().put("ref", ref.table()).put("on", froms(ref.on())).made();
            case ValueSpec.Parent parent -> new Members().put("parent", parent.table()).put("level", parent.level()).made();
            case ValueSpec.Rest rest -> new Members().put("rest", rest.path().text()).made();
            case ValueSpec.Sql sql -> new Members().put("sql", sql.expression()).put("reads", froms(sql.reads())).made();
        };
    }

    private static JsonValue.Obj froms(Map<String, ValueSpec.From> values) {
        Members made = new Members();
        values.forEach((name, from) -> made.put(name, from(from)));
        return made.made();
    }

    private static JsonValue from(ValueSpec.From from) {
        List<String> paths = from.paths().stream().map(PathExpr::text).toList();
        JsonValue first = paths.size() == 1 ? JsonValue.of(paths.get(0)) : JsonValue.of(paths);
        Members made = new Members().put("from", first);
        if (from.defaultValue() != null) {
            made.put("default", from.defaultValue());
        }
        List<JsonValue> transforms = from.transforms().stream().map(PlanWriter::transform).toList();
        if (!transforms.isEmpty()) {
            made.put("transform", transforms.size() == 1 ? transforms.get(0) : JsonValue.of(transforms));
        }
        made.putIf(from.nullMeans() == ValueSpec.NullMeans.NULL, "null", "null");
        JsonValue.Obj whole = made.made();
        return whole.members().size() == 1 && paths.size() == 1 ? first : whole;
    }

    private static JsonValue transform(ValueSpec.Transform transform) {
        Members made = new Members().put("name", transform.name());
        transform.arguments().forEach(made::put);
        return transform.arguments().isEmpty() ? JsonValue.of(transform.name()) : made.made();
    }

    private static JsonValue.Obj options(Options options) {
        Options usual = Options.DEFAULT;
        Members made = new Members();
        made.putIf(options.onReject() != usual.onReject(), "onReject", PlanBuilder.spelling(options.onReject()));
        made.putIf(options.duplicates() != usual.duplicates(), "duplicates", PlanBuilder.spelling(options.duplicates()));
        made.putIf(options.lineage() != usual.lineage(), "lineage", PlanBuilder.spelling(options.lineage()));
        made.putIf(options.strategy() != usual.strategy(), "strategy", PlanBuilder.spelling(options.strategy()));
        made.putIf(options.carry(), "carry", true);
        return made.made();
    }

    /** An object while it is being made. */
    private static final class Members {
        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        Members put(String key, Object value) {
            members.put(key, JsonValue.of(value));
            return this;
        }

        Members putIf(boolean wanted, String key, Object value) {
            return wanted ? put(key, value) : this;
        }

        Members putText(String key, String text) {
            return putIf(!text.isEmpty(), key, text);
        }

        Members putList(String key, List<?> list) {
            return putIf(!list.isEmpty(), key, list);
        }

        JsonValue.Obj made() {
            return new JsonValue.Obj(members);
        }
    }
}
