package org.godwit.connector.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.godwit.model.TableInfo.Check;
import org.godwit.model.TableInfo.Index;

/**
 * What is declared for a table beside its columns and keys.
 *
 * @param beside what no plan can say, in words
 */
record Declared(List<Index> indexes, List<Check> checks, List<String> beside) {
    /** @param names of the table's columns */
    static Declared of(Catalogue catalogue, String table, List<String> names) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        catalogue.rows("SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = " + SqliteName.literal(table), 1)
                .forEach(row -> checks.addAll(TableText.checks(row.get(0), names)));
        for (List<String> index : catalogue.rows("PRAGMA main.index_list(" + SqliteName.of(table) + ")", 5)) {
            if (index.get(3).equals("pk")) {
                continue;
            }
            List<List<String>> columns = catalogue.rows("PRAGMA main.index_info(" + SqliteName.of(index.get(1)) + ")", 3);
            // An expression has no name; neither has the row id, which is no column.
            boolean plain = index.get(4).equals("0") && columns.stream().noneMatch(column -> column.get(2).isEmpty());
            if (plain) {
                indexes.add(new Index(columns.stream().map(column -> column.get(2)).toList(), index.get(2).equals("1")));
            } else {
                beside.add("index " + index.get(1));
            }
        }
        catalogue.triggers(table).forEach(trigger -> beside.add("trigger " + trigger));
        return new Declared(indexes, checks, beside);
    }
}
