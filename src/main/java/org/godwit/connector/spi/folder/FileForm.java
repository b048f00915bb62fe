package org.godwit.connector.spi.folder;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.shred.CellLimit;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/** How a table is written into a file of its own, and read back. Thread-safe; its makers and writers are not. */
public interface FileForm {
    /** The name in plans: {@code csv}. */
    String type();

    /** What the names of files end in: {@code .csv}. */
    String suffix();

    /** Returns which values of a type files cannot hold; null for none. */
    default @Nullable CellLimit limit(DataType type) {
        return null;
    }

    /**
     * Begins the files of a run.
     *
     * @param folder where they are to be; what is needed on the way there too, under a name with a point in front
     * @param target the place as people name it, for errors
     */
    FileMaker maker(Path folder, String target);

    /**
     * Reads a file back.
     *
     * @param stored what is in it
     * @param form the columns wanted, by name; filled anew for every chunk
     */
    void scan(Path file, Contents.Table stored, RowBatch form, TargetSession.@Nullable Bound atLeast, Consumer<RowBatch> chunks);

    /** Writes the files of one run. */
    interface FileMaker extends AutoCloseable {
        /**
         * Begins a file.
         *
         * @param file where it is to be; there is none
         */
        FileWriter writer(TargetTable table, Path file);

        /** Removes what was needed on the way. */
        @Override
        void close();
    }

    /** Writes one file. */
    interface FileWriter extends AutoCloseable {
        void add(RowBatch rows);

        /** Completes the file; the second time does nothing. */
        void finish();

        /** Lets go of everything; a file that was not finished is worthless. */
        @Override
        void close();
    }
}
