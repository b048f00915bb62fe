package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.List;
import org.godwit.shred.CellHash;
import org.godwit.shred.RowBatch;

/**
 * What a table holds, whatever the order of its rows: their number, a sum over rows of a hash of all their cells, and
 * for each column a sum over its cells. A changed, lost, added, doubled or exchanged cell changes it. Not thread-safe.
 */
final class TableDigest {
    private static final long START = 0x243f6a8885a308d3L;

    private long rows;
    private long whole;
    private final List<String> names;
    private final long[] columns;

    TableDigest(List<String> names) {
        this.names = List.copyOf(names);
        this.columns = new long[names.size()];
    }

    void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long hash = START;
            for (int i = 0; i < columns.length; i++) {
                long value = CellHash.value(batch.column(i), row);
                columns[i] += CellHash.cell(i + 1, value);
                hash = CellHash.cell(hash, value);
            }
            whole += hash;
        }
        rows += batch.rows();
    }

    /** Returns how the other table differs, in words; nothing if it does not. */
    List<String> differences(TableDigest found) {
        List<String> differences = new ArrayList<>();
        if (rows != found.rows) {
            differences.add(rows + " rows were written and " + found.rows + " came back");
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != found.columns[i]) {
                differences.add("column " + names.get(i) + " came back with other values");
            }
        }
        if (differences.isEmpty() && whole != found.whole) {
            differences.add("values came back in other rows");
        }
        return differences;
    }
}
