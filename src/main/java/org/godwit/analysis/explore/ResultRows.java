package org.godwit.analysis.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.godwit.duck.QueryResult;
import org.jspecify.annotations.Nullable;

/** Rows of a query's result, which are in memory. */
public final class ResultRows implements RowSource {
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e16;

    private final List<Column> columns;
    private final List<List<@Nullable String>> rows;

    public ResultRows(QueryResult result) {
        this.columns = result.columns().stream().map(column -> new Column(column.name(), column.type())).toList();
        this.rows = result.rows().stream().map(ResultRows::texts).toList();
    }

    private static List<@Nullable String> texts(List<@Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>(row.size());
        for (Object value : row) {
            texts.add(value == null ? null : text(value));
        }
        return texts;
    }

    private static String text(Object value) {
        boolean plain = value instanceof Double number && Math.abs(number) >= PLAIN_FROM && Math.abs(number) < PLAIN_TO;
        return plain ? new BigDecimal(value.toString()).toPlainString() : value.toString();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public List<List<@Nullable String>> page(long from, int count, BooleanSupplier cancelled) {
        return rows.subList((int) Math.min(from, rows.size()), (int) Math.min(from + count, rows.size()));
    }

    @Override
    public List<List<@Nullable String>> wholeRows(long from, int count, BooleanSupplier cancelled) {
        return page(from, count, cancelled);
    }

    @Override
    public @Nullable String value(long row, int column, BooleanSupplier cancelled) {
        return rows.get((int) row).get(column);
    }

    @Override
    public void close() {
        // Nothing is kept beyond the rows themselves.
    }
}
