package org.godwit.engine.diagnose;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.RefusedRows;

/** Reads from a target which rows its tables refused: a run without these tables does not find that out. Pure queries. */
final class RecordedRefusals {
    private static final String DOCUMENTS = " IN (SELECT doc FROM " + SystemTables.REJECTS + " WHERE level = 'row' AND table_name = ";

    private RecordedRefusals() {}

    static RefusedRows of(Session target, Plan plan) {
        Map<RefusedRows.Document, Map<RefusedRows.Place, String>> refused = new HashMap<>();
        List<String> there = target.tables();
        plan.tables().stream().filter(table -> there.contains(table.name())).forEach(table -> read(target, table, refused));
        return new RefusedRows(refused);
    }

    /** A reject does not name its feed: it is none of those that have made a row at the same place. */
    private static void read(Session target, TableSpec table, Map<RefusedRows.Document, Map<RefusedRows.Place, String>> refused) {
        String name = Sql.literal(table.name());
        Set<List<String>> standing = new HashSet<>(target.texts("SELECT _doc, _feed, _at FROM " + Sql.name(table.name()) + " WHERE _doc" + DOCUMENTS + name + ")"));
        standing.addAll(target.texts("SELECT m.doc, m.feed, m.at FROM " + SystemTables.MERGES + " m WHERE m.table_name = " + name + " AND m.doc" + DOCUMENTS + name + ")"));
        String rejects = "SELECT r.doc, r.path, r.reason, d.file, d.line, d.hash_high, d.hash_low FROM " + SystemTables.REJECTS + " r JOIN "
                + SystemTables.DOCUMENTS + " d ON d.doc = r.doc WHERE r.level = 'row' AND r.path IS NOT NULL AND r.table_name = " + name;
        for (List<String> row : target.texts(rejects)) {
            DocumentHash hash = new DocumentHash(Long.parseLong(row.get(5)), Long.parseLong(row.get(6)));
            RefusedRows.Document document = new RefusedRows.Document(row.get(3), Long.parseLong(row.get(4)), hash);
            for (int feed = 0; feed < table.feeds().size(); feed++) {
                RefusedRows.Place place = RefusedRows.Place.of(table.name(), row.get(1), feed);
                if (!standing.contains(List.of(row.get(0), String.valueOf(feed), place.at()))) {
                    refused.computeIfAbsent(document, _ -> new HashMap<>()).put(place, row.get(2));
                }
            }
        }
    }
}
