package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.godwit.shred.CellHash;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.RowBatch;

/**
 * References whose row has not come when a run ends. Their cells are emptied, and the target remembers them together with the id that
 * the row will have; the run that brings it fills them. Used once, by one thread.
 */
final class Awaited {
    private static final String CAME = "_godwit_came";
    private static final String ORPHANS = "_godwit_orphans";
    private static final List<String> KEYS = List.of("ref_table", "ref_key", "ref_id");
    private static final List<DataType> KEY_TYPES = List.of(DataType.VARCHAR, DataType.VARCHAR, DataType.BIGINT);

    private final Session session;
    private final Plan plan;
    private final EarlierRuns earlier;
    private final Promises promises;
    private final long firstDocument;
    private final Set<Orphan> revived = new LinkedHashSet<>();

    /** A row that was referred to and has not come: the hash of its key, and the id that was given to it. */
    private record Orphan(String table, String key, long id) {}

    /**
     * @param earlier takes note of what changes in their rows
     * @param firstDocument the first one of this run
     */
    Awaited(Session session, Plan plan, EarlierRuns earlier, Promises promises, long firstDocument) {
        this.session = session;
        this.plan = plan;
        this.earlier = earlier;
        this.promises = promises;
        this.firstDocument = firstDocument;
    }

    /** Fills the cells whose row has come. Returns what has changed of earlier runs. */
    Changes fill() {
        List<Orphan> came = new ArrayList<>();
        promises.all().forEach((table, keys) -> keys.forEach((key, promise) -> {
            if (promise.isKept()) {
                came.add(new Orphan(table, key, promise.id()));
            }
        }));
        if (came.isEmpty()) {
            return Changes.NONE;
        }
        load(CAME, came);
        Map<String, List<Changes.Row>> filled = new HashMap<>();
        Set<String> runs = new TreeSet<>();
        String waiting = SystemTables.AWAITED + " a JOIN " + CAME + " c ON a.ref_table = c.ref_table AND a.ref_key = c.ref_key";
        for (List<String> cell : session.texts("SELECT DISTINCT a.table_name, a.column_name FROM " + waiting + " WHERE a.table_name IS NOT NULL ORDER BY ALL")) {
            TableSpec table = plan.table(cell.get(0)).orElse(null);
            if (table != null) {
                table.column(cell.get(1)).ifPresent(column -> {
                    List<Changes.Row> rows = fill(table, column, waiting);
                    filled.merge(table.name(), rows, (one, two) -> Stream.concat(one.stream(), two.stream()).toList());
                });
                // Also where a cell has another value meanwhile.
                forget(waiting, of(table.name(), cell.get(1)), runs);
            }
        }
        forget(waiting, "a.table_name IS NULL", runs);
        session.execute("DROP TABLE " + CAME);
        filled.values().removeIf(List::isEmpty);
        runs.addAll(earlier.touched());
        return new Changes(filled, Set.of(), runs);
    }

    /** Deletes records of what has come; what their runs have left is not what it was. */
    private void forget(String waiting, String which, Set<String> runs) {
        session.texts("SELECT DISTINCT a.run FROM " + waiting + " WHERE " + which).forEach(row -> runs.add(row.get(0)));
        session.execute("DELETE FROM " + SystemTables.AWAITED + " a USING " + CAME + " c WHERE a.ref_table = c.ref_table AND a.ref_key = c.ref_key AND " + which);
    }

    /**
     * Lets cells of rows that stand hold the id that they wait for, as if the row had come: so it is when all documents are of one run.
     * {@link #empty} takes it back.
     *
     * @param places table with the places of the rows: doc, at, feed
     */
    void revive(TableSpec table, String places) {
        if (promises.all().isEmpty()) {
            return;
        }
        String waiting = SystemTables.AWAITED + " a JOIN " + places + " p ON a.doc = p.doc AND a.at = p.at AND a.feed = p.feed";
        for (List<String> key : session.texts("SELECT DISTINCT a.ref_table, a.ref_key FROM " + waiting + " WHERE a.table_name = " + Sql.literal(table.name()))) {
            Promises.Promise promise = promises.of(key.get(0)).get(key.get(1));
            if (promise != null) {
                revived.add(new Orphan(key.get(0), key.get(1), promise.id()));
            }
        }
        if (!revived.isEmpty()) {
            load(CAME, revived);
            for (TableSpec.Column column : table.columns()) {
                fill(table, column, waiting + " JOIN " + CAME + " c ON a.ref_table = c.ref_table AND a.ref_key = c.ref_key");
            }
            session.execute("DROP TABLE " + CAME);
        }
    }

    private static String of(String table, String column) {
        return "a.table_name = " + Sql.literal(table) + " AND a.column_name = " + Sql.literal(column);
    }

