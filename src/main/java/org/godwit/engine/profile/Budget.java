package org.godwit.engine.profile;

/** How many nodes profiles may have in all; keeps memory bounded whatever the documents are. Not thread-safe. */
final class Budget {
    static final int MAX_NODES = 200_000;

    private int nodes;

    Node node(String name, int keyId) {
        nodes++;
        return new Node(name, keyId);
    }

    /** Counts nodes that came from another tree, or (negative) that leave. */
    void add(int count) {
        nodes += count;
    }

    boolean isSpent() {
        return nodes >= MAX_NODES;
    }
}
