package org.godwit.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What kinds of values nodes have, coarsely, and how alike objects are. */
final class Shapes {
    static final int OBJECT = 1;
    static final int ARRAY_OF_CONTAINERS = 2;
    static final int ARRAY_OF_SCALARS = 4;
    static final int SCALAR = 8;

    private static final double ALIKE = 0.5;
    private static final double MOST = 0.7;

    private Shapes() {}

    /** The kinds of a node's values as bits; 0 if there are only nulls and empty arrays, which go with everything. */
    static int kinds(Node node) {
        int bits = node.types[Node.OBJECT] > 0 ? OBJECT : 0;
        if (node.types[Node.STRING] + node.types[Node.NUMBER] + node.types[Node.BOOLEAN] > 0) {
            bits |= SCALAR;
        }
        Node elements = node.elements;
        if (elements != null) {
            boolean containers = elements.types[Node.OBJECT] + elements.types[Node.ARRAY] > 0;
            bits |= containers ? ARRAY_OF_CONTAINERS : ARRAY_OF_SCALARS;
        }
        return bits;
    }

    static boolean compatible(int a, int b) {
        return a == 0 || b == 0 || (a & b) != 0;
    }

    /** The members of a node by name with their kinds; for a map nothing. */
    static Map<String, Integer> members(Node node) {
        Map<String, Integer> members = new HashMap<>();
        node.childList().forEach(child -> members.put(child.name, kinds(child)));
        return members;
    }

    /** Shared members of compatible kind, as a share of all. */
    static double similarity(Map<String, Integer> a, Map<String, Integer> b) {
        int shared = shared(a, b);
        int all = a.size() + b.size() - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    static int shared(Map<String, Integer> a, Map<String, Integer> b) {
        int shared = 0;
        for (Map.Entry<String, Integer> member : a.entrySet()) {
            Integer other = b.get(member.getKey());
            shared += other != null && compatible(member.getValue(), other) ? 1 : 0;
        }
        return shared;
    }

    /** Whether most of these nodes are objects with the same core of names; empty objects go with everything. */
    static boolean alike(List<Node> nodes) {
        List<Set<String>> names = new ArrayList<>();
        for (Node node : nodes) {
            if (node.types[Node.OBJECT] == 0) {
                return false;
            }
            Set<String> keys = names(node);
            if (!keys.isEmpty()) {
                names.add(keys);
            }
        }
        if (names.isEmpty()) {
            return false;
        }
        Set<String> core = core(names);
        long close = names.stream().filter(keys -> jaccard(keys, core) >= ALIKE).count();
        return close >= MOST * names.size();
    }

    /** The names of an object's members; numbers and the entries of a map count as one name. */
    private static Set<String> names(Node node) {
        Set<String> names = new HashSet<>();
        node.childList().forEach(child -> names.add(Words.isNumber(child.name) ? "#" : child.name));
        if (node.entries != null) {
            names.add("*");
        }
        return names;
    }

    private static Set<String> core(List<Set<String>> sets) {
        Map<String, Integer> counts = new HashMap<>();
        sets.forEach(set -> set.forEach(name -> counts.merge(name, 1, Integer::sum)));
        Set<String> core = new HashSet<>();
        counts.forEach((name, count) -> {
            if (count * 2 >= sets.size()) {
                core.add(name);
            }
        });
        return core;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return (double) shared / (a.size() + b.size() - shared);
    }
}
