package org.godwit.shred;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document as a flat list of nodes in document order: node 0 is the root, the children of a container
 * follow it, and {@link #end(int)} is the node after a subtree. Numbers and strings keep their text.
 * Made to be filled again and again by one thread; not thread-safe.
 */
public final class JsonTape {
    public static final byte OBJECT = 0;
    public static final byte ARRAY = 1;
    public static final byte STRING = 2;
    public static final byte NUMBER = 3;
    public static final byte TRUE = 4;
    public static final byte FALSE = 5;
    public static final byte NULL = 6;

    /** The key id of nodes that are not members of an object. */
    public static final int NO_KEY = -1;

    private byte[] kinds = new byte[256];
    private int[] ends = new int[256];
    private int[] keyIds = new int[256];
    private @Nullable String[] keys = new String[256];
    private @Nullable String[] texts = new String[256];
    private int size;
    private int[] faultNodes = new int[4];
    private String[] faultReasons = new String[4];
    private int faults;

    /** Forgets the document. */
    public void clear() {
        size = 0;
        faults = 0;
    }

    /** Says that a leaf is not what belongs there: it is to be rejected. */
    public void fault(int node, String reason) {
        if (faults == faultNodes.length) {
            faultNodes = Arrays.copyOf(faultNodes, faults * 2);
            faultReasons = Arrays.copyOf(faultReasons, faults * 2);
        }
        faultNodes[faults] = node;
        faultReasons[faults++] = reason;
    }

    /** Puts words before the reasons of all faults. */
    public void explainFaults(String before) {
        for (int i = 0; i < faults; i++) {
            faultReasons[i] = before + faultReasons[i];
        }
    }

    /** Returns how many leaves are to be rejected. */
    public int faults() {
        return faults;
    }

    public int faultNode(int fault) {
        return faultNodes[fault];
    }

    public String faultReason(int fault) {
        return faultReasons[fault];
    }

    /** Returns whether a node is to be rejected. */
    public boolean isFaulty(int node) {
        for (int i = 0; i < faults; i++) {
            if (faultNodes[i] == node) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a whole document as a member.
     *
     * @param key the member name
     * @param keyId its number
     * @return the node
     */
    public int addTree(String key, int keyId, JsonTape part) {
        int root = add(part.kinds[0], key, keyId, part.texts[0]);
        for (int i = 1; i < part.size; i++) {
            add(part.kinds[i], part.keys[i], part.keyIds[i], part.texts[i]);
        }
        for (int i = 0; i < part.size; i++) {
            ends[root + i] = root + part.ends[i];
        }
        return root;
    }

    /** Returns how many nodes the document has. */
    public int size() {
        return size;
    }

    /**
     * Adds a node after the last one.
     *
     * @param key the member name, null for array elements and the root
     * @param keyId the name's number in the {@link KeyTable}, {@link #NO_KEY} without a name
     * @param text the characters of a string or number as in the source, otherwise null
     * @return the node
     */
    public int add(byte kind, @Nullable String key, int keyId, @Nullable String text) {
        int node = size;
        if (node == kinds.length) {
            grow();
        }
        kinds[node] = kind;
        ends[node] = node + 1;
        keyIds[node] = keyId;
        keys[node] = key;
        texts[node] = text;
        size = node + 1;
        return node;
    }

    /** Adds the null of JSON that a database keeps where it could also keep no value at all. */
    public int addJsonNull(String key, int keyId) {
        return add(NULL, key, keyId, "null");
    }

    /** Returns whether a null is one that the source keeps as a value. */
    public boolean isJsonNull(int node) {
        return kinds[node] == NULL && texts[node] != null;
    }

    /** Closes a container: its subtree ends here. */
    public void close(int node) {
        ends[node] = size;
    }

    /** Closes a container whose subtree ends before this node. */
    void closeAt(int node, int end) {
        ends[node] = end;
    }

    private void grow() {
        int capacity = kinds.length * 2;
        kinds = Arrays.copyOf(kinds, capacity);
        ends = Arrays.copyOf(ends, capacity);
        keyIds = Arrays.copyOf(keyIds, capacity);
        keys = Arrays.copyOf(keys, capacity);
        texts = Arrays.copyOf(texts, capacity);
    }

    public byte kind(int node) {
        return kinds[node];
    }

    /** Returns the node after the subtree of this one. */
    public int end(int node) {
        return ends[node];
    }

    public int keyId(int node) {
        return keyIds[node];
    }

    /** Returns the member name, null for array elements and the root. */
    public @Nullable String key(int node) {
        return keys[node];
    }

    /** Returns the characters of a string or number; only for those. */
    public String text(int node) {
        String text = texts[node];
        if (text == null) {
            throw new IllegalStateException("node " + node + " has no text");
        }
        return text;
    }

    public boolean isContainer(int node) {
        return kinds[node] <= ARRAY;
    }

    /** Returns whether the node counts as a leaf: a scalar or an empty container. */
    public boolean isLeaf(int node) {
        return kinds[node] > ARRAY || ends[node] == node + 1;
    }

    /**
     * Returns the member of an object with this name, or -1.
     *
     * @param keyId the name's number, or {@link KeyTable#UNNUMBERED} to compare the text
     */
    public int member(int object, int keyId, String key) {
        if (kinds[object] != OBJECT) {
            return -1;
        }
        int end = ends[object];
        for (int node = object + 1; node < end; node = ends[node]) {
            if (keyIds[node] == keyId && (keyId >= 0 || key.equals(keys[node]))) {
                return node;
            }
        }
        return -1;
    }

    /** Returns the element of an array at this position, or -1. */
    public int element(int array, int position) {
        if (kinds[array] != ARRAY) {
            return -1;
        }
        int end = ends[array];
        int left = position;
        for (int node = array + 1; node < end; node = ends[node]) {
            if (left-- == 0) {
                return node;
            }
        }
        return -1;
    }
}
