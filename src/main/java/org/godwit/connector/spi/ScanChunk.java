package org.godwit.connector.spi;

import org.godwit.shred.RowBatch;

/** How much a server's rows come to before they are handed over by {@link TargetSession#scan}. */
public final class ScanChunk {
    // Large enough that what is done once for each chunk, such as a commit, does not count; small enough for long texts.
    private static final int ROWS = 16_384;
    private static final int TEXT = 4 << 20;

    private ScanChunk() {}

    /** @param size of the values in the batch, in bytes or characters, as far as they differ in length */
    public static boolean isFull(RowBatch rows, long size) {
        return rows.rows() >= ROWS || size >= TEXT;
    }
}
