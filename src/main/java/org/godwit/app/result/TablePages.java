package org.godwit.app.result;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a database's tables, a page at a time. Thread-safe; calls block and belong on a background thread. */
@FunctionalInterface
public interface TablePages {
    /**
     * Reads one page of a table, in the order in which the rows were loaded.
     *
     * @param database a DuckDB file
     * @param offset how many rows come before the page
     * @param limit how many rows at most
     * @throws org.godwit.model.GodwitException if the database or the table cannot be read
     */
    Page page(Path database, String table, long offset, int limit);

    /**
     * Some rows of a table.
     *
     * @param offset how many rows come before them
     * @param total how many rows the table has
     * @param rows cells as text, in the order of the columns; null for NULL
     */
    record Page(List<Column> columns, List<List<@Nullable String>> rows, long offset, long total) {
        public Page {
            columns = List.copyOf(columns);
            rows = rows.stream()
                    .<List<@Nullable String>>map(row -> Collections.unmodifiableList(new java.util.ArrayList<>(row)))
                    .toList();
        }
    }

    /**
     * @param type as DuckDB names it
     * @param numeric whether its values are numbers, which stand at the right
     */
    record Column(String name, String type, boolean numeric) {}
}
