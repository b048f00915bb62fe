package org.godwit.shred;

import java.util.Arrays;

/**
 * One walk over a tape that finds, for every node, its parent, the hash of its path, its path in the ledger and, for
 * numbers, the exact value; and the document's hash. Filled again for every document; not thread-safe.
 */
final class DocumentScan {
    private static final int MAX_CACHED_KEYS = 100_000;

    int[] parent = new int[256];
    /** For elements of arrays, their position. */
    int[] position = new int[256];
    long[] pathHash = new long[256];
    int[] ledgerPath = new int[256];
    byte[] numberKind = new byte[256];
    long[] integer = new long[256];
    double[] real = new double[256];
    long first;
    long second;
    long leaves;

    private long[] keyHashById = new long[1024];
    private final NumberValue number = new NumberValue();

    void read(JsonTape tape, LedgerTrie ledger) {
        grow(tape.size());
        first = 0;
        second = 0;
        leaves = 0;
        parent[0] = -1;
        pathHash[0] = LeafHash.ROOT;
        ledgerPath[0] = 0;
        walk(tape, ledger);
    }

    private void grow(int size) {
        if (size <= parent.length) {
            return;
        }
        int capacity = Math.max(size, parent.length * 2);
        parent = Arrays.copyOf(parent, capacity);
        position = Arrays.copyOf(position, capacity);
        pathHash = Arrays.copyOf(pathHash, capacity);
        ledgerPath = Arrays.copyOf(ledgerPath, capacity);
        numberKind = Arrays.copyOf(numberKind, capacity);
        integer = Arrays.copyOf(integer, capacity);
        real = Arrays.copyOf(real, capacity);
    }

    private void walk(JsonTape tape, LedgerTrie ledger) {
        for (int node = 0; node < tape.size(); node++) {
            byte kind = tape.kind(node);
            if (kind > JsonTape.ARRAY || tape.end(node) == node + 1) {
                leaf(tape, node);
            } else if (kind == JsonTape.OBJECT) {
                object(tape, node, ledger);
            } else {
                array(tape, node, ledger);
            }
        }
    }

    private void object(JsonTape tape, int node, LedgerTrie ledger) {
        int end = tape.end(node);
        for (int child = node + 1; child < end; child = tape.end(child)) {
            String key = key(tape, child);
            int keyId = tape.keyId(child);
            parent[child] = node;
            pathHash[child] = LeafHash.member(pathHash[node], keyHash(key, keyId));
            ledgerPath[child] = ledger.member(ledgerPath[node], key, keyId);
        }
    }

    private void array(JsonTape tape, int node, LedgerTrie ledger) {
        int end = tape.end(node);
        int path = ledger.element(ledgerPath[node]);
        int at = 0;
        for (int child = node + 1; child < end; child = tape.end(child)) {
            parent[child] = node;
            position[child] = at;
            pathHash[child] = LeafHash.element(pathHash[node], at++);
            ledgerPath[child] = path;
        }
    }

    static String key(JsonTape tape, int node) {
        String key = tape.key(node);
        if (key == null) {
            throw new IllegalStateException("node " + node + " is no member");
        }
        return key;
    }

    private long keyHash(String key, int keyId) {
        if (keyId < 0 || keyId >= MAX_CACHED_KEYS) {
            return LeafHash.text(key);
        }
        if (keyId >= keyHashById.length) {
            keyHashById = Arrays.copyOf(keyHashById, Math.max(keyId + 1, keyHashById.length * 2));
        }
        long hash = keyHashById[keyId];
        if (hash == 0) {
            hash = LeafHash.text(key);
            keyHashById[keyId] = hash;
        }
        return hash;
    }

    private void leaf(JsonTape tape, int node) {
        long value = value(tape, node);
        leaves++;
        first += LeafHash.first(pathHash[node], value);
        second += LeafHash.second(pathHash[node], value);
    }

    private long value(JsonTape tape, int node) {
        byte kind = tape.kind(node);
        return kind == JsonTape.NUMBER ? number(tape, node) : LeafValues.hash(tape, node);
    }

    private long number(JsonTape tape, int node) {
        number.read(tape, node);
        numberKind[node] = number.kind;
        integer[node] = number.integer;
        real[node] = number.real;
        return number.hash();
    }

    /** Takes a leaf out of the document's hash: it was left out by a rule. */
    void leaveOut(JsonTape tape, int node) {
        long value = number.hash(tape, node);
        first -= LeafHash.first(pathHash[node], value);
        second -= LeafHash.second(pathHash[node], value);
    }
}
