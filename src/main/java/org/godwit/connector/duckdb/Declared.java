package org.godwit.connector.duckdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.model.TableInfo.Check;
import org.godwit.model.TableInfo.Dialect;
import org.godwit.model.TableInfo.Index;

/** What is declared for the tables of a database beside their columns and keys. */
final class Declared {
    private record Table(String schema, String name) {}

    /** @param expressions names of columns as they are or in quotes; everything else is an expression */
    private record Found(boolean unique, List<String> expressions) {}

    private final Map<Table, Map<String, List<String>>> uniques = new HashMap<>();
    private final Map<Table, Map<String, Found>> indexes = new HashMap<>();
    private final Map<Table, List<Check>> checks = new HashMap<>();

    Declared(Session session) {
        String here = " WHERE database_name = current_database()";
        for (List<String> row : session.texts("SELECT schema_name, table_name, constraint_index, unnest(constraint_column_names) FROM duckdb_constraints()" + here
                + " AND constraint_type = 'UNIQUE'")) {
            uniques.computeIfAbsent(table(row), t -> new LinkedHashMap<>()).computeIfAbsent(row.get(2), i -> new ArrayList<>()).add(row.get(3));
        }
        for (List<String> row : session.texts("SELECT schema_name, table_name, index_name, is_unique, unnest(CAST(expressions AS VARCHAR[])) FROM duckdb_indexes()" + here)) {
            indexes.computeIfAbsent(table(row), t -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get(2), i -> new Found(Boolean.parseBoolean(row.get(3)), new ArrayList<>())).expressions.add(row.get(4));
        }
        Map<Table, Set<String>> collating = collating(session);
        for (List<String> row : session.texts("SELECT schema_name, table_name, expression FROM duckdb_constraints()" + here + " AND constraint_type = 'CHECK'")) {
            // Nobody can give them a name: what is called so was made of their columns.
            checks.computeIfAbsent(table(row), t -> new ArrayList<>())
                    .add(new Check("", row.get(2), Dialect.DUCKDB, collating.getOrDefault(table(row), Set.of())));
        }
    }

    /** Returns the columns of the tables of which some collate: DuckDB does not say which. */
    private static Map<Table, Set<String>> collating(Session session) {
        Map<Table, Set<String>> columns = new HashMap<>();
        session.texts("SELECT c.schema_name, c.table_name, c.column_name FROM duckdb_columns() c JOIN duckdb_tables() t"
                + " ON t.database_oid = c.database_oid AND t.table_oid = c.table_oid"
                + " WHERE c.database_name = current_database() AND regexp_matches(t.sql, '\\bCOLLATE\\b', 'i')")
                .forEach(row -> columns.computeIfAbsent(table(row), t -> new HashSet<>()).add(row.get(2)));
        return columns;
    }

    private static Table table(List<String> row) {
        return new Table(row.get(0), row.get(1));
    }

    /** @param names the columns of the table */
    List<Index> indexes(String schema, String table, List<String> names) {
        Table there = new Table(schema, table);
        List<Index> found = new ArrayList<>();
        uniques.getOrDefault(there, Map.of()).values().forEach(columns -> found.add(new Index(columns, true)));
        indexes.getOrDefault(there, Map.of()).values().forEach(index -> columns(index, names).ifPresent(columns -> found.add(new Index(columns, index.unique))));
        return found;
    }

    /**
     * Returns what no plan can say, in words.
     *
     * @param names the columns of the table
     */
    List<String> beside(String schema, String table, List<String> names) {
        Table there = new Table(schema, table);
        List<String> beside = new ArrayList<>();
        indexes.getOrDefault(there, Map.of()).forEach((name, index) -> {
            if (columns(index, names).isEmpty()) {
                beside.add("index " + name);
            }
        });
        return beside;
    }

    List<Check> checks(String schema, String table) {
        return checks.getOrDefault(new Table(schema, table), List.of());
    }

    /** Returns the columns of an index; none if it is of anything else. */
    private static Optional<List<String>> columns(Found index, List<String> names) {
        List<String> columns = index.expressions.stream()
                .flatMap(expression -> names.stream().filter(name -> expression.equals(name) || expression.equals(Sql.name(name))).limit(1))
                .toList();
        return columns.size() == index.expressions.size() ? Optional.of(columns) : Optional.empty();
    }
}
