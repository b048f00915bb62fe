package org.godwit.shred;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.godwit.model.DataType;
import org.godwit.model.Step;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of a source's table into the one feed that stores each of its columns as it is: what the shredder makes of
 * such a row's document (row, hashes, ledger), without the document. A row with a cell that its column does not take
 * exactly is not taken and has to go the usual way. One for each worker and table; not thread-safe.
 */
public final class DirectRows {
    /** What became of a row. */
    public enum Taken {
        YES,
        /** An earlier run has loaded it. */
        KNOWN,
        /** A cell does not fit; nothing was done. */
        NO
    }

    private static final Transforms.Chain NOTHING = Transforms.chain(List.of(), false);

    private final CompiledFeed feed;
    private final int dataset;
    private final List<Column> columns;
    private final LedgerTrie ledger;
    private final RowCells cells = new RowCells();
    private final NumberValue number = new NumberValue();
    /** The cells that tell of the file of a row: the same text in all rows of a table. */
    private final List<CompiledCell.Value> ofFile;
    private ShredResult result;
    private RowBatch batch;
    private long counted;
    private long first;
    private long second;
    /** The part that is open: none if it has no rows. */
    private int partNumber;
    private int partFile;
    private long partPosition;
    private long partLine;
    private int partRows;
    private long partHigh;
    private long partLow;

    /**
     * A column of the source and where it goes.
     *
     * @param bytes whether it holds bytes
     * @param pathHash of its leaf
     */
    private record Column(CompiledCell.Value cell, DataType.Kind kind, boolean bytes, long pathHash, int ledgerPath) {}

    private DirectRows(CompiledFeed feed, int dataset, List<Column> columns, LedgerTrie ledger, ShredResult result) {
        this.feed = feed;
        this.dataset = dataset;
        this.columns = List.copyOf(columns);
        this.ledger = ledger;
        this.result = result;
        this.batch = result.batches().get(feed.batch);
        cells.reserve(batch.columns().size());
        this.ofFile = feed.cells.stream().filter(CompiledCell.Value.class::isInstance).map(CompiledCell.Value.class::cast).filter(DirectRows::isOfFile).toList();
    }

    /**
     * Returns how a dataset takes the rows of a table directly, or null if it needs their documents.
     *
     * @param names the columns of the table in their order
     */
    static @Nullable DirectRows of(CompiledPlan plan, int dataset, List<String> names, LedgerTrie ledger, ShredResult result) {
        if (plan.feeds.get(dataset).size() != 1) {
            return null;
        }
        CompiledFeed feed = plan.feeds.get(dataset).get(0);
        boolean simple = feed.rowSteps.isEmpty() && feed.when == null && !feed.table.keyed() && plan.batches.get(feed.batch).select().isEmpty()
                && plan.batches.get(feed.batch).references().isEmpty() && names.size() == new HashSet<>(names).size();
        if (!simple) {
            return null;
        }
        @Nullable Column[] bySource = new Column[names.size()];
        for (CompiledCell cell : feed.cells) {
            if (cell instanceof CompiledCell.Value value && !isOfFile(value)) {
                int at = value.isPlain() ? source(value, names) : -1;
                if (at < 0 || bySource[at] != null || value.target().type().kind() == DataType.Kind.JSON) {
                    return null;
                }
                bySource[at] = column(value, names.get(at), plan, ledger);
            } else if (cell instanceof CompiledCell.Ref || cell instanceof CompiledCell.Parent || cell instanceof CompiledCell.Rest) {
                return null;
            }
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : bySource) {
            if (column == null) {
                return null;
            }
            columns.add(column);
        }
        return new DirectRows(feed, dataset, columns, ledger, result);
    }

    /** Returns whether a value tells of its file and nothing else. */
    private static boolean isOfFile(CompiledCell.Value value) {
        return value.paths().size() == 1 && value.paths().get(0).gives == PlanPath.Gives.FILE
                && value.target().type().kind() == DataType.Kind.VARCHAR && value.transforms().equals(NOTHING);
    }

    private static boolean isBytes(CompiledCell.Value value) {
        List<Step> steps = value.paths().get(0).steps;
        return steps.size() == 2 && value.target().type().kind() == DataType.Kind.BLOB && steps.get(1).equals(new Step.Key(SourceRow.BYTES));
    }

    /** Returns the column that the value is, or -1. */
    private static int source(CompiledCell.Value value, List<String> names) {
        PlanPath path = value.paths().get(0);
        boolean member = path.gives == PlanPath.Gives.NODE && path.level <= 1 && !path.steps.isEmpty();
        boolean whole = member && (path.steps.size() == 1 || isBytes(value));
        return whole && path.steps.get(0) instanceof Step.Key key ? names.indexOf(key.name()) : -1;
    }

    private static Column column(CompiledCell.Value value, String name, CompiledPlan plan, LedgerTrie ledger) {
        long path = LeafHash.member(LeafHash.ROOT, LeafHash.text(name));
        int line = ledger.member(0, name, plan.keys.id(name));
        boolean bytes = isBytes(value);
        if (bytes) {
            path = LeafHash.member(path, LeafHash.text(SourceRow.BYTES));
            line = ledger.member(line, SourceRow.BYTES, plan.keys.id(SourceRow.BYTES));
        }
        return new Column(value, value.target().type().kind(), bytes, path, line);
    }

