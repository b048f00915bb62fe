package org.godwit.analysis.explore;

import org.godwit.duck.Sql;

/** An order by one column; NULL comes last either way. */
public record Sort(String column, boolean descending) {
    String sql() {
        return Sql.name(column) + (descending ? " DESC" : " ASC") + " NULLS LAST";
    }
}
