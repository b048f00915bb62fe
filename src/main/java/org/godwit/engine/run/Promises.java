package org.godwit.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.RowBatch;
import org.godwit.task.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * Ids that earlier runs have kept for rows which had been referred to and had not come. Their keys are known by SHA-256: a target
 * need not hold every text. One thread.
 */
final class Promises {
    private final Session session;
    private final Map<String, Map<String, Promise>> byTable = new TreeMap<>();

    /** An id that is kept for the row of a key. */
    static final class Promise {
        private long id;
        private KeyedTable.@Nullable Row row;

        private Promise(long id) {
            this.id = id;
        }

        /** Returns the id that the row has or will have. */
        long id() {
            return row == null ? id : row.id;
        }

        /** Gives it another id: a row of another key has it. */
        void move(long to) {
            id = to;
        }

        void keep(KeyedTable.Row asked) {
            row = asked;
        }

        /** Returns whether the row has come. */
        boolean isKept() {
            return row != null && row.made;
        }
    }

    /** Reads them from a target. */
    Promises(Session session, Plan plan, EarlierRuns runs) {
        this.session = session;
        Map<List<String>, Boolean> same = new HashMap<>();
        for (List<String> row : session.texts("SELECT DISTINCT run, ref_table, ref_key, ref_id FROM " + SystemTables.AWAITED)) {
            boolean meant = same.computeIfAbsent(row.subList(0, 2), by ->
                    runs.plan(by.get(0)).map(then -> key(then, by.get(1)).equals(key(plan, by.get(1)))).orElse(false));
            if (meant) {
                byTable.computeIfAbsent(row.get(1), t -> new HashMap<>()).put(row.get(2), new Promise(Long.parseLong(row.get(3))));
            }
        }
    }

    /** Returns what the keys of a table are made of. */
    private static List<TableSpec.Column> key(Plan plan, String table) {
        return plan.table(table).stream().flatMap(spec -> spec.key().stream().map(name -> spec.column(name).orElseThrow())).toList();
    }

    static String hash(String key) {
        // In UTF-8 different halves of surrogate pairs would look alike.
        return HexFormat.of().formatHex(ContentHash.sha256().digest(key.getBytes(StandardCharsets.UTF_16BE)));
    }

    /** Returns those of a table by {@link #hash}. */
    Map<String, Promise> of(String table) {
        return byTable.getOrDefault(table, Map.of());
    }

    /** Returns all of them, by table and {@link #hash}. */
    Map<String, Map<String, Promise>> all() {
        return byTable;
    }

    /** Returns for which of them cells in the key of a table's rows wait, by row and column. */
    Map<Changes.Row, Map<String, Promise>> inKeys(TableSpec table) {
        Map<Changes.Row, Map<String, Promise>> cells = new HashMap<>();
        if (byTable.isEmpty()) {
            return cells;
        }
        RowBatch form = new RowBatch(SystemTables.AWAITED, List.of("doc", "at", "feed", "column_name", "ref_table", "ref_key"),
                List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER, DataType.VARCHAR, DataType.VARCHAR, DataType.VARCHAR));
        String key = String.join(", ", table.key().stream().map(Sql::literal).toList());
        session.scan("SELECT " + Sql.reading(form) + " FROM " + SystemTables.AWAITED + " WHERE table_name = " + Sql.literal(table.name())
                + " AND column_name IN (" + key + ")", form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                Promise promise = of((String) rows.column(4).objectAt(row)).get((String) rows.column(5).objectAt(row));
                if (promise != null) {
                    cells.computeIfAbsent(Changes.Row.of(rows, 0, row), p -> new HashMap<>()).put((String) rows.column(3).objectAt(row), promise);
                }
            }
        });
        return cells;
    }
}
