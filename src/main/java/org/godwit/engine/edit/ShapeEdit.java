package org.godwit.engine.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.engine.plan.FeedPaths;
import org.godwit.engine.text.Messages;
import org.godwit.model.DataType;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.Step;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/** Changes of which tables there are for one part of a document. */
public sealed interface ShapeEdit extends PlanEdit {
    /** Makes one JSON column in the table above of a table of parts, and of the tables of their parts. */
    record ToJson(String table) implements ShapeEdit {
        @Override
        public Plan apply(Plan plan) {
            TableSpec child = Edits.table(plan, table);
            if (child.feeds().size() != 1) {
                throw Edits.refused(table, Messages.get("edit.refused.feeds"));
            }
            TableSpec.Feed feed = child.feeds().getFirst();
            Host host = host(plan, child, feed);
            Set<String> gone = descendants(plan, child, feed);
            List<TableSpec> left = plan.tables().stream().filter(t -> !gone.contains(t.name())).toList();
            left.stream().filter(t -> refersTo(t, gone)).findFirst().ifPresent(t -> {
                throw Edits.refused(table, Messages.get("edit.refused.linked", t.name()));
            });
            ValueSpec value = ValueSpec.From.path(new PathExpr(PathExpr.Root.ROW, "", host.steps()));
            String column = free(host.table(), shortName(host.table().name()));
            return new ColumnEdit.Add(host.table().name(), column, DataType.JSON, host.feed(), value).apply(Edits.with(plan, left, plan.views()));
        }

        /** Where the column goes, and the way from its row to what the table's rows are parts of. */
        private record Host(TableSpec table, int feed, List<Step> steps) {}

        private static Host host(Plan plan, TableSpec child, TableSpec.Feed feed) {
            List<Step> rows = FeedPaths.unnamed(feed.rows().steps());
            Host best = null;
            int longest = -1;
            for (TableSpec other : plan.tables()) {
                for (int i = 0; i < other.feeds().size() && !other.name().equals(child.name()); i++) {
                    List<Step> way = FeedPaths.unnamed(other.feeds().get(i).rows().steps());
                    boolean above = other.feeds().get(i).dataset().equals(feed.dataset()) && way.size() < rows.size() && rows.subList(0, way.size()).equals(way);
                    if (above && way.size() > longest) {
                        longest = way.size();
                        best = new Host(other, i, beforeFan(rows.subList(way.size(), rows.size())));
                    }
                }
            }
            if (best == null || best.steps().isEmpty()) {
                throw Edits.refused(child.name(), Messages.get("edit.refused.above"));
            }
            return best;
        }

        private static List<Step> beforeFan(List<Step> steps) {
            List<Step> before = new ArrayList<>();
            for (Step step : steps) {
                if (step.fansOut()) {
                    break;
                }
                before.add(step);
            }
            return before;
        }

        private static Set<String> descendants(Plan plan, TableSpec child, TableSpec.Feed feed) {
            List<Step> rows = FeedPaths.unnamed(feed.rows().steps());
            Set<String> gone = new HashSet<>(Set.of(child.name()));
            for (TableSpec other : plan.tables()) {
                boolean below = !other.feeds().isEmpty() && other.feeds().stream().allMatch(f -> {
                    List<Step> way = FeedPaths.unnamed(f.rows().steps());
                    return f.dataset().equals(feed.dataset()) && way.size() > rows.size() && way.subList(0, rows.size()).equals(rows);
                });
                if (below) {
                    gone.add(other.name());
                }
            }
            return gone;
        }

        private static boolean refersTo(TableSpec table, Set<String> names) {
            return table.feeds().stream().flatMap(f -> f.set().values().stream()).anyMatch(value -> switch (value) {
                case ValueSpec.Ref ref -> names.contains(ref.table());
                case ValueSpec.Parent parent -> names.contains(parent.table());
                case ValueSpec.From _, ValueSpec.Const _, ValueSpec.Rest _, ValueSpec.Sql _ -> false;
            });
        }

        private String shortName(String above) {
            return table.startsWith(above + "_") ? table.substring(above.length() + 1) : table;
        }

        private static String free(TableSpec table, String name) {
            String free = name;
            for (int number = 2; table.column(free).isPresent(); number++) {
                free = name + "_" + number;
            }
            return free;
        }

        @Override
        public String words() {
            return Messages.get("edit.toJson", table);
        }
    }

    /**
     * Makes a table of the parts that a JSON column holds; the column goes.
     *
     * @param feed which feed of the table fills the column
     * @param child the new table's name
     * @param parts the step to the parts: every element or every entry
     * @param fields the places in a part that become columns, with name and type
     */
    record ToTable(String table, String column, int feed, String child, Step parts, List<Field> fields) implements ShapeEdit {
        private static final String LEVEL = "item";
        private static final String ROW_LEVEL = "row";

        /** A column of the new table; {@code value} is seen from its row. */
        public record Field(String name, DataType type, ValueSpec value) {}

        public ToTable {
            fields = List.copyOf(fields);
        }

