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

    // The leaves in the order in which they were put, and by the hash of their path: the place of each, plus one.
    private long[] paths = new long[32];
    private long[] values = new long[32];
    private byte[] kinds = new byte[32];
    private int size;
    private int[] slots = new int[64];
    private long first;
    private long second;
    private boolean conflict;

    /** Forgets all leaves. */
    public void clear() {
        Arrays.fill(slots, 0);
        size = 0;
        first = 0;
        second = 0;
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
        int place = slots[slot] - 1;
        if (place < 0) {
            insert(slot, path, value, CELL);
            add(path, value);
        } else if (kinds[place] == CELL && values[place] != value) {
            conflict = true;
        }
    }

    /** Puts what {@code rest} or a reject says; before any cell. */
    void authority(long path, long value) {
        int slot = slot(path);
        if (slots[slot] == 0) {
            insert(slot, path, value, AUTHORITY);
            add(path, value);
        }
    }

    /** Puts that there is nothing at a path. */
    void absent(long path) {
        int slot = slot(path);
        if (slots[slot] == 0) {
            insert(slot, path, 0, ABSENT);
        }
    }

    private void add(long path, long value) {
        first += LeafHash.first(path, value);
        second += LeafHash.second(path, value);
    }

    private int slot(long path) {
        int mask = slots.length - 1;
        int slot = (int) (path >>> 7) & mask;
        while (slots[slot] != 0 && paths[slots[slot] - 1] != path) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void insert(int slot, long path, long value, byte kind) {
        if (size == paths.length) {
            grow();
            insert(slot(path), path, value, kind);
            return;
        }
        paths[size] = path;
        values[size] = value;
        kinds[size] = kind;
        slots[slot] = ++size;
    }

    private void grow() {
        int capacity = paths.length * 2;
        paths = Arrays.copyOf(paths, capacity);
        values = Arrays.copyOf(values, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        slots = new int[capacity * 2];
        for (int place = 0; place < size; place++) {
            slots[slot(paths[place])] = place + 1;
        }
    }

    /** Returns whether two cells said different things of one path. */
    public boolean conflict() {
        return conflict;
    }

    /** Returns the document's hash as its leaves give it. */
    public DocumentHash hash() {
        return new DocumentHash(first, second);
    }
}
