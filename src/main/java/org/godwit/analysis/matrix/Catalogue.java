package org.godwit.analysis.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.jspecify.annotations.Nullable;

/** The tables and views of a database with their columns; no row is read. */
final class Catalogue {
    private static final String COLUMNS = "SELECT c.schema_name, c.table_name, c.column_name, c.data_type FROM duckdb_columns() AS c"
            + " LEFT JOIN duckdb_views() AS v ON v.view_oid = c.table_oid AND v.database_name = c.database_name"
            + " WHERE c.database_name = current_database() AND NOT c.internal"
            + " ORDER BY v.view_name IS NOT NULL, c.schema_name, c.table_name, c.column_index";

    private record Key(String schema, String name) {}

    private Catalogue() {}

    /** Returns tables by name, then views by name. */
    static List<Table> read(Lease lease, BooleanSupplier cancelled) {
        Map<Key, List<Table.Column>> found = new LinkedHashMap<>();
        for (List<@Nullable Object> row : Query.rows(lease, COLUMNS, QueryLimits.ALL, cancelled).rows()) {
            found.computeIfAbsent(new Key(String.valueOf(row.get(0)), String.valueOf(row.get(1))), key -> new ArrayList<>())
                    .add(new Table.Column(String.valueOf(row.get(2)), String.valueOf(row.get(3))));
        }
        return found.entrySet().stream()
                .map(entry -> new Table(entry.getKey().schema(), entry.getKey().name(), entry.getValue()))
                .filter(table -> !table.isSystem())
                .toList();
    }
}
