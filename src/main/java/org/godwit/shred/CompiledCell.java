package org.godwit.shred;

import java.util.List;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * What fills one column of a feed's batch. Immutable.
 *
 * <p>{@code column} is the place in the batch (the table's columns, then inputs of SQL values, then lineage).
 */
sealed interface CompiledCell
        permits CompiledCell.Value, CompiledCell.Const, CompiledCell.Ref, CompiledCell.Parent, CompiledCell.Rest, CompiledCell.Id, CompiledCell.Null {
    int column();

    /** A value at paths. {@code restores} is whether the cell can bring back the leaf at the first path, {@code limit} what the target cannot hold. */
    record Value(
            int column,
            TableSpec.Column target,
            List<PlanPath> paths,
            @Nullable Object defaultValue,
            Transforms.Chain transforms,
            ValueSpec.NullMeans nullMeans,
            boolean restores,
            @Nullable CellLimit limit)
            implements CompiledCell {
        /** Returns whether it is the node at one path, as it is. */
        boolean isPlain() {
            return restores && paths.size() == 1 && defaultValue == null;
        }

        Value notRestoring() {
            return new Value(column, target, paths, defaultValue, transforms, nullMeans, false, limit);
        }
    }

    /** The same value in every row, as transforms take it. */
    record Const(int column, TableSpec.Column target, Object value) implements CompiledCell {}

    /** The id of a keyed table's row. {@code parts} give its key, in the order of the key columns. */
    record Ref(int column, TableSpec.Column target, int table, List<Value> parts) implements CompiledCell {}

    /** The id of the row that the table's feed made at this level. */
    record Parent(int column, TableSpec.Column target, int table, int level) implements CompiledCell {}

    /** What is left below a path, as JSON. {@code restores} is whether that is kept here alone. */
    record Rest(int column, TableSpec.Column target, PlanPath path, boolean restores, @Nullable CellLimit limit) implements CompiledCell {}

    /** The generated id. */
    record Id(int column) implements CompiledCell {}

    /** A column that this feed leaves empty. */
    record Null(int column, TableSpec.Column target) implements CompiledCell {}
}
