package org.godwit.engine.target;

import java.util.ArrayList;
import java.util.List;
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
}
