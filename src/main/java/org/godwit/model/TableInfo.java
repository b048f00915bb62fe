package org.godwit.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of a source, as its catalogue describes it.
 *
 * @param name as the source has it; with the schema in front where it is not the usual one
 * @param indexes beside the primary key
 * @param checks what every row keeps to, as the source says it
 * @param beside what else is declared for it and no plan can say, in words: triggers, indexes on expressions
 * @param rows counted, or the catalogue's estimate; -1 if unknown
 * @param bytes about how much is stored; -1 if unknown
 * @param reading how a file of separated values was read; null for all others
 */
public record TableInfo(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        List<Check> checks,
        List<String> beside,
        long rows,
        long bytes,
        @Nullable CsvOptions reading) {
    public TableInfo {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        beside = List.copyOf(beside);
    }

    /** A table without keys, of a format that knows none. */
    public static TableInfo plain(String name, List<Column> columns, long rows, long bytes) {
        return new TableInfo(name, columns, List.of(), List.of(), List.of(), List.of(), List.of(), rows, bytes, null);
    }

    /** What the texts of a column are. */
    public enum Json {
        /** Texts. */
        NONE,
        /** JSON of any form. */
        ANY,
        /** JSON objects; everything else in the column is a fault. */
        OBJECT,
        /** JSON arrays; everything else in the column is a fault. */
        ARRAY
    }

    /**
     * A column.
     *
     * @param declared its type as the source writes it; may be empty
     * @param type what it says that it holds; null if that binds nobody
     * @param json whether its texts are walked on into
     */
    public record Column(String name, String declared, @Nullable DataType type, boolean nullable, Json json) {
        /** Returns the column with another verdict on its texts. */
        public Column withJson(Json verdict) {
            return new Column(name, declared, type, nullable, verdict);
        }
    }

    /**
     * A reference to rows of another table.
     *
     * @param references the columns there, in the order of {@code columns}
     */
    public record ForeignKey(List<String> columns, String table, List<String> references) {
        public ForeignKey {
            columns = List.copyOf(columns);
            references = List.copyOf(references);
        }
    }

    /**
     * An index on whole columns.
     *
     * @param unique whether no two rows share their values
     */
    public record Index(List<String> columns, boolean unique) {
        public Index {
            columns = List.copyOf(columns);
        }
    }

    /** Whose SQL an expression is. */
    public enum Dialect {
        DUCKDB,
        MARIADB,
        POSTGRESQL,
        SQLITE
    }

    /**
     * A condition that every row keeps to.
     *
     * @param name empty if nobody gave it one
     * @param expression the condition in the source's SQL
     * @param loose columns whose texts the source does not compare to the letter: upper and lower case, or spaces at the end, make no
     *     difference there
     */
    public record Check(String name, String expression, Dialect dialect, Set<String> loose) {
        public Check {
            loose = Set.copyOf(loose);
        }
    }

    /** Returns the table with other columns. */
    public TableInfo withColumns(List<Column> others) {
        return new TableInfo(name, others, primaryKey, foreignKeys, indexes, checks, beside, rows, bytes, reading);
    }

    /** Returns the table with nothing declared but its columns. */
    public TableInfo withoutKeys() {
        return plain(name, columns, rows, bytes).read(reading);
    }

    /** Returns the table with how its file was read. */
    public TableInfo read(@Nullable CsvOptions how) {
        return new TableInfo(name, columns, primaryKey, foreignKeys, indexes, checks, beside, rows, bytes, how);
    }
}
