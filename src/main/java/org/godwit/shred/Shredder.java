package org.godwit.shred;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.godwit.model.Ledger;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;

/**
 * Turns documents into rows, unit by unit. One for each worker, not thread-safe; the plan and its key table are shared.
 */
public final class Shredder {
    /** The dataset of documents that no rule of the plan matches. */
    public static final String UNMATCHED = "(unmatched)";

    private final CompiledPlan plan;
    private final RefusedRows refused;
    private final List<LedgerTrie> ledgers = new ArrayList<>();
    private final DocumentScan scan = new DocumentScan();
    private final RowPlace place;
    private final RowMaker maker;
    private final Map<Columns, @Nullable DirectRows> direct = new HashMap<>();
    private ShredResult result;

    /** Columns of tables, and the dataset that takes them. */
    private record Columns(int dataset, List<String> names) {
        Columns {
            names = List.copyOf(names);
        }
    }

    /** @param refused rows that are rejected */
    public Shredder(CompiledPlan plan, RefusedRows refused) {
        this.plan = plan;
        this.refused = refused;
        this.result = new ShredResult(plan);
        this.place = new RowPlace(new JsonTape(), scan);
        this.maker = new RowMaker(plan, place, result);
        for (int i = 0; i <= plan.feeds.size(); i++) {
            LedgerTrie ledger = new LedgerTrie();
            if (i < plan.feeds.size()) {
                plan.dataKeyPaths(i).forEach(ledger::declare);
            }
            ledgers.add(ledger);
        }
    }

    /**
     * Shreds a document into the current unit.
     *
     * @param file the place of its file in the source
     * @param position its place among the documents of this part of the file, from 0
     * @param known tells by its hash whether an earlier run has loaded the document; then nothing happens
     * @return whether it was shredded
     */
    public boolean document(int file, SourceName name, long position, long line, JsonTape tape, @Nullable Predicate<DocumentHash> known) {
        int dataset = plan.matcher.match(tape, name.table());
        LedgerTrie ledger = ledgers.get(dataset < 0 ? plan.feeds.size() : dataset);
        scan.read(tape, ledger);
        DocumentHash hash = new DocumentHash(scan.first, scan.second);
        if (known != null && known.test(hash)) {
            return false;
        }
        place.tape = tape;
        place.file = name;
        int number = result.nextNumber();
        maker.startDocument(number, refused.of(name.path(), line, hash));
        SourceFaults.reject(place, number, line, result, maker.dispositions);
        if (dataset >= 0) {
            for (CompiledFeed feed : plan.feeds.get(dataset)) {
                walk(feed);
            }
            fillRests();
        }
        RestText rest = settle(tape, ledger, number, dataset);
        DocumentHash kept = new DocumentHash(scan.first, scan.second);
        result.documents().add(new ShredResult.Document(number, file, position, line, dataset, hash, kept, rest, scan.leaves));
        return true;
    }

    /**
     * Returns how the rows of a table are taken without their documents, or null if they cannot be. Asked for anew with
     * every part of a table.
     *
     * @param names the table's columns in their order; none of them JSON that is walked on into
     */
    public @Nullable DirectRows rows(SourceName table, List<String> names) {
        int dataset = plan.matcher.ofTable(table.table());
        if (dataset < 0) {
            return null;
        }
        // The same for all tables of a series: there may be thousands.
        Columns columns = new Columns(dataset, names);
        if (!direct.containsKey(columns)) {
            direct.put(columns, DirectRows.of(plan, dataset, names, ledgers.get(dataset), result));
        }
        DirectRows rows = direct.get(columns);
        return rows != null && rows.startTable(table) ? rows : null;
    }

    /** Counts a document whose leaves are all left out by a rule. */
    public void skip(SourceName name, JsonTape tape) {
        int dataset = plan.matcher.match(tape, name.table());
        LedgerTrie ledger = ledgers.get(dataset < 0 ? plan.feeds.size() : dataset);
        scan.read(tape, ledger);
        place.tape = tape;
        maker.startDocument(0, Map.of());
        maker.dispositions.mark(tape, 0, Dispositions.SKIPPED);
        maker.dispositions.settle(tape, scan, ledger);
    }

    private void walk(CompiledFeed feed) {
        place.reserve(feed.levels);
        place.nodes[0] = 0;
        place.pointer.setLength(0);
        descend(feed, 0, 0, 0);
    }

    private void descend(CompiledFeed feed, int at, int node, int level) {
        if (at == feed.rowSteps.size()) {
            place.nodes[feed.levels - 1] = node;
            maker.row(feed);
            return;
        }
        Step step = feed.rowSteps.get(at);
        int length = place.pointer.length();
        if (step.fansOut()) {
            fanOut(feed, at, node, level, step instanceof Step.Entries);
        } else {
            int next = PlanPath.step(place.tape, node, step, feed.rowKeyIds[at]);
            if (next >= 0) {
                appendStep(step);
                descend(feed, at + 1, next, level);
                place.pointer.setLength(length);
            }
        }
    }

