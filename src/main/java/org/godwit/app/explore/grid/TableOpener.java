package org.godwit.app.explore.grid;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.godwit.analysis.explore.Explorer;
import org.godwit.analysis.explore.RowSource;

/** Opens the rows of tables. Thread-safe; it blocks and belongs on a background thread. */
@FunctionalInterface
public interface TableOpener {
    /**
     * Opens all rows of a table, in the order in which they were loaded; the caller closes them.
     *
     * @param database a DuckDB file
     * @param cancelled asked again and again
     * @throws org.godwit.model.GodwitException if the database or the table cannot be read
     */
    RowSource open(Path database, String table, BooleanSupplier cancelled);

    /** Returns what looks into databases. */
    static TableOpener of(Explorer explorer) {
        return (database, table, cancelled) -> explorer.rows(database, explorer.table(database, table), List.of(), Optional.empty(), cancelled);
    }
}
