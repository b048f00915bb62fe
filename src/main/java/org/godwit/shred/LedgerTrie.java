package org.godwit.shred;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.godwit.model.Ledger;
import org.godwit.model.Step;
import org.jspecify.annotations.Nullable;

/**
 * Counts leaves by source path for one dataset. Keys that the plan treats as data share one path ({@code .*}), and so
 * do the members of an object after the {@link #MAX_MEMBERS}th name. Not thread-safe: each worker has its own, and
 * {@link #addTo} merges them.
 */
final class LedgerTrie {
    static final int READ = 0;
    static final int STORED = 1;
    static final int REST = 2;
    static final int MERGED = 3;
    static final int SKIPPED = 4;
    static final int REJECTED = 5;

    private static final int MAX_MEMBERS = 1000;
    private static final int FIGURES = 6;

    private final List<Node> nodes = new ArrayList<>();
    private long[] counts = new long[64 * FIGURES];

    /** A path; its number is its place in {@code nodes}. */
    private static final class Node {
        final int id;
        final String text;
        final Map<String, Node> members = new HashMap<>();
        int[] memberIds = new int[0];
        @Nullable Node elements;
        @Nullable Node entries;
        boolean keysAreData;

        Node(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    LedgerTrie() {
        add("$");
    }

    private Node add(String text) {
        Node node = new Node(nodes.size(), text);
        nodes.add(node);
        if (counts.length < nodes.size() * FIGURES) {
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        return node;
    }

    /** Says that at these paths of the plan keys are data. */
    void declare(List<Step> steps) {
        Node node = nodes.get(0);
        for (Step step : steps) {
            if (step instanceof Step.Key key) {
                node = nodes.get(member(node.id, key.name(), KeyTable.UNNUMBERED));
            } else if (step instanceof Step.Entries) {
                node.keysAreData = true;
                node = entriesOf(node);
            } else {
                node = nodes.get(element(node.id));
            }
        }
    }

    private Node entriesOf(Node node) {
        Node entries = node.entries;
        if (entries == null) {
            entries = add(node.text + ".*");
            node.entries = entries;
        }
        return entries;
    }

    /** Returns the path of a member. */
    int member(int parent, String key, int keyId) {
        Node node = nodes.get(parent);
        if (keyId >= 0 && keyId < node.memberIds.length && node.memberIds[keyId] != 0) {
            return node.memberIds[keyId];
        }
        Node child = node.members.get(key);
        if (child == null) {
            if (node.keysAreData || node.members.size() >= MAX_MEMBERS) {
                return entriesOf(node).id;
            }
            child = add(node.text + (org.godwit.model.PathExpr.isPlainName(key) ? "." + key : "['" + key.replace("'", "\\'") + "']"));
            node.members.put(key, child);
        }
        if (keyId >= 0 && keyId < 4096) {
            if (keyId >= node.memberIds.length) {
                node.memberIds = Arrays.copyOf(node.memberIds, Math.max(keyId + 1, Math.min(4096, node.memberIds.length * 2)));
            }
            node.memberIds[keyId] = child.id;
        }
        return child.id;
    }

    /** Returns the path of an element. */
    int element(int parent) {
        Node node = nodes.get(parent);
        Node elements = node.elements;
        if (elements == null) {
            elements = add(node.text + "[*]");
            node.elements = elements;
        }
        return elements.id;
    }

    void count(int path, int figure, long by) {
        counts[path * FIGURES + figure] += by;
    }

    String text(int path) {
        return nodes.get(path).text;
    }

    /** Adds the figures of every path that was read to the sums by path text. */
    void addTo(Map<String, Ledger.Counts> sums) {
        for (Node node : nodes) {
            int at = node.id * FIGURES;
            Ledger.Counts own = new Ledger.Counts(
                    counts[at + READ], counts[at + STORED], counts[at + REST], counts[at + MERGED], counts[at + SKIPPED], counts[at + REJECTED]);
            if (own.read() > 0) {
                sums.merge(node.text, own, Ledger.Counts::plus);
            }
        }
    }
}
