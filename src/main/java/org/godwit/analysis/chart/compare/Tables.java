package org.godwit.analysis.chart.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.godwit.duck.Lease;
import org.godwit.duck.Query;
import org.godwit.duck.QueryLimits;
import org.godwit.duck.QueryResult;
import org.godwit.duck.Sql;
import org.godwit.model.OwnTables;
import org.jspecify.annotations.Nullable;

/** The tables and views of a database with their columns, Godwit's own left out. */
final class Tables {
    private static final String COLUMNS = "SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()"
        + " WHERE database_name = current_database() AND NOT internal AND NOT starts_with(table_name, " + Sql.literal(OwnTables.PREFIX) + ")"
        + " ORDER BY schema_name <> 'main', schema_name, table_name, column_index";
    private static final List<String> NUMBERS = List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
        "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE");

    /**
     * A table or view.
     *
     * @param columns types by name, in order
     */
    record Table(String schema, String name, Map<String, String> columns) {
        /** Returns how people call it. */
        String label() {
            return schema.equals("main") ? name : schema + "." + name;
        }

        String sql() {
            return Sql.name(schema) + "." + Sql.name(name);
        }

        boolean has(String column) {
            return columns.containsKey(column);
        }

        List<String> numbers() {
            return columns.entrySet().stream().filter(c -> isNumber(c.getValue())).map(Map.Entry::getKey).toList();
        }
    }

    private final List<Table> all;

    private Tables(List<Table> all) {
        this.all = all;
    }

    static Tables read(Lease database, BooleanSupplier cancelled) {
        record Key(String schema, String name) {}

        Map<Key, Map<String, String>> found = new LinkedHashMap<>();
        QueryResult result = Query.rows(database, COLUMNS, QueryLimits.ALL, cancelled);
        for (List<@Nullable Object> row : result.rows()) {
            found.computeIfAbsent(new Key(String.valueOf(row.get(0)), String.valueOf(row.get(1))), key -> new LinkedHashMap<>())
                .put(String.valueOf(row.get(2)), String.valueOf(row.get(3)));
        }
        List<Table> tables = new ArrayList<>();
        found.forEach((key, columns) -> tables.add(new Table(key.schema, key.name, columns)));
        return new Tables(tables);
    }

    List<Table> all() {
        return all;
    }

    Optional<Table> find(String label) {
        return all.stream().filter(table -> table.label().equals(label)).findFirst();
    }

    static boolean isNumber(String type) {
        return NUMBERS.contains(type) || type.startsWith("DECIMAL(");
    }
}
