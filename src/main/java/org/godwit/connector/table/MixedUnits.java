package org.godwit.connector.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    /** About how many bytes of a table, or of small ones, make a unit. */
    private static final long UNIT_BYTES = 1 << 20;
    private static final long MOST_ROWS = 20_000;

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

    /** Rows of a table, or of several small ones. */
    record RowUnit(long sequence, long bytes, List<Part> parts) implements Unit {
        RowUnit {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A range of a table.
     *
     * @param range null for a table without rows
     */
    record Part(SourceFile file, TableSource source, @Nullable RowRange range, boolean first, boolean last) {}

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
            waiting.clear();
            nextWaiting = 0;
            if (isSmall(file)) {
                gather();
            } else {
                nextFile++;
                List<Part> parts = parts(file, origin);
                parts.forEach(part -> waiting.add(new RowUnit(sequence++, file.bytes() / parts.size(), List.of(part))));
            }
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

    private static boolean isSmall(SourceFile file) {
        SourceFile.Origin origin = file.origin();
        return origin != null && file.bytes() <= UNIT_BYTES / 2 && origin.table().rows() >= 0 && origin.table().rows() <= MOST_ROWS / 2;
    }

    /** Makes a unit of the next small tables. */
    private void gather() {
        List<Part> parts = new ArrayList<>();
        long bytes = 0;
        long rows = 0;
        while (nextFile < files.size() && bytes <= UNIT_BYTES / 2 && rows <= MOST_ROWS / 2 && isSmall(files.get(nextFile))) {
            SourceFile file = files.get(nextFile++);
            SourceFile.Origin origin = Objects.requireNonNull(file.origin());
            parts.addAll(parts(file, origin));
            bytes += file.bytes();
            rows += origin.table().rows();
        }
        waiting.add(new RowUnit(sequence++, bytes, parts));
    }

    private List<Part> parts(SourceFile file, SourceFile.Origin origin) {
        TableSource source = Objects.requireNonNull(snapshots.get(Opened.of(origin)));
        TableInfo table = origin.table();
        long rowBytes = table.rows() > 0 ? Math.max(16, file.bytes() / table.rows()) : 64;
        List<RowRange> ranges = source.ranges(table, Math.max(500, Math.min(MOST_ROWS, UNIT_BYTES / rowBytes)));
        if (ranges.isEmpty()) {
            return List.of(new Part(file, source, null, true, true));
        }
        int last = ranges.size() - 1;
        return IntStream.rangeClosed(0, last).mapToObj(i -> new Part(file, source, ranges.get(i), i == 0, i == last)).toList();
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
