package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.engine.profile.SafeNames;
import org.godwit.model.DataType;
import org.godwit.model.DatasetProfile;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;

/**
 * Makes the tables of one dataset: a row for each document, columns for nested objects, child tables for arrays of
 * objects, long arrays of numbers and maps, JSON columns for what has no one form. Not thread-safe.
 */
final class TablePlanner {
    private static final int MAX_COLUMNS = 480;
    private static final int MAX_TABLES = 100;
    private static final int SHORT_ARRAY = 4;
    private static final int MAX_LEVEL = 40;
    private static final Set<String> NOT_LEVELS =
            Set.of("key", "pos", "file", "exists", "type", "and", "or", "not", "true", "false", "null");

    private final Names tableNames;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Map<String, String>> kept = new HashMap<>();

    TablePlanner(Names tableNames) {
        this.tableNames = tableNames;
    }

    /** @param name of the table of the documents */
    List<TableSpec> tables(DatasetProfile dataset, String name) {
        drafts.clear();
        PathProfile root = dataset.root();
        TableInfo info = dataset.table();
        if (info != null) {
            rows(name, root, info, dataset.isSeries());
            return drafts.stream().map(draft -> draft.spec(dataset.name())).toList();
        }
        PathProfile elements = elements(root);
        if (elements != null && Counts.onlyArrays(root)) {
            draft(name, List.of(new Step.Elements("item")), "item", elements);
        } else if (Counts.isData(root) && Counts.onlyObjects(root)) {
            PathProfile entries = root.children().get(0);
            draft(name, List.of(new Step.Entries("entry")), "entry", entries);
        } else {
            draft(name, List.of(), "$", root);
        }
        return drafts.stream().map(draft -> draft.spec(dataset.name())).toList();
    }

    /**
     * Gives every column of a table its column; those that hold JSON are taken apart like documents.
     *
     * @param series whether the names of the tables tell something: which run it was, or when
     */
    private void rows(String name, PathProfile row, TableInfo info, boolean series) {
        SourceColumns columns = new SourceColumns(info);
        Draft draft = new Draft(name, row.occurrences(), columns.key(row));
        drafts.add(draft);
        draft.maxDepth = maxDepth(row);
        // The plain ones first: tables of others refer to the key by the name that it has here.
        for (PathProfile child : row.children()) {
            String column = ((Step.Key) child.step()).name();
            if (isPlain(child)) {
                String kept = draft.columnNames.kept(column, "field");
                draft.kept.put(column, kept);
                Map.Entry<DataType, ValueSpec> value = columns.value(child, column, row.occurrences());
                draft.add(kept, value.getKey(), columns.required(child, column), value.getValue());
            }
        }
        columns.unseen(row).forEach(column -> {
            String kept = draft.columnNames.kept(column.name(), "field");
            draft.kept.put(column.name(), kept);
            Map.Entry<DataType, ValueSpec> value = SourceColumns.value(column);
            draft.add(kept, value.getKey(), value.getValue());
        });
        if (series) {
            draft.add(draft.columnNames.of("file", "file"), DataType.VARCHAR, ValueSpec.From.path(new PathExpr(PathExpr.Root.FILE, "table", List.of())));
        }
        for (PathProfile child : row.children()) {
            if (!isPlain(child)) {
                fill(draft, child, List.of(child.step()), ((Step.Key) child.step()).name());
            }
        }
        kept.put(info.name(), draft.kept);
    }

    private static boolean isPlain(PathProfile node) {
        return node.children().isEmpty() || SourceColumns.isBytes(node);
    }

    /** Returns, by table of the source, which column became which; tables of that name whose columns differ are not told apart. */
    Map<String, Map<String, String>> kept() {
        return kept;
    }

    private void draft(String name, List<Step> rows, String level, PathProfile node) {
        start(new Draft(name, rows, level, node.occurrences(), null), node);
    }

    private void start(Draft draft, PathProfile node) {
        drafts.add(draft);
        if (!draft.rows.isEmpty()) {
            boolean entries = draft.rows.get(draft.rows.size() - 1) instanceof Step.Entries;
            PathExpr.Root root = entries ? PathExpr.Root.KEY : PathExpr.Root.POSITION;
            String column = draft.columnNames.exactly(entries ? "key" : "pos");
            PathExpr path = new PathExpr(root, draft.level, List.of());
            draft.add(column, entries ? DataType.VARCHAR : DataType.BIGINT, ValueSpec.From.path(path));
        }
        draft.maxDepth = maxDepth(node);
        fill(draft, node, List.of(), "");
    }

    private static @org.jspecify.annotations.Nullable PathProfile elements(PathProfile node) {
        List<PathProfile> children = node.children();
        PathProfile last = children.isEmpty() ? null : children.get(children.size() - 1);
        return last != null && last.step() instanceof Step.Elements ? last : null;
    }

