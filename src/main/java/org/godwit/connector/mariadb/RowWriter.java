package org.godwit.connector.mariadb;

import org.godwit.shred.RowBatch;

/** Writes the rows of one table. Used by one thread; ended once. */
interface RowWriter {
    /** Takes the rows of a batch, which may be used again afterwards. */
    void add(RowBatch batch);

    /** Sends what is left and returns the number of rows written; the server has taken each of them as it was. */
    long end();

    /** Stops after a failure. */
    void stop();
}
