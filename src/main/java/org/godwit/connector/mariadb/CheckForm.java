package org.godwit.connector.mariadb;

import org.godwit.connector.spi.CheckSql;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.RowCheck;
import org.godwit.model.TableSpec;

/** Conditions in MariaDB's SQL. Texts compare to the letter, because the tables that are made say so. */
final class CheckForm implements CheckSql {
    /** Returns why a condition cannot be declared; empty if it can. */
    static String unfit(TargetTable table, RowCheck check) {
        return check.columns().contains(table.generated()) ? "MariaDB takes no condition of the column that it counts on, " + table.generated() : "";
    }

    /**
     * Returns what declares a check; without its name where the server would not take it, or calls a column's own check so.
     *
     * @param maria whether it is MariaDB; MySQL takes a name once in a database
     */
    static String of(TargetTable table, TableSpec.Check check, boolean maria) {
        boolean named = maria && MariaSql.fault(check.name()).isEmpty() && table.names().stream().noneMatch(check.name()::equalsIgnoreCase);
        return new CheckForm().declared(named ? check : new TableSpec.Check("", check.condition()));
    }

    @Override
    public String name(String name) {
        return MariaSql.name(name);
    }

    @Override
    public String literal(String text) {
        return MariaSql.literal(text);
    }

    /** The other one counts bytes. */
    @Override
    public String length(String column) {
        return "char_length(" + name(column) + ")";
    }
}
