package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.godwit.model.TableSpec;
import org.godwit.shred.CompiledPlan;
import org.godwit.shred.KeyText;
import org.godwit.shred.RowBatch;
import org.godwit.shred.ShredResult;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the rows of tables in which a later row may change an earlier one of the same key, until all of them have
 * come: only then is it known which values stand. In memory; in document order; one thread at a time.
 */
final class LateRows {
    private final CompiledPlan plan;
    private final KeyedFills feeds;
    private final Map<Integer, Map<KeyedTable.Row, List<Version>>> tables = new LinkedHashMap<>();

    /**
     * What a document says of a key.
     *
     * @param candidate null for a row that stood in the target before the run
     */
    record Version(RowBatch batch, int row, ShredResult.@Nullable Candidate candidate) {
        private int lineage() {
            return batch.columns().size() - CompiledPlan.LINEAGE.size();
        }

        long document() {
            return batch.column(lineage()).longAt(row);
        }

        String at() {
            return (String) batch.column(lineage() + 1).objectAt(row);
        }

        int feed() {
            return (int) batch.column(lineage() + 2).longAt(row);
        }

        @Nullable String cell(int column) {
            return KeyText.cell(batch.column(column), row);
        }
    }

    /**
     * What a row becomes.
     *
     * @param versions in document order
     * @param maker the place in {@code versions} of the one whose place the row carries
     * @param sources for each column the place in {@code versions} of the one that gives the value, -1 for none
     */
    record Settled(KeyedTable.Row row, List<Version> versions, int maker, List<Integer> sources) {
        Settled {
            versions = List.copyOf(versions);
            sources = List.copyOf(sources);
        }

        @Nullable String cell(int column) {
            int source = sources.get(column);
            return source < 0 ? null : versions.get(source).cell(column);
        }

        /** Returns whether it says something else than the row that stood in the target, or carries another place. */
        boolean isChanged() {
            return maker > 0 || sources.stream().anyMatch(source -> source > 0);
        }

        /** Returns the row that stood in the target before the run, null if there was none. */
        @Nullable Version stood() {
            return versions.get(0).candidate == null ? versions.get(0) : null;
        }
    }

    LateRows(CompiledPlan plan, KeyedFills feeds) {
        this.plan = plan;
        this.feeds = feeds;
    }

    boolean takes(int table) {
        return plan.keyed(table) && plan.table(table).onConflict().changesRows();
    }

    /**
     * Takes a row of a unit; those of a table come in the order of their documents.
     *
     * @param index of its batch
     * @param known the row that it is one of
     */
    void take(ShredResult unit, int index, int row, KeyedTable.Row known) {
        int table = plan.batches().get(index).table();
        ShredResult.Candidate candidate = unit.candidates(index).get(row);
        known.made = true;
        tables.computeIfAbsent(table, t -> new LinkedHashMap<>()).computeIfAbsent(known, r -> new ArrayList<>())
                .add(new Version(unit.batches().get(index), row, candidate));
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Returns the places of the tables that rows have come for. */
    List<Integer> tables() {
        return List.copyOf(tables.keySet());
    }

    /** Returns the rows of a table that have come and stood in the target before. */
    List<KeyedTable.Row> standing(int table) {
        return tables.getOrDefault(table, Map.of()).keySet().stream().filter(row -> row.stood).toList();
    }

    /**
     * Decides what the rows of a table become.
     *
     * @param stood rows that stood in the target, as they are there
     */
    List<Settled> settle(int table, Map<KeyedTable.Row, Version> stood) {
        List<Settled> settled = new ArrayList<>();
        tables.getOrDefault(table, Map.of()).forEach((row, come) -> {
            List<Version> versions = new ArrayList<>();
            Version first = stood.get(row);
            if (first != null) {
                versions.add(first);
            }
            versions.addAll(come);
            settled.add(settle(table, row, versions));
        });
        return settled;
    }

    private Settled settle(int table, KeyedTable.Row row, List<Version> versions) {
        TableSpec spec = plan.table(table);
        boolean last = spec.onConflict() == TableSpec.OnConflict.KEEP_LAST;
        // Where nothing else tells rows apart, those that stand keep their place.
        boolean moves = last && (!spec.identity().isEmpty() || versions.getFirst().candidate != null);
        int[] sources = new int[spec.columns().size()];
        Arrays.fill(sources, -1);
        int maker = 0;
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            boolean whole = version.candidate == null;
            boolean changed = false;
            for (int column = 0; column < sources.length; column++) {
                if (!whole && !feeds.columns(table, version.feed()).get(column)) {
                    continue;
                }
                String before = sources[column] < 0 ? null : versions.get(sources[column]).cell(column);
                String here = version.cell(column);
                boolean differs = !spec.columns().get(column).generateId() && !Objects.equals(before, here);
                if (differs && (last || before == null)) {
                    sources[column] = i;
                    changed = true;
                }
            }
            maker = moves && changed ? i : maker;
        }
        return new Settled(row, versions, maker, Arrays.stream(sources).boxed().toList());
    }

    /** Draws up the ledger of a row, and says what the rest of its documents gains. */
    static void account(Settled row, RunLedger ledger, RestChanges rests) {
        for (int i = 0; i < row.versions.size(); i++) {
            Version version = row.versions.get(i);
            ShredResult.Candidate candidate = version.candidate;
            Map<String, @Nullable String> additions = new HashMap<>();
            for (ShredResult.BoundLeaf leaf : candidate == null ? List.<ShredResult.BoundLeaf>of() : candidate.bound()) {
                boolean same = Objects.equals(row.cell(leaf.column()), version.cell(leaf.column()));
                if (!same && (!leaf.present() || !leaf.json().isEmpty())) {
                    additions.put(leaf.path(), leaf.present() ? leaf.json() : null);
                }
                int source = row.sources.get(leaf.column());
                boolean gives = source == i || (source < 0 && row.maker == i);
                for (String path : leaf.ledgerPaths()) {
                    if (!same) {
                        ledger.rest(leaf.dataset(), path);
                    } else if (gives) {
                        ledger.stored(leaf.dataset(), path);
                    } else {
                        ledger.merged(leaf.dataset(), path);
                    }
                }
            }
            rests.add(version.document(), additions);
        }
    }
}