    /** A table begins, or a part of one: puts what is told of its file into the row. Returns whether the target can hold that. */
    boolean startTable(SourceName table) {
        for (CompiledCell.Value value : ofFile) {
            cells.setObject(value.column(), table.fact(value.paths().get(0).source.name()));
            if (cells.fault(value.column(), value.limit()) != null) {
                return false;
            }
        }
        return true;
    }

    void startUnit(ShredResult unit) {
        result = unit;
        batch = unit.batches().get(feed.batch);
    }

    void endUnit() {
        endPart();
        columns.forEach(column -> {
            ledger.count(column.ledgerPath, LedgerTrie.READ, counted);
            ledger.count(column.ledgerPath, LedgerTrie.STORED, counted);
        });
        counted = 0;
    }

    private void endPart() {
        if (partRows > 0) {
            DocumentHash hash = new DocumentHash(partHigh, partLow);
            result.parts().add(new ShredResult.Part(partNumber, partFile, partPosition, partLine, dataset, partRows, hash, columns.size()));
        }
        partRows = 0;
        partHigh = 0;
        partLow = 0;
    }

    /**
     * Takes a row.
     *
     * @param file the place of its table in the source
     * @param position its place among the rows of this part of the table, from 0
     * @param line what tells it from others in its table
     * @param known tells by its hash whether an earlier run has loaded it
     */
    public Taken row(int file, SourceRow row, long position, long line, @Nullable Predicate<DocumentHash> known) {
        if (!row.isPlain() || row.size() != columns.size()) {
            return Taken.NO;
        }
        first = 0;
        second = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (!put(columns.get(i), row, i)) {
                return Taken.NO;
            }
        }
        if (known != null && known.test(new DocumentHash(first, second))) {
            return Taken.KNOWN;
        }
        int number = result.nextNumber();
        add(number);
        if (partRows == 0 || number != partNumber + partRows || file != partFile || position != partPosition + partRows || line != partLine + partRows) {
            endPart();
            partNumber = number;
            partFile = file;
            partPosition = position;
            partLine = line;
        }
        partHigh += LeafHash.inPart(first, partRows);
        partLow += LeafHash.inPart(second, partRows);
        partRows++;
        counted++;
        return Taken.YES;
    }

    private void add(int number) {
        for (CompiledCell cell : feed.cells) {
            if (cell instanceof CompiledCell.Id id) {
                cells.setLong(id.column(), result.nextLocalId(feed.table.index));
            } else if (cell instanceof CompiledCell.Const constant) {
                cells.value(constant.column(), constant.target().type(), constant.value(), NOTHING);
            } else if (cell instanceof CompiledCell.Null nothing) {
                cells.setNull(nothing.column());
            }
        }
        int lineage = batch.columns().size() - CompiledPlan.LINEAGE.size();
        cells.setLong(lineage, number);
        cells.setObject(lineage + 1, "");
        cells.setLong(lineage + 2, feed.index);
        cells.addTo(batch);
    }

    /** Puts a cell into the row and its leaf into the hash. Returns false if the column does not take it exactly. */
    private boolean put(Column column, SourceRow row, int at) {
        CompiledCell.Value cell = column.cell;
        long value;
        switch (row.kind(at)) {
            case NOTHING:
                if (cell.target().required() || column.bytes || cell.nullMeans() != ValueSpec.NullMeans.NULL) {
                    return false;
                }
                cells.setNull(cell.column());
                value = LeafHash.NULL;
                break;
            case INTEGER:
                value = LeafHash.integer(row.integerAt(at));
                if (!integer(column, row.integerAt(at))) {
                    return false;
                }
                break;
            case REAL:
                if (column.kind != DataType.Kind.DOUBLE) {
                    return false;
                }
                cells.setReal(cell.column(), row.realAt(at));
                number.readDouble(row.realAt(at));
                value = number.hash();
                break;
            case NUMBER:
                number.read(row.textAt(at));
                value = number.hash();
                if (!exact(cell, new Transforms.NumberText(row.textAt(at)))) {
                    return false;
                }
                break;
            case BOOL:
                value = row.integerAt(at) != 0 ? LeafHash.TRUE : LeafHash.FALSE;
                if (!exact(cell, row.integerAt(at) != 0)) {
                    return false;
                }
                break;
            default:
                Object text = row.asItCame(at);
                value = LeafHash.asItCame(text);
                if (!text(column, row.kind(at), text)) {
                    return false;
                }
                break;
        }
        first += LeafHash.first(column.pathHash, value);
        second += LeafHash.second(column.pathHash, value);
        return cells.fault(cell.column(), cell.limit()) == null;
    }

    private boolean integer(Column column, long value) {
        if (column.kind == DataType.Kind.BIGINT) {
            cells.setLong(column.cell.column(), value);
            return true;
        }
        return exact(column.cell, new Transforms.NumberText(Long.toString(value)));
    }

    private boolean text(Column column, SourceRow.Kind kind, Object text) {
        if (column.bytes || kind == SourceRow.Kind.BYTES) {
            cells.setObject(column.cell.column(), text);
            return column.bytes && kind == SourceRow.Kind.BYTES;
        }
        if (column.kind == DataType.Kind.VARCHAR) {
            cells.setObject(column.cell.column(), text);
            return true;
        }
        return exact(column.cell, text.toString());
    }

    private boolean exact(CompiledCell.Value cell, Object value) {
        return cells.value(cell.column(), cell.target().type(), value, cell.transforms()) == RowCells.Fit.EXACT;
    }
}
