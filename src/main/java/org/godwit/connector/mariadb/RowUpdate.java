package org.godwit.connector.mariadb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.GodwitException;
import org.godwit.shred.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows other values. What tells rows apart in a run need not be a key of the table, so that a statement for each
 * row would look through all of them each time: the new values go into a temporary table, and the table is gone through once.
 */
final class RowUpdate {
    private static final String VALUES = "_godwit_new_values";
    private static final String NUMBER = "_godwit_row";
    private static final int FEW = 8;

    private final Link link;
    private final String stage;
    private final CellCheck check;
    private final List<String> identity;
    private final RowBatch rows;
    private final List<String> changed;

    /** @param stage the table's name on the server */
    RowUpdate(Link link, String stage, CellCheck check, List<String> identity, RowBatch rows) {
        this.link = link;
        this.stage = stage;
        this.check = check;
        this.identity = identity;
        this.rows = rows;
        this.changed = rows.names().stream().filter(name -> !identity.contains(name)).toList();
    }

    /** @throws GodwitException TARGET_REFUSED if one of the rows is not exactly one row of the table */
    void run() {
        if (changed.isEmpty() || rows.rows() == 0) {
            return;
        }
        try {
            if (rows.rows() <= FEW || !together()) {
                oneByOne();
            }
        } catch (SQLException e) {
            throw Refusal.isAboutRows(e) ? Refusal.of(check, MariaErrors.reason(e), 0, stage) : link.failed(e);
        }
    }

    private void oneByOne() throws SQLException {
        List<String> order = new ArrayList<>(changed);
        order.addAll(identity);
        String sql = "UPDATE " + MariaSql.name(stage)
                + " SET " + changed.stream().map(name -> MariaSql.name(name) + " = ?").collect(Collectors.joining(", "))
                + " WHERE " + identity.stream().map(name -> MariaSql.name(name) + " <=> ?").collect(Collectors.joining(" AND "));
        try (PreparedStatement update = link.prepare(sql)) {
            for (int row = 0; row < rows.rows(); row++) {
                for (int i = 0; i < order.size(); i++) {
                    CellBinder.bind(update, i + 1, rows.column(rows.names().indexOf(order.get(i))), row);
                }
                long found = update.executeLargeUpdate();
                if (found != 1) {
                    throw check.refused("row " + (row + 1), "its " + String.join(", ", identity) + " is that of " + found + " rows");
                }
            }
        }
    }

    /** Returns false if the user may not make temporary tables. */
    private boolean together() throws SQLException {
        String key = IntStream.range(0, rows.names().size())
                .filter(i -> identity.contains(rows.names().get(i)) && !MariaTypes.unlimited(rows.column(i).type()))
                .mapToObj(i -> MariaSql.name(rows.names().get(i)))
                .collect(Collectors.joining(", "));
        String columns = MariaSql.names(rows.names());
        try {
            // Temporary tables are made and dropped without ending the transaction.
            link.attempt("CREATE TEMPORARY TABLE " + VALUES + " (" + NUMBER + " BIGINT NOT NULL PRIMARY KEY"
                    + (key.isEmpty() ? "" : ", KEY (" + key + ")") + ") ENGINE=InnoDB SELECT 0 AS " + NUMBER + ", " + columns
                    + " FROM " + MariaSql.name(stage) + " LIMIT 0");
        } catch (SQLException e) {
            if (e.getErrorCode() == MariaErrors.ACCESS_DATABASE) {
                return false;
            }
            throw e;
        }
        try {
            fill();
            String joined = MariaSql.name(stage) + " t STRAIGHT_JOIN " + VALUES + " s ON "
                    + identity.stream().map(name -> "t." + MariaSql.name(name) + " <=> s." + MariaSql.name(name)).collect(Collectors.joining(" AND "));
            List<@Nullable String> found = link.texts("SELECT count(*), count(DISTINCT s." + NUMBER + ") FROM " + joined).get(0);
            String wanted = String.valueOf(rows.rows());
            if (!found.equals(List.of(wanted, wanted))) {
                throw check.refused("rows 1 to " + wanted,
                        "their " + String.join(", ", identity) + " are those of " + found.get(0) + " rows, of " + found.get(1) + " of them");
            }
            link.attempt("UPDATE " + joined + " SET "
                    + changed.stream().map(name -> "t." + MariaSql.name(name) + " = s." + MariaSql.name(name)).collect(Collectors.joining(", ")));
        } finally {
            Handover.tried(link, "DROP TEMPORARY TABLE IF EXISTS " + VALUES);
        }
        return true;
    }

    private void fill() {
        List<String> names = new ArrayList<>(List.of(NUMBER));
        names.addAll(rows.names());
        List<DataType> types = new ArrayList<>(List.of(DataType.BIGINT));
        rows.columns().forEach(column -> types.add(column.type()));
        TargetTable table = TargetTable.plain(VALUES, names, types);
        RowBatch batch = table.batch();
        for (int row = 0; row < rows.rows(); row++) {
            batch.column(0).addLong(row);
            for (int i = 0; i < rows.columns().size(); i++) {
                batch.column(i + 1).addFrom(rows.column(i), row);
            }
        }
        BulkInsert insert = new BulkInsert(link, VALUES, table, new CellCheck(link.place().text(), table, Map.of()), false, new org.godwit.task.TaskContext());
        insert.add(batch);
        insert.end();
    }
}
