package org.godwit.connector.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.RowRange;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.TableInfo;
import org.godwit.shred.JsonLimits;
import org.godwit.shred.KeyTable;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Files of documents and tables, one after another in their order. All tables of one place are read from one snapshot,
 * which is taken when the first of them is reached at the latest. Thread-safe.
 */
final class MixedUnits implements UnitSource {
    /** About how many bytes of a table make a unit. */
    private static final long UNIT_BYTES = 1 << 20;

    private final List<SourceFile> files;
    private final KeyTable keys;
    private final TaskContext context;
    private final DocumentConnector documents;
    private final Map<Opened, TableSource> snapshots = new LinkedHashMap<>();
    private final List<UnitSource> documentRuns = new ArrayList<>();
    private int nextFile;
    private long sequence;
    private @Nullable UnitSource current;
    private final List<RowUnit> waiting = new ArrayList<>();
    private int nextWaiting;

    /** What is opened once: a place that is read in one way. A folder can be read by several connectors. */
    private record Opened(String type, Place place, CsvOptions options) {
        static Opened of(SourceFile.Origin origin) {
            return new Opened(origin.type(), origin.place(), origin.options());
        }
    }

    /** A unit of documents under its number in the whole. */
    record DocumentUnit(long sequence, long bytes, int run, Unit unit) implements Unit {}

    /** A range of a table. */
    record RowUnit(long sequence, long bytes, SourceFile file, TableSource source, @Nullable RowRange range, boolean first, boolean last) implements Unit {}

    MixedUnits(
            List<SourceFile> files, KeyTable keys, TaskContext context, DocumentConnector documents, Function<String, @Nullable TableConnector> connectors) {
        this.files = List.copyOf(files);
        this.keys = keys;
        this.context = context;
        this.documents = documents;
        try {
            for (SourceFile file : files) {
                SourceFile.Origin origin = file.origin();
                if (origin != null && !snapshots.containsKey(Opened.of(origin))) {
                    TableConnector connector = connectors.apply(origin.type());
                    if (connector == null) {
                        throw new GodwitException(ErrorCode.SOURCE_UNSUPPORTED, origin.type());
                    }
                    snapshots.put(Opened.of(origin), connector.open(origin.place(), List.of(), origin.options(), context));
                }
            }
        } catch (GodwitException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized @Nullable Unit next() {
        context.checkCancelled();
        while (true) {
            if (nextWaiting < waiting.size()) {
                return waiting.get(nextWaiting++);
            }
            UnitSource run = current;
            if (run != null) {
                Unit unit = run.next();
                if (unit != null) {
                    return new DocumentUnit(sequence++, unit.bytes(), documentRuns.size() - 1, unit);
                }
                current = null;
            }
            if (nextFile == files.size()) {
                return null;
            }
            begin(files.get(nextFile));
        }
    }

    private void begin(SourceFile file) {
        SourceFile.Origin origin = file.origin();
        if (origin != null) {
            nextFile++;
            cut(file, origin);
            return;
        }
        List<SourceFile> run = new ArrayList<>();
        while (nextFile < files.size() && files.get(nextFile).origin() == null) {
            run.add(files.get(nextFile++));
        }
        UnitSource opened = documents.open(run, keys, context);
        documentRuns.add(opened);
        current = opened;
    }

    private void cut(SourceFile file, SourceFile.Origin origin) {
        TableSource source = Objects.requireNonNull(snapshots.get(Opened.of(origin)));
        TableInfo table = origin.table();
        long rowBytes = table.rows() > 0 ? Math.max(16, file.bytes() / table.rows()) : 64;
        List<RowRange> ranges = source.ranges(table, Math.max(500, Math.min(20_000, UNIT_BYTES / rowBytes)));
        waiting.clear();
        nextWaiting = 0;
        int count = Math.max(1, ranges.size());
        for (int i = 0; i < count; i++) {
            RowRange range = ranges.isEmpty() ? null : ranges.get(i);
            waiting.add(new RowUnit(sequence++, file.bytes() / count, file, source, range, i == 0, i == count - 1));
        }
    }

    UnitSource documentRun(int run) {
        synchronized (this) {
            return documentRuns.get(run);
        }
    }

    KeyTable keys() {
        return keys;
    }

    @Override
    public UnitParser parser() {
        return new MixedParser(this, JsonLimits.forHeap(Runtime.getRuntime().maxMemory()));
    }

    @Override
    public synchronized void close() {
        documentRuns.forEach(UnitSource::close);
        snapshots.values().forEach(TableSource::close);
        snapshots.clear();
    }
}