        @Override
        public Plan apply(Plan plan) {
            TableSpec parent = Edits.table(plan, table);
            TableSpec.Feed above = Edits.feed(parent, feed);
            Edits.freeTable(plan, child, "");
            if (!(above.set().get(column) instanceof ValueSpec.From from) || from.paths().getFirst().root() != PathExpr.Root.ROW) {
                throw Edits.refused(table + "." + column, Messages.get("edit.refused.path"));
            }
            List<Step> rows = new ArrayList<>(named(above.rows().steps()));
            rows.addAll(from.paths().getFirst().steps());
            rows.add(parts instanceof Step.Entries ? new Step.Entries(LEVEL) : new Step.Elements(LEVEL));
            Map<String, ValueSpec> set = new java.util.LinkedHashMap<>();
            List<TableSpec.Column> columns = new ArrayList<>();
            columns.add(new TableSpec.Column("id", DataType.BIGINT, false, true, ""));
            parent(parent, above).ifPresent(link -> add(columns, set, new Field("parent_id", DataType.BIGINT, link)));
            boolean entries = parts instanceof Step.Entries;
            PathExpr at = new PathExpr(entries ? PathExpr.Root.KEY : PathExpr.Root.POSITION, LEVEL, List.of());
            add(columns, set, new Field(entries ? "key" : "pos", entries ? DataType.VARCHAR : DataType.BIGINT, ValueSpec.From.path(at)));
            fields.forEach(field -> add(columns, set, field));
            TableSpec.Feed made = new TableSpec.Feed(above.dataset(), new PathExpr(PathExpr.Root.DOCUMENT, "", rows), null, set);
            List<TableSpec> tables = new ArrayList<>(plan.tables());
            tables.add(tables.indexOf(parent) + 1, new TableSpec(child, List.of(), TableSpec.OnConflict.KEEP_FIRST, columns, List.of(made)));
            return new ColumnEdit.Drop(table, column).apply(Edits.with(plan, tables, plan.views()));
        }

        private static void add(List<TableSpec.Column> columns, Map<String, ValueSpec> set, Field field) {
            columns.add(new TableSpec.Column(field.name, field.type, false, false, ""));
            set.put(field.name, field.value);
        }

        /** Returns the id of the row above, if it has one and stands at a level. */
        private static java.util.Optional<ValueSpec> parent(TableSpec table, TableSpec.Feed feed) {
            List<Step> steps = feed.rows().steps();
            boolean level = steps.isEmpty() || steps.getLast().fansOut();
            boolean id = table.columns().stream().anyMatch(TableSpec.Column::generateId);
            if (!level || !id) {
                return java.util.Optional.empty();
            }
            return java.util.Optional.of(new ValueSpec.Parent(table.name(), steps.isEmpty() ? "$" : name(named(steps).getLast())));
        }

        /** Returns the steps with a name for the last level. */
        private static List<Step> named(List<Step> steps) {
            if (steps.isEmpty() || !name(steps.getLast()).isEmpty()) {
                return steps;
            }
            List<Step> named = new ArrayList<>(steps);
            switch (steps.getLast()) {
                case Step.Elements _ -> named.set(named.size() - 1, new Step.Elements(ROW_LEVEL));
                case Step.Entries _ -> named.set(named.size() - 1, new Step.Entries(ROW_LEVEL));
                case Step.Key _, Step.Index _ -> { }
            }
            return named;
        }

        private static String name(Step step) {
            return switch (step) {
                case Step.Elements elements -> elements.level();
                case Step.Entries entries -> entries.level();
                case Step.Key _, Step.Index _ -> "";
            };
        }

        @Override
        public String words() {
            return Messages.get("edit.toTable", column);
        }
    }

    /** Takes a path of a dataset out of all columns, so that it is kept in the rest of its documents. */
    record ToRest(String dataset, List<Step> place) implements ShapeEdit {
        public ToRest {
            place = List.copyOf(place);
        }

        @Override
        public Plan apply(Plan plan) {
            List<Step> wanted = FeedPaths.unnamed(place);
            Plan made = Edits.tables(plan, table -> Edits.feeds(table, feed -> feed.dataset().equals(dataset) ? without(feed, wanted) : feed));
            if (made.equals(plan)) {
                throw Edits.refused(new PathExpr(PathExpr.Root.DOCUMENT, "", place).text(), Messages.get("edit.refused.unused"));
            }
            for (TableSpec table : plan.tables()) {
                for (TableSpec.Column column : table.columns()) {
                    TableSpec now = Edits.table(made, table.name());
                    boolean had = table.feeds().stream().anyMatch(f -> f.set().containsKey(column.name()));
                    boolean has = now.feeds().stream().anyMatch(f -> f.set().containsKey(column.name()));
                    if (had && !has && !table.key().contains(column.name()) && now.columns().size() > 1) {
                        made = new ColumnEdit.Drop(table.name(), column.name()).apply(made);
                    }
                }
            }
            return made;
        }

        private static TableSpec.Feed without(TableSpec.Feed feed, List<Step> wanted) {
            Map<String, ValueSpec> set = new java.util.LinkedHashMap<>();
            feed.set().forEach((column, value) -> {
                if (value instanceof ValueSpec.From from) {
                    List<PathExpr> left = from.paths().stream().filter(path -> !isAt(feed, path, wanted)).toList();
                    if (!left.isEmpty()) {
                        set.put(column, new ValueSpec.From(left, from.defaultValue(), from.transforms(), from.nullMeans()));
                    }
                } else {
                    set.put(column, value);
                }
            });
            return set.equals(feed.set()) ? feed : Edits.set(feed, set);
        }

        private static boolean isAt(TableSpec.Feed feed, PathExpr path, List<Step> wanted) {
            return FeedPaths.absolute(feed, path)
                    .filter(steps -> steps.size() >= wanted.size() && steps.subList(0, wanted.size()).equals(wanted))
                    .isPresent();
        }

        @Override
        public String words() {
            return Messages.get("edit.toRest", new PathExpr(PathExpr.Root.DOCUMENT, "", place).text());
        }
    }
}
