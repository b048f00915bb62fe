package org.godwit.connector.spi;

import java.nio.file.Path;
import org.godwit.model.CsvOptions;
import org.godwit.model.TableInfo;
import org.jspecify.annotations.Nullable;

/**
 * A file of a source, or a table of one.
 *
 * @param index its position in the order of documents, from 0
 * @param path where it is; for a table of a server a path of the server's name, for reports only
 * @param name its name in reports and lineage: relative to the location, {@code /} between names, {@code #} before a table
 * @param bytes its size when it was listed
 * @param modifiedMillis likewise
 * @param origin for a table, how it is read; otherwise null
 */
public record SourceFile(int index, Path path, String name, long bytes, long modifiedMillis, @Nullable Origin origin) {
    /** A file of documents. */
    public SourceFile(int index, Path path, String name, long bytes, long modifiedMillis) {
        this(index, path, name, bytes, modifiedMillis, null);
    }

    /** Returns the same file at another position, under another name. */
    public SourceFile as(int otherIndex, String otherName) {
        return new SourceFile(otherIndex, path, otherName, bytes, modifiedMillis, origin);
    }

    /** Returns the table's name, empty for a file of documents. */
    public String table() {
        return origin == null ? "" : origin.table().name();
    }

    /** Returns the file whose bytes these are, all of them; null for one of a database's tables. */
    public @Nullable Path content() {
        return origin == null ? path : origin.file();
    }

    /**
     * How a table is read.
     *
     * @param type the connector's
     * @param options how files of separated values are read
     * @param file the file that it is; null for one of a database's tables
     * @param table with the verdicts on its columns
     */
    public record Origin(String type, Place place, CsvOptions options, @Nullable Path file, TableInfo table) {
        public boolean isFile() {
            return file != null;
        }

        /** Returns how the same table is read with other verdicts on its columns. */
        public Origin with(TableInfo other) {
            return new Origin(type, place, options, file, other);
        }
    }
}
