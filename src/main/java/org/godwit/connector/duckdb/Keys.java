package org.godwit.connector.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.godwit.duck.Session;
import org.godwit.model.TableInfo;

/** The primary and foreign keys that a database declares. */
final class Keys {
    private record Id(String schema, String table, String constraint) {}

    private record Key(boolean primary, List<String> columns, String other, List<String> others) {}

    private final Map<Id, Key> keys = new LinkedHashMap<>();

    Keys(Session session) {
        String sql = "SELECT schema_name, table_name, constraint_index, constraint_type, unnest(constraint_column_names), coalesce(referenced_table, ''), "
                + "unnest(referenced_column_names) FROM duckdb_constraints() WHERE database_name = current_database() "
                + "AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')";
        for (List<String> row : session.texts(sql)) {
            Id id = new Id(row.get(0), row.get(1), row.get(2));
            Key key = keys.computeIfAbsent(id, i -> new Key(row.get(3).equals("PRIMARY KEY"), new ArrayList<>(), row.get(5), new ArrayList<>()));
            key.columns.add(row.get(4));
            key.others.add(row.get(6));
        }
    }

    List<String> primary(String schema, String table) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue().primary && e.getKey().schema.equals(schema) && e.getKey().table.equals(table))
                .findFirst()
                .map(e -> e.getValue().columns)
                .orElse(List.of());
    }

    /** @param shown how a table of a schema is named */
    List<TableInfo.ForeignKey> foreign(String schema, String table, BinaryOperator<String> shown) {
        return keys.entrySet().stream()
                .filter(e -> !e.getValue().primary && e.getKey().schema.equals(schema) && e.getKey().table.equals(table))
                .map(e -> new TableInfo.ForeignKey(e.getValue().columns, shown.apply(schema, e.getValue().other), e.getValue().others))
                .toList();
    }
}
