package org.godwit.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.Reject;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.CellLimit;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;
import org.godwit.shred.TargetLimits;

/**
 * Rejects values that SQL of the plan has made and the target cannot hold: all others are looked at when rows are made.
 * What they were made of is kept in documents anyway. Used once, by one thread.
 */
final class MadeValues {
    private final Session session;
    private final Plan plan;
    private final TargetLimits limits;
    private final long firstDocument;

    /** A cell. */
    private record Cell(long doc, String at, long feed, String raw, String reason) {}

    /** @param firstDocument the first one of this run */
    MadeValues(Session session, Plan plan, TargetLimits limits, long firstDocument) {
        this.session = session;
        this.plan = plan;
        this.limits = limits;
        this.firstDocument = firstDocument;
    }

    void reject(UnitLoader loader) {
        for (TableSpec table : plan.tables()) {
            for (String name : new TreeSet<>(table.feeds().stream().flatMap(feed -> feed.set().keySet().stream()).toList())) {
                CellLimit limit = limits.of(table.name(), name);
                boolean made = table.feeds().stream().anyMatch(feed -> feed.set().get(name) instanceof ValueSpec.Sql);
                if (limit != null && made) {
                    table.column(name).ifPresent(column -> reject(table, column, limit, loader));
                }
            }
        }
    }

    private void reject(TableSpec table, TableSpec.Column column, CellLimit limit, UnitLoader loader) {
        List<Cell> cells = new ArrayList<>();
        RowBatch form = new RowBatch(
                table.name(), List.of(column.name(), "_doc", "_at", "_feed"),
                List.of(column.type(), DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        session.scan("SELECT " + Sql.reading(form) + " FROM " + Sql.name(table.name()) + " WHERE _doc >= " + firstDocument, form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                String reason = CellLimit.refusal(limit, rows.column(0), row);
                if (reason != null) {
                    cells.add(new Cell(
                            rows.column(1).longAt(row), (String) rows.column(2).objectAt(row), rows.column(3).longAt(row),
                            String.valueOf(KeyText.display(rows.column(0), row)), reason));
                }
            }
        });
        for (Cell cell : cells) {
            session.execute("UPDATE " + Sql.name(table.name()) + " SET " + Sql.name(column.name()) + " = NULL WHERE _doc = " + cell.doc + " AND _at = "
                    + text(cell.at) + " AND _feed = " + cell.feed);
            String file = session.texts("SELECT file FROM " + SystemTables.DOCUMENTS + " WHERE doc = " + cell.doc).get(0).get(0);
            loader.rejectMade(cell.doc, List.of(new Reject(Reject.Level.VALUE, file, 0, 0, cell.at, table.name(), column.name(), cell.reason, cell.raw)));
        }
    }

    // Places have the names of members, and those may have a character that SQL cannot write.
    private static String text(String place) {
        return "decode(unhex('" + HexFormat.of().formatHex(place.getBytes(StandardCharsets.UTF_8)) + "'))";
    }
}
