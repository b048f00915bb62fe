package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo;
import org.godwit.model.TableInfo.Column;
import org.godwit.model.TableInfo.ForeignKey;
import org.godwit.model.TableInfo.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of its tables. Asked by PRAGMA statements, which no table or view of a hostile file can stand in
 * for. Not thread-safe.
 */
final class Catalogue {
    private static final List<String> ROW_IDS = List.of("rowid", "_rowid_", "oid");
    private static final int MAX_COLUMNS = 2_000;
    private static final int VIRTUAL_HIDDEN = 1;

    private final Link link;
    private final TextForm form;

    Catalogue(Link link, TextForm form) {
        this.link = link;
        this.form = form;
    }

    /**
     * Something that the catalogue lists.
     *
     * @param kind table, view, virtual, shadow
     * @param keyed rows are kept by their key and have no row id
     * @param strict types bind
     */
    record Entry(String name, String kind, boolean keyed, boolean strict) {}

    /**
     * A column as the catalogue has it.
     *
     * @param key its position in the primary key from 1, or 0
     * @param hidden 0 for plain ones, 1 for those of virtual tables, 2 and 3 for those that are reckoned
     */
    record Field(String name, String declared, boolean required, int key, int hidden) {}

    /**
     * How the rows of a table are reached.
     *
     * @param rowId a name of the row id that no column has taken; null if there is none, so that only positions tell rows apart
     */
    record Shape(@Nullable String rowId) {}

