package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.godwit.duck.LoadColumn;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.FileReport;
import org.godwit.model.Reject;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.RowBatch;
import org.godwit.shred.ShredResult;
import org.godwit.task.TaskContext;

/**
 * Loads numbered units and their documents into the shadow, and keeps what the run will be judged by: row counts,
 * column checks, rejects. One thread at a time, but for what loading a unit leaves to do.
 */
final class UnitLoader {
    /** Rejects that are listed in results; all of them stand in the target. */
    static final int MAX_LISTED = 10_000;

    private final CompiledPlan plan;
    private final Session session;
    private final UnitNumbers numbers;
    private final KeyOrder order;
    private final String run;
    private final TaskContext context;
    private final ColumnChecks checks = new ColumnChecks();
    private final Map<String, Long> rows = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final DocumentRows records;
    private long rejectCount;
    private long documents;

    UnitLoader(CompiledPlan plan, Session session, UnitNumbers numbers, KeyOrder order, String run, TaskContext context) {
        this.plan = plan;
        this.session = session;
        this.numbers = numbers;
        this.order = order;
        this.run = run;
        this.context = context;
        this.records = new DocumentRows(plan, session, run);
    }

    /** Loads a unit. Returns what is left to do with it: its column checks, which any thread may draw up. */
    Runnable load(StagedUnit unit) {
        ShredResult result = unit.result();
        UnitNumbers.Numbered numbered = numbers.number(result);
        for (int i = 0; i < numbered.batches().size(); i++) {
            load(plan.batches().get(i), numbered.batches().get(i));
        }
        session.load(numbered.merges());
        records.load(unit, numbered);
        loadRejects(unit, numbered.firstDocument());
        documents += result.count();
        return () -> check(numbered.batches());
    }

    private void check(List<RowBatch> batches) {
        ColumnChecks sums = new ColumnChecks();
        for (int i = 0; i < batches.size(); i++) {
            if (batches.get(i).rows() > 0) {
                sums.take(batches.get(i), comparable(plan.batches().get(i), batches.get(i)));
            }
        }
        synchronized (checks) {
            checks.add(sums);
        }
    }

    private void load(CompiledPlan.BatchSpec spec, RowBatch batch) {
        if (batch.rows() == 0) {
            return;
        }
        if (spec.select().isEmpty()) {
            session.load(batch);
        } else {
            session.load(batch, columns(spec));
        }
        order.take(batch);
        rows.merge(spec.tableName(), (long) batch.rows(), Long::sum);
        context.addRows(spec.tableName(), batch.rows());
    }

    /** Returns the columns whose values are known before they are in the target: not those made by SQL. */
    private static List<Integer> comparable(CompiledPlan.BatchSpec spec, RowBatch batch) {
        if (spec.select().isEmpty()) {
            return IntStream.range(0, batch.columns().size() - CompiledPlan.LINEAGE.size()).boxed().toList();
        }
        return List.of();
    }

    private static List<LoadColumn> columns(CompiledPlan.BatchSpec spec) {
        List<LoadColumn> columns = new ArrayList<>();
        List<String> names = new ArrayList<>(spec.names().subList(0, spec.select().size() - CompiledPlan.LINEAGE.size()));
        names.addAll(CompiledPlan.LINEAGE);
        for (int i = 0; i < names.size(); i++) {
            String expression = spec.select().get(i);
            columns.add(expression.isEmpty() ? LoadColumn.same(names.get(i)) : new LoadColumn(names.get(i), "(" + expression + ")"));
        }
        return columns;
    }

    /** Takes rows that were held back until all of them were known. */
    void late(RowBatch rows) {
        session.load(rows);
        check(rows);
        this.rows.merge(rows.table(), (long) rows.rows(), Long::sum);
        context.addRows(rows.table(), rows.rows());
    }

    /** Takes note of rows of a table, which stand in the target otherwise. */
    void check(RowBatch rows) {
        checks.take(rows, IntStream.range(0, rows.columns().size() - CompiledPlan.LINEAGE.size()).boxed().toList());
    }

    private void loadRejects(StagedUnit unit, long firstDocument) {
        RowBatch batch = SystemTables.rejects();
        for (ShredResult.RejectedPart part : unit.result().rejects()) {
            long line = unit.result().line(part.document());
            Reject r = part.reject();
            list(new Reject(r.level(), r.file(), line, 0, r.pointer(), r.table(), r.columnName(), r.reason(), r.raw()));
            add(batch, firstDocument + part.document(), part.path(), r);
        }
        for (Reject reject : unit.fileRejects()) {
            list(reject);
            add(batch, -1, "", reject);
        }
        session.load(batch);
        context.addRejects(batch.rows());
    }

    /** Takes what could not even be opened. */
    void reject(List<FileReport> unreadable) {
        RowBatch batch = SystemTables.rejects();
        for (FileReport report : unreadable) {
            String reason = report.problem() == null ? "cannot be read" : report.problem().reason();
            Reject reject = new Reject(Reject.Level.FILE, report.path(), 0, 0, "", "", "", reason, "");
            list(reject);
            add(batch, -1, "", reject);
        }
        session.load(batch);
        context.addRejects(batch.rows());
    }

    /** Takes values that were made by SQL and are no part of a document. */
    void rejectMade(long doc, List<Reject> made) {
        RowBatch batch = SystemTables.rejects();
        for (Reject reject : made) {
            list(reject);
            add(batch, doc, "", reject);
        }
        session.load(batch);
        context.addRejects(batch.rows());
    }

    private void list(Reject reject) {
        rejectCount++;
        if (rejects.size() < MAX_LISTED) {
            rejects.add(reject);
        }
    }

    private void add(RowBatch batch, long doc, String path, Reject reject) {
        batch.column(0).addObject(run);
        if (doc < 0) {
            batch.column(1).addNull();
        } else {
            batch.column(1).addLong(doc);
        }
        batch.column(2).addObject(reject.level().name().toLowerCase(java.util.Locale.ROOT));
        batch.column(3).addObject(reject.file());
        batch.column(4).addTextIfAny(path);
        batch.column(5).addTextIfAny(reject.table());
        batch.column(6).addTextIfAny(reject.columnName());
        batch.column(7).addObject(reject.reason());
        // What is not put back again is for people, and not every target has the character.
        batch.column(8).addObject(path.isEmpty() ? reject.raw().replace("\0", "\\u0000") : reject.raw());
    }

    /** Fills in the hash of big files, which is known once they have been read to the end. */
    void setHashes(Map<String, String> sha256ByFile) {
        sha256ByFile.forEach((file, sha) -> session.execute("UPDATE " + SystemTables.DOCUMENTS + " SET sha256 = " + Sql.literal(sha)
                + " WHERE sha256 IS NULL AND file = " + Sql.literal(file) + " AND run = " + Sql.literal(run)));
    }

    ColumnChecks checks() {
        return checks;
    }

    long rows(String table) {
        return rows.getOrDefault(table, 0L);
    }

    List<Reject> rejects() {
        return rejects;
    }

    long rejectCount() {
        return rejectCount;
    }

    long documentCount() {
        return documents;
    }
}
