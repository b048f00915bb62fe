package org.godwit.engine.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.engine.text.Messages;
import org.godwit.model.Condition;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Checks one table: its columns, its key and its feeds. */
final class TableCheck {
    private final Plan plan;
    private final TableSpec table;
    private final Pointer at;
    private final Faults faults;
    private final List<String> columns;

    TableCheck(Plan plan, TableSpec table, Pointer at, Faults faults) {
        this.plan = plan;
        this.table = table;
        this.at = at;
        this.faults = faults;
        this.columns = table.columns().stream().map(TableSpec.Column::name).toList();
    }

    void check() {
        columns();
        key();
        constraints();
        for (int i = 0; i < table.feeds().size(); i++) {
            feed(table.feeds().get(i), at.to("feeds").to(i));
        }
    }

    private void columns() {
        Set<String> seen = new HashSet<>();
        boolean generated = false;
        for (int i = 0; i < table.columns().size(); i++) {
            TableSpec.Column column = table.columns().get(i);
            Pointer place = at.to("columns").to(i);
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                faults.add(place.to("name"), Messages.get("plan.unique"), "'" + column.name() + "'");
            }
            if (Reserved.isColumn(column.name())) {
                faults.add(place.to("name"), Messages.get("plan.reserved", Reserved.names()), "'" + column.name() + "'");
            }
            if (column.generateId()) {
                if (generated) {
                    faults.add(place.to("generate"), Messages.get("plan.generate.once"), Messages.get("plan.generate.second"));
                }
                if (column.type().kind() != DataType.Kind.BIGINT) {
                    faults.add(place.to("type"), Messages.get("plan.type.id"), column.type().sql());
                }
                generated = true;
            }
        }
    }

    private void key() {
        for (int i = 0; i < table.key().size(); i++) {
            String name = table.key().get(i);
            if (!columns.contains(name)) {
                faults.addName(at.to("key").to(i), "plan.column.name", name, columns);
            } else if (table.column(name).orElseThrow().generateId()) {
                faults.add(at.to("key").to(i), Messages.get("plan.key.generated"), "'" + name + "'");
            }
        }
        if (table.key().isEmpty() && table.onConflict() != TableSpec.OnConflict.KEEP_FIRST) {
            faults.add(at.to("onConflict"), Messages.get("plan.key.conflict"), Messages.get("plan.none"));
        }
    }

    private void constraints() {
        Pointer place = at.to("constraints");
        names(table.constraints().primaryKey(), columns, place.to("primaryKey"));
        for (int i = 0; i < table.constraints().unique().size(); i++) {
            names(table.constraints().unique().get(i), columns, place.to("unique").to(i));
        }
        for (int i = 0; i < table.constraints().indexes().size(); i++) {
            names(table.constraints().indexes().get(i), columns, place.to("indexes").to(i));
        }
        checks(place.to("checks"));
        for (int i = 0; i < table.constraints().foreignKeys().size(); i++) {
            TableInfo.ForeignKey key = table.constraints().foreignKeys().get(i);
            Pointer there = place.to("foreignKeys").to(i);
            names(key.columns(), columns, there.to("columns"));
            TableSpec other = plan.table(key.table()).orElse(null);
            if (other == null) {
                faults.addName(there.to("table"), "plan.parent.table", key.table(), plan.tables().stream().map(TableSpec::name).toList());
            } else {
                names(key.references(), other.columns().stream().map(TableSpec.Column::name).toList(), there.to("references"));
                if (key.columns().size() != key.references().size()) {
                    faults.add(there.to("references"), Messages.get("plan.reference.width", key.columns().size()), String.valueOf(key.references().size()));
                }
            }
        }
    }

    private void checks(Pointer place) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.constraints().checks().size(); i++) {
            TableSpec.Check check = table.constraints().checks().get(i);
            Pointer there = check.name().isEmpty() ? place.to(i) : place.to(i).to("check");
            check.condition().columns().stream().filter(name -> !columns.contains(name)).sorted()
                    .forEach(name -> faults.addName(there, "plan.column.name", name, columns));
            if (!check.name().isEmpty() && !seen.add(check.name().toLowerCase(Locale.ROOT))) {
                faults.add(place.to(i).to("name"), Messages.get("plan.unique"), "'" + check.name() + "'");
            }
        }
    }

    private void names(List<String> given, java.util.Collection<String> known, Pointer place) {
        for (int i = 0; i < given.size(); i++) {
            if (!known.contains(given.get(i))) {
                faults.addName(place.to(i), "plan.column.name", given.get(i), known);
            }
        }
    }

    private void feed(TableSpec.Feed feed, Pointer place) {
        List<String> datasets = plan.datasets().stream().map(Plan.DatasetSpec::name).toList();
        if (!datasets.contains(feed.dataset())) {
            faults.addName(place.to("dataset"), "plan.dataset.name", feed.dataset(), datasets);
        }
        if (feed.rows().root() != PathExpr.Root.DOCUMENT) {
            faults.add(place.to("rows"), Messages.get("plan.rows.root"), "'" + feed.rows().text() + "'");
        }
        ValueCheck values = new ValueCheck(plan, feed, faults);
        Condition when = feed.when();
        if (when != null) {
            paths(when).forEach(path -> values.path(path, place.to("when")));
        }
        feed.set().forEach((name, value) -> {
            Pointer where = place.to("set").to(name);
            TableSpec.Column column = table.column(name).orElse(null);
            if (column == null) {
                faults.addName(where, "plan.column.name", name, columns);
            } else if (column.generateId()) {
                faults.add(where, Messages.get("plan.generate.set"), Messages.get("plan.generate.value"));
            } else {
                boolean late = value instanceof ValueSpec.Sql || value instanceof ValueSpec.Rest;
                if (late && table.key().contains(name)) {
                    faults.add(where, Messages.get("plan.key.late"), value instanceof ValueSpec.Sql ? "sql" : "rest");
                } else if (value instanceof ValueSpec.Sql && table.onConflict().changesRows()) {
                    faults.add(where.to("sql"), Messages.get("plan.key.sql"), PlanBuilder.spelling(table.onConflict()));
                }
                values.value(value, column.type(), where);
            }
        });
        for (TableSpec.Column column : table.columns()) {
            boolean needed = (column.required() || table.key().contains(column.name())) && !column.generateId();
            if (needed && !feed.set().containsKey(column.name())) {
                faults.add(place.to("set"), Messages.get("plan.column.required", column.name()), Faults.names(feed.set().keySet()));
            }
        }
    }

    private static Stream<PathExpr> paths(Condition condition) {
        return switch (condition) {
            case Condition.Exists exists -> Stream.of(exists.path());
            case Condition.TypeIs is -> Stream.of(is.path());
            case Condition.Compare compare -> Stream.of(compare.path());
            case Condition.And and -> and.parts().stream().flatMap(TableCheck::paths);
            case Condition.Or or -> or.parts().stream().flatMap(TableCheck::paths);
            case Condition.Not not -> paths(not.part());
        };
    }
}
