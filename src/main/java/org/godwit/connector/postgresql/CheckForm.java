package org.godwit.connector.postgresql;

import org.godwit.connector.spi.CheckSql;

/** Conditions in PostgreSQL's SQL. */
final class CheckForm implements CheckSql {
    @Override
    public String name(String name) {
        return PgNames.quoted(PgNames.stored(name));
    }

    @Override
    public String literal(String text) {
        return PgNames.literal(text);
    }
}
