package org.godwit.shred;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.Condition;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Makes a {@link CompiledPlan}. Used once. */
final class PlanCompiler {
    private final Plan plan;
    private final KeyTable keys;
    private final TargetLimits limits;
    private final List<CompiledTable> tables = new ArrayList<>();
    private final List<CompiledPlan.BatchSpec> batches = new ArrayList<>();

    PlanCompiler(Plan plan, KeyTable keys, TargetLimits limits) {
        this.plan = plan;
        this.keys = keys;
        this.limits = limits;
    }

    CompiledPlan compile() {
        for (TableSpec table : plan.tables()) {
            tables.add(new CompiledTable(table, tables.size(), limits));
        }
        List<List<CompiledFeed>> feeds = new ArrayList<>();
        plan.datasets().forEach(d -> feeds.add(new ArrayList<>()));
        for (CompiledTable table : tables) {
            Map<String, Integer> shared = new HashMap<>();
            for (int i = 0; i < table.source.feeds().size(); i++) {
                TableSpec.Feed feed = table.source.feeds().get(i);
                boolean sql = feed.set().values().stream().anyMatch(ValueSpec.Sql.class::isInstance);
                int batch = sql ? addBatch(table, feed, true) : shared.computeIfAbsent(references(table, feed), r -> addBatch(table, feed, false));
                feeds.get(dataset(feed.dataset())).add(compileFeed(table, i, feed, batch));
            }
        }
        feeds.forEach(list -> list.sort(Comparator.comparingInt(f -> f.levels)));
        return new CompiledPlan(plan, keys, new DatasetMatcher(plan.datasets(), keys), tables, feeds, batches);
    }

    /** Says which columns hold references that are resolved later: feeds that agree on it share a batch. */
    private static String references(CompiledTable table, TableSpec.Feed feed) {
        StringBuilder out = new StringBuilder();
        for (TableSpec.Column column : table.source.columns()) {
            out.append(reference(feed.set().get(column.name())).orElse("")).append(',');
        }
        return out.toString();
    }

