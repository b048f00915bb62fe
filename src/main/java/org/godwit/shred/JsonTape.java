package org.godwit.shred;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document as a flat list of nodes in document order: node 0 is the root, the children of a container
 * follow it, and {@link #end(int)} is the node after a subtree. Numbers and strings keep their text; that of numbers,
 * which are many and mostly wanted for their value, is made a String only when somebody asks for one.
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
    /** Where the text of a number stands among the bytes of numbers; -1 if it does not. */
    private int[] froms = new int[256];
    private int[] tos = new int[256];
    private byte[] numbers = new byte[2048];
    private int used;
    private int size;
    private int[] faultNodes = new int[4];
    private String[] faultReasons = new String[4];
    private int faults;

    /** Forgets the document. */
    public void clear() {
        size = 0;
        used = 0;
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
        int root = add(part, 0, key, keyId);
        for (int i = 1; i < part.size; i++) {
            add(part, i, part.keys[i], part.keyIds[i]);
        }
        for (int i = 0; i < part.size; i++) {
            ends[root + i] = root + part.ends[i];
        }
        return root;
    }

    /** Adds a node of another tape, without those below it. */
    int add(JsonTape other, int node, @Nullable String key, int keyId) {
        if (other.froms[node] >= 0) {
            return addNumber(key, keyId, other.numbers, other.froms[node], other.tos[node] - other.froms[node]);
        }
        return add(other.kinds[node], key, keyId, other.texts[node]);
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
        froms[node] = -1;
        size = node + 1;
        return node;
    }

    /**
     * Adds a number after the last node.
     *
     * @param bytes have its text in ASCII, which is copied
     * @param from its first byte
     * @return the node
     */
    public int addNumber(@Nullable String key, int keyId, byte[] bytes, int from, int length) {
        int node = add(NUMBER, key, keyId, null);
        int at = reserve(length);
        System.arraycopy(bytes, from, numbers, at, length);
        froms[node] = at;
        tos[node] = at + length;
        return node;
    }

    private int reserve(int length) {
        int at = used;
        if (length > numbers.length - DecimalText.SLACK - at) {
            numbers = Arrays.copyOf(numbers, Math.max(at + length + DecimalText.SLACK, numbers.length * 2));
        }
        used = at + length;
        return at;
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
        froms = Arrays.copyOf(froms, capacity);
        tos = Arrays.copyOf(tos, capacity);
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
            if (froms[node] < 0) {
                throw new IllegalStateException("node " + node + " has no text");
            }
            text = new String(numbers, froms[node], tos[node] - froms[node], StandardCharsets.ISO_8859_1);
            texts[node] = text;
        }
        return text;
    }

    /** Returns where the text of a number starts in {@link #numbers()}, which it may change: ask for them afterwards. */
    public int numberFrom(int node) {
        if (froms[node] < 0) {
            String text = text(node);
            int at = reserve(text.length());
            DecimalText.write(text, numbers, at);
            froms[node] = at;
            tos[node] = at + text.length();
        }
        return froms[node];
    }

    /** Returns the end of a number's text, once {@link #numberFrom} was asked for. */
    public int numberTo(int node) {
        return tos[node];
    }

    /** Returns the texts of numbers, {@link DecimalText#SLACK} bytes behind them; not to be changed, and good until something is added. */
    public byte[] numbers() {
        return numbers;
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
