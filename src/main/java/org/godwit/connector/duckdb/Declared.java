package org.godwit.connector.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.TableInfo.Index;
import org.jspecify.annotations.Nullable;

/**
 * What is declared for a table beside its columns and keys.
 *
 * @param beside what no plan can say, in words
 */
record Declared(List<Index> indexes, List<String> beside) {
    private record Found(boolean unique, List<@Nullable String> columns) {}

    /** @param names the columns of the table */
    static Declared of(Session session, String schema, String table, List<String> names) {
        String there = " WHERE database_name = current_database() AND schema_name = " + Sql.literal(schema) + " AND table_name = " + Sql.literal(table);
        Map<String, Found> found = new LinkedHashMap<>();
        for (List<String> row : session.texts("SELECT constraint_index, unnest(constraint_column_names) FROM duckdb_constraints()" + there
                + " AND constraint_type = 'UNIQUE'")) {
            found.computeIfAbsent(row.get(0), i -> new Found(true, new ArrayList<>())).columns.add(row.get(1));
        }
        for (List<String> row : session.texts("SELECT 'index ' || index_name, is_unique, unnest(CAST(expressions AS VARCHAR[])) FROM duckdb_indexes()" + there)) {
            Found index = found.computeIfAbsent(row.get(0), i -> new Found(Boolean.parseBoolean(row.get(1)), new ArrayList<>()));
            // Names stand there as they are, or in quotes; everything else is an expression.
            index.columns.add(names.stream().filter(name -> row.get(2).equals(name) || row.get(2).equals(Sql.name(name))).findFirst().orElse(null));
        }
        List<Index> indexes = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        found.forEach((name, index) -> {
            if (index.columns.stream().allMatch(Objects::nonNull)) {
                indexes.add(new Index(index.columns.stream().map(Objects::requireNonNull).toList(), index.unique));
            } else {
                beside.add(name);
            }
        });
        session.texts("SELECT constraint_text FROM duckdb_constraints()" + there + " AND constraint_type = 'CHECK'").forEach(row -> beside.add(row.get(0)));
        return new Declared(indexes, beside);
    }
}
