package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
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

    /** A column of a table, by place. */
    private record Place(int table, int column) {}

    KeyedFills(CompiledPlan plan) {
        this.plan = plan;
    }

    /** Returns the columns that a feed sets. */
    BitSet columns(int table, int feed) {
        return columnsOfFeeds.computeIfAbsent((long) table << 32 | feed, k -> {
            BitSet columns = new BitSet();
            TableSpec spec = plan.table(table);
            for (int i = 0; i < spec.columns().size(); i++) {
                if (spec.columns().get(i).generateId() || spec.feeds().get(feed).set().containsKey(spec.columns().get(i).name())) {
                    columns.set(i);
                }
            }
            return columns;
        });
    }

    /** Fills what is free of a known row from another row of the same key. */
    void fill(int table, int feed, KeyedTable.Row known, RowBatch batch, int row) {
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
                RowBatch fill = fills.computeIfAbsent(new Place(table, column), p -> form(values.type()));
                fill.column(0).addLong(known.document);
                fill.column(1).addObject(known.at);
                fill.column(2).addLong(known.feed);
                fill.column(3).addFrom(values, row);
            }
        }
    }

    private static RowBatch form(DataType type) {
        return new RowBatch("_godwit_fill", List.of("doc", "at", "feed", "value"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER, type));
    }

    /** Writes the fills into the target and takes note in the checks. */
    void apply(Session session, ColumnChecks checks) {
        for (Map.Entry<Place, RowBatch> entry : fills.entrySet()) {
            TableSpec table = plan.table(entry.getKey().table);
            TableSpec.Column column = table.columns().get(entry.getKey().column);
            RowBatch fill = entry.getValue();
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
                long hash = CellHash.row(fill.column(0).longAt(row), (String) fill.column(1).objectAt(row), fill.column(2).longAt(row));
                checks.fill(table.name(), column.name(), hash, nothing, fill.column(3), row);
            }
        }
        fills.clear();
    }
}
