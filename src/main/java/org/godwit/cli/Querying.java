package org.godwit.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a database by SQL; how is decided where everything is wired. */
@FunctionalInterface
public interface Querying {
    /**
     * Hands on the columns and then each row of a query, on the calling thread, reading only.
     *
     * @param location the database, as a person wrote it
     * @throws org.godwit.model.GodwitException SOURCE_MISSING, TARGET_LOCKED, TARGET_UNREADABLE, QUERY_FAILED
     */
    void query(String location, String sql, Rows rows);

    /** Takes a result as it comes. */
    interface Rows {
        /** Called once, before any row. */
        void columns(List<String> names);

        /** Takes a row in the order of the columns; null is NULL, numbers are exact, what has no Java form is text. */
        void row(List<? extends @Nullable Object> values);
    }
}