    /** Gives what is at a path below the row its columns or a table. */
    private void fill(Draft draft, PathProfile node, List<Step> path, String words) {
        if (isFlattened(node, path.size(), draft.maxDepth) || (path.isEmpty() && isMostlyRows(draft, node))) {
            for (PathProfile child : node.children()) {
                String key = ((Step.Key) child.step()).name();
                fill(draft, child, with(path, child.step()), words.isEmpty() ? key : words + "_" + key);
            }
        } else if (isTable(node) && drafts.size() < MAX_TABLES) {
            table(draft, node, path, words);
        } else {
            column(draft, node, path, words);
        }
    }

    /** Whether nearly all rows are objects with a common member; the others are then rejected for want of it. */
    private static boolean isMostlyRows(Draft draft, PathProfile node) {
        long objects = Counts.of(node, JsonType.OBJECT);
        if (!draft.strict || Counts.isData(node) || objects * 2 <= node.occurrences()) {
            return false;
        }
        draft.must = node.children().stream()
                .filter(child -> child.occurrences() == objects && child.children().isEmpty() && Counts.scalars(child) == objects)
                .findFirst()
                .orElse(null);
        return draft.must != null;
    }

    private static List<Step> with(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static boolean isFlattened(PathProfile node, int depth, int maxDepth) {
        return Counts.onlyObjects(node)
                && !Counts.isData(node)
                && !node.children().isEmpty()
                && (depth == 0 || !isMostlyEmpty(node))
                && depth < maxDepth;
    }

    /** Empty containers and nulls would all go to the rest of their documents. */
    private static boolean isMostlyEmpty(PathProfile node) {
        return (node.emptyContainers() + Counts.of(node, JsonType.NULL)) * 2 > node.occurrences();
    }

    private static boolean isTable(PathProfile node) {
        if (isMostlyEmpty(node)) {
            return false;
        }
        if (Counts.onlyObjects(node)) {
            return Counts.isData(node);
        }
        PathProfile elements = elements(node);
        if (elements == null || !Counts.onlyArrays(node)) {
            return false;
        }
        boolean objects = Counts.onlyObjects(elements) && !elements.children().isEmpty();
        return objects || (Counts.onlyNumbers(elements) && node.maxLength() > SHORT_ARRAY);
    }

    private void table(Draft parent, PathProfile node, List<Step> path, String words) {
        PathProfile rows = node.children().get(node.children().size() - 1);
        String level = level(parent, words.isEmpty() ? "item" : words);
        List<Step> steps = new ArrayList<>(parent.rows);
        steps.addAll(path);
        steps.add(rows.step() instanceof Step.Entries ? new Step.Entries(level) : new Step.Elements(level));
        String name = tableNames.of(parent.name + "_" + (words.isEmpty() ? "items" : words), "items");
        start(new Draft(name, steps, level, rows.occurrences(), parent), rows);
    }

    private static String level(Draft parent, String words) {
        String base = SafeNames.fit(SafeNames.words(words), "", "item", MAX_LEVEL);
        String name = NOT_LEVELS.contains(base) ? base + "_level" : base;
        int number = 2;
        while (isUsed(parent, name)) {
            name = base + "_" + number++;
        }
        return name;
    }

    private static boolean isUsed(Draft draft, String level) {
        return draft.rows.stream().anyMatch(step -> (step instanceof Step.Elements e && e.level().equals(level))
                || (step instanceof Step.Entries m && m.level().equals(level)));
    }

    private static void column(Draft draft, PathProfile node, List<Step> path, String words) {
        ColumnTypes type = ColumnTypes.of(node);
        long missing = draft.count - node.occurrences();
        boolean moreNulls = Counts.of(node, JsonType.NULL) > missing;
        ValueSpec.NullMeans nullMeans = moreNulls ? ValueSpec.NullMeans.NULL : ValueSpec.NullMeans.MISSING;
        PathExpr from = new PathExpr(PathExpr.Root.ROW, "", path);
        String name = draft.columnNames.of(words.isEmpty() ? "value" : words, "field");
        draft.add(name, type.type(), draft.isMust(node), new ValueSpec.From(List.of(from), null, type.transforms(), nullMeans));
    }

    /** The depth to which objects are flattened so that the table does not get too wide. */
    private static int maxDepth(PathProfile node) {
        int depth = Integer.MAX_VALUE;
        if (width(node, 0, depth) <= MAX_COLUMNS) {
            return depth;
        }
        depth = 8;
        while (depth > 1 && width(node, 0, depth) > MAX_COLUMNS) {
            depth--;
        }
        return depth;
    }

    private static int width(PathProfile node, int depth, int maxDepth) {
        if (!isFlattened(node, depth, maxDepth)) {
            return 1;
        }
        int sum = 0;
        for (PathProfile child : node.children()) {
            sum += width(child, depth + 1, maxDepth);
        }
        return sum;
    }
}
