package org.godwit.engine.check;

import org.godwit.connector.spi.CheckSql;
import org.godwit.duck.Expressions;
import org.godwit.duck.Sql;
import org.godwit.model.RowCheck;
import org.godwit.model.TableSpec;

/** Conditions in DuckDB's SQL, as plans write them: names in quotes only where they need them. */
public final class CheckText implements CheckSql {
    private static final CheckText ONE = new CheckText();

    private CheckText() {}

    /** Returns a condition as DuckDB, and {@link CheckReader#ofPlan}, take it. */
    public static String text(RowCheck check) {
        return ONE.of(check);
    }

    /** Returns what declares a check in DuckDB. */
    public static String ddl(TableSpec.Check check) {
        return ONE.declared(check);
    }

    @Override
    public String name(String name) {
        return Expressions.isWord(name) ? name : Sql.name(name);
    }

    @Override
    public String literal(String text) {
        return Sql.literal(text);
    }
}
