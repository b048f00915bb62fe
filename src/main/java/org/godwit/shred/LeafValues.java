package org.godwit.shred;

/** Hashes of the leaves of a tape. Pure. */
final class LeafValues {
    private LeafValues() {}

    /** Returns the hash of a leaf that is no number. */
    static long hash(JsonTape tape, int node) {
        switch (tape.kind(node)) {
            case JsonTape.STRING:
                return LeafHash.string(tape.text(node));
            case JsonTape.TRUE:
                return LeafHash.TRUE;
            case JsonTape.FALSE:
                return LeafHash.FALSE;
            case JsonTape.NULL:
                return LeafHash.NULL;
            case JsonTape.OBJECT:
                return LeafHash.EMPTY_OBJECT;
            case JsonTape.ARRAY:
                return LeafHash.EMPTY_ARRAY;
            default:
                throw new IllegalArgumentException("node " + node + " is a number");
        }
    }
}
