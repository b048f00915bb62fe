package org.godwit.engine.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.godwit.engine.text.Messages;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Checks the values of one feed. */
final class ValueCheck {
    private final Plan plan;
    private final TableSpec.Feed feed;
    private final Faults faults;
    private final Levels levels;

    ValueCheck(Plan plan, TableSpec.Feed feed, Faults faults) {
        this.plan = plan;
        this.feed = feed;
        this.faults = faults;
        this.levels = Levels.of(feed.rows());
    }

    /** Checks the value of a column of this type. */
    void value(ValueSpec value, DataType type, Pointer at) {
        switch (value) {
            case ValueSpec.From from -> from(from, type, at);
            case ValueSpec.Const constant -> constant(constant.value(), type, at.to("const"));
            case ValueSpec.Ref ref -> ref(ref, type, at);
            case ValueSpec.Parent parent -> parent(parent, type, at);
            case ValueSpec.Rest rest -> rest(rest.path(), type, at);
            case ValueSpec.Sql sql -> sql(sql, at);
        }
    }

    private void from(ValueSpec.From from, DataType type, Pointer at) {
        boolean shorthand = ValueSpec.From.path(from.paths().get(0)).equals(from);
        boolean list = from.paths().size() > 1;
        Pointer place = shorthand ? at : at.to("from");
        for (int i = 0; i < from.paths().size(); i++) {
            path(from.paths().get(i), list ? place.to(i) : place);
        }
        Object otherwise = from.defaultValue();
        if (otherwise != null) {
            constant(otherwise, type, at.to("default"));
        }
        Transforms.check(from.transforms(), type, at.to("transform"), faults);
    }

    private void constant(Object value, DataType type, Pointer at) {
        if (!Constants.fits(value, type)) {
            faults.add(at, Messages.get("plan.constant", type.sql()), SchemaRules.describe(JsonValue.of(value)));
        }
    }

    /** Checks a path that gives one value. */
    void path(PathExpr path, Pointer at) {
        if (path.fansOut()) {
            faults.add(at, Messages.get("plan.path.fan"), "'" + path.text() + "'");
        }
        boolean named = switch (path.root()) {
            case LEVEL, KEY, POSITION -> true;
            case DOCUMENT, ROW, FILE -> false;
        };
        if (!named) {
            return;
        }
        if (!levels.names().contains(path.name())) {
            faults.addName(at, "plan.level.name", path.name(), levels.names());
        } else if (path.root() == PathExpr.Root.KEY && !levels.isMap(path.name())) {
            faults.add(at, Messages.get("plan.level.key", path.name()), "'" + path.text() + "'");
        } else if (path.root() == PathExpr.Root.POSITION && levels.isMap(path.name())) {
            faults.add(at, Messages.get("plan.level.pos", path.name()), "'" + path.text() + "'");
        }
    }

    private void rest(PathExpr path, DataType type, Pointer at) {
        path(path, at.to("rest"));
        boolean node = switch (path.root()) {
            case DOCUMENT, ROW, LEVEL -> true;
            case KEY, POSITION, FILE -> false;
        };
        if (!node) {
            faults.add(at.to("rest"), Messages.get("plan.rest.path"), "'" + path.text() + "'");
        }
        if (type.kind() != DataType.Kind.JSON) {
            faults.add(at, Messages.get("plan.rest.type"), type.sql());
        }
    }

    private void sql(ValueSpec.Sql sql, Pointer at) {
        sql.reads().forEach((name, from) -> {
            Pointer place = at.to("reads").to(name);
            if (!Pattern.compile("\\b" + Pattern.quote(name) + "\\b", Pattern.CASE_INSENSITIVE).matcher(sql.expression()).find()) {
                faults.add(place, Messages.get("plan.sql.unused", name), "'" + sql.expression() + "'");
            }
            from(from, DataType.JSON, place);
        });
    }

    private void ref(ValueSpec.Ref ref, DataType type, Pointer at) {
        idType(type, at);
        List<String> keyed = plan.tables().stream().filter(t -> !t.key().isEmpty()).map(TableSpec::name).toList();
        TableSpec target = plan.table(ref.table()).orElse(null);
        if (target == null || target.key().isEmpty()) {
            faults.addName(at.to("ref"), "plan.ref.table", ref.table(), keyed);
            ref.on().forEach((name, from) -> from(from, DataType.JSON, at.to("on").to(name)));
            return;
        }
        hasId(target, at.to("ref"));
        for (Map.Entry<String, ValueSpec.From> on : ref.on().entrySet()) {
            Pointer place = at.to("on").to(on.getKey());
            if (!target.key().contains(on.getKey())) {
                faults.addName(place, "plan.ref.column", on.getKey(), target.key());
            }
            from(on.getValue(), target.column(on.getKey()).map(TableSpec.Column::type).orElse(DataType.JSON), place);
        }
        if (!ref.on().keySet().containsAll(target.key())) {
            faults.add(at.to("on"), Messages.get("plan.ref.all", target.name(), Faults.names(target.key())),
                    Faults.names(ref.on().keySet()));
        }
    }

    private void parent(ValueSpec.Parent parent, DataType type, Pointer at) {
        idType(type, at);
        boolean document = parent.level().equals("$");
        if (!document && !levels.names().contains(parent.level())) {
            Set<String> known = new LinkedHashSet<>(levels.names());
            known.add("$");
            faults.addName(at.to("level"), "plan.parent.level", parent.level(), known);
            return;
        }
        TableSpec target = plan.table(parent.table()).orElse(null);
        if (target == null) {
            faults.addName(at.to("parent"), "plan.parent.table", parent.table(), plan.tables().stream().map(TableSpec::name).toList());
            return;
        }
        hasId(target, at.to("parent"));
        List<Step> way = document ? List.of() : levels.steps().getOrDefault(parent.level(), List.of());
        boolean fed = target.feeds().stream()
                .anyMatch(f -> f.dataset().equals(feed.dataset()) && Levels.unnamed(f.rows().steps()).equals(way));
        if (!fed) {
            String rows = new PathExpr(PathExpr.Root.DOCUMENT, "", way).text();
            faults.add(at, Messages.get("plan.parent.feed", target.name(), feed.dataset(), rows),
                    Faults.names(target.feeds().stream().map(f -> f.dataset() + ": " + f.rows().text()).toList()));
        }
    }

    private void idType(DataType type, Pointer at) {
        if (type.kind() != DataType.Kind.BIGINT) {
            faults.add(at, Messages.get("plan.type.id"), type.sql());
        }
    }

    private void hasId(TableSpec target, Pointer at) {
        if (target.columns().stream().noneMatch(TableSpec.Column::generateId)) {
            faults.add(at, Messages.get("plan.ref.id"), "'" + target.name() + "'");
        }
    }
}
