package org.godwit.connector.spi;

import org.jspecify.annotations.Nullable;

/**
 * The documents of a list of files, cut into units of about a megabyte. Thread-safe: workers call {@link #next()} in
 * turn; it does the reading and hashing, and gives units in document order.
 */
public interface UnitSource extends AutoCloseable {
    /** Returns the next unit, numbered from 0 without gaps, or null at the end. */
    @Nullable Unit next();

    /** Returns a parser for one worker. */
    UnitParser parser();

    @Override
    void close();
}
