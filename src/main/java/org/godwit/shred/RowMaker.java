package org.godwit.shred;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.DataType;
import org.godwit.model.TableSpec;
import org.godwit.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** Makes rows of one document after another and remembers what becomes of its leaves. Not thread-safe. */
final class RowMaker {
    final Dispositions dispositions = new Dispositions();
    /** Paths at which a cell would wrongly restore something. */
    final List<String> absent = new ArrayList<>();
    /** Ranges of nodes whose untaken leaves were left out by a condition. */
    final List<int[]> skipped = new ArrayList<>();
    final RowRejects rejects;
    final List<PendingRest> pendingRest = new ArrayList<>();
    final List<PendingCandidate> pendingCandidates = new ArrayList<>();

    private final RowPlace place;
    private final boolean[] parents;
    private final RowCells cells = new RowCells();
    private Map<RefusedRows.Place, String> refused = Map.of();
    private final RowCells keyCells = new RowCells();
    private final Map<Long, Long> rowIds = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int[] stored = new int[64];
    private int storedCount;
    private ShredResult result;
    private int document;

    /** A JSON cell that is filled once every other value of the document is taken. */
    record PendingRest(CompiledFeed feed, CompiledCell.Rest cell, int row, int node) {}

    /** A row of a keyed table whose leaves get an owner once every other value of the document is taken. */
    record PendingCandidate(CompiledFeed feed, int key, String at, List<Outcome> outcomes) {}

    /** What a cell made of the node at its first path. {@code node} is -1 if there is none. */
    record Outcome(CompiledCell.Value cell, int node, String path) {}

    RowMaker(CompiledPlan plan, RowPlace place, ShredResult first) {
        this.place = place;
        this.rejects = new RowRejects(place, dispositions, first);
        this.result = first;
        this.parents = new boolean[plan.tables.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = plan.isParent(i);
        }
    }

    void startUnit(ShredResult unit) {
        result = unit;
        rejects.startUnit(unit);
    }

    /** @param refusals reasons for rows of the document that are rejected, by place */
    void startDocument(int number, Map<RefusedRows.Place, String> refusals) {
        document = number;
        refused = refusals;
        dispositions.start(place.tape.size());
        absent.clear();
        skipped.clear();
        rejects.startDocument(number);
        pendingRest.clear();
        pendingCandidates.clear();
        rowIds.clear();
    }

    /** Makes the row of a feed at the place. */
    void row(CompiledFeed feed) {
        int node = place.nodes[feed.levels - 1];
        if (feed.when != null && !Conditions.holds(feed.when, feed, place)) {
            skipped.add(new int[] {node, place.tape.end(node)});
            return;
        }
        RowBatch batch = result.batches().get(feed.batch);
        cells.reserve(batch.columns().size());
        outcomes.clear();
        storedCount = 0;
        for (CompiledCell cell : feed.cells) {
            TableSpec.Column missing = fill(feed, cell);
            if (missing != null) {
                rejects.row(feed, node, "no value for the required column " + missing.name());
                return;
            }
        }
        String at = place.pointer.toString();
        String nowhere = feed.table.placeLimit == null ? null : feed.table.placeLimit.ofObject(at);
        String refusal = refused.isEmpty() ? null : refused.get(new RefusedRows.Place(feed.table.name(), at, feed.index));
        if (nowhere != null) {
            rejects.row(feed, node, "the target cannot name its place: " + nowhere);
        } else if (refusal != null) {
            rejects.row(feed, node, refusal);
        } else {
            accept(feed, batch, node, at);
        }
    }

    private void accept(CompiledFeed feed, RowBatch batch, int node, String at) {
        int key = -1;
        if (feed.table.keyed()) {
            key = ownKey(feed.table);
            if (key < 0) {
                return;
            }
        }
        for (CompiledCell cell : feed.cells) {
            if (cell instanceof CompiledCell.Id id) {
                cells.setLong(id.column(), feed.table.keyed() ? key : result.nextLocalId(feed.table.index));
                remember(feed.table.index, node, id.column());
            } else if (cell instanceof CompiledCell.Rest rest) {
                int below = place.node(rest.path());
                if (below >= 0) {
                    pendingRest.add(new PendingRest(feed, rest, batch.rows(), below));
                }
            }
        }
        int lineage = batch.columns().size() - CompiledPlan.LINEAGE.size();
        cells.setLong(lineage, document);
        cells.setObject(lineage + 1, at);
        cells.setLong(lineage + 2, feed.index);
        cells.addTo(batch);
        if (feed.table.keyed()) {
            pendingCandidates.add(new PendingCandidate(feed, key, at, List.copyOf(outcomes)));
        } else {
            for (int i = 0; i < storedCount; i++) {
                dispositions.mark(place.tape, stored[i], Dispositions.STORED);
            }
            outcomes.forEach(o -> {
                if (o.node() >= 0) {
                    dispositions.mark(place.tape, o.node(), Dispositions.STORED);
                }
            });
        }
    }

