package org.godwit.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.godwit.model.Ledger;

/** Draws up the ledger: the workers' figures, and those of rows of keyed tables. One thread at a time. */
final class RunLedger {
    private static final Ledger.Counts STORED = new Ledger.Counts(0, 1, 0, 0, 0, 0);
    private static final Ledger.Counts REST = new Ledger.Counts(0, 0, 1, 0, 0, 0);
    private static final Ledger.Counts MERGED = new Ledger.Counts(0, 0, 0, 1, 0, 0);

    private final Map<String, Map<String, Ledger.Counts>> sums = new TreeMap<>();

    void stored(String dataset, String path) {
        add(dataset, path, STORED);
    }

    void rest(String dataset, String path) {
        add(dataset, path, REST);
    }

    void merged(String dataset, String path) {
        add(dataset, path, MERGED);
    }

    private void add(String dataset, String path, Ledger.Counts counts) {
        sums.computeIfAbsent(dataset, d -> new HashMap<>()).merge(path, counts, Ledger.Counts::plus);
    }

    /** Adds the figures of workers, by dataset and path. */
    void add(Map<String, Map<String, Ledger.Counts>> workers) {
        workers.forEach((dataset, paths) -> paths.forEach((path, counts) -> add(dataset, path, counts)));
    }

    Ledger ledger() {
        List<Ledger.Line> lines = new ArrayList<>();
        sums.forEach((dataset, paths) -> new TreeMap<>(paths).forEach((path, counts) -> lines.add(new Ledger.Line(dataset, path, counts))));
        return new Ledger(lines);
    }
}
