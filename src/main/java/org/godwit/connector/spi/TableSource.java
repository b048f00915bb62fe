package org.godwit.connector.spi;

import java.nio.file.Path;
import java.util.List;
import org.godwit.model.FileReport;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/** The tables of a source, as they were when it was opened. Thread-safe. */
public interface TableSource extends AutoCloseable {
    /**
     * Returns the tables in the order of their names: without the catalogue's own and without views. Columns have
     * {@link TableInfo.Json} other than NONE only where their declared type says so.
     */
    List<TableInfo> tables();

    /** Returns the same for somebody who reads them anyway: where counting the rows takes long, their number is an estimate. */
    default List<TableInfo> uncounted() {
        return tables();
    }

    /** Returns the file that a table is; null if it is one of a database's. */
    default @Nullable Path file(TableInfo table) {
        return null;
    }

    /** Returns files that would be tables and are none: EMPTY, UNREADABLE or left out (OTHER), with the reason. Everything else goes on. */
    default List<FileReport> others() {
        return List.of();
    }

    /**
     * Cuts a table into ranges that together hold each of its rows once.
     *
     * @param rows about how many rows a range should have
     * @return in the order of the table's key; empty for a table without rows
     */
    List<RowRange> ranges(TableInfo table, long rows);

    /** Returns a reader for one worker; it sees what the source saw when it was opened. */
    RowReader reader();

    @Override
    void close();
}
