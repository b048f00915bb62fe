package org.godwit.engine.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;

/**
 * Follows keys of one whole number on their way into new tables: those that only grow, as a table's rows give them in
 * their order, are unique and need no comparing. One thread at a time.
 */
final class KeyOrder {
    private final Map<String, Map<Integer, Last>> tables = new HashMap<>();

    /** The last key of a column. */
    private static final class Last {
        private long value = Long.MIN_VALUE;
        private boolean grows = true;
    }

    /** @param created the tables that had no rows before */
    KeyOrder(Plan plan, Set<String> created) {
        for (TableSpec table : plan.tables()) {
            if (created.contains(table.name()) && table.key().isEmpty()) {
                Stream.concat(Stream.of(table.constraints().primaryKey()), table.constraints().unique().stream())
                        .filter(key -> key.size() == 1)
                        .forEach(key -> follow(table, key.get(0)));
            }
        }
    }

    private void follow(TableSpec table, String name) {
        for (int i = 0; i < table.columns().size(); i++) {
            TableSpec.Column column = table.columns().get(i);
            boolean whole = column.type().kind() == DataType.Kind.BIGINT || column.type().kind() == DataType.Kind.INTEGER;
            boolean read = table.feeds().stream().allMatch(feed -> feed.set().get(name) instanceof ValueSpec.From);
            if (column.name().equals(name) && whole && read) {
                tables.computeIfAbsent(table.name(), t -> new HashMap<>()).put(i, new Last());
            }
        }
    }

    /** Takes rows whose columns are in the order of their table. */
    void take(RowBatch batch) {
        tables.getOrDefault(batch.table(), Map.of()).forEach((column, last) -> take(batch.column(column), last));
    }

    private static void take(ColumnVector column, Last last) {
        for (int row = 0; row < column.size() && last.grows; row++) {
            last.grows = !column.isNull(row) && column.longAt(row) > last.value;
            last.value = column.longAt(row);
        }
    }

    /** Returns the keys that only grew: table and column. */
    Set<List<String>> unique(Plan plan) {
        Set<List<String>> unique = new HashSet<>();
        tables.forEach((table, columns) -> columns.forEach((column, last) -> {
            if (last.grows) {
                unique.add(List.of(table, plan.table(table).orElseThrow().columns().get(column).name()));
            }
        }));
        return unique;
    }
}