    private List<Changes.Row> fill(TableSpec table, TableSpec.Column column, String waiting) {
        RowBatch fill = read("SELECT a.doc, a.at, a.feed, c.ref_id FROM " + waiting + " JOIN " + Sql.name(table.name())
                + " t ON t._doc = a.doc AND t._at = a.at AND t._feed = a.feed WHERE t." + Sql.name(column.name()) + " IS NULL AND " + of(table.name(), column.name()), column);
        if (fill.rows() > 0) {
            KeyedFills.apply(session, table, column, fill, earlier::fill);
        }
        return IntStream.range(0, fill.rows()).mapToObj(row -> Changes.Row.of(fill, 0, row)).toList();
    }

    private RowBatch read(String sql, TableSpec.Column column) {
        RowBatch cells = KeyedFills.form(column.type());
        session.scan(sql, KeyedFills.form(column.type()), rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                cells.addRow(rows, row);
            }
        });
        return cells;
    }

    private void load(String name, Collection<Orphan> orphans) {
        RowBatch keys = new RowBatch(name, KEYS, KEY_TYPES);
        for (Orphan orphan : orphans) {
            keys.column(0).addObject(orphan.table);
            keys.column(1).addObject(orphan.key);
            keys.column(2).addLong(orphan.id);
        }
        session.execute(Sql.createTable(name, KEYS, KEY_TYPES));
        session.load(keys);
    }

    /**
     * Empties the cells whose row has not come, and remembers them.
     *
     * @param missing by table, the keys that this run has referred to and whose row nobody has brought
     * @param checks of this run
     * @return what has changed of earlier runs
     */
    Changes empty(Map<String, Map<String, KeyedTable.Row>> missing, String run, ColumnChecks checks) {
        Set<Orphan> orphans = new LinkedHashSet<>(revived);
        missing.forEach((table, rows) -> rows.forEach((key, row) -> orphans.add(new Orphan(table, Promises.hash(key), row.id))));
        if (orphans.isEmpty()) {
            return Changes.NONE;
        }
        load(ORPHANS, orphans);
        Set<String> tables = orphans.stream().map(Orphan::table).collect(Collectors.toSet());
        for (TableSpec table : plan.tables()) {
            for (TableSpec.Column column : table.columns()) {
                referred(table, column).stream().filter(tables::contains).forEach(to -> empty(table, column, to, run, checks));
            }
        }
        // Other rows that referred to it were merged or rejected: its id has been given all the same.
        session.execute("INSERT INTO " + SystemTables.AWAITED + " SELECT " + Sql.literal(run) + ", NULL, NULL, NULL, NULL, NULL, o.ref_table, o.ref_key, o.ref_id FROM "
                + ORPHANS + " o WHERE NOT EXISTS (SELECT 1 FROM " + SystemTables.AWAITED + " a WHERE a.ref_table = o.ref_table AND a.ref_key = o.ref_key)");
        session.execute("DROP TABLE " + ORPHANS);
        return new Changes(Map.of(), Set.of(), earlier.touched());
    }

    private static Set<String> referred(TableSpec table, TableSpec.Column column) {
        return table.feeds().stream().map(feed -> feed.set().get(column.name())).filter(ValueSpec.Ref.class::isInstance)
                .map(value -> ((ValueSpec.Ref) Objects.requireNonNull(value)).table()).collect(Collectors.toSet());
    }

    private void empty(TableSpec table, TableSpec.Column column, String to, String run, ColumnChecks checks) {
        String cell = "t." + Sql.name(column.name());
        String joined = Sql.name(table.name()) + " t JOIN " + ORPHANS + " o ON " + cell + " = o.ref_id AND o.ref_table = " + Sql.literal(to);
        ColumnVector nothing = new ColumnVector(column.type());
        nothing.addNull();
        RowBatch cells = read("SELECT t._doc, t._at, t._feed, " + cell + " FROM " + joined + " WHERE t._doc IS NOT NULL", column);
        for (int row = 0; row < cells.rows(); row++) {
            long document = cells.column(0).longAt(row);
            long hash = CellHash.row(document, (String) cells.column(1).objectAt(row), cells.column(2).longAt(row));
            if (document < firstDocument) {
                earlier.empty(document, table.name(), column.name(), hash, nothing, cells.column(3), row);
            } else {
                checks.empty(table.name(), column.name(), hash, nothing, cells.column(3), row);
            }
        }
        if (cells.rows() > 0) {
            session.execute("DELETE FROM " + SystemTables.AWAITED + " a USING (SELECT t._doc, t._at, t._feed FROM " + joined + ") n WHERE a.doc = n._doc AND a.at = n._at"
                    + " AND a.feed = n._feed AND " + of(table.name(), column.name()));
            session.execute("INSERT INTO " + SystemTables.AWAITED + " SELECT " + Sql.literal(run) + ", t._doc, t._at, t._feed, " + Sql.literal(table.name()) + ", "
                    + Sql.literal(column.name()) + ", o.ref_table, o.ref_key, o.ref_id FROM " + joined + " WHERE t._doc IS NOT NULL");
            session.execute("UPDATE " + Sql.name(table.name()) + " t SET " + Sql.name(column.name()) + " = NULL FROM " + ORPHANS + " o WHERE " + cell
                    + " = o.ref_id AND o.ref_table = " + Sql.literal(to) + " AND t._doc IS NOT NULL");
        }
    }
}
