package org.godwit.engine.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.godwit.duck.Session;
import org.godwit.duck.Sql;
import org.godwit.engine.target.RecordedRun;
import org.godwit.engine.target.SystemTables;
import org.godwit.engine.target.TableForm;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableSpec;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.shred.RowBatch;
import org.godwit.shred.RowDecoder;
import org.godwit.shred.TapeReader;
import org.jspecify.annotations.Nullable;

/** Tells the hashes of rows that share a record with others: from the rows themselves, proved by the record. One thread. */
public final class PartRows {
    private final Session session;

    public PartRows(Session session) {
        this.session = session;
    }

    /**
     * Hands over the hash of each row of every part, with the name of the table it was read from.
     *
     * @param target for errors
     * @param runs all that the target has seen
     * @param names what a file of a run (its id) is to be called; null if its rows are not asked for
     * @throws GodwitException TARGET_DIFFERS if rows were changed since they were loaded: what they were is then unknown
     */
    public void hashes(String target, List<RecordedRun> runs, BiFunction<String, String, @Nullable String> names, BiConsumer<String, DocumentHash> rows) {
        for (RecordedRun run : runs) {
            Parts parts = Parts.of(session, run);
            Map<String, String> asked = new HashMap<>();
            parts.all().stream().map(Parts.Part::file).distinct().forEach(file -> {
                String name = names.apply(run.id(), file);
                if (name != null) {
                    asked.put(file, name);
                }
            });
            if (asked.isEmpty()) {
                continue;
            }
            BiConsumer<String, DocumentHash> all = (file, hash) -> {
                String name = asked.get(file);
                if (name != null) {
                    rows.accept(name, hash);
                }
            };
            PartSums sums = new PartSums(parts);
            parts.all().stream().map(Parts.Part::table).distinct()
                    .forEach(name -> run.plan().table(name).ifPresent(table -> table(table, run, parts, sums, all)));
            sums.differences().stream().findFirst().ifPresent(difference -> {
                throw new GodwitException(ErrorCode.TARGET_DIFFERS, target, difference.table(), "its rows were changed since they were loaded: godwit verify tells where");
            });
        }
    }

    private void table(TableSpec table, RecordedRun run, Parts parts, PartSums sums, BiConsumer<String, DocumentHash> rows) {
        RowBatch form = TableForm.batch(table);
        TapeReader reader = new TapeReader(new KeyTable(), JsonLimits.forHeap(Runtime.getRuntime().maxMemory()));
        List<RowDecoder> decoders = java.util.stream.IntStream.range(0, table.feeds().size()).mapToObj(feed -> new RowDecoder(table, feed, reader)).toList();
        int doc = form.columns().size() - 3;
        String sql = "SELECT " + Sql.reading(form) + " FROM " + Sql.name(table.name()) + " WHERE " + SystemTables.range("_doc", run.first(), run.end());
        session.scan(sql, form, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                long document = batch.column(doc).longAt(row);
                int part = parts.of(document);
                if (part >= 0 && parts.all().get(part).table().equals(table.name())) {
                    DocumentHash hash = decoders.get(parts.all().get(part).feed()).hash(batch, row);
                    sums.take(part, document, hash);
                    rows.accept(parts.all().get(part).file(), hash);
                }
            }
        });
    }
}
