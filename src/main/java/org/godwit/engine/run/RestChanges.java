package org.godwit.engine.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.shred.RestText;
import org.godwit.shred.RowBatch;
import org.godwit.shred.TapeReader;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code rest} of documents that are loaded gains, because a row that was to bring their values back now says
 * something else. What a rest or a reject says already stays. Used by one thread.
 */
final class RestChanges {
    private static final String CHANGES = "_godwit_rests";

    private final Map<Long, Map<String, @Nullable String>> changes = new TreeMap<>();

    /** @param additions JSON by normalized path; null for a path at which there is nothing */
    void add(long document, Map<String, @Nullable String> additions) {
        if (!additions.isEmpty()) {
            changes.computeIfAbsent(document, d -> new HashMap<>()).putAll(additions);
        }
    }

    Set<Long> documents() {
        return changes.keySet();
    }

    /** Writes them into the target. */
    void apply(Session session) {
        if (changes.isEmpty()) {
            return;
        }
        RowBatch ids = new RowBatch(CHANGES, List.of("doc", "rest"), List.of(DataType.BIGINT, DataType.JSON));
        changes.keySet().forEach(doc -> {
            ids.column(0).addLong(doc);
            ids.column(1).addNull();
        });
        session.execute(Sql.createTable(ids.table(), ids.names(), List.of(DataType.BIGINT, DataType.JSON)));
        session.load(ids);
        Map<Long, Set<String>> rejected = rejected(session);
        RowBatch changed = new RowBatch(CHANGES, ids.names(), List.of(DataType.BIGINT, DataType.JSON));
        TapeReader reader = new TapeReader(new KeyTable(), JsonLimits.forHeap(Runtime.getRuntime().maxMemory()));
        RowBatch form = new RowBatch(SystemTables.DOCUMENTS, ids.names(), List.of(DataType.BIGINT, DataType.JSON));
        session.scan("SELECT d.doc, d.rest FROM " + SystemTables.DOCUMENTS + " d JOIN " + CHANGES + " USING (doc)", form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                long doc = rows.column(0).longAt(row);
                String rest = rows.column(1).isNull(row) ? "" : (String) rows.column(1).objectAt(row);
                changed.column(0).addLong(doc);
                changed.column(1).addObject(amended(rest, changes.getOrDefault(doc, Map.of()), rejected.getOrDefault(doc, Set.of()), reader));
            }
        });
        session.execute("DELETE FROM " + CHANGES);
        session.load(changed);
        session.execute("UPDATE " + SystemTables.DOCUMENTS + " SET rest = CASE WHEN CAST(c.rest AS VARCHAR) = '{}' THEN NULL ELSE c.rest END FROM " + CHANGES + " c WHERE "
                + SystemTables.DOCUMENTS + ".doc = c.doc");
        session.execute("DROP TABLE " + CHANGES);
    }

    private static Map<Long, Set<String>> rejected(Session session) {
        Map<Long, Set<String>> rejected = new HashMap<>();
        RowBatch form = new RowBatch(SystemTables.REJECTS, List.of("doc", "path"), List.of(DataType.BIGINT, DataType.VARCHAR));
        session.scan("SELECT r.doc, r.path FROM " + SystemTables.REJECTS + " r JOIN " + CHANGES + " USING (doc) WHERE r.path IS NOT NULL", form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                rejected.computeIfAbsent(rows.column(0).longAt(row), d -> new HashSet<>()).add((String) rows.column(1).objectAt(row));
            }
        });
        return rejected;
    }

    private static String amended(String rest, Map<String, @Nullable String> additions, Set<String> rejected, TapeReader reader) {
        Set<String> spoken = new HashSet<>(rejected);
        RestText said = RestText.parse(rest, reader, spoken);
        Map<String, @Nullable String> missing = new HashMap<>(additions);
        // What a rest says of a whole does not say what is not in it.
        missing.entrySet().removeIf(addition -> addition.getValue() == null ? spoken.contains(addition.getKey()) : speaks(spoken, addition.getKey()));
        String text = said.with(missing);
        return text.isEmpty() ? "{}" : text;
    }

    private static boolean speaks(Set<String> spoken, String path) {
        return spoken.contains(path) || spoken.stream().anyMatch(other -> path.startsWith(other + "["));
    }
}
