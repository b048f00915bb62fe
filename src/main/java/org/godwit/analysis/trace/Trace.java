package org.godwit.analysis.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell is from.
 *
 * @param spots the exact places; the first one is the value's own, or the row's if the value is in no file. Several if it
 *     was made of several. Empty if the file is gone or says something else now
 */
public record Trace(Place place, Source source, Run run, Mapping mapping, List<Spot> spots) {
    public Trace {
        spots = List.copyOf(spots);
    }

    /** Returns the place to show first. */
    public Optional<Spot> spot() {
        return spots.stream().findFirst();
    }

    /** Whether a source file is what it was when its documents were loaded. */
    public enum State {
        /** The same bytes: its sha256 is the one that was recorded. Rows may have been added to a table since. */
        SAME,
        /** Other bytes. */
        CHANGED,
        /** A row of a database, read again: nothing says whether it was changed meanwhile. */
        NOW,
        /** Not there, or it cannot be read. */
        GONE
    }

    /**
     * A source file.
     *
     * @param name as it was recorded: relative to the source
     * @param path where it is, or was looked for first
     * @param sha256 as it was recorded, of the stored bytes
     * @param found the sha256 it has now, empty if it is gone
     * @param position the document's position in the file, from 0
     * @param table the table of which it is a row, empty for a file of documents
     */
    public record Source(String name, Path path, State state, String sha256, String found, String dataset, long position, String table) {
        /** A file of documents. */
        Source(String name, Path path, State state, String sha256, String found, String dataset, long position) {
            this(name, path, state, sha256, found, dataset, position, "");
        }

        /** Returns whether what it is can be told from the bytes of a file: not for a row of a database. */
        public boolean isOfFile() {
            return !isRow() || !sha256.isEmpty();
        }

        /** Returns whether it is a row of a table. */
        public boolean isRow() {
            return !table.isEmpty();
        }
    }

    /** A run: its id, the name of its plan, and when it started, as the database says it. */
    public record Run(String id, String plan, String started) {}

    /**
     * A value in a file.
     *
     * @param pointer JSON pointer in its document
     * @param line from 1
     * @param column in characters, from 1
     * @param offset its first byte in the file; in the unpacked text if the file is packed
     * @param excerpt the text around it, null if the file changed while it was read
     */
    public record Spot(String pointer, long line, long column, long offset, @Nullable Excerpt excerpt) {
        /** Returns the value as it is written in the file; the beginning of it if it is very long. */
        public String value() {
            return excerpt == null ? "" : excerpt.text().substring(excerpt.from(), excerpt.to());
        }
    }

    /**
     * Some text around a value.
     *
     * @param from where the value starts in the text
     * @param to where it ends
     * @param firstLine the line of the file at which the text starts
     * @param before whether there is more on the text's first line before it
     * @param after whether the text goes on
     */
    public record Excerpt(String text, int from, int to, long firstLine, boolean before, boolean after) {}
}
