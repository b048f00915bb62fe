package org.godwit.engine.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.godwit.duck.LoadColumn;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.SystemTables;
import org.godwit.model.DataType;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.RowBatch;
import org.godwit.shred.ShredResult;
import org.jspecify.annotations.Nullable;

/**
 * Loads the record of each document, and of each part of a table one for all its rows. Where all documents of a unit are
 * of one file and dataset, as the rows of a table are, what they share is part of the statement and does not travel row
 * by row. One thread at a time.
 */
final class DocumentRows {
    /** Fewer documents than this are not worth a statement of their own. */
    private static final int MANY = 64;
    /** Statements stay open until the run ends. */
    private static final int MAX_STATEMENTS = 64;
    private static final List<String> OWN = List.of("doc", "position", "line", "hash_high", "hash_low", "kept_high", "kept_low", "leaves", "rest");
    private static final List<DataType> OWN_TYPES = List.of(
            DataType.BIGINT, DataType.BIGINT, DataType.BIGINT, DataType.BIGINT, DataType.BIGINT, DataType.BIGINT, DataType.BIGINT, DataType.BIGINT,
            DataType.JSON);

    private final CompiledPlan plan;
    private final Session session;
    private final String run;
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Set<List<LoadColumn>> statements = new HashSet<>();

    DocumentRows(CompiledPlan plan, Session session, String run) {
        this.plan = plan;
        this.session = session;
        this.run = run;
    }

    void load(StagedUnit unit, UnitNumbers.Numbered numbered) {
        List<ShredResult.Document> list = unit.result().documents();
        session.load(parts(unit, numbered.firstDocument()));
        List<LoadColumn> shared = list.size() < MANY ? List.of() : shared(unit, list);
        if (shared.isEmpty()) {
            session.load(rows(unit, numbered));
        } else {
            session.load(lean(unit, numbered), shared);
        }
        unit.passed().forEach((file, documents) -> positions.merge(file, documents, Long::sum));
    }

    /** Returns the records of the parts. */
    private RowBatch parts(StagedUnit unit, long base) {
        RowBatch batch = SystemTables.parts();
        for (ShredResult.Part part : unit.result().parts()) {
            batch.column(0).addLong(base + part.number());
            batch.column(1).addLong(base + part.number() + part.rows());
            batch.column(2).addObject(unit.fileName(part.file()));
            batch.column(3).addLong(before(part.file()) + part.position());
            batch.column(4).addLong(part.line());
            batch.column(5).addObject(plan.plan().datasets().get(part.dataset()).name());
            batch.column(6).addObject(run);
            batch.column(7).addLong(part.hash().high());
            batch.column(8).addLong(part.hash().low());
            batch.column(9).addLong(part.leaves());
        }
        return batch;
    }

    /** Returns how to fill the columns if only a document's own ones travel; nothing if documents share too little. */
    private List<LoadColumn> shared(StagedUnit unit, List<ShredResult.Document> list) {
        ShredResult.Document one = list.get(0);
        if (list.stream().anyMatch(other -> other.file() != one.file() || other.dataset() != one.dataset())) {
            return List.of();
        }
        String dataset = dataset(one);
        List<LoadColumn> columns = List.of(
                LoadColumn.same("doc"),
                new LoadColumn("file", Sql.literal(unit.fileName(one.file()))),
                LoadColumn.same("position"),
                LoadColumn.same("line"),
                new LoadColumn("dataset", literal(dataset)),
                new LoadColumn("sha256", literal(unit.sha256(one.file()))),
                new LoadColumn("run", Sql.literal(run)),
                LoadColumn.same("hash_high"),
                LoadColumn.same("hash_low"),
                LoadColumn.same("kept_high"),
                LoadColumn.same("kept_low"),
                LoadColumn.same("leaves"),
                LoadColumn.same("rest"));
        return statements.contains(columns) || (statements.size() < MAX_STATEMENTS && statements.add(columns)) ? columns : List.of();
    }

    private @Nullable String dataset(ShredResult.Document document) {
        return document.dataset() < 0 ? null : plan.plan().datasets().get(document.dataset()).name();
    }

    private static String literal(@Nullable String text) {
        return text == null || text.isEmpty() ? "CAST(NULL AS VARCHAR)" : Sql.literal(text);
    }

    /** Returns how many documents of a file were in units before. */
    private long before(int file) {
        return positions.getOrDefault(file, 0L);
    }

    private RowBatch lean(StagedUnit unit, UnitNumbers.Numbered numbered) {
        RowBatch batch = new RowBatch(SystemTables.DOCUMENTS, OWN, OWN_TYPES);
        List<ShredResult.Document> list = unit.result().documents();
        for (int i = 0; i < list.size(); i++) {
            ShredResult.Document document = list.get(i);
            batch.column(0).addLong(numbered.firstDocument() + document.number());
            batch.column(1).addLong(before(document.file()) + document.position());
            batch.column(2).addLong(document.line());
            contents(batch, 3, document, numbered);
        }
        return batch;
    }

    private RowBatch rows(StagedUnit unit, UnitNumbers.Numbered numbered) {
        RowBatch batch = SystemTables.documents();
        List<ShredResult.Document> list = unit.result().documents();
        for (int i = 0; i < list.size(); i++) {
            ShredResult.Document document = list.get(i);
            batch.column(0).addLong(numbered.firstDocument() + document.number());
            batch.column(1).addObject(unit.fileName(document.file()));
            batch.column(2).addLong(before(document.file()) + document.position());
            batch.column(3).addLong(document.line());
            batch.column(4).addTextIfAny(dataset(document));
            batch.column(5).addTextIfAny(unit.sha256(document.file()));
            batch.column(6).addObject(run);
            contents(batch, 7, document, numbered);
        }
        return batch;
    }

    /** Adds what both forms end with, from a column on: both hashes, how many leaves, and the rest. */
    private static void contents(RowBatch batch, int column, ShredResult.Document document, UnitNumbers.Numbered numbered) {
        batch.column(column).addLong(document.hash().high());
        batch.column(column + 1).addLong(document.hash().low());
        if (document.keptHash().equals(document.hash())) {
            batch.column(column + 2).addNull();
            batch.column(column + 3).addNull();
        } else {
            batch.column(column + 2).addLong(document.keptHash().high());
            batch.column(column + 3).addLong(document.keptHash().low());
        }
        batch.column(column + 4).addLong(document.leaves());
        batch.column(column + 5).addTextIfAny(document.rest().with(numbered.restAdditions().getOrDefault(document.number(), Map.of())));
    }
}
