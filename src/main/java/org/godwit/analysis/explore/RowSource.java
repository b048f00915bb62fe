package org.godwit.analysis.explore;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Rows that are shown: all that a grid asks for. Thread-safe; pages and values block and belong on a background thread. */
public interface RowSource extends AutoCloseable {
    List<Column> columns();

    /** Returns how many rows there are. */
    long rows();

    /**
     * Returns some rows, long texts cut to {@link #LONGEST} characters and one more that says so.
     *
     * @param from how many rows come before them
     * @param cancelled asked again and again
     */
    List<List<@Nullable String>> page(long from, int count, BooleanSupplier cancelled);

    /** Returns some rows in full. */
    List<List<@Nullable String>> wholeRows(long from, int count, BooleanSupplier cancelled);

    /** Returns the whole of one value, null for NULL. */
    @Nullable String value(long row, int column, BooleanSupplier cancelled);

    /** Gives back what was kept for these rows. */
    @Override
    void close();

    /** How long a text in a page is at most, before it counts as cut. */
    int LONGEST = 300;

    /**
     * A column.
     *
     * @param type as DuckDB names it
     */
    record Column(String name, String type) {
        private static final List<String> NUMBERS = List.of(
                "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL");

        /** Returns whether its values are numbers, which stand at the right. */
        public boolean numeric() {
            return NUMBERS.stream().anyMatch(type::startsWith) && !type.endsWith("]");
        }

        /** Returns whether Godwit wrote it to find the row's source again. */
        public boolean lineage() {
            return name.equals("_doc") || name.equals("_at") || name.equals("_feed");
        }
    }
}
