package org.godwit.engine.deliver;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.engine.verify.PartProof;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.LeafMap;
import org.godwit.shred.LeafSet;
import org.godwit.shred.RowBatch;
import org.godwit.shred.RowRestorer;
import org.godwit.shred.TapeReader;

/**
 * Puts documents together again from what runs have left in a hub, and proves each by its hash. Reads in portions, so
 * that memory is bounded. One thread.
 */
public final class Documents {
    private static final int PORTION = 2000;

    private final Session hub;
    private final JsonLimits limits = JsonLimits.forHeap(Runtime.getRuntime().maxMemory());
    private final RowRestorer restorer = new RowRestorer(new TapeReader(new KeyTable(), limits));

    public Documents(Session hub) {
        this.hub = hub;
    }

    /** What is read of a run. */
    private record Reading(Plan plan, PartProof proof, String file) {}

    /** Documents of a portion; those that share a record have no hash of their own. */
    private record Portion(Map<Long, LeafMap> leaves, Map<Long, DocumentHash> hashes, Map<Long, String> files) {}

    /**
     * Hands over documents as JSON text, in their order.
     *
     * @param file of this file only; empty for all
     * @throws GodwitException VERIFICATION_FAILED if one does not come out as it was read
     */
    public void each(String file, Consumer<String> documents) {
        for (RecordedRun run : RecordedRun.all(hub)) {
            PartProof proof = PartProof.of(hub, run);
            for (long first = run.first(); first < run.end(); first += PORTION) {
                portion(new Reading(run.plan(), proof, file), first, Math.min(run.end(), first + PORTION), documents);
            }
            proof.differences(file).stream().findFirst().ifPresent(difference -> {
                throw new GodwitException(ErrorCode.VERIFICATION_FAILED, 1, difference.document() + ": " + difference.message());
            });
        }
    }

    private void portion(Reading reading, long first, long end, Consumer<String> documents) {
        Portion portion = new Portion(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        documents(portion, reading.file, first, end);
        inParts(portion, reading, first, end);
        if (portion.leaves.isEmpty()) {
            return;
        }
        rejects(portion, first, end);
        for (TableSpec table : reading.plan.tables()) {
            rows(portion, table, first, end);
            merges(portion, table, first, end);
        }
        TapeReader reader = new TapeReader(new KeyTable(), limits);
        JsonTape tape = new JsonTape();
        portion.leaves.forEach((doc, leaves) -> {
            String json = leaves.json();
            byte[] utf8 = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            boolean read = reader.read(utf8, 0, utf8.length, tape) == null;
            DocumentHash expected = portion.hashes.get(doc);
            if (expected == null && read) {
                reading.proof.take(doc, LeafSet.hash(tape));
            } else if (!read || !LeafSet.hash(tape).equals(expected)) {
                throw new GodwitException(ErrorCode.VERIFICATION_FAILED, 1, portion.files.get(doc) + ": document " + doc + " does not come out as it was read");
            }
            documents.accept(json);
        });
    }

    private static void inParts(Portion portion, Reading reading, long first, long end) {
        for (long doc = first; doc < end; doc++) {
            String file = reading.proof.file(doc);
            if (file != null && (reading.file.isEmpty() || reading.file.equals(file))) {
                portion.leaves.put(doc, new LeafMap());
                portion.files.put(doc, file);
            }
        }
    }

    private void documents(Portion portion, String file, long first, long end) {
        RowBatch form = new RowBatch(
                SystemTables.DOCUMENTS, List.of("doc", "file", "high", "low", "rest"),
                List.of(DataType.BIGINT, DataType.VARCHAR, DataType.BIGINT, DataType.BIGINT, DataType.JSON));
        String where = SystemTables.range("doc", first, end) + (file.isEmpty() ? "" : " AND file = " + Sql.literal(file));
        hub.scan("SELECT doc, file, " + SystemTables.KEPT + ", rest FROM " + SystemTables.DOCUMENTS + " WHERE " + where, form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                long doc = batch.column(0).longAt(row);
                LeafMap leaves = new LeafMap();
                portion.leaves.put(doc, leaves);
                portion.files.put(doc, (String) batch.column(1).objectAt(row));
                portion.hashes.put(doc, new DocumentHash(batch.column(2).longAt(row), batch.column(3).longAt(row)));
                if (!batch.column(4).isNull(row)) {
                    restorer.rest((String) batch.column(4).objectAt(row), leaves);
                }
            }
        });
    }

    private void rejects(Portion portion, long first, long end) {
        RowBatch form = new RowBatch(
                SystemTables.REJECTS, List.of("doc", "path", "raw"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.VARCHAR));
        hub.scan("SELECT doc, path, raw FROM " + SystemTables.REJECTS + " WHERE path IS NOT NULL AND " + SystemTables.range("doc", first, end), form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                LeafMap leaves = portion.leaves.get(batch.column(0).longAt(row));
                if (leaves != null) {
                    restorer.reject((String) batch.column(1).objectAt(row), (String) batch.column(2).objectAt(row), leaves);
                }
            }
        });
    }

    private void rows(Portion portion, TableSpec table, long first, long end) {
        RowBatch form = TableForm.batch(table);
        hub.scan("SELECT " + Sql.reading(form) + " FROM " + Sql.name(table.name()) + " WHERE " + SystemTables.range("_doc", first, end) + " ORDER BY _doc", form, batch -> {
            int width = batch.columns().size();
            for (int row = 0; row < batch.rows(); row++) {
                restore(portion, table, batch, row, width - 3);
            }
        });
    }

    private void restore(Portion portion, TableSpec table, RowBatch batch, int row, int lineage) {
        LeafMap leaves = portion.leaves.get(batch.column(lineage).longAt(row));
        if (leaves != null) {
            int feed = (int) batch.column(lineage + 2).longAt(row);
            restorer.row(table, feed, batch, row, (String) batch.column(lineage + 1).objectAt(row), leaves);
        }
    }

    private void merges(Portion portion, TableSpec table, long first, long end) {
        if (table.key().isEmpty()) {
            return;
        }
        hub.scan(TableForm.merged(table, first, end) + " ORDER BY m.doc", TableForm.batch(table), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                restore(portion, table, batch, row, batch.columns().size() - 3);
            }
        });
    }
}
