package org.godwit.engine.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.duck.Sql;
import org.godwit.engine.check.CheckText;
import org.godwit.model.RowCheck;
import org.godwit.model.TableInfo.ForeignKey;

/**
 * SQL for the rows of a table in the hub that break a constraint: what follows the columns of a SELECT, where {@code r} is
 * the table. Pure.
 */
final class Breaches {
    private Breaches() {}

    /** Rows without a value. */
    static String empty(String table, String column) {
        return from(table) + "r." + Sql.name(column) + " IS NULL";
    }

    /** Rows for which a condition is false; not those for which it is unknown. */
    static String broken(String table, RowCheck condition) {
        return from(table) + "NOT (" + CheckText.text(condition) + ")";
    }

    /** Rows whose values an earlier row has. */
    static String twice(String table, List<String> columns) {
        String names = columns.stream().map(c -> "r." + Sql.name(c)).collect(Collectors.joining(", "));
        return from(table) + present(columns) + " QUALIFY row_number() OVER (PARTITION BY " + names + " ORDER BY r.rowid) > 1";
    }

    /** Rows whose reference leads nowhere. */
    static String orphans(String table, ForeignKey reference) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            equal.add("p." + Sql.name(reference.references().get(i)) + " = r." + Sql.name(reference.columns().get(i)));
        }
        return from(table) + present(reference.columns()) + " AND NOT EXISTS (SELECT 1 FROM " + Sql.name(reference.table())
                + " p WHERE " + String.join(" AND ", equal) + ")";
    }

    private static String from(String table) {
        return " FROM " + Sql.name(table) + " r WHERE ";
    }

    private static String present(List<String> columns) {
        return columns.stream().map(c -> "r." + Sql.name(c) + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }
}
