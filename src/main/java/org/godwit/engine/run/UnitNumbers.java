package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableSpec;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;
import org.godwit.shred.ShredResult;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of units their final numbers, in document order, and merges rows of keyed tables with the row that is
 * there already. One thread at a time.
 */
final class UnitNumbers {
    private final CompiledPlan plan;
    private final List<@Nullable KeyedTable> keyed = new ArrayList<>();
    private final List<Integer> order;
    private final long[] nextIds;
    private final RunLedger ledger;
    private final KeyedFills fills;
    private final LateRows late;
    private long nextDocument;

    /**
     * @param nextIds by table, the first free id
     * @param nextDocument the first free document number
     */
    UnitNumbers(CompiledPlan plan, List<@Nullable KeyedTable> keyed, long[] nextIds, long nextDocument, RunLedger ledger) {
        this.plan = plan;
        this.keyed.addAll(keyed);
        this.order = UnitKeys.order(plan);
        this.nextIds = nextIds.clone();
        this.nextDocument = nextDocument;
        this.ledger = ledger;
        this.fills = new KeyedFills(plan);
        this.late = new LateRows(plan, fills);
    }

    /**
     * What a unit adds to the target.
     *
     * @param batches in the order of the plan's batches, without rows that were merged
     * @param merges a batch of {@code _godwit_merges}
     * @param restAdditions by the document's place in the unit, what its rest gains: path to JSON, or to null for absent
     */
    record Numbered(long firstDocument, List<RowBatch> batches, RowBatch merges, Map<Integer, Map<String, @Nullable String>> restAdditions) {}

    Numbered number(ShredResult unit) {
        long base = nextDocument;
        nextDocument += unit.count();
        UnitKeys keys = new UnitKeys(plan, keyed, nextIds, order, unit);
        RowBatch merges = SystemTables.merges();
        Map<Integer, Map<String, @Nullable String>> additions = new HashMap<>();
        List<RowBatch> batches = new ArrayList<>();
        for (int i = 0; i < unit.batches().size(); i++) {
            RowBatch batch = unit.batches().get(i);
            addDocuments(batch, base);
            batches.add(keyed.get(plan.batches().get(i).table()) == null ? batch : new RowBatch(batch.table(), batch.names(), plan.batches().get(i).types()));
        }
        for (int i = 0; i < keyed.size(); i++) {
            for (UnitKeys.Place place : keyed.get(i) == null ? List.<UnitKeys.Place>of() : inOrder(unit, i)) {
                KeyedTable.Row known = keys.row(i, unit.candidates(place.batch()).get(place.row()).key());
                if (late.takes(i)) {
                    late.take(unit, place.batch(), place.row(), known);
                } else {
                    merge(unit, place, known, keys, base, batches.get(place.batch()), merges, additions);
                }
            }
        }
        for (int i = 0; i < batches.size(); i++) {
            boolean held = late.takes(plan.batches().get(i).table());
            resolve(keys, plan.batches().get(i), held ? unit.batches().get(i) : batches.get(i));
        }
        fills.resolve(keys::id);
        for (int i = 0; i < nextIds.length; i++) {
            nextIds[i] += unit.localIds(i);
        }
        return new Numbered(base, batches, merges, additions);
    }

    private static void addDocuments(RowBatch batch, long base) {
        ColumnVector doc = batch.column(batch.columns().size() - CompiledPlan.LINEAGE.size());
        for (int row = 0; row < doc.size(); row++) {
            doc.setLong(row, doc.longAt(row) + base);
        }
    }

    private void resolve(UnitKeys keys, CompiledPlan.BatchSpec spec, RowBatch batch) {
        if (spec.idColumn() >= 0 && keyed.get(spec.table()) == null) {
            ColumnVector ids = batch.column(spec.idColumn());
            for (int row = 0; row < ids.size(); row++) {
                ids.setLong(row, ids.longAt(row) + nextIds[spec.table()]);
            }
        }
        for (CompiledPlan.Reference reference : spec.references()) {
            ColumnVector column = batch.column(reference.column());
            for (int row = 0; row < column.size(); row++) {
                if (!column.isNull(row)) {
                    column.setLong(row, keys.id(reference, column.longAt(row)));
                }
            }
        }
    }

