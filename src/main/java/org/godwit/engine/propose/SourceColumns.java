package org.godwit.engine.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.engine.coverage.Fit;
import org.godwit.model.DataType;
import org.godwit.model.JsonType;
import org.godwit.model.PathExpr;
import org.godwit.model.PathProfile;
import org.godwit.model.Step;
import org.godwit.model.TableInfo;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.SourceRow;
import org.jspecify.annotations.Nullable;

/** What a table's catalogue says of its columns, weighed against what is in them. Immutable. */
final class SourceColumns {
    private final Map<String, TableInfo.Column> columns = new LinkedHashMap<>();
    private final TableInfo table;

    SourceColumns(TableInfo table) {
        this.table = table;
        table.columns().forEach(column -> columns.put(column.name(), column));
    }

    /** Returns the key of the table if it is one column of whole numbers or text that is never null. */
    Draft.@Nullable TableKey key(PathProfile row) {
        if (table.primaryKey().size() != 1) {
            return null;
        }
        String name = table.primaryKey().get(0);
        PathProfile node = child(row, name);
        if (node == null || Counts.of(node, JsonType.NULL) > 0) {
            return null;
        }
        ColumnTypes type = type(node, name);
        return type.transforms().isEmpty() && type.type().kind() != DataType.Kind.JSON ? new Draft.TableKey(name, type.type()) : null;
    }

    private static @Nullable PathProfile child(PathProfile row, String name) {
        return row.children().stream().filter(c -> c.step() instanceof Step.Key key && key.name().equals(name)).findFirst().orElse(null);
    }

    /** Returns whether a column holds bytes only. */
    static boolean isBytes(PathProfile node) {
        return Counts.onlyObjects(node)
                && node.children().size() == 1
                && node.children().get(0).step() instanceof Step.Key key
                && key.name().equals(SourceRow.BYTES);
    }

    /** Returns what a column of the source becomes, as type and way there. */
    Map.Entry<DataType, ValueSpec> value(PathProfile node, String name, long rows) {
        if (isBytes(node)) {
            return Map.entry(DataType.BLOB, bytes(name));
        }
        ColumnTypes type = type(node, name);
        return Map.entry(type.type(), from(List.of(new Step.Key(name)), type.transforms()));
    }

    private static ValueSpec bytes(String name) {
        return from(List.of(new Step.Key(name), new Step.Key(SourceRow.BYTES)), List.of());
    }

    private static ValueSpec from(List<Step> steps, List<ValueSpec.Transform> transforms) {
        PathExpr path = new PathExpr(PathExpr.Root.ROW, "", steps);
        // A row has all its columns: what is empty is NULL.
        return new ValueSpec.From(List.of(path), null, transforms, ValueSpec.NullMeans.NULL);
    }

    /** Returns the columns that no row had: those of a table without rows. */
    List<TableInfo.Column> unseen(PathProfile row) {
        List<TableInfo.Column> unseen = new ArrayList<>(table.columns());
        unseen.removeIf(column -> child(row, column.name()) != null);
        return unseen;
    }

    /** Returns what a column becomes of which nothing is known but its declaration. */
    static Map.Entry<DataType, ValueSpec> value(TableInfo.Column column) {
        DataType declared = column.type();
        DataType type = declared == null ? DataType.VARCHAR : declared;
        if (column.json() != TableInfo.Json.NONE) {
            type = DataType.JSON;
        }
        return Map.entry(type, type.kind() == DataType.Kind.BLOB ? bytes(column.name()) : from(List.of(new Step.Key(column.name())), List.of()));
    }

    /** Returns whether the source forbids NULL in a column, and there is none. */
    boolean required(PathProfile node, String name) {
        TableInfo.Column column = columns.get(name);
        boolean never = column != null && (!column.nullable() || table.primaryKey().contains(name)) && column.json() == TableInfo.Json.NONE;
        return never && Counts.of(node, JsonType.NULL) == 0 && node.occurrences() == node.parents();
    }

    private ColumnTypes type(PathProfile node, String name) {
        ColumnTypes found = ColumnTypes.of(node);
        TableInfo.Column column = columns.get(name);
        DataType declared = column == null ? null : column.type();
        boolean values = Counts.scalars(node) + node.emptyContainers() + node.children().size() > 0;
        if (column == null || (declared == null && values)) {
            return found;
        }
        if (!values) {
            return new ColumnTypes(value(column).getKey(), List.of());
        }
        if (declared == null || declared.equals(found.type())) {
            return found;
        }
        List<ValueSpec.Transform> transforms = declared.kind() == DataType.Kind.TIMESTAMP ? found.transforms() : List.of();
        long all = Counts.scalars(node) + node.emptyContainers();
        boolean fits = node.children().isEmpty() && Fit.of(node, declared, transforms).equals(new Fit(all, 0, true));
        return fits ? new ColumnTypes(declared, transforms) : found;
    }

    /** Returns the constraints of the table as far as all their columns were kept. */
    TableSpec.Constraints constraints(Map<String, String> kept, Map<String, Map<String, String>> others, Map<String, String> names) {
        List<String> key = kept.keySet().containsAll(table.primaryKey()) ? named(table.primaryKey(), kept) : List.of();
        List<TableInfo.ForeignKey> foreign = new ArrayList<>();
        for (TableInfo.ForeignKey reference : table.foreignKeys()) {
            Map<String, String> there = others.get(reference.table());
            String name = names.get(reference.table());
            if (there != null && name != null && kept.keySet().containsAll(reference.columns()) && there.keySet().containsAll(reference.references())) {
                foreign.add(new TableInfo.ForeignKey(
                        named(reference.columns(), kept),
                        name,
                        named(reference.references(), there)));
            }
        }
        return new TableSpec.Constraints(key, indexes(kept, true), foreign, indexes(kept, false), List.of());
    }

    /** Returns the indexes that keys and references do not bring with them. */
    private List<List<String>> indexes(Map<String, String> kept, boolean unique) {
        return table.indexes().stream()
                .filter(index -> index.unique() == unique && kept.keySet().containsAll(index.columns()) && !index.columns().equals(table.primaryKey()))
                .filter(index -> unique || table.foreignKeys().stream().noneMatch(key -> key.columns().equals(index.columns())))
                .map(index -> named(index.columns(), kept))
                .distinct()
                .toList();
    }

    private static List<String> named(List<String> columns, Map<String, String> names) {
        return columns.stream().map(column -> names.getOrDefault(column, column)).toList();
    }
}
