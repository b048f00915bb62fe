package org.godwit.connector.sqlite;

import java.util.Optional;
import org.godwit.connector.spi.CheckSql;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.RowCheck;

/** Conditions in SQLite's SQL, for a table as {@link SqliteTarget#mapping} has its columns. */
final class CheckForm implements CheckSql {
    /** SQLite reckons by doubles, which tell apart all numbers of so many digits. */
    private static final int DIGITS = 15;

    private final TargetTable table;

    CheckForm(TargetTable table) {
        this.table = table;
    }

    /** Returns why a condition cannot be declared; empty if it can. */
    static String unfit(TargetTable table, RowCheck check) {
        Optional<String> column = check.columns().stream().sorted().filter(name -> isUnlike(table.type(name))).findFirst();
        return column.map(name -> "SQLite keeps column " + name + " (" + table.type(name).sql() + ") as text, and compares it as text").orElse("");
    }

    private static boolean isUnlike(DataType type) {
        return switch (type.kind()) {
            case DATE, TIMESTAMP, HUGEINT -> true;
            case DECIMAL -> type.precision() > DIGITS;
            case BOOLEAN, INTEGER, BIGINT, DOUBLE, VARCHAR, JSON, BLOB -> false;
        };
    }

    @Override
    public String name(String name) {
        return SqliteName.of(name);
    }

    @Override
    public String literal(String text) {
        return SqliteName.literal(text);
    }

    @Override
    public String column(String column) {
        return table.type(column).kind() == DataType.Kind.DECIMAL ? "CAST(" + name(column) + " AS REAL)" : name(column);
    }

    /** LIKE would take a for A. */
    @Override
    public String like(String column, String not, String pattern) {
        String glob = pattern.replaceAll("[\\[*?]", "[$0]").replace('%', '*').replace('_', '?');
        return name(column) + " " + not + "GLOB " + literal(glob);
    }

    /** Older ones have no words for them. */
    @Override
    public String bool(boolean value) {
        return value ? "1" : "0";
    }
}