    private void remember(int table, int node, int idColumn) {
        if (parents[table]) {
            rowIds.put((long) table << 32 | node, ShredResult.REFERENCE | cells.longs[idColumn]);
        }
    }

    private int ownKey(CompiledTable table) {
        KeyText text = new KeyText();
        boolean any = false;
        for (int column : table.keyColumns) {
            String part = cellText(cells, column);
            any |= part != null;
            text.add(part);
        }
        return any ? result.keys(table.index).id(text.toString()) : -1;
    }

    static @Nullable String cellText(RowCells cells, int column) {
        return switch (cells.kinds[column]) {
            case RowCells.NULL -> null;
            case RowCells.LONG -> Long.toString(cells.longs[column]);
            case RowCells.REAL -> Double.toString(cells.reals[column] == 0 ? 0.0 : cells.reals[column]);
            default -> String.valueOf(cells.objects[column]);
        };
    }

    /** Fills one cell. Returns the column if it is required and stays empty. */
    private TableSpec.@Nullable Column fill(CompiledFeed feed, CompiledCell cell) {
        if (cell instanceof CompiledCell.Value value) {
            if (value.isPlain()) {
                plainValue(feed, value);
            } else {
                value(feed, value);
            }
            return required(value.target(), value.column());
        }
        if (cell instanceof CompiledCell.Const constant) {
            cells.value(constant.column(), constant.target().type(), constant.value(), Transforms.chain(List.of(), false));
            return null;
        }
        if (cell instanceof CompiledCell.Ref ref) {
            reference(ref);
            return required(ref.target(), ref.column());
        }
        if (cell instanceof CompiledCell.Parent parent) {
            Long id = rowIds.get((long) parent.table() << 32 | place.nodes[parent.level()]);
            if (id == null) {
                cells.setNull(parent.column());
            } else {
                cells.setLong(parent.column(), id);
            }
            return required(parent.target(), parent.column());
        }
        cells.setNull(cell.column());
        return null;
    }

    private TableSpec.@Nullable Column required(TableSpec.Column column, int at) {
        return column.required() && cells.isNull(at) ? column : null;
    }

    private void reference(CompiledCell.Ref ref) {
        KeyText text = new KeyText();
        boolean any = false;
        for (CompiledCell.Value part : ref.parts()) {
            keyCells.reserve(part.column() + 1);
            keyCells.setNull(part.column());
            int taken = place.firstPresent(part);
            Object value = taken < 0 ? null : place.value(part.paths().get(taken));
            Object changed = part.transforms().apply(RowPlace.isMissing(value) ? null : value);
            changed = changed == null ? defaultOf(part) : changed;
            if (changed != null && keyCells.value(part.column(), part.target().type(), changed, part.transforms()) == RowCells.Fit.MISFIT) {
                keyCells.setNull(part.column());
            }
            String cell = cellText(keyCells, part.column());
            any |= cell != null;
            text.add(cell);
        }
        if (any) {
            cells.setLong(ref.column(), ShredResult.REFERENCE | result.keys(ref.table()).id(text.toString()));
        } else {
            cells.setNull(ref.column());
        }
    }

    private static @Nullable Object defaultOf(CompiledCell.Value cell) {
        Object value = cell.defaultValue();
        return value == null ? null : Transforms.constant(value);
    }

    /** Fills the cell of the usual kind: one path, nothing done to what is there. */
    private void plainValue(CompiledFeed feed, CompiledCell.Value cell) {
        PlanPath path = cell.paths().get(0);
        int node = place.node(path);
        boolean nullSpeaks = cell.nullMeans() == ValueSpec.NullMeans.NULL;
        if (node < 0) {
            cells.setNull(cell.column());
            if (nullSpeaks || feed.table.keyed()) {
                missing(cell, path, feed.table.keyed());
            }
            return;
        }
        // A database tells null in JSON from no value, and so can a column of JSON; elsewhere both are NULL.
        boolean kept = cell.target().type().kind() == DataType.Kind.JSON && place.tape.isJsonNull(node);
        if (place.tape.kind(node) == JsonTape.NULL && !kept) {
            cells.setNull(cell.column());
            say(feed, cell, node, nullSpeaks);
            return;
        }
        RowCells.Fit fit = cells.node(cell.column(), cell.target().type(), place.tape, node, place.scan, cell.transforms());
        String fault = fault(cell, fit);
        if (fault != null) {
            misfit(feed, cell, node, fault);
        } else {
            say(feed, cell, node, fit == RowCells.Fit.EXACT);
        }
    }

    private void say(CompiledFeed feed, CompiledCell.Value cell, int node, boolean exact) {
        if (!exact) {
            dispositions.force(place.tape, node);
            noLeaf(node);
        } else if (feed.table.keyed()) {
            outcomes.add(new Outcome(cell, node, ""));
        } else {
            addStored(node);
        }
    }

