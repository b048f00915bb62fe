package org.godwit.engine.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.godwit.engine.text.Messages;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Changes of one column. */
public sealed interface ColumnEdit extends PlanEdit {
    /** Gives a column another name; keys, values, references and views follow. */
    record Rename(String table, String column, String to) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            TableSpec spec = Edits.table(plan, table);
            var _ = Edits.column(spec, column);
            Edits.freeColumn(spec, to, column);
            List<TableSpec> tables = plan.tables().stream()
                    .map(other -> Edits.feeds(other, feed -> Edits.values(feed, this::follow)))
                    .map(other -> other.name().equals(table) ? renamed(other) : other)
                    .map(other -> other.with(other.constraints().renamedThere(table, column, to)))
                    .toList();
            List<Plan.View> views = plan.views().stream()
                    .map(view -> follows(plan, view) ? new Plan.View(view.name(), new ViewText(view.sql()).renamed(column, to)) : view)
                    .toList();
            return Edits.with(plan, tables, views);
        }

        private TableSpec renamed(TableSpec spec) {
            List<TableSpec.Column> columns = spec.columns().stream()
                    .map(c -> c.name().equals(column) ? new TableSpec.Column(to, c.type(), c.required(), c.generateId(), c.unit()) : c)
                    .toList();
            List<TableSpec.Feed> feeds = spec.feeds().stream().map(f -> Edits.set(f, Edits.renamed(f.set(), column, to))).toList();
            return spec.with(Edits.renamed(spec.key(), column, to), columns, feeds).with(spec.constraints().renamed(column, to));
        }

        private ValueSpec follow(ValueSpec value) {
            return value instanceof ValueSpec.Ref ref && ref.table().equals(table)
                    ? new ValueSpec.Ref(table, Edits.renamed(ref.on(), column, to))
                    : value;
        }

        private boolean mentions(Plan.View view) {
            ViewText text = new ViewText(view.sql());
            return text.names(table) && text.names(column);
        }

        /** A view follows if the name can mean nothing but this column. */
        private boolean follows(Plan plan, Plan.View view) {
            boolean one = plan.tables().stream().noneMatch(other -> other.name().equalsIgnoreCase(column)
                    || (!other.name().equals(table) && other.columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(column))));
            return mentions(view) && one && !new ViewText(view.sql()).gives(column);
        }

        @Override
        public List<String> notes(Plan plan) {
            return plan.views().stream()
                    .filter(view -> mentions(view) && !follows(plan, view))
                    .map(view -> Messages.get("edit.note.view", view.name(), column, to))
                    .toList();
        }

        @Override
        public String words() {
            return Messages.get("edit.rename", column, to);
        }
    }

    /** Gives a column another type. */
    record Retype(String table, String column, DataType type) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            return change(plan, table, column, was -> new TableSpec.Column(was.name(), type, was.required(), was.generateId(), was.unit()));
        }

        @Override
        public String words() {
            return Messages.get("edit.retype", column, type.sql());
        }
    }

    /** Says whether every row must have a value. */
    record Require(String table, String column, boolean required) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            return change(plan, table, column, was -> new TableSpec.Column(was.name(), was.type(), required, was.generateId(), was.unit()));
        }

        @Override
        public String words() {
            return Messages.get(required ? "edit.require" : "edit.require.not", column);
        }
    }

    /** Says in what unit a measure is; empty for none. */
    record Unit(String table, String column, String unit) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            return change(plan, table, column, was -> new TableSpec.Column(was.name(), was.type(), was.required(), was.generateId(), unit));
        }

        @Override
        public String words() {
            return unit.isEmpty() ? Messages.get("edit.unit.none", column) : Messages.get("edit.unit", column, unit);
        }
    }

    /** Takes a column out, and out of the key; what it held goes to the rest of its documents. */
    record Drop(String table, String column) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            TableSpec spec = Edits.table(plan, table);
            TableSpec.Column dropped = Edits.column(spec, column);
            if (spec.columns().size() == 1) {
                throw Edits.refused(table + "." + column, Messages.get("edit.refused.last"));
            }
            if (dropped.generateId() || spec.key().contains(column)) {
                linked(plan).ifPresent(by -> {
                    throw Edits.refused(table + "." + column, Messages.get("edit.refused.linked", by));
                });
            }
            Plan without = Edits.unreferred(plan, table, column);
            return Edits.table(without, table, was -> was.with(
                            was.key().stream().filter(name -> !name.equals(column)).toList(),
                            was.columns().stream().filter(c -> !c.name().equals(column)).toList(),
                            was.feeds().stream().map(f -> Edits.set(f, Edits.without(f.set(), column))).toList())
                    .with(was.constraints().renamed(column, null)));
        }

        /** Returns a table that refers to this one. */
        private java.util.Optional<String> linked(Plan plan) {
            return plan.tables().stream()
                    .filter(other -> other.feeds().stream().flatMap(f -> f.set().values().stream()).anyMatch(this::links))
                    .map(TableSpec::name)
                    .findFirst();
        }

        private boolean links(ValueSpec value) {
            return switch (value) {
                case ValueSpec.Ref ref -> ref.table().equals(table);
                case ValueSpec.Parent parent -> parent.table().equals(table);
                case ValueSpec.From _, ValueSpec.Const _, ValueSpec.Rest _, ValueSpec.Sql _ -> false;
            };
        }

        @Override
        public List<String> notes(Plan plan) {
            return plan.views().stream()
                    .filter(view -> new ViewText(view.sql()).names(table) && new ViewText(view.sql()).names(column))
                    .map(view -> Messages.get("edit.note.viewDrop", view.name(), column))
                    .toList();
        }

        @Override
        public String words() {
            return Messages.get("edit.drop", column);
        }
    }

    /**
     * Makes a column, after the others.
     *
     * @param feed which feed of the table fills it
     */
    record Add(String table, String column, DataType type, int feed, ValueSpec value) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            TableSpec spec = Edits.table(plan, table);
            Edits.freeColumn(spec, column, "");
            Plan wider = Edits.table(plan, table, was -> {
                List<TableSpec.Column> columns = new ArrayList<>(was.columns());
                columns.add(new TableSpec.Column(column, type, false, false, ""));
                return Edits.columns(was, columns);
            });
            return Edits.feed(wider, table, feed, was -> Edits.set(was, Edits.with(was.set(), column, value)));
        }

        @Override
        public String words() {
            return Messages.get("edit.add", column);
        }
    }

    /** Puts a column before or behind its neighbour; at the end nothing happens. */
    record Move(String table, String column, boolean up) implements ColumnEdit {
        @Override
        public Plan apply(Plan plan) {
            return Edits.table(plan, table, was -> {
                int at = was.columns().indexOf(Edits.column(was, column));
                int to = up ? at - 1 : at + 1;
                if (to < 0 || to >= was.columns().size()) {
                    return was;
                }
                List<TableSpec.Column> columns = new ArrayList<>(was.columns());
                Collections.swap(columns, at, to);
                return Edits.columns(was, columns);
            });
        }

        @Override
        public String words() {
            return Messages.get(up ? "edit.move.up" : "edit.move.down", column);
        }
    }

    private static Plan change(Plan plan, String table, String column, UnaryOperator<TableSpec.Column> change) {
        var _ = Edits.column(Edits.table(plan, table), column);
        return Edits.table(plan, table, was -> Edits.columns(
                was, was.columns().stream().map(c -> c.name().equals(column) ? change.apply(c) : c).toList()));
    }
}
