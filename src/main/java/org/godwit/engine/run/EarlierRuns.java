package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.Changes;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.ColumnVector;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.shred.LeafMap;
import org.godwit.shred.RowBatch;
import org.godwit.shred.RowRestorer;
import org.godwit.shred.TapeReader;

/** The runs that a target has seen before: whose document a row is, what its plan makes of it, and their checks. One thread. */
final class EarlierRuns {
    private final Session session;
    private final TreeMap<Long, RecordedRun> runs = new TreeMap<>();
    private final Map<String, ColumnChecks> checks = new HashMap<>();
    private final RowRestorer restorer = new RowRestorer(new TapeReader(new KeyTable(), JsonLimits.forHeap(Runtime.getRuntime().maxMemory())));

    EarlierRuns(Session session) {
        this.session = session;
        RecordedRun.all(session).forEach(run -> runs.put(run.first(), run));
    }

    /** Returns the plan of a run. */
    Optional<Plan> plan(String run) {
        return runs.values().stream().filter(recorded -> recorded.id().equals(run)).map(RecordedRun::plan).findFirst();
    }

    /** Returns the run that has loaded a document. */
    Optional<RecordedRun> of(long document) {
        Map.Entry<Long, RecordedRun> run = runs.floorEntry(document);
        return run != null && document < run.getValue().end() ? Optional.of(run.getValue()) : Optional.empty();
    }

    private ColumnChecks checks(RecordedRun run) {
        return checks.computeIfAbsent(run.id(), id -> ColumnChecks.of(session, id));
    }

    /** Notes that a row of a run no longer stands. */
    void drop(LateRows.Version row) {
        of(row.document()).ifPresent(run -> checks(run).drop(row.batch(), row.row()));
    }

    /** Notes that a row of a run stands, with the place that it carries. */
    void put(LateRows.Version row) {
        of(row.document()).ifPresent(run -> checks(run).put(row.batch(), row.row()));
    }

    /** Notes that a cell of a document's row was filled. */
    void fill(long document, String table, String column, long rowHash, ColumnVector nothing, ColumnVector value, int row) {
        of(document).ifPresent(run -> checks(run).fill(table, column, rowHash, nothing, value, row));
    }

    /** Notes that a cell of a document's row was emptied. */
    void empty(long document, String table, String column, long rowHash, ColumnVector nothing, ColumnVector value, int row) {
        of(document).ifPresent(run -> checks(run).empty(table, column, rowHash, nothing, value, row));
    }

    /** Returns the runs whose checks have changed. */
    Set<String> touched() {
        return new TreeSet<>(checks.keySet());
    }

    /** Writes the changed checks. */
    void save() {
        for (Map.Entry<String, ColumnChecks> entry : checks.entrySet()) {
            session.execute("DELETE FROM " + SystemTables.CHECKS + " WHERE run = " + Sql.literal(entry.getKey()));
            session.load(entry.getValue().rows(entry.getKey()));
        }
    }

    /**
     * Says what the rest of an earlier document gains because the row that brings its values back has changed.
     *
     * @param place of the document's own row
     * @param old what the row said
     * @param now what it says
     */
    void correct(TableSpec table, Changes.Row place, LateRows.Version old, LateRows.Version now, RestChanges rests) {
        of(place.document()).flatMap(run -> run.plan().table(table.name())).filter(was -> place.feed() < was.feeds().size()).ifPresent(was -> {
            LeafMap before = new LeafMap();
            LeafMap after = new LeafMap();
            restorer.row(was, place.feed(), as(was, old), 0, place.at(), before);
            restorer.row(was, place.feed(), as(was, now), 0, place.at(), after);
            rests.add(place.document(), before.corrections(after));
        });
    }

    /** Returns a row with the columns that its table had in an earlier plan. */
    private static RowBatch as(TableSpec was, LateRows.Version row) {
        RowBatch form = TableForm.batch(was);
        List<String> names = new ArrayList<>(row.batch().names());
        for (int i = 0; i < form.columns().size(); i++) {
            int there = names.indexOf(form.names().get(i));
            if (there < 0 || !row.batch().column(there).type().equals(form.column(i).type())) {
                form.column(i).addNull();
            } else {
                form.column(i).addFrom(row.batch().column(there), row.row());
            }
        }
        return form;
    }
}
