package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String HAS_COME = "a.ref_table = c.ref_table AND a.ref_key = c.ref_key";

    private final Session session;
    private final Plan plan;
    private final EarlierRuns earlier;
    private final ColumnChecks checks;
    private final long firstDocument;
    private final Map<String, List<Changes.Row>> filled = new HashMap<>();

    /**
     * @param checks of this run
     * @param firstDocument the first one of this run
     */
    Awaited(Session session, Plan plan, ColumnChecks checks, long firstDocument) {
        this.session = session;
        this.plan = plan;
        this.earlier = new EarlierRuns(session);
        this.checks = checks;
        this.firstDocument = firstDocument;
    }

    /**
     * Fills the cells whose row has come, and empties those whose row has not.
     *
     * @param orphans what this run has referred to and nobody has brought
     * @param run its id
     * @return what has changed of earlier runs
     */
    Changes settle(Promises promises, List<UnitNumbers.Orphan> orphans, String run) {
        RowBatch came = new RowBatch(CAME, KEYS, KEY_TYPES);
        promises.all().forEach((table, keys) -> keys.forEach((key, promise) -> {
            if (promise.isKept()) {
                add(came, table, key, promise.id());
            }
        }));
        if (came.rows() > 0) {
            load(came);
            fill();
            session.execute("DROP TABLE " + CAME);
        }
        if (!orphans.isEmpty()) {
            RowBatch ids = new RowBatch(ORPHANS, KEYS, KEY_TYPES);
            orphans.forEach(orphan -> add(ids, orphan.table(), Promises.hash(orphan.key()), orphan.id()));
            load(ids);
            empty(orphans.stream().map(UnitNumbers.Orphan::table).collect(Collectors.toSet()), run);
            session.execute("DROP TABLE " + ORPHANS);
        }
        earlier.save();
        return new Changes(filled, Set.of(), earlier.touched());
    }

    private static void add(RowBatch batch, String table, String key, long id) {
        batch.column(0).addObject(table);
        batch.column(1).addObject(key);
        batch.column(2).addLong(id);
    }

    private void load(RowBatch keys) {
        session.execute(Sql.createTable(keys.table(), KEYS, KEY_TYPES));
        session.load(keys);
    }

    private void fill() {
        String cells = "SELECT DISTINCT a.table_name, a.column_name FROM " + SystemTables.AWAITED + " a JOIN " + CAME + " c ON " + HAS_COME + " ORDER BY ALL";
        for (List<String> cell : session.texts(cells)) {
            plan.table(cell.get(0)).ifPresent(table -> table.column(cell.get(1)).ifPresent(column -> fill(table, column)));
        }
    }

    private void fill(TableSpec table, TableSpec.Column column) {
        String only = HAS_COME + " AND a.table_name = " + Sql.literal(table.name()) + " AND a.column_name = " + Sql.literal(column.name());
        String waiting = "SELECT a.doc, a.at, a.feed, c.ref_id FROM " + SystemTables.AWAITED + " a JOIN " + CAME + " c ON " + only + " JOIN " + Sql.name(table.name())
                + " t ON t._doc = a.doc AND t._at = a.at AND t._feed = a.feed WHERE t." + Sql.name(column.name()) + " IS NULL";
        RowBatch fill = read(waiting, column);
        for (int row = 0; row < fill.rows(); row++) {
            if (fill.column(0).longAt(row) < firstDocument) {
                filled.computeIfAbsent(table.name(), t -> new ArrayList<>()).add(Changes.Row.of(fill, 0, row));
            }
        }
        KeyedFills.apply(session, table, column, fill, (document, name, of, rowHash, nothing, value, row) -> {
            if (document < firstDocument) {
                earlier.fill(document, name, of, rowHash, nothing, value, row);
            } else {
                checks.fill(name, of, rowHash, nothing, value, row);
            }
        });
        session.execute("DELETE FROM " + SystemTables.AWAITED + " a USING " + CAME + " c WHERE " + only);
    }

    private RowBatch read(String sql, TableSpec.Column column) {
        RowBatch cells = KeyedFills.form(column.type());
        session.scan(sql, KeyedFills.form(column.type()), rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                for (int i = 0; i < rows.columns().size(); i++) {
                    cells.column(i).addFrom(rows.column(i), row);
                }
            }
        });
        return cells;
    }

    private void empty(Set<String> missing, String run) {
        for (TableSpec table : plan.tables()) {
            for (TableSpec.Column column : table.columns()) {
                for (String to : referred(table, column)) {
                    if (missing.contains(to)) {
                        empty(table, column, to, run);
                    }
                }
            }
        }
    }

    private static Set<String> referred(TableSpec table, TableSpec.Column column) {
        return table.feeds().stream().map(feed -> feed.set().get(column.name())).filter(ValueSpec.Ref.class::isInstance)
                .map(value -> ((ValueSpec.Ref) Objects.requireNonNull(value)).table()).collect(Collectors.toSet());
    }

    private void empty(TableSpec table, TableSpec.Column column, String to, String run) {
        String cell = "t." + Sql.name(column.name());
        String there = " FROM " + Sql.name(table.name()) + " t JOIN " + ORPHANS + " o ON " + cell + " = o.ref_id WHERE o.ref_table = " + Sql.literal(to);
        ColumnVector nothing = new ColumnVector(column.type());
        nothing.addNull();
        RowBatch cells = read("SELECT t._doc, t._at, t._feed, " + cell + there, column);
        for (int row = 0; row < cells.rows(); row++) {
            long document = cells.column(0).longAt(row);
            long hash = CellHash.row(document, (String) cells.column(1).objectAt(row), cells.column(2).longAt(row));
            if (document < firstDocument) {
                earlier.empty(document, table.name(), column.name(), hash, nothing, cells.column(3), row);
            } else {
                checks.empty(table.name(), column.name(), hash, nothing, cells.column(3), row);
            }
        }
        session.execute("INSERT INTO " + SystemTables.AWAITED + " SELECT " + Sql.literal(run) + ", t._doc, t._at, t._feed, " + Sql.literal(table.name()) + ", "
                + Sql.literal(column.name()) + ", o.ref_table, o.ref_key, o.ref_id" + there);
        session.execute("UPDATE " + Sql.name(table.name()) + " t SET " + Sql.name(column.name()) + " = NULL FROM " + ORPHANS + " o WHERE " + cell
                + " = o.ref_id AND o.ref_table = " + Sql.literal(to));
    }
}
