package org.godwit.connector.mariadb;

import java.util.Map;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.shred.CellLimit;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;
import org.godwit.shred.Utf8;
import org.jspecify.annotations.Nullable;

/** Refuses what MariaDB cannot hold, before it is sent: with the row, the column and the reason. */
final class CellCheck {
    private final String target;
    private final TargetTable table;
    private final boolean[] required;
    private final Map<String, CellLimit> limits;

    /** @param widths greatest lengths of texts and bytes in keys; of other columns there are none */
    CellCheck(String target, TargetTable table, Map<String, Integer> widths) {
        this.target = target;
        this.table = table;
        int count = table.names().size();
        this.required = new boolean[count];
        this.limits = limits(table, widths, "key");
        for (int i = 0; i < count; i++) {
            String name = table.names().get(i);
            required[i] = table.required().contains(name) || table.primaryKey().contains(name) || table.generated().equals(name);
        }
    }

    /**
     * Returns what the columns of a table cannot hold.
     *
     * @param widths greatest lengths of some of them
     * @param place what has no more room, in words
     */
    static Map<String, CellLimit> limits(TargetTable table, Map<String, Integer> widths, String place) {
        Map<String, CellLimit> limits = table.limits(type -> table.isOwn() && type.kind() == DataType.Kind.JSON ? null : MariaLimits.of(type));
        widths.forEach((name, width) -> limits.put(name, MariaLimits.within(table.types().get(table.names().indexOf(name)), width, place)));
        return limits;
    }

    /**
     * Looks at all cells of a batch.
     *
     * @param before the number of rows before it in this load
     * @throws GodwitException TARGET_REFUSED
     */
    void check(RowBatch batch, long before) {
        for (int i = 0; i < batch.columns().size(); i++) {
            ColumnVector column = batch.column(i);
            CellLimit limit = limits.get(table.names().get(i));
            for (int row = 0; row < column.size(); row++) {
                String fault = column.isNull(row) ? (required[i] ? "it has no value, and needs one" : null) : fault(column, row, limit);
                if (fault != null) {
                    throw refused("row " + (before + row + 1) + ", column " + table.names().get(i), fault);
                }
            }
        }
    }

    /** Returns the error for a row, column or key of the table. */
    GodwitException refused(String where, String reason) {
        return new GodwitException(ErrorCode.TARGET_REFUSED, target, table.name(), where, reason);
    }

    private static boolean isText(DataType type) {
        return type.kind() == DataType.Kind.VARCHAR || type.kind() == DataType.Kind.JSON;
    }

    private @Nullable String fault(ColumnVector column, int row, @Nullable CellLimit limit) {
        String broken = isText(column.type()) && column.utf8TextAt(row) == null ? half((String) column.objectAt(row)) : null;
        return broken != null || limit == null ? broken : CellLimit.refusal(limit, column, row);
    }

    private static @Nullable String half(String text) {
        int at = Utf8.firstUnwritable(text);
        return at < 0 ? null : "the text has half a surrogate pair (U+%04X), which is no character".formatted((int) text.charAt(at));
    }
}