    private void addStored(int node) {
        if (storedCount == stored.length) {
            stored = java.util.Arrays.copyOf(stored, storedCount * 2);
        }
        stored[storedCount++] = node;
    }

    private void value(CompiledFeed feed, CompiledCell.Value cell) {
        int taken = place.firstPresent(cell);
        int node = -1;
        RowCells.Fit fit = RowCells.Fit.DERIVED;
        cells.setNull(cell.column());
        if (taken >= 0) {
            PlanPath path = cell.paths().get(taken);
            node = path.gives == PlanPath.Gives.NODE ? place.node(path) : -1;
        }
        if (node >= 0 && cell.transforms().isEmpty()) {
            fit = cells.node(cell.column(), cell.target().type(), place.tape, node, place.scan, cell.transforms());
        } else {
            Object changed = cell.transforms().apply(taken < 0 ? null : plain(place.value(cell.paths().get(taken))));
            if (changed != null) {
                fit = cells.value(cell.column(), cell.target().type(), changed, cell.transforms());
                fit = fit == RowCells.Fit.EXACT && !cell.transforms().isEmpty() ? RowCells.Fit.DERIVED : fit;
            }
        }
        String fault = fault(cell, fit);
        if (fault != null) {
            misfit(feed, cell, node, fault);
            return;
        }
        boolean defaulted = fillDefault(cell);
        if (cell.restores()) {
            outcome(cell, taken, fit == RowCells.Fit.EXACT && !defaulted && !equalsDefault(cell), feed.table.keyed());
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return RowPlace.isMissing(value) ? null : value;
    }

    private boolean fillDefault(CompiledCell.Value cell) {
        Object value = defaultOf(cell);
        if (value == null || !cells.isNull(cell.column())) {
            return false;
        }
        cells.value(cell.column(), cell.target().type(), value, cell.transforms());
        return true;
    }

    private boolean equalsDefault(CompiledCell.Value cell) {
        Object value = defaultOf(cell);
        if (value == null) {
            return false;
        }
        keyCells.reserve(cell.column() + 1);
        keyCells.setNull(cell.column());
        keyCells.value(cell.column(), cell.target().type(), value, cell.transforms());
        return java.util.Objects.equals(cellText(keyCells, cell.column()), cellText(cells, cell.column()));
    }

    private @Nullable String fault(CompiledCell.Value cell, RowCells.Fit fit) {
        return fit == RowCells.Fit.MISFIT ? "does not fit " + cell.target().type() : cells.fault(cell.column(), cell.limit());
    }

    private void misfit(CompiledFeed feed, CompiledCell.Value cell, int node, String reason) {
        String made = cellText(cells, cell.column());
        cells.setNull(cell.column());
        if (node >= 0) {
            rejects.value(feed, node, cell.target().name(), reason);
            noLeaf(node);
        } else if (made != null) {
            rejects.made(feed, cell.target().name(), reason, made);
        }
    }

    /** A cell, or that of another row that is kept for it, says something of a place where there is no leaf but leaves below. */
    private void noLeaf(int node) {
        if (!place.tape.isLeaf(node)) {
            absent.add(NormalizedPath.of(place.tape, place.scan, node));
        }
    }

    /** Notes what the cell says of the node at its first path, and what it must not be taken to say. */
    private void outcome(CompiledCell.Value cell, int taken, boolean exact, boolean keyed) {
        PlanPath first = cell.paths().get(0);
        int node = place.node(first);
        if (node >= 0 && place.tape.kind(node) == JsonTape.NULL) {
            boolean says = cells.isNull(cell.column()) && cell.nullMeans() == ValueSpec.NullMeans.NULL;
            if (says) {
                outcomes.add(new Outcome(cell, node, ""));
            } else {
                dispositions.force(place.tape, node);
            }
        } else if (node >= 0) {
            if (exact && taken == 0) {
                outcomes.add(new Outcome(cell, node, ""));
            } else {
                if (!cells.isNull(cell.column()) || cell.nullMeans() == ValueSpec.NullMeans.NULL) {
                    dispositions.force(place.tape, node);
                }
                noLeaf(node);
            }
        } else {
            missing(cell, first, keyed);
        }
    }

    /** There is nothing at the first path: says so if the cell, or another row's that is kept for it, would say otherwise. */
    private void missing(CompiledCell.Value cell, PlanPath first, boolean keyed) {
        boolean empty = cells.isNull(cell.column());
        boolean speaks = empty ? cell.nullMeans() == ValueSpec.NullMeans.NULL : !equalsDefault(cell);
        if ((!speaks && !keyed) || place.isFaulty(first)) {
            return;
        }
        String path = NormalizedPath.below(place.tape, place.scan, place.nodes[first.level], first.steps);
        if (speaks) {
            absent.add(path);
        } else {
            outcomes.add(new Outcome(cell, -1, path));
        }
    }
}