    /** Returns everything that holds or shows rows in the main database, sorted by name, without SQLite's own. */
    List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (List<String> row : rows("PRAGMA main.table_list", 6)) {
            String name = row.get(1);
            if (row.get(0).equals("main") && !name.toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
                entries.add(new Entry(name, row.get(2), row.get(4).equals("1"), row.get(5).equals("1")));
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return entries;
    }

    /** Returns the columns of a table that can be read, in order. */
    List<Field> fields(String table) throws SQLException {
        List<Field> fields = new ArrayList<>();
        for (List<String> row : rows("PRAGMA main.table_xinfo(" + SqliteName.of(table) + ")", 7)) {
            int hidden = Integer.parseInt(row.get(6));
            if (hidden != VIRTUAL_HIDDEN) {
                fields.add(new Field(row.get(1), row.get(2), row.get(3).equals("1"), Integer.parseInt(row.get(5)), hidden));
            }
        }
        return fields;
    }

    /** Returns the names of the columns of the primary key, in the key's order. */
    static List<String> primaryKey(List<Field> fields) {
        return fields.stream().filter(f -> f.key > 0).sorted(Comparator.comparingInt(Field::key)).map(Field::name).toList();
    }

    /** Returns the column that is the row id by another name, empty for none. */
    String counter(Entry entry, List<Field> fields) throws SQLException {
        List<Field> key = fields.stream().filter(f -> f.key > 0).toList();
        if (entry.keyed || key.size() != 1 || !key.get(0).declared.equalsIgnoreCase("INTEGER")) {
            return "";
        }
        // INTEGER PRIMARY KEY DESC has an index of its own, for reasons of history; a row id has none.
        boolean indexed = rows("PRAGMA main.index_list(" + SqliteName.of(entry.name) + ")", 4).stream().anyMatch(row -> row.get(3).equals("pk"));
        return indexed ? "" : key.get(0).name;
    }

    static Shape shape(Entry entry, List<Field> fields) {
        boolean reachable = !entry.keyed && fields.size() < MAX_COLUMNS;
        return new Shape(reachable ? ROW_IDS.stream().filter(id -> fields.stream().noneMatch(f -> f.name.equalsIgnoreCase(id))).findFirst().orElse(null) : null);
    }

    /** Returns a table's description. */
    TableInfo describe(Entry entry, List<Field> fields, long rows, long bytes) throws SQLException {
        String counter = counter(entry, fields);
        List<Column> columns = fields.stream().map(field -> {
            boolean required = field.required || field.name.equals(counter) || (entry.keyed && field.key > 0);
            return new Column(field.name, field.declared, type(entry, field, counter), !required, json(field.declared));
        }).toList();
        Declared declared = Declared.of(this, entry.name, columns.stream().map(Column::name).toList());
        return new TableInfo(entry.name, columns, primaryKey(fields), foreignKeys(entry.name), declared.indexes(), declared.checks(), declared.beside(), rows, bytes, null);
    }

    /** Declared types bind nobody, except in STRICT tables and for row ids. */
    private static @Nullable DataType type(Entry entry, Field field, String counter) {
        if (field.name.equals(counter)) {
            return DataType.BIGINT;
        }
        if (!entry.strict) {
            return null;
        }
        return switch (field.declared.toUpperCase(Locale.ROOT)) {
            case "INT", "INTEGER" -> DataType.BIGINT;
            case "REAL" -> DataType.DOUBLE;
            case "TEXT" -> DataType.VARCHAR;
            case "BLOB" -> DataType.BLOB;
            default -> null;
        };
    }

    private static Json json(String declared) {
        return declared.toUpperCase(Locale.ROOT).contains("JSON") ? Json.ANY : Json.NONE;
    }

    List<ForeignKey> foreignKeys(String table) throws SQLException {
        record Reference(String table, List<String> columns, List<String> references) {}

        Map<Integer, Reference> byId = new TreeMap<>(Comparator.reverseOrder());
        for (List<String> row : rows("PRAGMA main.foreign_key_list(" + SqliteName.of(table) + ")", 5)) {
            Reference reference = byId.computeIfAbsent(Integer.valueOf(row.get(0)), id -> new Reference(row.get(2), new ArrayList<>(), new ArrayList<>()));
            reference.columns.add(row.get(3));
            // No name: the primary key of the other table.
            if (!row.get(4).isEmpty()) {
                reference.references.add(row.get(4));
            }
        }
        List<ForeignKey> keys = new ArrayList<>();
        for (Reference reference : byId.values()) {
            List<String> references = reference.references.size() == reference.columns.size() ? reference.references : primaryKey(fields(reference.table));
            keys.add(new ForeignKey(reference.columns, reference.table, references));
        }
        return keys;
    }

    /** Returns the triggers of a table by name. They keep its name as their maker wrote it; SQLite itself ignores the case of ASCII letters only. */
    List<String> triggers(String table) throws SQLException {
        String sql = "SELECT name FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = " + SqliteName.literal(table) + " COLLATE NOCASE ORDER BY name";
        return rows(sql, 1).stream().map(row -> row.get(0)).toList();
    }

    long count(String table) throws SQLException {
        return number("SELECT count(*) FROM main." + SqliteName.of(table));
    }

    /** Returns the one number of a query, 0 if there is none. */
    long number(String sql) throws SQLException {
        try (Prepared query = link.prepare(sql)) {
            return query.step() ? query.integer(0) : 0;
        }
    }

    /** Returns the rows of a small query as text, nothing as the empty text. */
    List<List<String>> rows(String sql, int columns) throws SQLException {
        try (Prepared query = link.prepare(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (query.step()) {
                List<String> row = new ArrayList<>(columns);
                for (int i = 0; i < columns; i++) {
                    row.add(text(query, i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private String text(Prepared query, int column) throws SQLException {
        return switch (query.type(column)) {
            case Prepared.INTEGER -> Long.toString(query.integer(column));
            case Prepared.TEXT -> form.readLoosely(query.bytes(column));
            default -> "";
        };
    }

    /** Returns how many bytes the pages of each table hold, as far as SQLite tells. */
    Map<String, Long> pages() throws SQLException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        rows("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE", 2).forEach(row -> bytes.put(row.get(0), Long.valueOf(row.get(1))));
        return bytes;
    }
}
