package org.godwit.connector.json;

import java.util.List;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;

/** A piece of work of this connector. */
sealed interface JsonUnit extends Unit {
    /** Small files, still to be read: the worker does that too. */
    record Files(long sequence, long bytes, List<SourceFile> files) implements JsonUnit {}

    /** A part of a big file, in memory. */
    record Part(long sequence, Block block) implements JsonUnit {
        @Override
        public long bytes() {
            return block.storedBytes();
        }
    }
}
