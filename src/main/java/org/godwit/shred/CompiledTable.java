package org.godwit.shred;

import java.util.List;
import org.godwit.model.TableSpec;
import org.jspecify.annotations.Nullable;

/** A table made ready. Immutable. */
final class CompiledTable {
    final TableSpec source;
    final int index;
    /** Columns of the key, as places in {@code source.columns()}. */
    final int[] keyColumns;
    /** The generated id, as a place in {@code source.columns()}, or -1. */
    final int idColumn;
    /** What the target cannot hold of a row's place in its document. */
    final @Nullable CellLimit placeLimit;

    CompiledTable(TableSpec source, int index, TargetLimits limits) {
        this.source = source;
        this.index = index;
        List<TableSpec.Column> columns = source.columns();
        this.keyColumns = source.key().stream().mapToInt(k -> indexOf(columns, k)).toArray();
        int id = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).generateId()) {
                id = i;
            }
        }
        this.idColumn = id;
        this.placeLimit = limits.of(source.name(), CompiledPlan.LINEAGE.get(1));
    }

    private static int indexOf(List<TableSpec.Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    boolean keyed() {
        return keyColumns.length > 0;
    }

    String name() {
        return source.name();
    }
}
