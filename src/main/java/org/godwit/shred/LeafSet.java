package org.godwit.shred;

import java.util.Arrays;

/**
 * The leaves of one document as they were found in a target: hashes of paths and values. What {@code rest} and rejects
 * say is put first and has authority; a cell that says something else of the same path is then ignored, and otherwise
 * a conflict. Not thread-safe.
 */
public final class LeafSet {
    private static final byte CELL = 1;
    private static final byte AUTHORITY = 2;
    private static final byte ABSENT = 3;

    private long[] paths = new long[32];
    private long[] values = new long[32];
    private byte[] kinds = new byte[32];
    private int size;
    private boolean conflict;

    /** Forgets all leaves. */
    public void clear() {
        Arrays.fill(kinds, (byte) 0);
        size = 0;
        conflict = false;
    }

    /** Returns the hash of a whole document. */
    public static DocumentHash hash(JsonTape tape) {
        LeafSet leaves = new LeafSet();
        TapeLeaves.put(tape, LeafHash.ROOT, leaves, false);
        return leaves.hash();
    }

    /** Puts what a cell says. */
    void cell(long path, long value) {
        int slot = slot(path);
        if (kinds[slot] == 0) {
            insert(slot, path, value, CELL);
        } else if (kinds[slot] == CELL && values[slot] != value) {
            conflict = true;
        }
    }

    /** Puts what {@code rest} or a reject says; before any cell. */
    void authority(long path, long value) {
        int slot = slot(path);
        if (kinds[slot] == 0) {
            insert(slot, path, value, AUTHORITY);
        }
    }

    /** Puts that there is nothing at a path. */
    void absent(long path) {
        int slot = slot(path);
        if (kinds[slot] == 0) {
            insert(slot, path, 0, ABSENT);
        }
    }

    private int slot(long path) {
        int mask = paths.length - 1;
        int slot = (int) (path >>> 7) & mask;
        while (kinds[slot] != 0 && paths[slot] != path) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void insert(int slot, long path, long value, byte kind) {
        paths[slot] = path;
        values[slot] = value;
        kinds[slot] = kind;
        size++;
        if (size * 2 > paths.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldPaths = paths;
        long[] oldValues = values;
        byte[] oldKinds = kinds;
        paths = new long[oldPaths.length * 2];
        values = new long[paths.length];
        kinds = new byte[paths.length];
        for (int i = 0; i < oldPaths.length; i++) {
            if (oldKinds[i] != 0) {
                int slot = slot(oldPaths[i]);
                paths[slot] = oldPaths[i];
                values[slot] = oldValues[i];
                kinds[slot] = oldKinds[i];
            }
        }
    }

    /** Returns whether two cells said different things of one path. */
    public boolean conflict() {
        return conflict;
    }

    /** Returns the document's hash as its leaves give it. */
    public DocumentHash hash() {
        long first = 0;
        long second = 0;
        for (int i = 0; i < paths.length; i++) {
            if (kinds[i] == CELL || kinds[i] == AUTHORITY) {
                first += LeafHash.first(paths[i], values[i]);
                second += LeafHash.second(paths[i], values[i]);
            }
        }
        return new DocumentHash(first, second);
    }
}
