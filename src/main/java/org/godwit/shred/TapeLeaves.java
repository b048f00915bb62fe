package org.godwit.shred;

/** Puts the leaves of a small tape, such as a JSON cell, into a set. Pure. */
final class TapeLeaves {
    private TapeLeaves() {}

    /** Puts every leaf; the tape's root stands at the path. */
    static void put(JsonTape tape, long path, LeafSet leaves, boolean authority) {
        put(tape, 0, path, leaves, authority, new NumberValue());
    }

    private static void put(JsonTape tape, int node, long path, LeafSet leaves, boolean authority, NumberValue number) {
        if (tape.isLeaf(node)) {
            long value = number.hash(tape, node);
            if (authority) {
                leaves.authority(path, value);
            } else {
                leaves.cell(path, value);
            }
            return;
        }
        int position = 0;
        for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
            long childPath = tape.kind(node) == JsonTape.OBJECT
                    ? LeafHash.member(path, LeafHash.text(DocumentScan.key(tape, child)))
                    : LeafHash.element(path, position++);
            put(tape, child, childPath, leaves, authority, number);
        }
    }

    /** Returns the subtree of a node as a tape of its own. */
    static JsonTape copy(JsonTape tape, int node) {
        JsonTape copy = new JsonTape();
        for (int i = node; i < tape.end(node); i++) {
            copy.add(tape, i, i == node ? null : tape.key(i), i == node ? JsonTape.NO_KEY : tape.keyId(i));
        }
        for (int i = node; i < tape.end(node); i++) {
            copy.closeAt(i - node, tape.end(i) - node);
        }
        return copy;
    }
}
