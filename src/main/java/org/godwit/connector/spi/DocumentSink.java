package org.godwit.connector.spi;

import org.godwit.model.FileReport;
import org.godwit.model.Problem;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonTape;
import org.jspecify.annotations.Nullable;

/** Takes the documents of units; called by one worker at a time. */
public interface DocumentSink {
    /**
     * A file, or the next part of one, begins.
     *
     * @param first whether it is the first part of the file
     * @param sha256 of the whole file if it is known by now, otherwise null
     * @return false to skip the documents of this part
     */
    boolean part(SourceFile file, boolean first, @Nullable String sha256);

    /**
     * A document.
     *
     * @param tape its nodes; valid during this call only
     * @param line where it starts in the file, from 1
     */
    void document(SourceFile file, JsonTape tape, long line);

    /**
     * Returns what takes the rows of the table that has begun; by default documents made of them.
     *
     * @param documents makes a document of each row and hands it to {@link #document}
     */
    default RowSink rows(SourceFile file, TableInfo table, RowSink documents) {
        return documents;
    }

    /** Something in the file that is no document; in a file of one document there is nothing else. */
    void problem(SourceFile file, Problem problem);

    /**
     * The part has ended.
     *
     * @param status of the file as far as this part shows it
     * @param sha256 of the whole file if this was its last part and it could be read, otherwise empty
     * @param last whether it is the last part of the file
     */
    void partEnd(SourceFile file, FileReport.Status status, String sha256, boolean last);
}
