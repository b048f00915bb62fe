package org.godwit.engine.target;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.shred.RowBatch;

/**
 * What a run has changed of what earlier runs left in a target. Immutable.
 *
 * @param rows by table, the rows that stand there and have other values now, by the place they carry now
 * @param documents earlier documents whose rest has changed
 * @param runs earlier runs of which documents, checks or what they await have changed
 */
public record Changes(Map<String, List<Row>> rows, Set<Long> documents, Set<String> runs) {
    /** Nothing. */
    public static final Changes NONE = new Changes(Map.of(), Set.of(), Set.of());

    public Changes {
        Map<String, List<Row>> copy = new HashMap<>();
        rows.forEach((table, list) -> copy.put(table, List.copyOf(list)));
        rows = Map.copyOf(copy);
        documents = Set.copyOf(documents);
        runs = Set.copyOf(runs);
    }

    /** The place of a row: its document, where in it, and which feed made it. */
    public record Row(long document, String at, int feed) {
        /** Reads the place in three columns of a batch. */
        public static Row of(RowBatch batch, int column, int row) {
            return new Row(batch.column(column).longAt(row), (String) batch.column(column + 1).objectAt(row), (int) batch.column(column + 2).longAt(row));
        }
    }

    /** Returns what both have changed. */
    public Changes and(Changes other) {
        Map<String, List<Row>> all = new HashMap<>(rows);
        other.rows.forEach((table, more) -> all.merge(table, more, (one, two) -> Stream.concat(one.stream(), two.stream()).distinct().toList()));
        Set<Long> allDocuments = new HashSet<>(documents);
        allDocuments.addAll(other.documents);
        Set<String> allRuns = new HashSet<>(runs);
        allRuns.addAll(other.runs);
        return new Changes(all, allDocuments, allRuns);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && runs.isEmpty();
    }
}
