package org.godwit.connector.spi;

import org.godwit.model.TableInfo;

/** Reads rows for one worker. Not thread-safe. */
public interface RowReader extends AutoCloseable {
    /**
     * Hands the rows of a range to the sink, in the order of the key.
     *
     * @param table one of the source's, possibly with other verdicts on JSON
     * @throws org.godwit.model.GodwitException SOURCE_UNREADABLE with the reason
     */
    void read(TableInfo table, RowRange range, RowSink sink);

    @Override
    void close();
}
