package org.godwit.duck;

import java.util.List;
import java.util.OptionalLong;
import org.godwit.model.OwnTables;

/**
 * A table or view of a database.
 *
 * @param schema {@code main} unless made elsewhere
 * @param view whether it is a view
 * @param rows how many rows it has; empty for a view that cannot be read
 */
public record CatalogTable(String schema, String name, boolean view, List<QueryResult.Column> columns, OptionalLong rows) {
    public CatalogTable {
        columns = List.copyOf(columns);
    }

    /** Returns whether it is one of Godwit's own tables. */
    public boolean isSystem() {
        return OwnTables.isOwn(name);
    }
}
