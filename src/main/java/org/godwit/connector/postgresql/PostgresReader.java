package org.godwit.connector.postgresql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.RowReader;
import org.godwit.connector.spi.RowSink;
import org.godwit.model.TableInfo;
import org.godwit.shred.RecentTexts;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * Reads ranges over a connection of its own. A row's number is its primary key, if that is one whole number; otherwise its
 * place: leaf, page and slot. A range that is a whole table comes in the order of its primary key, others as stored.
 */
final class PostgresReader implements RowReader {
    private static final int CHECKED_ROWS = 1024;
    private static final int SLOT_BITS = 16;
    private static final int PLACE_BITS = 48;

    private final PostgresSource source;
    private final TaskContext context;
    /** By table: what each of its columns had lately, null for those that are walked on into. */
    private final Map<String, @Nullable RecentTexts[]> recent = new HashMap<>();
    private @Nullable Link link;

    PostgresReader(PostgresSource source, TaskContext context) {
        this.source = source;
        this.context = context;
    }

    @Override
    public void read(TableInfo table, RowRange range, RowSink sink) {
        Relation relation = source.relation(table);
        int index = (int) (range.from() >>> PostgresSource.LEAF_BITS);
        Link open = link == null ? source.join() : link;
        link = open;
        boolean done = false;
        CopyOut copy = null;
        try {
            copy = open.copyOut("COPY (" + select(relation, table.columns(), index, range) + ") TO STDOUT (FORMAT BINARY)");
            rows(new CopyRows(copy), relation, table.columns(), index, sink);
            done = true;
        } catch (SQLException e) {
            throw open.failed(e, "read " + table.name());
        } finally {
            if (!done) {
                abandon(copy);
            }
        }
    }

    private static String select(Relation relation, List<TableInfo.Column> columns, int index, RowRange range) {
        Relation.Leaf leaf = relation.leaves().get(index);
        StringBuilder sql = new StringBuilder("SELECT ");
        if (relation.number().isEmpty()) {
            sql.append(leaf.stored() ? "ctid" : "NULL::tid");
        } else {
            sql.append(PgNames.quoted(relation.number())).append("::int8");
        }
        for (TableInfo.Column column : columns) {
            sql.append(", ").append(form(relation, column).selected(PgNames.quoted(column.name())));
        }
        sql.append(" FROM ONLY ").append(leaf.name()).append(" t");
        long from = range.from() & PostgresSource.END_PAGE;
        long to = range.to() & PostgresSource.END_PAGE;
        if (from > 0) {
            sql.append(" WHERE ctid >= '(").append(from).append(",0)'");
        }
        if (to < PostgresSource.END_PAGE) {
            sql.append(from > 0 ? " AND" : " WHERE").append(" ctid < '(").append(to).append(",0)'");
        }
        List<String> key = relation.info().primaryKey();
        if (from == 0 && to == PostgresSource.END_PAGE && !key.isEmpty()) {
            sql.append(" ORDER BY ").append(key.stream().map(column -> "t." + PgNames.quoted(column)).collect(Collectors.joining(", ")));
        }
        return sql.toString();
    }

    private static Form form(Relation relation, TableInfo.Column column) {
        Form form = relation.forms().get(column.name());
        if (form == null) {
            throw new IllegalArgumentException(relation.info().name() + " has no column " + column.name());
        }
        return form;
    }

    private void rows(CopyRows rows, Relation relation, List<TableInfo.Column> columns, int index, RowSink sink) throws SQLException {
        Form[] forms = columns.stream().map(column -> form(relation, column)).toArray(Form[]::new);
        @Nullable RecentTexts[] passing = recent.computeIfAbsent(relation.info().name(), name ->
                columns.stream().map(column -> column.json() == TableInfo.Json.NONE ? new RecentTexts() : null).toArray(RecentTexts[]::new));
        for (long count = 1; rows.next(); count++) {
            if (count % CHECKED_ROWS == 0) {
                context.checkCancelled();
            }
            sink.row(number(rows, index, count));
            for (int i = 0; i < forms.length; i++) {
                int length = rows.field();
                if (length < 0) {
                    sink.nothing();
                } else {
                    forms[i].give(rows.bytes(), rows.start(length), length, passing[i], sink);
                }
            }
            sink.end();
        }
    }

    private static long number(CopyRows rows, int index, long count) throws SQLException {
        int length = rows.field();
        long leaf = (long) index << PLACE_BITS;
        if (length < 0) {
            return leaf | count;
        }
        int start = rows.start(length);
        if (length == Long.BYTES) {
            return CopyRows.longAt(rows.bytes(), start);
        }
        long page = Integer.toUnsignedLong(CopyRows.intAt(rows.bytes(), start));
        return leaf | page << SLOT_BITS | (CopyRows.shortAt(rows.bytes(), start + Integer.BYTES) & 0xffff);
    }

    // What the server still sends cannot be told from an answer to the next question, so the connection goes too.
    private void abandon(@Nullable CopyOut copy) {
        Link open = link;
        link = null;
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException ignored) {
            // The connection is closed anyway.
        }
        if (open != null) {
            open.drop();
        }
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }
}
