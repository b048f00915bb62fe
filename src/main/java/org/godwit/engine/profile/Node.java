package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.List;
import org.godwit.shred.JsonTape;
import org.jspecify.annotations.Nullable;

/**
 * A path while documents are folded in: counts, facts and children. Trees of parts of a source are merged; the outcome
 * depends on the documents, and for samples on their order, but not on how they were cut into parts. Not thread-safe.
 */
final class Node {
    static final int OBJECT = 0;
    static final int ARRAY = 1;
    static final int STRING = 2;
    static final int NUMBER = 3;
    static final int BOOLEAN = 4;
    static final int NULL = 5;
    static final int TYPES = 6;

    /** An object with more names than this is a map without further thought. */
    static final int MAX_NAMES = 500;

    private static final int MAX_DEPTH = 48;

    final String name;
    final int keyId;
    final long[] types = new long[TYPES];
    final @Nullable Place[] firsts = new Place[TYPES];
    long positions;
    long emptyContainers;
    long maxLength;
    long members;
    boolean collapsed;
    boolean cut;
    @Nullable Members children;
    /** Elements of arrays. */
    @Nullable Node elements;
    /** The values of a map, once its names were given up. */
    @Nullable Node entries;
    @Nullable Numbers numbers;
    @Nullable Strings strings;
    @Nullable Distinct distinct;
    @Nullable Samples samples;

    Node(String name, int keyId) {
        this.name = name;
        this.keyId = keyId;
    }

    long occurrences() {
        long sum = 0;
        for (long count : types) {
            sum += count;
        }
        return sum;
    }

    List<Node> childList() {
        return children == null ? List.of() : children.list();
    }

    /** Counts a node of a document and everything below it. */
    void fold(JsonTape tape, int at, Place place, Budget budget, int depth) {
        switch (tape.kind(at)) {
            case JsonTape.OBJECT -> foldObject(tape, at, place, budget, depth);
            case JsonTape.ARRAY -> foldArray(tape, at, place, budget, depth);
            case JsonTape.STRING -> {
                count(STRING, place);
                String text = tape.text(at);
                if (strings == null) {
                    strings = new Strings(text);
                }
                strings.add(text);
                foldScalar(JsonTape.STRING, text);
            }
            case JsonTape.NUMBER -> {
                count(NUMBER, place);
                foldNumber(tape, at);
            }
            case JsonTape.TRUE -> foldBoolean(place, JsonTape.TRUE, "true");
            case JsonTape.FALSE -> foldBoolean(place, JsonTape.FALSE, "false");
            default -> count(NULL, place);
        }
    }

    private void count(int type, Place place) {
        if (types[type]++ == 0) {
            firsts[type] = place;
        }
    }

    private void foldBoolean(Place place, byte kind, String text) {
        count(BOOLEAN, place);
        foldScalar(kind, text);
    }

    private void foldNumber(JsonTape tape, int at) {
        int from = tape.numberFrom(at);
        int to = tape.numberTo(at);
        byte[] text = tape.numbers();
        if (numbers == null) {
            numbers = new Numbers();
        }
        numbers.add(text, from, to);
        Distinct different = different();
        different.add(Numbers.textHash(text, from, to), ((to - from) << 3) | JsonTape.NUMBER);
        Samples some = samples();
        if (some.wants()) {
            some.offer(JsonTape.NUMBER, tape.text(at));
        }
    }

    private void foldScalar(byte kind, String text) {
        different().add(text.hashCode(), (text.length() << 3) | kind);
        samples().offer(kind, text);
    }

    private Distinct different() {
        Distinct different = distinct == null ? new Distinct() : distinct;
        distinct = different;
        return different;
    }

    private Samples samples() {
        Samples some = samples == null ? new Samples() : samples;
        samples = some;
        return some;
    }

    private void foldArray(JsonTape tape, int at, Place place, Budget budget, int depth) {
        count(ARRAY, place);
        int end = tape.end(at);
        if (end == at + 1) {
            emptyContainers++;
            return;
        }
        if (elements == null && isCut(budget, depth)) {
            return;
        }
        if (elements == null) {
            elements = budget.node("", JsonTape.NO_KEY);
        }
        long length = 0;
        for (int child = at + 1; child < end; child = tape.end(child)) {
            elements.fold(tape, child, place, budget, depth + 1);
            length++;
        }
        maxLength = Math.max(maxLength, length);
    }

