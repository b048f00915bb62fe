package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.godwit.connector.spi.RowRange;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Cuts tables into ranges. */
final class Ranges {
    private Ranges() {}

    /**
     * Cuts a table as the connection sees it.
     *
     * @param table as it was described, now or before: from its number of rows it is guessed how many row ids are missing
     * @param rowId a name of its row id; null to cut by position, from 1
     * @param rows how many rows a range should have
     */
    static List<RowRange> of(Link link, TableInfo table, @Nullable String rowId, long rows, TaskContext context) throws SQLException {
        String from = " FROM main." + SqliteName.of(table.name());
        if (rowId == null) {
            return evenly(1, count(link, from), rows);
        }
        try (Prepared ends = link.prepare("SELECT (SELECT min(" + rowId + ")" + from + "), (SELECT max(" + rowId + ")" + from + ")")) {
            if (!ends.step() || ends.type(0) != Prepared.INTEGER) {
                return List.of();
            }
            long first = ends.integer(0);
            long last = ends.integer(1);
            boolean dense = last >= first && last - first >= 0 && last - first < table.rows() * 2;
            return dense ? evenly(first, last, rows) : counted(link, from, rowId, rows, context);
        }
    }

    private static long count(Link link, String from) throws SQLException {
        try (Prepared count = link.prepare("SELECT count(*)" + from)) {
            return count.step() ? count.integer(0) : 0;
        }
    }

    /** Cuts numbers of which few are missing. */
    private static List<RowRange> evenly(long first, long last, long rows) {
        List<RowRange> ranges = new ArrayList<>();
        for (long at = first; at <= last; ) {
            boolean end = last - at < rows;
            long to = end ? after(last) : at + rows;
            ranges.add(new RowRange(at, to));
            if (end) {
                break;
            }
            at = to;
        }
        return ranges;
    }

    private static long after(long last) {
        return last == Long.MAX_VALUE ? last : last + 1;
    }

    /** Cuts row ids with gaps, by going along them. */
    private static List<RowRange> counted(Link link, String from, String rowId, long rows, TaskContext context) throws SQLException {
        String sql = "SELECT " + rowId + from + " NOT INDEXED WHERE " + rowId + " >= ?1 ORDER BY " + rowId + " LIMIT 1 OFFSET ?2";
        List<RowRange> ranges = new ArrayList<>();
        try (Prepared next = link.prepare(sql)) {
            long at = find(next, Long.MIN_VALUE, 0, Long.MAX_VALUE);
            while (true) {
                context.checkCancelled();
                long to = find(next, at, rows, Long.MAX_VALUE);
                ranges.add(new RowRange(at, to));
                if (to == Long.MAX_VALUE) {
                    return ranges;
                }
                at = to;
            }
        }
    }

    private static long find(Prepared next, long from, long skip, long otherwise) throws SQLException {
        next.bind(1, from);
        next.bind(2, skip);
        if (!next.step()) {
            return otherwise;
        }
        long found = next.integer(0);
        next.reset();
        return found;
    }
}
