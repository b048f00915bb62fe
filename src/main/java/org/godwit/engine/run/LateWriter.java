package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.RowBatch;

/**
 * Writes the rows that were held back: new ones as they have become, those that stand in the target with their new
 * values. Documents of earlier runs keep in their rest what the row no longer says. Used once, by one thread.
 */
final class LateWriter {
    private static final String OLD = "_godwit_old_rows";
    private static final String NEW = "_godwit_new_rows";
    private static final List<DataType> PLACE = List.of(DataType.BIGINT, DataType.VARCHAR, DataType.INTEGER);
    private static final int MANY = 4096;

    private final CompiledPlan plan;
    private final LateRows late;
    private final Session session;
    private final UnitLoader loader;
    private final RunLedger ledger;
    private final EarlierRuns earlier;
    private final Awaited awaited;
    private final RestChanges rests = new RestChanges();
    private final Map<String, List<Changes.Row>> changed = new TreeMap<>();
    private final RowBatch merges = SystemTables.merges();
    private final long firstDocument;

    /** @param firstDocument the first one of this run */
    LateWriter(
            CompiledPlan plan, LateRows late, Session session, UnitLoader loader, RunLedger ledger, EarlierRuns earlier, Awaited awaited, long firstDocument) {
        this.plan = plan;
        this.late = late;
        this.session = session;
        this.loader = loader;
        this.ledger = ledger;
        this.awaited = awaited;
        this.firstDocument = firstDocument;
        this.earlier = earlier;
    }

    private static Changes.Row place(LateRows.Version row) {
        return new Changes.Row(row.document(), row.at(), row.feed());
    }

    /** Writes. Returns what it has changed of what earlier runs left. */
    Changes write() {
        for (int table : late.tables()) {
            write(plan.table(table), table);
        }
        flushMerges();
        rests.apply(session);
        Set<Long> documents = rests.documents().stream().filter(doc -> doc < firstDocument).collect(Collectors.toCollection(TreeSet::new));
        Set<String> runs = new TreeSet<>(earlier.touched());
        documents.forEach(doc -> earlier.of(doc).ifPresent(run -> runs.add(run.id())));
        return new Changes(changed, documents, runs);
    }

    private void write(TableSpec spec, int table) {
        RowBatch fresh = TableForm.batch(spec);
        RowBatch moved = TableForm.batch(spec);
        RowBatch now = TableForm.batch(spec);
        List<LateRows.Settled> restless = new ArrayList<>();
        for (LateRows.Settled row : late.settle(table, standing(spec, table))) {
            LateRows.account(row, ledger, rests);
            addMerges(spec, row);
            LateRows.Version stood = row.stood();
            if (stood == null) {
                add(spec, row, fresh);
                if (fresh.rows() == MANY) {
                    loader.late(fresh);
                    fresh.clear();
                }
            } else if (row.isChanged()) {
                restless.add(row);
                add(spec, row, now);
                earlier.drop(stood);
                if (row.maker() == 0) {
                    earlier.put(new LateRows.Version(now, now.rows() - 1, null));
                } else {
                    add(spec, row, moved);
                }
            }
        }
        if (fresh.rows() > 0) {
            loader.late(fresh);
        }
        if (moved.rows() > 0) {
            loader.check(moved);
        }
        if (!restless.isEmpty()) {
            update(spec, restless, now);
        }
    }

    /** Returns the rows that new ones have come for and that stood in the target, as they are there. */
    private Map<KeyedTable.Row, LateRows.Version> standing(TableSpec spec, int table) {
        Map<List<Object>, KeyedTable.Row> known = new HashMap<>();
        RowBatch places = new RowBatch(OLD, List.of("doc", "at", "feed"), PLACE);
        for (KeyedTable.Row row : late.standing(table)) {
            known.put(List.of(row.document, row.at, row.feed), row);
            add(places, 0, row.document, row.at, row.feed);
        }
        Map<KeyedTable.Row, LateRows.Version> standing = new HashMap<>();
        if (known.isEmpty()) {
            return standing;
        }
        session.execute(Sql.createTable(OLD, places.names(), PLACE));
        session.load(places);
        awaited.revive(spec, OLD);
        RowBatch all = TableForm.batch(spec);
        RowBatch form = TableForm.batch(spec);
        session.scan("SELECT " + Sql.reading(form, "t") + " FROM " + Sql.name(spec.name()) + " t JOIN " + OLD
                + " o ON t._doc = o.doc AND t._at = o.at AND t._feed = o.feed", form, rows -> {
            for (int row = 0; row < rows.rows(); row++) {
                all.addRow(rows, row);
                LateRows.Version version = new LateRows.Version(all, all.rows() - 1, null);
                KeyedTable.Row of = known.get(List.of(version.document(), version.at(), version.feed()));
                if (of != null) {
                    standing.put(of, version);
                }
            }
        });
        session.execute("DROP TABLE " + OLD);
        return standing;
    }

    private static void add(RowBatch batch, int column, long document, String at, int feed) {
        batch.column(column).addLong(document);
        batch.column(column + 1).addObject(at);
        batch.column(column + 2).addLong(feed);
    }

