package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.godwit.connector.spi.TargetTable;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;

/** How the tables of a plan, and Godwit's own, are to look in a target. Pure. */
final class TargetForms {
    /** What every target takes; an index of more columns finds nothing faster. */
    private static final int MAX_INDEXED = 16;

    private TargetForms() {}

    /** Returns Godwit's own tables. */
    static List<TargetTable> system() {
        return SystemTables.all().stream().map(TargetForms::plain).toList();
    }

    static TargetTable plain(RowBatch form) {
        return TargetTable.plain(form.table(), form.names(), form.columns().stream().map(ColumnVector::type).toList());
    }

    /**
     * Returns a table of a plan.
     *
     * @param kept the constraints that its rows keep to
     */
    static TargetTable of(TableSpec table, TableSpec.Constraints kept) {
        RowBatch form = TableForm.batch(table);
        List<DataType> types = form.columns().stream().map(ColumnVector::type).toList();
        String generated = table.columns().stream().filter(TableSpec.Column::generateId).map(TableSpec.Column::name).findFirst().orElse("");
        List<String> key = kept.primaryKey();
        if (key.isEmpty() && !generated.isEmpty()) {
            key = List.of(generated);
        }
        Set<String> required = new HashSet<>(key);
        table.columns().stream().filter(TableSpec.Column::required).forEach(column -> required.add(column.name()));
        String counted = generated.isEmpty() ? counted(table, key) : generated;
        return new TargetTable(
                table.name(), form.names(), types, required, key, kept.unique().stream().filter(set -> !set.isEmpty()).toList(),
                kept.foreignKeys(), indexes(table, kept), List.of(), key.equals(List.of(counted)) ? counted : "");
    }

    /** Returns the lists of columns to index; nobody can look for a JSON value or for bytes by an index. */
    private static List<List<String>> indexes(TableSpec table, TableSpec.Constraints kept) {
        Set<String> values = new HashSet<>();
        table.columns().stream()
                .filter(column -> column.type().kind() != DataType.Kind.JSON && column.type().kind() != DataType.Kind.BLOB)
                .forEach(column -> values.add(column.name()));
        return kept.indexes().stream().filter(index -> !index.isEmpty() && index.size() <= MAX_INDEXED && values.containsAll(index)).toList();
    }

    private static String counted(TableSpec table, List<String> key) {
        boolean whole = key.size() == 1
                && table.column(key.get(0)).filter(c -> c.type().equals(DataType.BIGINT) || c.type().equals(DataType.INTEGER)).isPresent();
        return whole ? key.get(0) : "";
    }

    /** Returns the plan with the references that its values make by themselves: ids of rows of other tables. */
    static Plan withReferences(Plan plan) {
        List<TableSpec> tables = plan.tables().stream().map(table -> {
            Set<ForeignKey> all = new LinkedHashSet<>(table.constraints().foreignKeys());
            for (TableSpec.Feed feed : table.feeds()) {
                feed.set().forEach((column, value) -> {
                    String there = value instanceof ValueSpec.Ref ref ? ref.table() : value instanceof ValueSpec.Parent parent ? parent.table() : "";
                    plan.table(there).flatMap(TargetForms::id).ifPresent(id -> all.add(new ForeignKey(List.of(column), there, List.of(id))));
                });
            }
            return table.with(table.constraints().referring(new ArrayList<>(all)));
        }).toList();
        return plan.withTables(tables, plan.views());
    }

    private static java.util.Optional<String> id(TableSpec table) {
        return table.columns().stream().filter(TableSpec.Column::generateId).map(TableSpec.Column::name).findFirst();
    }
}
