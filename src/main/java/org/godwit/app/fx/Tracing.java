package org.godwit.app.fx;

import java.nio.file.Path;

/** Answers "Where is this from?" for a value on any screen. Only for the FX thread. */
@FunctionalInterface
public interface Tracing {
    /** Opens the source of a value, at the value. */
    void show(Origin origin);

    /**
     * A value in a database.
     *
     * @param database a DuckDB file
     * @param doc the row's document, its {@code _doc}
     * @param at the row's JSON pointer, its {@code _at}
     * @param feed the row's feed, its {@code _feed}
     * @param column the value's column; empty for the row as a whole
     */
    record Origin(Path database, String table, long doc, String at, int feed, String column) {}
}