    private void appendStep(Step step) {
        if (step instanceof Step.Key key) {
            NormalizedPath.appendPointer(place.pointer, key.name());
        } else if (step instanceof Step.Index index) {
            place.pointer.append('/').append(index.position());
        }
    }

    private void fanOut(CompiledFeed feed, int at, int node, int level, boolean entries) {
        JsonTape tape = place.tape;
        if (tape.kind(node) != (entries ? JsonTape.OBJECT : JsonTape.ARRAY)) {
            return;
        }
        int length = place.pointer.length();
        int position = 0;
        for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
            place.nodes[level + 1] = child;
            place.positions[level + 1] = position;
            place.keys[level + 1] = tape.key(child);
            if (entries) {
                NormalizedPath.appendPointer(place.pointer, DocumentScan.key(tape, child));
            } else {
                place.pointer.append('/').append(position);
            }
            descend(feed, at + 1, child, level + 1);
            place.pointer.setLength(length);
            position++;
        }
    }

    private void fillRests() {
        if (maker.pendingRest.isEmpty()) {
            return;
        }
        maker.pendingRest.sort(Comparator.comparingInt(RowMaker.PendingRest::node).reversed());
        StringBuilder out = new StringBuilder();
        for (RowMaker.PendingRest rest : maker.pendingRest) {
            out.setLength(0);
            CompiledCell.Rest cell = rest.cell();
            CellLimit limit = cell.limit();
            boolean any = maker.dispositions.takeRest(place.tape, rest.node(), cell.restores() && limit == null, out);
            String fault = any && limit != null ? limit.ofObject(out.toString()) : null;
            if (fault != null) {
                maker.rejects.rest(rest, out.toString(), fault);
            } else if (any) {
                if (limit != null && cell.restores()) {
                    maker.dispositions.takeRest(place.tape, rest.node(), true, new StringBuilder());
                }
                result.batches().get(rest.feed().batch).column(cell.column()).setObject(rest.row(), out.toString());
            }
        }
    }

    private RestText settle(JsonTape tape, LedgerTrie ledger, int number, int dataset) {
        Dispositions dispositions = maker.dispositions;
        String datasetName = dataset < 0 ? UNMATCHED : plan.source.datasets().get(dataset).name();
        for (RowMaker.PendingCandidate candidate : maker.pendingCandidates) {
            own(tape, ledger, number, datasetName, candidate);
        }
        for (int[] range : maker.rejects.rows) {
            dispositions.mark(tape, range[0], Dispositions.REJECTED);
        }
        for (int[] range : maker.skipped) {
            dispositions.mark(tape, range[0], Dispositions.SKIPPED);
        }
        long kept = dispositions.settle(tape, scan, ledger);
        return kept == 0 && maker.absent.isEmpty() ? RestText.NONE : dispositions.rest(tape, scan, maker.absent);
    }

    /** Decides which leaves a row of a keyed table accounts for: those that nothing else stores. */
    private void own(JsonTape tape, LedgerTrie ledger, int number, String dataset, RowMaker.PendingCandidate candidate) {
        List<ShredResult.BoundLeaf> bound = new ArrayList<>();
        for (RowMaker.Outcome outcome : candidate.outcomes()) {
            int column = outcome.cell().column();
            if (outcome.node() < 0) {
                bound.add(new ShredResult.BoundLeaf(column, outcome.path(), "", false, dataset, List.of()));
                continue;
            }
            List<String> owned = new ArrayList<>();
            for (int i = outcome.node(); i < tape.end(outcome.node()); i++) {
                if (tape.isLeaf(i) && maker.dispositions.at(i) == Dispositions.NONE) {
                    owned.add(ledger.text(scan.ledgerPath[i]));
                }
            }
            maker.dispositions.mark(tape, outcome.node(), Dispositions.CANDIDATE);
            StringBuilder json = new StringBuilder();
            if (!maker.dispositions.isForced(outcome.node())) {
                TapeText.append(json, tape, outcome.node());
            }
            bound.add(new ShredResult.BoundLeaf(column, NormalizedPath.of(tape, scan, outcome.node()), json.toString(), true, dataset, owned));
        }
        result.candidates(candidate.feed().batch)
                .add(new ShredResult.Candidate(number, candidate.key(), candidate.at(), candidate.feed().index, bound));
    }

    /** Returns what the documents since the last call became, and starts the next unit. */
    public ShredResult finish() {
        direct.values().forEach(rows -> {
            if (rows != null) {
                rows.endUnit();
            }
        });
        ShredResult done = result;
        result = done.another();
        maker.startUnit(result);
        direct.values().forEach(rows -> {
            if (rows != null) {
                rows.startUnit(result);
            }
        });
        return done;
    }

    /** Adds this worker's figures to the sums, by dataset and path; not those of keyed tables' rows. */
    public void addLedgerTo(Map<String, Map<String, Ledger.Counts>> sums) {
        for (int i = 0; i < ledgers.size(); i++) {
            String dataset = i < plan.feeds.size() ? plan.source.datasets().get(i).name() : UNMATCHED;
            ledgers.get(i).addTo(sums.computeIfAbsent(dataset, d -> new TreeMap<>()));
        }
    }
}