    private static void add(TableSpec spec, LateRows.Settled row, RowBatch to) {
        for (int i = 0; i < spec.columns().size(); i++) {
            int source = row.sources().get(i);
            if (spec.columns().get(i).generateId()) {
                to.column(i).addLong(row.row().id);
            } else if (source < 0) {
                to.column(i).addNull();
            } else {
                to.column(i).addFrom(row.versions().get(source).batch().column(i), row.versions().get(source).row());
            }
        }
        LateRows.Version maker = row.versions().get(row.maker());
        add(to, spec.columns().size(), maker.document(), maker.at(), maker.feed());
    }

    private void addMerges(TableSpec spec, LateRows.Settled row) {
        LateRows.Version maker = row.versions().get(row.maker());
        for (int i = 0; i < row.versions().size(); i++) {
            LateRows.Version version = row.versions().get(i);
            if (i != row.maker() && (version.candidate() != null || row.maker() > 0)) {
                add(merges, 0, version.document(), version.at(), version.feed());
                merges.column(3).addObject(spec.name());
                add(merges, 4, maker.document(), maker.at(), maker.feed());
            }
        }
        if (merges.rows() > MANY) {
            flushMerges();
        }
    }

    private void flushMerges() {
        session.load(merges);
        merges.clear();
    }

    /** Gives rows that stand in the target their new values and places, and everything that leads to them. */
    private void update(TableSpec spec, List<LateRows.Settled> rows, RowBatch now) {
        List<String> names = new ArrayList<>();
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < now.columns().size() + PLACE.size(); i++) {
            names.add("c" + i);
            types.add(i < now.columns().size() ? now.column(i).type() : PLACE.get(i - now.columns().size()));
        }
        RowBatch all = new RowBatch(NEW, names, types);
        int width = now.columns().size();
        List<Changes.Row> places = changed.computeIfAbsent(spec.name(), t -> new ArrayList<>());
        Map<List<Object>, Integer> byOld = new HashMap<>();
        for (int row = 0; row < now.rows(); row++) {
            all.addRow(now, row);
            LateRows.Version old = rows.get(row).versions().get(0);
            add(all, width, old.document(), old.at(), old.feed());
            byOld.put(List.of(old.document(), old.at(), old.feed()), row);
            places.add(place(rows.get(row).versions().get(rows.get(row).maker())));
            earlier.correct(spec, place(old), old, new LateRows.Version(now, row, null), rests);
        }
        session.execute(Sql.createTable(NEW, names, types));
        session.load(all);
        flushMerges();
        String to = "n.c" + width + " AND %s = n.c" + (width + 1) + " AND %s = n.c" + (width + 2);
        correctMerged(spec, rows, now, byOld, "kept_doc = " + to.formatted("kept_at", "kept_feed"));
        // An id stays as it is, and may be a key.
        String set = IntStream.range(0, width)
                .filter(i -> i >= spec.columns().size() || !spec.columns().get(i).generateId())
                .mapToObj(i -> Sql.name(now.names().get(i)) + " = n.c" + i)
                .collect(Collectors.joining(", "));
        session.execute("UPDATE " + Sql.name(spec.name()) + " SET " + set + " FROM " + NEW + " n WHERE _doc = " + to.formatted("_at", "_feed"));
        follow(SystemTables.MERGES, "kept_doc", "kept_at", "kept_feed", spec, width);
        follow(SystemTables.AWAITED, "doc", "\"at\"", "feed", spec, width);
        session.execute("DROP TABLE " + NEW);
    }

    /** Gives records that lead to a row the place that it has now. */
    private void follow(String records, String doc, String at, String feed, TableSpec spec, int width) {
        session.execute("UPDATE " + records + " SET " + doc + " = n.c" + (width - 3) + ", " + at + " = n.c" + (width - 2) + ", " + feed + " = n.c" + (width - 1)
                + " FROM " + NEW + " n WHERE table_name = " + Sql.literal(spec.name())
                + " AND " + doc + " = n.c" + width + " AND " + at + " = n.c" + (width + 1) + " AND " + feed + " = n.c" + (width + 2));
    }

    /** Documents that were merged into a row before this run said the same as it did. */
    private void correctMerged(TableSpec spec, List<LateRows.Settled> rows, RowBatch now, Map<List<Object>, Integer> byOld, String joined) {
        RowBatch form = SystemTables.merges();
        session.scan("SELECT " + Sql.reading(form, "m") + " FROM " + SystemTables.MERGES + " m JOIN " + NEW + " n ON " + joined
                + " WHERE m.doc < " + firstDocument + " AND m.table_name = " + Sql.literal(spec.name()), form, merged -> {
            for (int i = 0; i < merged.rows(); i++) {
                Integer row = byOld.get(List.of(merged.column(4).longAt(i), merged.column(5).objectAt(i), (int) merged.column(6).longAt(i)));
                Changes.Row place = Changes.Row.of(merged, 0, i);
                if (row != null) {
                    earlier.correct(spec, place, rows.get(row).versions().get(0), new LateRows.Version(now, row, null), rests);
                }
            }
        });
    }
}
