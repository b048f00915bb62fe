package org.godwit.shred;

import java.util.List;
import org.godwit.model.TableSpec;

/** A table made ready. Immutable. */
final class CompiledTable {
    final TableSpec source;
    final int index;
    /** Columns of the key, as places in {@code source.columns()}. */
    final int[] keyColumns;
    /** The generated id, as a place in {@code source.columns()}, or -1. */
    final int idColumn;

    CompiledTable(TableSpec source, int index) {
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
