package org.godwit.duck;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table or view, all or some of them, in the table's order or another, page by page. What is sorted or
 * filtered is sorted once; then every page is found by its row ids. The file is opened only while something is read.
 * Thread-safe; calls block.
 */
public final class TableSelection implements AutoCloseable {
    /** Longer texts are cut in pages, and this long then. {@link #value} gives all of it. */
    public static final int LONGEST_TEXT = 301;

    private static final Duration TIME = Duration.ofMinutes(10);
    private static final Duration PAGE_TIME = Duration.ofSeconds(30);

    private final Lease lease;
    private final CatalogTable table;
    private final String where;
    private final String orderBy;
    private final boolean hasRowId;
    private final boolean byRowId;
    private @Nullable RowOrder order;
    private TargetFile.@Nullable Stamp stamp;
    private boolean closed;
    private long rows;
    /** The file whose row ids are the numbers of its rows, because none was ever removed. */
    private TargetFile.@Nullable Stamp dense;

    private TableSelection(Lease lease, CatalogTable table, String where, String orderBy) {
        this.lease = lease;
        this.table = table;
        this.where = where;
        this.orderBy = orderBy;
        // A view has no row ids, and a column of this name hides them.
        this.hasRowId = !table.view() && table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase("rowid"));
        this.byRowId = hasRowId && !(where.isEmpty() && orderBy.isEmpty());
    }

    /**
     * Selects rows: counts them, and sorts them if need be.
     *
     * @param where a condition of ours over its columns, empty for all rows
     * @param orderBy an order of ours, empty for that of the table
     * @throws GodwitException QUERY_FAILED, TARGET_LOCKED or TARGET_UNREADABLE
     * @throws TaskCancelledException once cancelled
     */
    public static TableSelection open(Lease lease, CatalogTable table, String where, String orderBy, BooleanSupplier cancelled) {
        TableSelection selection = new TableSelection(lease, table, where, orderBy);
        selection.rows = selection.byRowId ? selection.order(cancelled).rows() : selection.count(cancelled);
        return selection;
    }

    /** Returns how many rows there are. */
    public long rows() {
        return rows;
    }

    private String name() {
        return Sql.name(table.schema()) + "." + Sql.name(table.name());
    }

    private String conditions() {
        return where.isEmpty() ? "" : " WHERE " + where;
    }

    private long count(BooleanSupplier cancelled) {
        TargetFile.Stamp now = stamp();
        List<@Nullable Object> counted = run("SELECT count(*), " + (hasRowId ? "max(rowid)" : "NULL::BIGINT") + " FROM " + name() + conditions(), cancelled).getFirst();
        long count = counted.get(0) instanceof Number number ? number.longValue() : 0;
        dense = counted.get(1) instanceof Number last && last.longValue() == count - 1 ? now : null;
        return count;
    }

    private List<List<@Nullable Object>> run(String sql, BooleanSupplier cancelled) {
        return lease.use(connection -> Query.plain(connection, sql, PAGE_TIME, cancelled));
    }

    /** Returns the order, anew if the file was replaced since. */
    private synchronized RowOrder order(BooleanSupplier cancelled) {
        TargetFile.Stamp now = stamp();
        RowOrder known = order;
        if (closed) {
            throw new TaskCancelledException();
        }
        if (known != null && Objects.equals(now, stamp)) {
            return known;
        }
        String by = orderBy.isEmpty() ? "rowid" : orderBy + ", rowid";
        String sql = "SELECT rowid FROM " + name() + conditions() + " ORDER BY " + by;
        RowOrder made = lease.use(connection -> RowOrder.build(connection, sql, TIME, cancelled));
        if (known != null) {
            known.close();
        }
        order = made;
        stamp = now;
        return made;
    }

    private TargetFile.@Nullable Stamp stamp() {
        try {
            return new TargetFile(lease.file()).stamp();
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.TARGET_UNREADABLE, lease.file(), DuckErrors.reason(e));
        }
    }

    /**
     * Returns some rows as DuckDB writes their values, long texts cut.
     *
     * @param from how many rows come before them
     */
    public List<List<@Nullable String>> page(long from, int count, BooleanSupplier cancelled) {
        String values = table.columns().stream().map(TableSelection::text).collect(Collectors.joining(", "));
        return page(values, table.columns().size(), from, count, cancelled);
    }

    /** Returns some rows in full. */
    public List<List<@Nullable String>> wholeRows(long from, int count, BooleanSupplier cancelled) {
        String values = table.columns().stream().map(column -> whole(column.name())).collect(Collectors.joining(", "));
        return page(values, table.columns().size(), from, count, cancelled);
    }

    /** Returns the whole of one value, null for NULL. */
    public @Nullable String value(long row, int column, BooleanSupplier cancelled) {
        List<List<@Nullable String>> found = page(whole(table.columns().get(column).name()), 1, row, 1, cancelled);
        return found.isEmpty() ? null : found.getFirst().getFirst();
    }

    private static String whole(String column) {
        return Sql.name(column) + "::VARCHAR";
    }

    private static String text(QueryResult.Column column) {
        return "left(" + whole(column.name()) + ", " + LONGEST_TEXT + ")";
    }

    private List<List<@Nullable String>> page(String values, int width, long from, int count, BooleanSupplier cancelled) {
        if (!byRowId) {
            String by = orderBy.isEmpty() ? "" : " ORDER BY " + orderBy;
            // By their ids rows are found many times faster than by counting those before.
            String which = dense != null && Objects.equals(dense, stamp())
                    ? " WHERE rowid BETWEEN " + from + " AND " + (from + count - 1) + " ORDER BY rowid"
                    : conditions() + by + " LIMIT " + count + " OFFSET " + from;
            return texts(run("SELECT " + values + " FROM " + name() + which, cancelled), 0);
        }
        long[] ids = ids(from, count, cancelled);
        if (ids.length == 0) {
            return List.of();
        }
        String list = LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(","));
        String sql = "SELECT rowid, " + values + " FROM " + name() + " WHERE rowid IN (SELECT unnest([" + list + "]))";
        Map<Object, List<@Nullable String>> byId = new HashMap<>();
        for (List<@Nullable Object> row : run(sql, cancelled)) {
            byId.put(Objects.requireNonNull(row.getFirst()), cells(row, 1));
        }
        List<@Nullable String> missing = Arrays.asList(new @Nullable String[width]);
        return LongStream.of(ids).mapToObj(id -> byId.getOrDefault(id, missing)).toList();
    }

    private long[] ids(long from, int count, BooleanSupplier cancelled) {
        try {
            return order(cancelled).ids(from, count);
        } catch (ClosedChannelException e) {
            throw new TaskCancelledException();
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.QUERY_FAILED, "the order of the rows cannot be read: " + DuckErrors.reason(e));
        }
    }

    private static List<List<@Nullable String>> texts(List<List<@Nullable Object>> rows, int from) {
        return rows.stream().map(row -> cells(row, from)).toList();
    }

    private static List<@Nullable String> cells(List<@Nullable Object> row, int from) {
        List<@Nullable String> texts = new ArrayList<>(row.size() - from);
        for (Object value : row.subList(from, row.size())) {
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }

    /** Gives back the sorted order; pages that are still asked for are cancelled. */
    @Override
    public synchronized void close() {
        closed = true;
        RowOrder known = order;
        if (known != null) {
            known.close();
        }
    }
}
