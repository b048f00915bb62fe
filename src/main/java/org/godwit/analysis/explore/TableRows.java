package org.godwit.analysis.explore;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.godwit.duck.TableSelection;
import org.jspecify.annotations.Nullable;

/** Rows of a table. */
final class TableRows implements RowSource {
    private final List<Column> columns;
    private final TableSelection selection;

    TableRows(List<Column> columns, TableSelection selection) {
        this.columns = columns;
        this.selection = selection;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return selection.rows();
    }

    @Override
    public List<List<@Nullable String>> page(long from, int count, BooleanSupplier cancelled) {
        return selection.page(from, count, cancelled);
    }

    @Override
    public List<List<@Nullable String>> wholeRows(long from, int count, BooleanSupplier cancelled) {
        return selection.wholeRows(from, count, cancelled);
    }

    @Override
    public @Nullable String value(long row, int column, BooleanSupplier cancelled) {
        return selection.value(row, column, cancelled);
    }

    @Override
    public void close() {
        selection.close();
    }
}