    private int dataset(String name) {
        for (int i = 0; i < plan.datasets().size(); i++) {
            if (plan.datasets().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no dataset " + name);
    }

    private int table(String name) {
        for (CompiledTable table : tables) {
            if (table.name().equals(name)) {
                return table.index;
            }
        }
        throw new IllegalArgumentException("no table " + name);
    }

    /** Adds a batch: the columns of the table, the inputs of the feed's SQL values, and lineage. */
    private int addBatch(CompiledTable table, TableSpec.Feed feed, boolean sql) {
        List<String> names = new ArrayList<>();
        List<DataType> types = new ArrayList<>();
        List<String> select = new ArrayList<>();
        List<CompiledPlan.Reference> references = new ArrayList<>();
        for (TableSpec.Column column : table.source.columns()) {
            names.add(column.name());
            types.add(column.type());
            ValueSpec value = feed.set().get(column.name());
            select.add(value instanceof ValueSpec.Sql expression ? expression.expression() : "");
            reference(value).ifPresent(target -> references.add(new CompiledPlan.Reference(names.size() - 1, table(target))));
        }
        if (sql) {
            for (String input : inputs(feed).keySet()) {
                names.add(input);
                types.add(DataType.VARCHAR);
            }
        }
        CompiledPlan.LINEAGE.forEach(name -> {
            names.add(name);
            select.add("");
        });
        types.addAll(List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        batches.add(new CompiledPlan.BatchSpec(table.index, table.name(), names, types, sql ? select : List.of(), references, table.idColumn));
        return batches.size() - 1;
    }

    private static java.util.Optional<String> reference(@Nullable ValueSpec value) {
        if (value instanceof ValueSpec.Ref ref) {
            return java.util.Optional.of(ref.table());
        }
        return value instanceof ValueSpec.Parent parent ? java.util.Optional.of(parent.table()) : java.util.Optional.empty();
    }

    private static Map<String, ValueSpec.From> inputs(TableSpec.Feed feed) {
        Map<String, ValueSpec.From> inputs = new java.util.LinkedHashMap<>();
        for (ValueSpec value : feed.set().values()) {
            if (value instanceof ValueSpec.Sql sql) {
                inputs.putAll(sql.reads());
            }
        }
        return inputs;
    }

    private CompiledFeed compileFeed(CompiledTable table, int index, TableSpec.Feed feed, int batch) {
        FeedLevels levels = new FeedLevels(feed.rows());
        List<CompiledCell> cells = new ArrayList<>();
        List<TableSpec.Column> columns = table.source.columns();
        for (int i = 0; i < columns.size(); i++) {
            TableSpec.Column column = columns.get(i);
            cells.add(column.generateId() ? new CompiledCell.Id(i) : cell(table, i, column, feed.set().get(column.name()), levels));
        }
        int at = columns.size();
        for (Map.Entry<String, ValueSpec.From> input : inputs(feed).entrySet()) {
            cells.add(value(at++, new TableSpec.Column(input.getKey(), DataType.VARCHAR, false, false, ""), input.getValue(), levels, null));
        }
        Map<PathExpr, PlanPath> whenPaths = new HashMap<>();
        if (feed.when() != null) {
            collect(feed.when(), levels, whenPaths);
        }
        return new CompiledFeed(table, index, feed, levels, whenPaths, cells, batch, keys);
    }

    private CompiledCell cell(CompiledTable table, int at, TableSpec.Column column, @Nullable ValueSpec value, FeedLevels levels) {
        if (value == null || value instanceof ValueSpec.Sql) {
            return new CompiledCell.Null(at, column);
        }
        if (value instanceof ValueSpec.From from) {
            CompiledCell.Value made = value(at, column, from, levels, table);
            return RestoringCell.canRestore(table.source, column) ? made : made.notRestoring();
        }
        if (value instanceof ValueSpec.Const constant) {
            return new CompiledCell.Const(at, column, held(table, column, constant(column, constant.value()), Transforms.chain(List.of(), false)));
        }
        if (value instanceof ValueSpec.Parent parent) {
            return new CompiledCell.Parent(at, column, table(parent.table()), levels.level(parent.level()));
        }
        if (value instanceof ValueSpec.Rest rest) {
            return new CompiledCell.Rest(at, column, levels.compile(rest.path(), keys), RestoringCell.canRestore(table.source, column), limits.of(table.name(), column.name()));
        }
        return ref(at, column, (ValueSpec.Ref) value, levels);
    }

    /** Returns a constant as a value; the text for a JSON column is JSON if it reads as such. */
    private static Object constant(TableSpec.Column column, Object value) {
        boolean json = column.type().kind() == DataType.Kind.JSON && value instanceof String;
        return json && RowDecoder.isJson((String) value) ? new Transforms.JsonText((String) value) : Transforms.constant(value);
    }

    /** Returns a constant that a column can hold. */
    private Object held(CompiledTable table, TableSpec.Column column, Object value, Transforms.Chain chain) {
        RowCells cell = new RowCells();
        CellLimit limit = limits.of(table.name(), column.name());
        String fault = cell.value(0, column.type(), value, chain) == RowCells.Fit.MISFIT ? null : cell.fault(0, limit);
        if (fault != null) {
            throw new GodwitException(ErrorCode.TARGET_REFUSED, limits.target(), table.name(), "the constant of column " + column.name(), fault);
        }
        return value;
    }

    /** @param table whose column it fills; null for an input of SQL */
    private CompiledCell.Value value(int at, TableSpec.Column column, ValueSpec.From from, FeedLevels levels, @Nullable CompiledTable table) {
        boolean input = table == null;
        List<PlanPath> paths = from.paths().stream().map(p -> levels.compile(p, keys)).toList();
        Transforms.Chain chain = Transforms.chain(from.transforms(), input);
        CellLimit limit = table == null ? null : limits.of(table.name(), column.name());
        if (table != null && from.defaultValue() != null) {
            held(table, column, Transforms.constant(from.defaultValue()), chain);
        }
        boolean restores = !input && chain.isEmpty() && paths.get(0).gives == PlanPath.Gives.NODE;
        return new CompiledCell.Value(at, column, paths, from.defaultValue(), chain, from.nullMeans(), restores, limit);
    }

    private CompiledCell ref(int at, TableSpec.Column column, ValueSpec.Ref ref, FeedLevels levels) {
        int target = table(ref.table());
        CompiledTable table = tables.get(target);
        List<CompiledCell.Value> parts = new ArrayList<>();
        for (int key : table.keyColumns) {
            TableSpec.Column keyColumn = table.source.columns().get(key);
            ValueSpec.From from = ref.on().get(keyColumn.name());
            if (from == null) {
                throw new IllegalArgumentException("no value for key " + keyColumn.name());
            }
            CompiledCell.Value part = value(key, keyColumn, from, levels, table);
            parts.add(part.notRestoring());
        }
        return new CompiledCell.Ref(at, column, target, parts);
    }

    private void collect(Condition condition, FeedLevels levels, Map<PathExpr, PlanPath> paths) {
        if (condition instanceof Condition.Exists exists) {
            paths.put(exists.path(), levels.compile(exists.path(), keys));
        } else if (condition instanceof Condition.TypeIs type) {
            paths.put(type.path(), levels.compile(type.path(), keys));
        } else if (condition instanceof Condition.Compare compare) {
            paths.put(compare.path(), levels.compile(compare.path(), keys));
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collect(part, levels, paths));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> collect(part, levels, paths));
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), levels, paths);
        }
    }
}
