package org.godwit.engine.target;

import java.util.ArrayList;
import java.util.List;
import org.godwit.duck.Sql;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.RowBatch;

/** How a table of a plan looks in a target: its columns, then lineage. */
public final class TableForm {
    private TableForm() {}

    /** Returns an empty batch of that form. */
    public static RowBatch batch(TableSpec table) {
        List<String> names = new ArrayList<>(table.columns().stream().map(TableSpec.Column::name).toList());
        List<DataType> types = new ArrayList<>(table.columns().stream().map(TableSpec.Column::type).toList());
        names.addAll(CompiledPlan.LINEAGE);
        types.addAll(List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        return new RowBatch(table.name(), names, types);
    }

    /**
     * Returns SQL for the rows that documents of a range share with others, by their key, in the form of {@link #batch}: what
     * stands in the kept row, and where each document had it.
     *
     * @param end the number after the last document
     */
    public static String merged(TableSpec table, long first, long end) {
        List<String> names = table.columns().stream().map(TableSpec.Column::name).toList();
        List<DataType> types = table.columns().stream().map(TableSpec.Column::type).toList();
        return "SELECT " + Sql.reading(new RowBatch(table.name(), names, types), "t") + ", m.doc, m.at, m.feed FROM " + SystemTables.MERGES + " m JOIN "
                + Sql.name(table.name()) + " t ON t._doc = m.kept_doc AND t._at = m.kept_at AND t._feed = m.kept_feed WHERE m.table_name = "
                + Sql.literal(table.name()) + " AND " + SystemTables.range("m.doc", first, end);
    }
}
