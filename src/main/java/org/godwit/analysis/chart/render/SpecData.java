package org.godwit.analysis.chart.render;

import java.util.ArrayList;
import java.util.List;
import org.godwit.analysis.chart.spi.ChartSpec;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.general.AbstractDataset;
import org.jspecify.annotations.Nullable;

/** A chart's figures as JFreeChart asks for them; keys are positions, so that equal names stay apart. */
final class SpecData extends AbstractDataset implements CategoryDataset {
    private final transient ChartSpec spec;
    private final transient List<Key> rows;
    private final transient List<Key> columns;

    /** A series or category. */
    record Key(int position, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(position, other.position);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    SpecData(ChartSpec spec) {
        this.spec = spec;
        this.rows = keys(spec.series().stream().map(ChartSpec.Series::name).toList());
        this.columns = keys(spec.categories());
    }

    private static List<Key> keys(List<String> names) {
        List<Key> keys = new ArrayList<>();
        for (String name : names) {
            keys.add(new Key(keys.size(), name));
        }
        return keys;
    }

    List<Key> columns() {
        return columns;
    }

    @Override
    public Key getRowKey(int row) {
        return rows.get(row);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public int getRowIndex(Comparable key) {
        return key instanceof Key known ? known.position() : -1;
    }

    @Override
    public List<Key> getRowKeys() {
        return rows;
    }

    @Override
    public Key getColumnKey(int column) {
        return columns.get(column);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public int getColumnIndex(Comparable key) {
        return key instanceof Key known ? known.position() : -1;
    }

    @Override
    public List<Key> getColumnKeys() {
        return columns;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Number getValue(Comparable row, Comparable column) {
        return getValue(getRowIndex(row), getColumnIndex(column));
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public @Nullable Number getValue(int row, int column) {
        ChartSpec.Bar bar = spec.series().get(row).bars().get(column);
        return bar == null ? null : bar.value();
    }
}