    /** Returns the rows of a table in the order of their documents: each feed may have a batch of its own. */
    private List<UnitKeys.Place> inOrder(ShredResult unit, int table) {
        List<UnitKeys.Place> places = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < unit.batches().size(); i++) {
            if (plan.batches().get(i).table() == table && unit.batches().get(i).rows() > 0) {
                count++;
                for (int row = 0; row < unit.batches().get(i).rows(); row++) {
                    places.add(new UnitKeys.Place(i, row));
                }
            }
        }
        if (count > 1) {
            places.sort(Comparator.comparingInt(place -> unit.candidates(place.batch()).get(place.row()).document()));
        }
        return places;
    }

    private void merge(
            ShredResult unit, UnitKeys.Place place, KeyedTable.Row known, UnitKeys keys, long base, RowBatch kept, RowBatch merges,
            Map<Integer, Map<String, @Nullable String>> additions) {
        RowBatch batch = unit.batches().get(place.batch());
        CompiledPlan.BatchSpec spec = plan.batches().get(place.batch());
        ShredResult.Candidate candidate = unit.candidates(place.batch()).get(place.row());
        if (!known.made) {
            make(spec, known, candidate, batch, place.row(), base);
            keep(batch, kept, place.row(), spec.idColumn(), known.id);
        } else {
            if (plan.table(spec.table()).onConflict() == TableSpec.OnConflict.ERROR) {
                throw new GodwitException(ErrorCode.STOPPED_BY_REJECT, "table " + batch.table() + ": a second row with the key " + keys.words(place));
            }
            addMerge(merges, candidate, known, batch.table(), base);
            fills.fill(spec, candidate.feed(), known, batch, place.row());
            compare(candidate, known, batch, place.row(), additions.computeIfAbsent(candidate.document(), d -> new HashMap<>()));
        }
    }

    private void make(CompiledPlan.BatchSpec spec, KeyedTable.Row known, ShredResult.Candidate candidate, RowBatch batch, int row, long base) {
        known.made = true;
        known.document = base + candidate.document();
        known.at = candidate.at();
        known.feed = candidate.feed();
        known.cells = new String[batch.columns().size()];
        for (int i = 0; i < known.cells.length; i++) {
            known.cells[i] = KeyText.cell(batch.column(i), row);
        }
        known.claimed.or(fills.columns(spec.table(), candidate.feed()));
        for (ShredResult.BoundLeaf leaf : candidate.bound()) {
            leaf.ledgerPaths().forEach(path -> ledger.stored(leaf.dataset(), path));
        }
    }

    private static void keep(RowBatch batch, RowBatch kept, int row, int idColumn, long id) {
        kept.addRow(batch, row);
        if (idColumn >= 0) {
            kept.column(idColumn).setLong(kept.rows() - 1, id);
        }
    }

    private static void addMerge(RowBatch merges, ShredResult.Candidate candidate, KeyedTable.Row known, String table, long base) {
        merges.column(0).addLong(base + candidate.document());
        merges.column(1).addObject(candidate.at());
        merges.column(2).addLong(candidate.feed());
        merges.column(3).addObject(table);
        merges.column(4).addLong(known.document);
        merges.column(5).addObject(known.at);
        merges.column(6).addLong(known.feed);
    }

    private void compare(
            ShredResult.Candidate candidate, KeyedTable.Row known, RowBatch batch, int row, Map<String, @Nullable String> additions) {
        for (ShredResult.BoundLeaf leaf : candidate.bound()) {
            boolean same = java.util.Objects.equals(known.cells[leaf.column()], KeyText.cell(batch.column(leaf.column()), row));
            if (!leaf.present()) {
                if (!same) {
                    additions.put(leaf.path(), null);
                }
                continue;
            }
            if (!same && !leaf.json().isEmpty()) {
                additions.put(leaf.path(), leaf.json());
            }
            for (String path : leaf.ledgerPaths()) {
                if (same) {
                    ledger.merged(leaf.dataset(), path);
                } else {
                    ledger.rest(leaf.dataset(), path);
                }
            }
        }
    }

    LateRows late() {
        return late;
    }

    KeyedFills fills() {
        return fills;
    }

    /** Returns, by table, the keys that were referred to and whose row has not come. */
    Map<String, Map<String, KeyedTable.Row>> missing() {
        Map<String, Map<String, KeyedTable.Row>> missing = new HashMap<>();
        for (int i = 0; i < keyed.size(); i++) {
            KeyedTable table = keyed.get(i);
            if (table != null) {
                missing.put(plan.table(i).name(), table.missing());
            }
        }
        return missing;
    }

    long nextDocument() {
        return nextDocument;
    }
}
