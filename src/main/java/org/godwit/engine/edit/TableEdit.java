package org.godwit.engine.edit;

import java.util.ArrayList;
import java.util.List;
import org.godwit.engine.text.Messages;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Changes of a table as a whole. */
public sealed interface TableEdit extends PlanEdit {
    /** Gives a table another name; references, parents and views follow. */
    record Rename(String table, String to) implements TableEdit {
        @Override
        public Plan apply(Plan plan) {
            var _ = Edits.table(plan, table);
            Edits.freeTable(plan, to, table);
            List<TableSpec> tables = plan.tables().stream()
                    .map(spec -> Edits.feeds(spec, feed -> Edits.values(feed, this::follow)))
                    .map(spec -> spec.name().equals(table) ? new TableSpec(to, spec.key(), spec.onConflict(), spec.columns(), spec.feeds(), spec.constraints()) : spec)
                    .map(spec -> spec.with(spec.constraints().renamedTable(table, to)))
                    .toList();
            List<Plan.View> views = plan.views().stream()
                    .map(view -> follows(view) ? new Plan.View(view.name(), new ViewText(view.sql()).renamed(table, to)) : view)
                    .toList();
            return Edits.with(plan, tables, views);
        }

        private ValueSpec follow(ValueSpec value) {
            return switch (value) {
                case ValueSpec.Ref ref when ref.table().equals(table) -> new ValueSpec.Ref(to, ref.on());
                case ValueSpec.Parent parent when parent.table().equals(table) -> new ValueSpec.Parent(to, parent.level());
                case ValueSpec.Ref _, ValueSpec.Parent _, ValueSpec.From _, ValueSpec.Const _, ValueSpec.Rest _, ValueSpec.Sql _ -> value;
            };
        }

        private boolean follows(Plan.View view) {
            ViewText text = new ViewText(view.sql());
            return text.namesOnlyTables(table) && !text.gives(table);
        }

        @Override
        public List<String> notes(Plan plan) {
            return plan.views().stream()
                    .filter(view -> new ViewText(view.sql()).names(table) && !follows(view))
                    .map(view -> Messages.get("edit.note.view", view.name(), table, to))
                    .toList();
        }

        @Override
        public String words() {
            return Messages.get("edit.rename", table, to);
        }
    }

    /** Takes a table out; columns that refer to it lose their value. */
    record Drop(String table) implements TableEdit {
        @Override
        public Plan apply(Plan plan) {
            var _ = Edits.table(plan, table);
            List<TableSpec> left = plan.tables().stream().filter(spec -> !spec.name().equals(table)).map(this::unlinked).toList();
            return Edits.with(plan, left, plan.views());
        }

        private TableSpec unlinked(TableSpec spec) {
            return Edits.feeds(spec.with(spec.constraints().renamedTable(table, null)), feed -> {
                TableSpec.Feed left = feed;
                for (var entry : feed.set().entrySet()) {
                    boolean linked = switch (entry.getValue()) {
                        case ValueSpec.Ref ref -> ref.table().equals(table);
                        case ValueSpec.Parent parent -> parent.table().equals(table);
                        case ValueSpec.From _, ValueSpec.Const _, ValueSpec.Rest _, ValueSpec.Sql _ -> false;
                    };
                    left = linked ? Edits.set(left, Edits.without(left.set(), entry.getKey())) : left;
                }
                return left;
            });
        }

        @Override
        public List<String> notes(Plan plan) {
            return plan.views().stream()
                    .filter(view -> new ViewText(view.sql()).names(table))
                    .map(view -> Messages.get("edit.note.viewDrop", view.name(), table))
                    .toList();
        }

        @Override
        public String words() {
            return Messages.get("edit.drop", table);
        }
    }

    /**
     * Makes a table with an id and a column of one path, after the others.
     *
     * @param rows what becomes a row
     * @param columns made beside the id
     */
    record Add(String table, String dataset, PathExpr rows, List<ColumnEdit.Add> columns) implements TableEdit {
        public Add {
            columns = List.copyOf(columns);
        }

        @Override
        public Plan apply(Plan plan) {
            Edits.freeTable(plan, table, "");
            TableSpec.Feed feed = new TableSpec.Feed(dataset, rows, null, java.util.Map.of());
            TableSpec.Column id = new TableSpec.Column("id", org.godwit.model.DataType.BIGINT, false, true, "");
            List<TableSpec> tables = new ArrayList<>(plan.tables());
            tables.add(new TableSpec(table, List.of(), TableSpec.OnConflict.KEEP_FIRST, List.of(id), List.of(feed)));
            Plan made = Edits.with(plan, tables, plan.views());
            for (ColumnEdit.Add column : columns) {
                made = column.apply(made);
            }
            return made;
        }

        @Override
        public String words() {
            return Messages.get("edit.add", table);
        }
    }

    /** Says which columns tell rows apart, and what happens with a second row of one key. */
    record Key(String table, List<String> key, TableSpec.OnConflict onConflict) implements TableEdit {
        public Key {
            key = List.copyOf(key);
        }

        @Override
        public Plan apply(Plan plan) {
            TableSpec spec = Edits.table(plan, table);
            key.forEach(column -> Edits.column(spec, column));
            return Edits.table(plan, table, was -> new TableSpec(was.name(), key, onConflict, was.columns(), was.feeds(), was.constraints()));
        }

        @Override
        public String words() {
            return key.isEmpty() ? Messages.get("edit.key.none", table) : Messages.get("edit.key", table, String.join(", ", key));
        }
    }
}
