package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.godwit.connector.spi.RowSink;
import org.godwit.connector.spi.RowsAlone;
import org.godwit.connector.spi.SourceFile;
import org.godwit.engine.stage.OrderedPipeline;
import org.godwit.model.FileReport;
import org.godwit.model.Problem;
import org.godwit.model.Reject;
import org.godwit.model.TableInfo;
import org.godwit.shred.DirectRows;
import org.godwit.shred.DocumentHash;
import org.godwit.shred.JsonTape;
import org.godwit.shred.ShredResult;
import org.godwit.shred.Shredder;
import org.godwit.shred.SourceName;
import org.godwit.shred.SourceRow;
import org.jspecify.annotations.Nullable;

/** Shreds the documents of one unit after another. One for each worker thread. */
final class StageWorker implements OrderedPipeline.Worker<StagedUnit> {
    private final Shredder shredder;
    private final KnownDocuments known;
    private final Predicate<String> direct;
    private Map<Integer, String> files = new HashMap<>();
    private Map<Integer, Long> passed = new HashMap<>();
    private Map<Integer, String> hashes = new HashMap<>();
    private Map<Integer, String> endedHashes = new HashMap<>();
    private List<Reject> rejects = new ArrayList<>();
    private @Nullable Predicate<DocumentHash> knownHere;
    private SourceName name = new SourceName("");
    private boolean knownFile;
    private long position;
    private boolean leftOut;
    private long knownCount;
    private long seen;

    /** @param direct whether rows of a file may be taken without their documents */
    StageWorker(Shredder shredder, KnownDocuments known, Predicate<String> direct) {
        this.direct = direct;
        this.shredder = shredder;
        this.known = known;
    }

    @Override
    public boolean part(SourceFile file, boolean first, @Nullable String sha256) {
        files.put(file.index(), file.name());
        if (sha256 != null) {
            hashes.put(file.index(), sha256);
        }
        name = new SourceName(file.name(), file.table());
        position = 0;
        // Known at the end of a file only, it comes too late to leave the file out.
        knownFile = known.hasAll(file, first ? sha256 : null);
        leftOut = known.isDuplicate(file.index());
        knownHere = knownFile || leftOut ? null : known.documentsOf(file.name());
        return true;
    }

    @Override
    public void document(SourceFile file, JsonTape tape, long line) {
        seen++;
        if (knownFile) {
            knownCount++;
        } else if (leftOut) {
            shredder.skip(name, tape);
        } else if (!shredder.document(file.index(), name, position++, line, tape, knownHere)) {
            knownCount++;
        }
    }

    @Override
    public RowSink rows(SourceFile file, TableInfo table, RowSink documents) {
        if (knownFile) {
            return new RowsAlone() {
                @Override
                public void end() {
                    seen++;
                    knownCount++;
                }
            };
        }
        boolean walked = table.columns().stream().anyMatch(column -> column.json() != TableInfo.Json.NONE);
        List<String> names = table.columns().stream().map(TableInfo.Column::name).toList();
        DirectRows rows = walked || leftOut || !direct.test(file.name()) ? null : shredder.rows(name, names);
        return rows == null ? documents : new DirectSink(names.size(), documents, (row, line) -> take(rows, file, row, line));
    }

    private boolean take(DirectRows rows, SourceFile file, SourceRow row, long line) {
        DirectRows.Taken taken = rows.row(file.index(), row, position, line, knownHere);
        if (taken == DirectRows.Taken.NO) {
            return false;
        }
        seen++;
        position++;
        knownCount += taken == DirectRows.Taken.KNOWN ? 1 : 0;
        return true;
    }

    @Override
    public void problem(SourceFile file, Problem problem) {
        rejects.add(new Reject(
                problem.line() > 0 ? Reject.Level.DOCUMENT : Reject.Level.FILE,
                file.name(),
                problem.line(),
                problem.column(),
                "",
                "",
                "",
                problem.reason(),
                problem.excerpt()));
    }

    @Override
    public void partEnd(SourceFile file, FileReport.Status status, String sha256, boolean last) {
        passed.merge(file.index(), position, Long::sum);
        if (last && !sha256.isEmpty() && !hashes.containsKey(file.index())) {
            endedHashes.put(file.index(), sha256);
        }
    }

    @Override
    public StagedUnit finish() {
        ShredResult result = shredder.finish();
        StagedUnit unit = new StagedUnit(result, files, passed, hashes, endedHashes, rejects, knownCount, seen);
        files = new HashMap<>();
        passed = new HashMap<>();
        hashes = new HashMap<>();
        endedHashes = new HashMap<>();
        rejects = new ArrayList<>();
        knownCount = 0;
        seen = 0;
        return unit;
    }
}