    private void foldObject(JsonTape tape, int at, Place place, Budget budget, int depth) {
        count(OBJECT, place);
        int end = tape.end(at);
        if (end == at + 1) {
            emptyContainers++;
            return;
        }
        int position = 0;
        for (int child = at + 1; child < end; child = tape.end(child)) {
            if (tape.faults() > 0 && tape.isFaulty(child)) {
                position++;
                continue;
            }
            Node node = member(tape.keyId(child), tape.key(child), position, budget, depth);
            if (node != null) {
                node.positions += position;
                node.fold(tape, child, place, budget, depth + 1);
            }
            position++;
        }
        members += position;
        maxLength = Math.max(maxLength, position);
    }

    /** The child for a member, null if the tree is cut here. */
    private @Nullable Node member(int id, @Nullable String key, int position, Budget budget, int depth) {
        if (entries != null) {
            return entries;
        }
        Members known = children;
        if (known != null) {
            Node node = known.find(id, key, position);
            if (node != null) {
                return node;
            }
            if (known.size() >= MAX_NAMES || (budget.isSpent() && known.size() > 1)) {
                return collapse(budget);
            }
        }
        if (cut || isCut(budget, depth)) {
            return null;
        }
        Node node = budget.node(key == null ? "" : key, id);
        addChild(node);
        return node;
    }

    private boolean isCut(Budget budget, int depth) {
        boolean stop = depth >= MAX_DEPTH || budget.isSpent();
        cut |= stop;
        return stop;
    }

    private void addChild(Node node) {
        if (children == null) {
            children = new Members();
        }
        children.add(node);
    }

    /** Makes one child of all: the names are given up. */
    Node collapse(Budget budget) {
        Node all = budget.node("", JsonTape.NO_KEY);
        entries = all;
        collapsed = true;
        List<Node> old = new ArrayList<>(childList());
        children = null;
        for (Node child : old) {
            budget.add(-child.size());
            all.merge(child, budget);
        }
        return all;
    }

    /** How many nodes the tree has. */
    int size() {
        int size = 1;
        for (Node child : childList()) {
            size += child.size();
        }
        return size + (elements == null ? 0 : elements.size()) + (entries == null ? 0 : entries.size());
    }

    /** Adds what another node of the same path saw; that node, which is in no budget, is used up. */
    void merge(Node other, Budget budget) {
        mergeCounts(other);
        mergeFacts(other);
        cut |= other.cut;
        if (other.elements != null) {
            elements = adoptOrMerge(elements, other.elements, budget);
        }
        if (other.entries != null) {
            Node all = entries == null ? collapse(budget) : entries;
            all.merge(other.entries, budget);
        }
        for (Node child : other.childList()) {
            mergeChild(child, budget);
        }
    }

    private static Node adoptOrMerge(@Nullable Node mine, Node other, Budget budget) {
        if (mine == null) {
            budget.add(other.size());
            return other;
        }
        mine.merge(other, budget);
        return mine;
    }

    private void mergeChild(Node child, Budget budget) {
        Members known = children;
        if (entries != null) {
            entries.merge(child, budget);
            return;
        }
        Node mine = known == null ? null : known.find(child.keyId, child.name, known.size());
        if (mine != null) {
            mine.merge(child, budget);
        } else if (known != null && (known.size() >= MAX_NAMES || (budget.isSpent() && known.size() > 1))) {
            collapse(budget).merge(child, budget);
        } else {
            addChild(adoptOrMerge(null, child, budget));
        }
    }

    private void mergeCounts(Node other) {
        for (int i = 0; i < TYPES; i++) {
            types[i] += other.types[i];
            Place theirs = other.firsts[i];
            Place mine = firsts[i];
            if (theirs != null && (mine == null || theirs.isBefore(mine))) {
                firsts[i] = theirs;
            }
        }
        positions += other.positions;
        emptyContainers += other.emptyContainers;
        members += other.members;
        maxLength = Math.max(maxLength, other.maxLength);
    }

    private void mergeFacts(Node other) {
        if (other.numbers != null && numbers != null) {
            numbers.merge(other.numbers);
        } else if (numbers == null) {
            numbers = other.numbers;
        }
        if (other.strings != null && strings != null) {
            strings.merge(other.strings);
        } else if (strings == null) {
            strings = other.strings;
        }
        if (other.distinct != null && distinct != null) {
            distinct.merge(other.distinct);
        } else if (distinct == null) {
            distinct = other.distinct;
        }
        if (other.samples != null && samples != null) {
            samples.merge(other.samples);
        } else if (samples == null) {
            samples = other.samples;
        }
    }
}
