package org.godwit.analysis.trace;

import java.nio.file.Path;

/**
 * A cell whose origin is asked for.
 *
 * @param database a DuckDB file that Godwit wrote
 * @param doc the row's {@code _doc}
 * @param at the row's {@code _at}, a JSON pointer
 * @param feed the row's {@code _feed}
 * @param column the cell's column; empty for the row as a whole
 */
public record Place(Path database, String table, long doc, String at, int feed, String column) {}
