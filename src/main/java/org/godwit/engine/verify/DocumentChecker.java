package org.godwit.engine.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.ColumnChecks;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.model.VerificationResult.Difference;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.JsonTape;
import org.godwit.shred.KeyTable;
import org.godwit.shred.LeafSet;
import org.godwit.shred.RowBatch;
import org.godwit.shred.RowDecoder;
import org.godwit.shred.TapeReader;
import org.jspecify.annotations.Nullable;

/** Rebuilds the documents of one run, range by range, and sums up its columns. One for each thread. */
final class DocumentChecker {
    private static final int MAX_DIFFERENCES = 100;

    private final Verifier.LoadedRun run;
    private final TapeReader reader = new TapeReader(new KeyTable(), JsonLimits.forHeap(Runtime.getRuntime().maxMemory()));
    private final JsonTape tape = new JsonTape();
    private final Map<String, Map<Integer, RowDecoder>> decoders = new HashMap<>();
    private final ColumnChecks checks = new ColumnChecks();
    /** By place in the range; only documents with a record of their own have one. */
    private final List<@Nullable LeafSet> leaves = new ArrayList<>();
    private final PartSums sums;
    private final List<Difference> differences = new ArrayList<>();
    private long documents;
    private long rebuilt;
    private long cells;

    /** The documents of a range, as the target lists them. */
    private record Listed(List<String> files, List<@Nullable DocumentHash> hashes) {}

    DocumentChecker(Verifier.LoadedRun run) {
        this.run = run;
        this.sums = new PartSums(run.parts());
        run.run().plan().tables().forEach(t -> decoders.put(t.name(), RowDecoder.of(t, reader)));
    }

    /** Checks the documents from {@code first} to before {@code end}. */
    void check(Session session, long first, long end) {
        int count = (int) (end - first);
        while (leaves.size() < count) {
            leaves.add(null);
        }
        leaves.subList(0, count).forEach(set -> {
            if (set != null) {
                set.clear();
            }
        });
        Listed listed = documents(session, first, end);
        rejects(session, first, end);
        for (TableSpec table : run.run().plan().tables()) {
            rows(session, table, first, end);
            merges(session, table, first, end);
        }
        compare(first, listed);
    }

    private LeafSet leaves(long place) {
        LeafSet set = leaves.get((int) place);
        if (set == null) {
            set = new LeafSet();
            leaves.set((int) place, set);
        }
        return set;
    }

    private Listed documents(Session session, long first, long end) {
        int count = (int) (end - first);
        Listed listed = new Listed(new ArrayList<>(Collections.nCopies(count, "")), new ArrayList<>(Collections.nCopies(count, null)));
        RowBatch form = new RowBatch(
                SystemTables.DOCUMENTS, List.of("doc", "file", "position", "high", "low", "rest"),
                List.of(DataType.BIGINT, DataType.VARCHAR, DataType.BIGINT, DataType.BIGINT, DataType.BIGINT, DataType.JSON));
        String sql = "SELECT doc, file, position, " + SystemTables.KEPT + ", rest FROM " + SystemTables.DOCUMENTS + " WHERE " + SystemTables.range("doc", first, end);
        session.scan(sql, form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int at = (int) (batch.column(0).longAt(row) - first);
                long position = batch.column(2).longAt(row);
                String file = (String) batch.column(1).objectAt(row);
                listed.files.set(at, position == 0 ? file : file + "#" + position);
                listed.hashes.set(at, new DocumentHash(batch.column(3).longAt(row), batch.column(4).longAt(row)));
                if (!batch.column(5).isNull(row)) {
                    RowDecoder.rest((String) batch.column(5).objectAt(row), reader, tape, leaves(at));
                }
            }
        });
        return listed;
    }

    private void rejects(Session session, long first, long end) {
        RowBatch form = new RowBatch(
                SystemTables.REJECTS, List.of("doc", "path", "raw"), List.of(DataType.BIGINT, DataType.VARCHAR, DataType.VARCHAR));
        String sql = "SELECT doc, path, raw FROM " + SystemTables.REJECTS + " WHERE path IS NOT NULL AND " + SystemTables.range("doc", first, end);
        session.scan(sql, form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                LeafSet set = leaves(batch.column(0).longAt(row) - first);
                RowDecoder.reject((String) batch.column(1).objectAt(row), (String) batch.column(2).objectAt(row), reader, tape, set);
            }
        });
    }

    private void rows(Session session, TableSpec table, long first, long end) {
        RowBatch form = TableForm.batch(table);
        Map<Integer, RowDecoder> byFeed = decoders.getOrDefault(table.name(), Map.of());
        List<Integer> columns = IntStream.range(0, table.columns().size()).boxed().toList();
        String sql = "SELECT " + Sql.reading(form) + " FROM " + Sql.name(table.name()) + " WHERE " + SystemTables.range("_doc", first, end);
        session.scan(sql, form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                decode(table, byFeed, batch, row, first);
            }
            cells += (long) batch.rows() * columns.size();
            checks.take(batch, columns);
        });
    }

    /** Takes what a row says; lineage that somebody has changed is a difference, not an error. */
    private void decode(TableSpec table, Map<Integer, RowDecoder> byFeed, RowBatch batch, int row, long first) {
        int width = batch.columns().size();
        long doc = batch.column(width - 3).longAt(row);
        String at = batch.column(width - 2).isNull(row) ? "no place" : (String) batch.column(width - 2).objectAt(row);
        RowDecoder decoder = batch.column(width - 1).isNull(row) ? null : byFeed.get((int) batch.column(width - 1).longAt(row));
        try {
            int part = run.parts().of(doc);
            if (part < 0 && decoder != null) {
                decoder.decode(batch, row, at, leaves(doc - first));
                return;
            }
            if (part >= 0 && decoder != null && run.parts().all().get(part).isPlace(table.name(), at, (int) batch.column(width - 1).longAt(row))) {
                sums.take(part, doc, decoder.hash(batch, row));
                return;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // Falls through to the difference: the place is not one that this feed makes.
        }
        differences.add(new Difference("document " + doc, table.name(), "_at", at, "", at, "the row's place in its document was changed"));
    }

    private void merges(Session session, TableSpec table, long first, long end) {
        if (table.key().isEmpty()) {
            return;
        }
        Map<Integer, RowDecoder> byFeed = decoders.getOrDefault(table.name(), Map.of());
        session.scan(TableForm.merged(table, first, end), TableForm.batch(table), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                decode(table, byFeed, batch, row, first);
            }
        });
    }

    private void compare(long first, Listed listed) {
        for (int i = 0; i < listed.files.size(); i++) {
            DocumentHash hash = listed.hashes.get(i);
            if (hash == null && run.parts().of(first + i) >= 0) {
                continue;
            }
            documents++;
            LeafSet set = leaves(i);
            if (hash != null && !set.conflict() && set.hash().equals(hash)) {
                rebuilt++;
            } else if (differences.size() < MAX_DIFFERENCES) {
                String file = hash == null ? "document " + (first + i) : listed.files.get(i);
                String message = hash == null ? "the document's record is missing" : "the document cannot be rebuilt as it was read";
                differences.add(new Difference(file, "", "", "", hash == null ? "" : hash.toString(), set.hash().toString(), message));
            }
        }
    }

    long documents() {
        return documents;
    }

    long rebuilt() {
        return rebuilt;
    }

    long cells() {
        return cells;
    }

    List<Difference> differences() {
        return differences;
    }

    PartSums sums() {
        return sums;
    }

    ColumnChecks checks() {
        return checks;
    }
}
