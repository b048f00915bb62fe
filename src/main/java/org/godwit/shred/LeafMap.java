package org.godwit.shred;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one document in full: typed path (String for a member, Integer for an element) to value. The way a
 * document is written again, and how differences get a name. Not thread-safe.
 */
public final class LeafMap {
    private final Map<List<Object>, Leaf> leaves = new LinkedHashMap<>();
    private final List<String> conflicts = new ArrayList<>();

    /**
     * A leaf.
     *
     * @param json its text; numbers may be spelled otherwise than in the source
     * @param hash of its value
     * @param from who says so: a table and column, or {@code rest}
     */
    public record Leaf(String json, long hash, String from, boolean authority) {
        boolean isAbsent() {
            return json.isEmpty();
        }
    }

    /** Marks a path at which there is nothing. */
    private static final Leaf ABSENT = new Leaf("", 0, "", true);

    void put(List<Object> path, Leaf leaf) {
        Leaf known = leaves.putIfAbsent(path, leaf);
        if (known != null && !known.authority() && known.hash() != leaf.hash()) {
            conflicts.add(leaf.from() + " says " + leaf.json() + ", " + known.from() + " says " + known.json());
        }
    }

    void putAbsent(List<Object> path) {
        leaves.putIfAbsent(path, ABSENT);
    }

    /** Puts every leaf of a tape whose root stands at the path. */
    void putTape(List<Object> path, JsonTape tape, String from, boolean authority) {
        put(path, tape, 0, from, authority, new NumberValue());
    }

    private void put(List<Object> path, JsonTape tape, int node, String from, boolean authority, NumberValue number) {
        if (tape.isLeaf(node)) {
            StringBuilder json = new StringBuilder();
            TapeText.append(json, tape, node);
            put(path, new Leaf(json.toString(), number.hash(tape, node), from, authority));
            return;
        }
        int position = 0;
        for (int child = node + 1; child < tape.end(node); child = tape.end(child)) {
            List<Object> childPath = new ArrayList<>(path);
            childPath.add(tape.kind(node) == JsonTape.OBJECT ? (Object) DocumentScan.key(tape, child) : (Object) position++);
            put(List.copyOf(childPath), tape, child, from, authority, number);
        }
    }

    /** Returns the leaves of a document as it was read. */
    public static LeafMap of(JsonTape tape) {
        LeafMap map = new LeafMap();
        map.putTape(List.of(), tape, "source", true);
        return map;
    }

    /** Returns what two cells say differently of one path. */
    public List<String> conflicts() {
        return conflicts;
    }

    /** A leaf that two documents have differently; null where one of them has none. */
    public record Difference(String pointer, @Nullable Leaf expected, @Nullable Leaf actual) {}

    /** Returns how another document differs from this one. */
    public List<Difference> differences(LeafMap other) {
        List<Difference> differences = new ArrayList<>();
        leaves.forEach((path, leaf) -> {
            Leaf found = other.leaves.get(path);
            if (!leaf.isAbsent() && (found == null || found.isAbsent() || found.hash() != leaf.hash())) {
                differences.add(new Difference(pointer(path), leaf, found == null || found.isAbsent() ? null : found));
            }
        });
        other.leaves.forEach((path, leaf) -> {
            if (!leaf.isAbsent() && !leaves.containsKey(path)) {
                differences.add(new Difference(pointer(path), null, leaf));
            }
        });
        return differences;
    }

    /**
     * Returns what a rest must say so that this is still what a document had, although other leaves are found now: JSON by
     * normalized path, null for a path at which there is nothing.
     */
    public Map<String, @Nullable String> corrections(LeafMap now) {
        Map<String, @Nullable String> corrections = new LinkedHashMap<>();
        leaves.forEach((path, leaf) -> {
            Leaf found = now.leaves.get(path);
            if (found == null || found.hash() != leaf.hash()) {
                corrections.put(NormalizedPath.of(path), leaf.json());
            }
        });
        now.leaves.forEach((path, leaf) -> {
            if (!leaves.containsKey(path)) {
                corrections.put(NormalizedPath.of(path), null);
            }
        });
        return corrections;
    }

    private static String pointer(List<Object> path) {
        StringBuilder out = new StringBuilder();
        path.forEach(step -> NormalizedPath.appendPointer(out, String.valueOf(step)));
        return out.toString();
    }

    /** Returns the document as JSON text; members come in the order in which they were put. */
    public String json() {
        StringBuilder out = new StringBuilder();
        List<Map.Entry<List<Object>, Leaf>> present = leaves.entrySet().stream().filter(e -> !e.getValue().isAbsent()).toList();
        if (present.isEmpty()) {
            return "";
        }
        write(out, present, 0);
        return out.toString();
    }

    private static void write(StringBuilder out, List<Map.Entry<List<Object>, Leaf>> entries, int depth) {
        Map.Entry<List<Object>, Leaf> first = entries.get(0);
        if (first.getKey().size() == depth) {
            out.append(first.getValue().json());
            return;
        }
        Map<Object, List<Map.Entry<List<Object>, Leaf>>> byStep =
                first.getKey().get(depth) instanceof Integer ? new java.util.TreeMap<>() : new LinkedHashMap<>();
        entries.forEach(e -> byStep.computeIfAbsent(e.getKey().get(depth), k -> new ArrayList<>()).add(e));
        boolean array = byStep instanceof java.util.TreeMap;
        out.append(array ? '[' : '{');
        boolean more = false;
        for (Map.Entry<Object, List<Map.Entry<List<Object>, Leaf>>> child : byStep.entrySet()) {
            out.append(more ? "," : "");
            more = true;
            if (!array) {
                TapeText.appendString(out, String.valueOf(child.getKey()));
                out.append(':');
            }
            write(out, child.getValue(), depth + 1);
        }
        out.append(array ? ']' : '}');
    }
}
