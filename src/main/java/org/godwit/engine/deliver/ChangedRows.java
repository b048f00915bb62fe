package org.godwit.engine.deliver;

import java.util.List;
import java.util.Map;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.RowBatch;

/** Brings rows that stand in a target, and have got other values in the hub, to what they are there. One thread. */
final class ChangedRows {
    private static final String CHANGED = "_godwit_changed_rows";

    private final Session hub;
    private final TargetSession target;
    private final Changes changes;
    private final long firstDocument;

    ChangedRows(Session hub, TargetSession target, Changes changes, long firstDocument) {
        this.hub = hub;
        this.target = target;
        this.changes = changes;
        this.firstDocument = firstDocument;
        if (!changes.isEmpty()) {
            note();
        }
    }

    private void note() {
        RowBatch rows = new RowBatch(
                CHANGED, List.of("name", "doc", "at", "feed"), List.of(DataType.VARCHAR, DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER));
        for (Map.Entry<String, List<Changes.Row>> table : changes.rows().entrySet()) {
            for (Changes.Row row : table.getValue()) {
                rows.column(0).addObject(table.getKey());
                rows.column(1).addLong(row.document());
                rows.column(2).addObject(row.at());
                rows.column(3).addLong(row.feed());
            }
        }
        for (long document : changes.documents()) {
            rows.column(0).addObject(SystemTables.DOCUMENTS);
            rows.column(1).addLong(document);
            rows.column(2).addNull();
            rows.column(3).addNull();
        }
        hub.execute(Sql.createTable(CHANGED, rows.names(), rows.columns().stream().map(column -> column.type()).toList()));
        hub.load(rows);
    }

    /** Returns a condition that leaves out rows which the target has already. */
    String except(String table) {
        return changes.rows().containsKey(table) ? " AND NOT " + among(table) : "";
    }

    private static String among(String table) {
        return "EXISTS (SELECT 1 FROM " + CHANGED + " c WHERE c.name = " + Sql.literal(table) + " AND c.doc = _doc AND c.at = _at AND c.feed = _feed)";
    }

    /** Gives the rows of a table their new values; those of a table without identity are found by their place, which they keep. */
    void update(TableSpec table) {
        if (changes.rows().containsKey(table.name())) {
            List<String> identity = table.identity().isEmpty() ? CompiledPlan.LINEAGE : table.identity();
            update(TargetForms.of(table, TableSpec.Constraints.NONE), identity, among(table.name()));
        }
    }

    /** Gives the documents of earlier runs their new rest. */
    void updateDocuments() {
        if (!changes.documents().isEmpty()) {
            String older = "doc < " + firstDocument + " AND doc IN (SELECT c.doc FROM " + CHANGED + " c WHERE c.name = " + Sql.literal(SystemTables.DOCUMENTS) + ")";
            update(TargetForms.plain(SystemTables.documents()), List.of("doc"), older);
        }
    }

    private void update(TargetTable table, List<String> identity, String which) {
        hub.scan("SELECT " + Sql.reading(table.batch()) + " FROM " + Sql.name(table.name()) + " WHERE " + which, table.batch(),
                rows -> target.update(table, identity, rows));
    }
}
