package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.shred.CellHash;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;

/**
 * Fills columns of keyed rows that no feed had spoken for when the row was made: where several datasets know different
 * things of the same key, the row holds all of them. One thread at a time.
 */
final class KeyedFills {
    private final CompiledPlan plan;
    private final Map<Long, BitSet> columnsOfFeeds = new HashMap<>();
    private final Map<Place, RowBatch> fills = new LinkedHashMap<>();
    private final List<Local> locals = new ArrayList<>();

    /**
     * A column of a table, by place.
     *
     * @param stood of rows that stood in the target before the run
     */
    private record Place(int table, int column, boolean stood) {}

    /** Takes note of a cell that was NULL and has been filled. */
    interface Noted {
        void fill(long document, String table, String column, long rowHash, ColumnVector nothing, ColumnVector value, int row);
    }

    KeyedFills(CompiledPlan plan) {
        this.plan = plan;
    }

    /** Returns the columns that a feed sets. */
    BitSet columns(int table, int feed) {
        return columnsOfFeeds.computeIfAbsent((long) table << 32 | feed, k -> columns(plan.table(table), plan.table(table).feeds().get(feed)));
    }

    /** Returns the columns of a table, by place, that a feed speaks for; it need not be one of this plan. */
    static BitSet columns(TableSpec table, TableSpec.Feed feed) {
        BitSet columns = new BitSet();
        for (int i = 0; i < table.columns().size(); i++) {
            TableSpec.Column column = table.columns().get(i);
            columns.set(i, column.generateId() || feed.set().containsKey(column.name()));
        }
        return columns;
    }

    /** A reference that was filled in, as the unit has it. */
    private record Local(CompiledPlan.Reference reference, RowBatch fill, int row) {}

    /** Fills what is free of a known row from another row of the same key. References wait for {@link #resolve}. */
    void fill(CompiledPlan.BatchSpec spec, int feed, KeyedTable.Row known, RowBatch batch, int row) {
        int table = spec.table();
        BitSet free = (BitSet) columns(table, feed).clone();
        free.andNot(known.claimed);
        if (free.isEmpty()) {
            return;
        }
        known.claimed.or(free);
        for (int column = free.nextSetBit(0); column >= 0; column = free.nextSetBit(column + 1)) {
            ColumnVector values = batch.column(column);
            if (!values.isNull(row)) {
                known.cells[column] = KeyText.cell(values, row);
                Place place = new Place(table, column, known.stood);
                RowBatch fill = fills.computeIfAbsent(place, p -> form(values.type()));
                fill.column(0).addLong(known.document);
                fill.column(1).addObject(known.at);
                fill.column(2).addLong(known.feed);
                fill.column(3).addFrom(values, row);
                int at = column;
                spec.references().stream().filter(reference -> reference.column() == at)
                        .forEach(reference -> locals.add(new Local(reference, fill, fill.rows() - 1)));
            }
        }
    }

    /**
     * Gives the references of a unit their ids.
     *
     * @param ids the id of a row, from the reference and what the unit has in its place
     */
    void resolve(ToLongBiFunction<CompiledPlan.Reference, Long> ids) {
        for (Local local : locals) {
            ColumnVector values = local.fill.column(3);
            values.setLong(local.row, ids.applyAsLong(local.reference, values.longAt(local.row)));
        }
        locals.clear();
    }

    /** Returns a batch for cells of a column: document, place in it, feed, and the value. */
    static RowBatch form(DataType type) {
        return new RowBatch("_godwit_fill", List.of("doc", "at", "feed", "value"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER, type));
    }

    /**
     * Writes the fills into the target and takes note in the checks of this run, or of the one that has made the row.
     *
     * @return what has changed of earlier runs
     */
    Changes apply(Session session, ColumnChecks checks, EarlierRuns earlier) {
        Map<String, List<Changes.Row>> changed = new HashMap<>();
        fills.forEach((place, fill) -> {
            if (place.stood) {
                List<Changes.Row> rows = changed.computeIfAbsent(plan.table(place.table).name(), _ -> new ArrayList<>());
                for (int row = 0; row < fill.rows(); row++) {
                    rows.add(Changes.Row.of(fill, 0, row));
                }
            }
        });
        changed.replaceAll((table, rows) -> rows.stream().distinct().toList());
        Noted own = (document, table, column, rowHash, nothing, value, row) -> checks.fill(table, column, rowHash, nothing, value, row);
        fills.forEach((place, fill) -> {
            TableSpec table = plan.table(place.table);
            apply(session, table, table.columns().get(place.column), fill, place.stood ? earlier::fill : own);
        });
        fills.clear();
        return new Changes(changed, Set.of(), earlier.touched());
    }

    /** Fills cells of a column. */
    static void apply(Session session, TableSpec table, TableSpec.Column column, RowBatch fill, Noted noted) {
        List<DataType> types = new ArrayList<>();
        fill.columns().forEach(c -> types.add(c.type()));
        session.execute(Sql.createTable(fill.table(), fill.names(), types));
        session.load(fill);
        session.execute("UPDATE " + Sql.name(table.name()) + " SET " + Sql.name(column.name()) + " = f.value FROM " + Sql.name(fill.table())
                + " f WHERE _doc = f.doc AND _at = f.at AND _feed = f.feed");
        session.execute("DROP TABLE " + Sql.name(fill.table()));
        ColumnVector nothing = new ColumnVector(column.type());
        nothing.addNull();
        for (int row = 0; row < fill.rows(); row++) {
            long document = fill.column(0).longAt(row);
            long hash = CellHash.row(document, (String) fill.column(1).objectAt(row), fill.column(2).longAt(row));
            noted.fill(document, table.name(), column.name(), hash, nothing, fill.column(3), row);
        }
    }
}
