package org.godwit.duck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.duckdb.DuckDBConnection;

/** What is in a database: its tables and views. Thread-safe, as its lease is. */
public final class TargetCatalog {
    private static final String TABLES = "SELECT schema_name, name, is_view, column_name, data_type FROM ("
        + "SELECT schema_name, table_name AS name, table_oid AS oid, false AS is_view FROM duckdb_tables()"
        + " WHERE database_name = current_database() AND NOT internal AND NOT temporary"
        + " UNION ALL SELECT schema_name, view_name, view_oid, true FROM duckdb_views()"
        + " WHERE database_name = current_database() AND NOT internal AND NOT temporary) AS t"
        + " JOIN (SELECT table_oid AS oid, column_name, column_index, data_type FROM duckdb_columns()"
        + " WHERE database_name = current_database()) AS c USING (oid)"
        + " ORDER BY is_view, schema_name, name, column_index";

    private record Key(String schema, String name, boolean view) {}

    private final Lease lease;

    public TargetCatalog(Lease lease) {
        this.lease = lease;
    }

    /** Returns tables by name, then views by name. */
    public List<CatalogTable> tables() {
        return lease.use(TargetCatalog::read);
    }

    private static List<CatalogTable> read(DuckDBConnection connection) throws SQLException {
        Map<Key, List<QueryResult.Column>> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                found.computeIfAbsent(new Key(rows.getString(1), rows.getString(2), rows.getBoolean(3)), key -> new ArrayList<>())
                    .add(new QueryResult.Column(rows.getString(4), rows.getString(5)));
            }
        }
        List<CatalogTable> tables = new ArrayList<>();
        found.forEach((key, columns) -> tables.add(new CatalogTable(key.schema, key.name, key.view, columns, count(connection, key))));
        return tables;
    }

    private static OptionalLong count(DuckDBConnection connection, Key key) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + Sql.name(key.schema) + "." + Sql.name(key.name))) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        } catch (SQLException e) {
            // A view whose table is gone, or whose values do not convert.
            return OptionalLong.empty();
        }
    }
}
