package org.godwit.cli;

/** Prints a result in one format. Without {@link #end()} it stays unfinished, so that nobody takes a part for all. */
interface RowSink extends Querying.Rows {
    /** All rows have come. */
    void end();
}
