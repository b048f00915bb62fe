package org.godwit.connector.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.godwit.model.Plan;
import org.godwit.model.RowCheck;
import org.godwit.shred.CellLimit;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * One run's way into a target. Used by one thread, in this order: look at what is there, {@link #create} what is
 * missing, write, {@link #finish}, read back, {@link #commit}. Closing without commit leaves the target as it was.
 */
public interface TargetSession extends AutoCloseable {
    /** Returns the tables there are and the names of their columns, in order. */
    Map<String, List<String>> tables();

    /**
     * Returns what the columns of a table cannot hold, as it is there or would be made; columns that hold everything are
     * left out. Rows with other values are refused by {@link #write}.
     */
    default Map<String, CellLimit> limits(TargetTable table) {
        return Map.of();
    }

    /**
     * Returns how long texts (in characters) and bytes may be at most in columns of a table's keys and indexes, where these
     * have less room than values; 0 for no room at all.
     */
    default Map<String, Integer> keyWidths(TargetTable table) {
        return Map.of();
    }

    /** Returns why a target cannot declare a condition so that it means what it means in DuckDB; empty if it can. */
    default String unfit(TargetTable table, RowCheck check) {
        return "";
    }

    /** Makes a table with its checks; keys and references come with {@link #finish}, except where they can be declared only now. */
    void create(TargetTable table);

    /** Returns how many rows a table has; negative if that is not known without reading it. */
    default long count(String table) {
        return -1;
    }

    /** Removes all rows of a table. */
    void clear(String table);

    /**
     * Writes rows.
     *
     * @param source calls its argument with one batch after another; a batch is used before the call returns
     * @return the number of rows written
     * @throws org.godwit.model.GodwitException TARGET_REFUSED with the table, the row and the reason
     */
    long write(TargetTable table, Consumer<Consumer<RowBatch>> source);

    /**
     * Gives rows that are there other values.
     *
     * @param rows all columns of the table; those named in {@code identity} tell which row, each of them exactly one
     */
    void update(TargetTable table, List<String> identity, RowBatch rows);

    /**
     * Reads rows back, exactly as types of a plan.
     *
     * @param form the columns wanted; filled anew for every chunk
     * @param atLeast a column of whole numbers and its least value; null for all rows
     */
    void scan(RowBatch form, @Nullable Bound atLeast, Consumer<RowBatch> chunks);

    /** Adds what is declared after load: keys, references, indexes, views; advances sequences. */
    void finish(List<TargetTable> made, List<Plan.View> views);

    /** Makes everything visible, durably. */
    void commit();

    @Override
    void close();

    /** Rows whose value in a column of whole numbers is at least this. */
    record Bound(String column, long value) {}
}
