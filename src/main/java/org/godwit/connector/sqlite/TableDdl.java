package org.godwit.connector.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.TableInfo.ForeignKey;

/** Writes the statements that make tables. Pure. */
final class TableDdl {
    private TableDdl() {}

    /** An index that a table gets after load. */
    record Index(String table, List<String> columns, boolean unique) {}

    /**
     * Returns the column that is to be the row id by another name: one that counts rows, or a key that is one whole
     * number. After its greatest value SQLite counts on by itself. Empty for none.
     */
    static String counter(TargetTable table) {
        if (isWhole(table, table.generated())) {
            return table.generated();
        }
        boolean single = table.primaryKey().size() == 1 && isWhole(table, table.primaryKey().get(0));
        return single ? table.primaryKey().get(0) : "";
    }

    private static boolean isWhole(TargetTable table, String column) {
        int index = table.names().indexOf(column);
        return index >= 0 && switch (table.types().get(index).kind()) {
            case INTEGER, BIGINT -> true;
            case BOOLEAN, HUGEINT, DOUBLE, DECIMAL, VARCHAR, DATE, TIMESTAMP, JSON, BLOB -> false;
        };
    }

    /**
     * Returns the statement that makes a table: SQLite can add neither keys nor references later.
     *
     * @param types what becomes of a type
     * @param untyped columns to declare without a type, so that SQLite leaves their values alone
     */
    static String create(TargetTable table, Function<DataType, String> types, Set<String> untyped) {
        String counter = counter(table);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            String name = table.names().get(i);
            boolean required = table.required().contains(name) || table.primaryKey().contains(name);
            String type = untyped.contains(name) ? "" : " " + (name.equals(counter) ? "INTEGER PRIMARY KEY" : types.apply(table.types().get(i)));
            parts.add(SqliteName.of(name) + type + (required ? " NOT NULL" : ""));
        }
        if (counter.isEmpty() && !table.primaryKey().isEmpty()) {
            parts.add("PRIMARY KEY (" + SqliteName.list(table.primaryKey()) + ")");
        }
        for (ForeignKey key : table.foreignKeys()) {
            String references = key.references().isEmpty() ? "" : " (" + SqliteName.list(key.references()) + ")";
            parts.add("FOREIGN KEY (" + SqliteName.list(key.columns()) + ") REFERENCES " + SqliteName.of(key.table()) + references);
        }
        CheckForm form = new CheckForm(table);
        table.checks().forEach(check -> parts.add(form.declared(check)));
        return "CREATE TABLE main." + SqliteName.of(table.name()) + " (\n  " + String.join(",\n  ", parts) + "\n)";
    }

    /**
     * Returns the indexes that tables get after load: for sets of columns that tell rows apart, for columns that others
     * refer to, for those that refer to others, and those that are wanted.
     */
    static List<Index> indexes(List<TargetTable> tables) {
        List<Index> indexes = new ArrayList<>();
        for (TargetTable table : tables) {
            List<List<String>> known = new ArrayList<>();
            known.add(counter(table).isEmpty() ? table.primaryKey() : List.of(counter(table)));
            List<List<String>> unique = new ArrayList<>(table.unique());
            unique.add(table.primaryKey());
            tables.forEach(other -> other.foreignKeys().stream().filter(key -> key.table().equals(table.name())).forEach(key -> unique.add(key.references())));
            for (List<String> columns : unique) {
                if (!columns.isEmpty() && known.stream().noneMatch(k -> sameSet(k, columns))) {
                    known.add(columns);
                    indexes.add(new Index(table.name(), columns, true));
                }
            }
            table.missing(known).forEach(columns -> indexes.add(new Index(table.name(), columns, false)));
        }
        return indexes;
    }

    private static boolean sameSet(List<String> one, List<String> other) {
        return one.size() == other.size() && Set.copyOf(new HashSet<>(one)).equals(new HashSet<>(other));
    }

    /** Returns the name of an index that nothing has yet. */
    static String name(Index index, Set<String> taken) {
        String base = index.table() + "_" + String.join("_", index.columns()) + (index.unique() ? "_key" : "_idx");
        String name = base;
        for (int i = 2; taken.stream().anyMatch(name::equalsIgnoreCase); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    static String create(Index index, String name) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX main." + SqliteName.of(name)
                + " ON " + SqliteName.of(index.table()) + " (" + SqliteName.list(index.columns()) + ")";
    }
}
